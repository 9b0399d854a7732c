// What terms-editor.js takes from CodeMirror, and nothing else.
import { StyleModule } from "style-mod";

// CodeMirror writes its styles into a <style> element, which a policy of `style-src 'self'` refuses.
// A constructed style sheet is none of the page's text, so the policy allows it.
const adopted = new WeakMap();
StyleModule.mount = (root, modules) => {
  const wanted = Array.isArray(modules) ? modules : [modules];
  const held = adopted.get(root) ?? { sheet: new CSSStyleSheet(), modules: [] };
  if (!adopted.has(root)) {
    adopted.set(root, held);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, held.sheet];
  }
  if (wanted.every((one) => held.modules.includes(one))) return;
  held.modules = [...held.modules.filter((one) => !wanted.includes(one)), ...wanted];
  held.sheet.replaceSync(held.modules.map((one) => one.getRules()).join("\n"));
};

export { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
export { bracketMatching, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
export { toml } from "@codemirror/legacy-modes/mode/toml";
export { forEachDiagnostic, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
export { searchKeymap } from "@codemirror/search";
export { EditorState } from "@codemirror/state";
export { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
export { classHighlighter } from "@lezer/highlight";
