// The editor in the colours of the page; they change with its light and dark.
import { EditorView } from "./vendor/codemirror.js";

const ink = "var(--ink, #15191e)";
const paper = "var(--paper, #fff)";
const muted = "var(--muted, #4d565f)";
const rule = "var(--rule, #8a939b)";
const tint = "var(--tint, #f1f4f6)";
const link = "var(--link, #0b4a8f)";
const loss = "var(--loss, #a83e12)";
const marked = "var(--marked, var(--tint, #fff0b8))";

// The underlines and signs of CodeMirror are pictures in its styles; ours are lines and letters.
const underlined = (line) => ({
  backgroundImage: "none", paddingBottom: "0", textDecoration: `underline ${line} ${loss}`,
  textUnderlineOffset: "3px", textDecorationSkipInk: "none",
});
const sign = (letter) => ({ content: `"${letter}"`, color: loss, fontWeight: "700", textAlign: "center" });

export const theme = EditorView.theme({
  "&": { color: ink, backgroundColor: paper, border: `1px solid ${rule}`, fontSize: ".95rem", maxHeight: "75vh" },
  "&.cm-focused": { outline: `3px solid ${ink}`, outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--letters, ui-monospace, monospace)", lineHeight: "1.55", overflow: "auto" },
  ".cm-content": { caretColor: ink, minHeight: "18rem" },
  ".cm-gutters": { backgroundColor: tint, color: muted, border: "0", borderRight: `1px solid ${rule}` },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: tint },
  "& .cm-content ::selection, & ::selection": { backgroundColor: marked, color: ink },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: tint, outline: `1px solid ${rule}` },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", outline: `1px dashed ${loss}` },
  ".cm-searchMatch, .cm-searchMatch-selected": { backgroundColor: marked, color: ink },
  ".cm-searchMatch-selected": { outline: `2px solid ${ink}` },
  ".cm-panels, .cm-tooltip": { backgroundColor: tint, color: ink, border: `1px solid ${rule}` },
  ".cm-textfield": { backgroundColor: paper, color: ink, border: `1px solid ${rule}` },
  ".cm-button": { backgroundImage: "none", backgroundColor: paper, color: link, border: `1px solid ${rule}` },
  ".cm-panel.cm-search [name=close]": { color: ink },
  ".cm-lintRange-error": underlined("wavy"),
  ".cm-lintRange-warning": underlined("dotted 2px"),
  ".cm-lint-marker-error": sign("×"),
  ".cm-lint-marker-warning": sign("?"),
  ".cm-lintPoint:after": { border: "0" },
  ".cm-diagnostic": { whiteSpace: "pre-wrap", maxWidth: "34rem" },
  ".cm-diagnostic-error, .cm-diagnostic-warning": { borderLeft: `5px solid ${loss}` },
});
