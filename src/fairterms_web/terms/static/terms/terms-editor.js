// Makes an editor of <textarea data-check="URL">. Without it the textarea and its form do the work.
//
//   data-check     where the text is checked as one types; answers JSON
//                  {"problems": [{line, what, why, fix, severity}], "reading": "<p>…</p>"}
//   data-problems  id of the element that lists the problems (made when there is none)
//   data-reading   id of the element that holds the reading beside it (optional)
//
// Any link with data-line="12" inside the page moves to that line; so does the address #line-12.
import {
  bracketMatching, classHighlighter, defaultKeymap, EditorState, EditorView, forEachDiagnostic,
  highlightActiveLine, history, historyKeymap, keymap, lineNumbers, lintGutter, nextDiagnostic,
  previousDiagnostic, searchKeymap, StreamLanguage, syntaxHighlighting, toml,
} from "./vendor/codemirror.js";
import { checker } from "./check.js";
import { list, marks, summary } from "./problems.js";
import { showReading } from "./reading.js";
import { theme } from "./theme.js";

const hint = "Tab leaves the editor, and so does Esc then Tab. F8 goes to the next problem, Ctrl-S saves, "
  + "Ctrl-Z takes back, Ctrl-F searches.";
const editors = new Map();

function made(name, id, kind, text = "") {
  const element = document.createElement(name);
  Object.assign(element, { id, className: kind, textContent: text });
  return element;
}

// What stands around the editor: how to use it, what is wrong now, whether it is saved.
function surroundings(area) {
  const id = area.id || (area.id = "terms-text");
  const help = made("p", `${id}-help`, "terms-help", hint);
  const status = made("p", `${id}-status`, "terms-status");
  status.setAttribute("role", "status");
  const saved = made("p", `${id}-saved`, "terms-saved");
  let problems = document.getElementById(area.dataset.problems ?? "");
  if (!problems) {
    problems = made("div", `${id}-problems`, "terms-problems");
    problems.setAttribute("role", "region");
    problems.setAttribute("aria-label", "Problems in the text");
    area.after(problems);
  }
  problems.tabIndex = -1;
  const host = made("div", `${id}-editor`, "terms-editor");
  area.before(help, host);
  area.after(status, saved);
  const reading = document.getElementById(area.dataset.reading ?? "");
  return { id, help, host, problems, reading, saved, status };
}

function labelled(area, id) {
  const label = area.labels?.[0];
  if (!label) return { "aria-label": area.getAttribute("aria-label") ?? "Payment terms" };
  label.id ||= `${id}-label`;
  return { "aria-labelledby": label.id };
}

// The problem the cursor has jumped to, said in words: a wavy line is not heard.
function atCursor(state) {
  const { from } = state.selection.main;
  let told = "";
  forEachDiagnostic(state, (one, start) => {
    if (!told && start === from) told = `Line ${state.doc.lineAt(start).number}: ${one.message.replaceAll("\n", " ")}`;
  });
  return told;
}

function extensions(area, around, { changed, save, tell }) {
  const jump = (command) => (view) => command(view) && (tell(atCursor(view.state)), true);
  return [
    lineNumbers(), lintGutter(), history(), bracketMatching(), highlightActiveLine(),
    StreamLanguage.define(toml), syntaxHighlighting(classHighlighter), EditorView.lineWrapping, theme,
    EditorState.readOnly.of(area.readOnly || area.disabled),
    EditorView.contentAttributes.of({
      ...labelled(area, around.id), "aria-describedby": `${around.help.id} ${around.status.id}`,
      tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off",
    }),
    keymap.of([
      { key: "Mod-s", run: () => (save(), true), preventDefault: true },
      { key: "F8", run: jump(nextDiagnostic) }, { key: "Shift-F8", run: jump(previousDiagnostic) },
      ...searchKeymap, ...historyKeymap, ...defaultKeymap,
    ]),
    EditorView.updateListener.of((update) => { if (update.docChanged) changed(update.state); }),
  ];
}

function goTo(view, number) {
  const line = view.state.doc.line(Math.max(1, Math.min(number, view.state.doc.lines)));
  view.dispatch({ selection: { anchor: line.from }, effects: EditorView.scrollIntoView(line.from, { y: "center" }) });
  view.focus();
}

function enhance(area) {
  const { form } = area;
  const around = surroundings(area);
  const isChanged = () => area.value !== area.defaultValue;
  const tellSaved = () => { around.saved.textContent = isChanged() ? "Not saved yet." : ""; };
  const save = () => { if (form && !area.readOnly) form.requestSubmit(form.querySelector("[data-save]")); };
  let leaves = false;
  let last = "";
  let check = null;

  function tell(text) {
    if (text !== last) around.status.textContent = text; // heard once, not at every pause
    last = text;
  }
  function show({ problems = [], reading = null, refused = "" }) {
    if (refused) return tell(refused);
    const isSound = reading !== null || !around.reading;
    view.dispatch(marks(view.state, problems));
    view.contentDOM.setAttribute("aria-invalid", String(problems.some((one) => one.severity !== "unstated")));
    list(around.problems, problems);
    if (around.reading && reading !== null) showReading(around.reading, reading);
    around.reading?.toggleAttribute("data-stale", !isSound);
    return tell(`${summary(problems)}${isSound ? "" : " The reading is of the last text that could be read."}`);
  }
  function changed(state) {
    area.value = state.doc.toString();
    leaves = false;
    tellSaved();
    check?.soon();
  }
  const view = new EditorView({
    parent: around.host,
    state: EditorState.create({ doc: area.value, extensions: extensions(area, around, { changed, save, tell }) }),
  });
  area.hidden = true;
  area.labels?.[0]?.addEventListener("click", () => view.focus());
  tellSaved();
  if (area.dataset.check) {
    check = checker({
      url: area.dataset.check, form, text: () => view.state.doc.toString(), show,
      fail: () => tell("The text could not be checked just now. It is still here; we try again."),
    });
    check.now();
  }
  form?.addEventListener("submit", () => { leaves = true; });
  // A page that saves without leaving says so: form.dispatchEvent(new CustomEvent("terms:saved")).
  form?.addEventListener("terms:saved", (event) => {
    area.defaultValue = event.detail?.text ?? area.value;
    tellSaved();
  });
  form?.addEventListener("reset", () => setTimeout(() => {
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: area.defaultValue } });
  }));
  window.addEventListener("beforeunload", (event) => {
    if (isChanged() && !leaves && area.isConnected) event.preventDefault();
  });
  window.addEventListener("pageshow", () => { leaves = false; });
  const editor = { view, goTo: (line) => goTo(view, line), save };
  editors.set(area, editor);
  return editor;
}

const first = () => [...editors].find(([area]) => area.isConnected)?.[1];

function follow(hash) {
  const line = /^#line-(\d+)$/.exec(hash)?.[1];
  if (line) first()?.goTo(Number(line));
}

function start(part) {
  if (!("adoptedStyleSheets" in document)) return; // an older browser keeps the textarea
  for (const area of part.querySelectorAll("textarea[data-check]")) if (!editors.has(area)) enhance(area);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-line]");
  if (!link || !first()) return;
  event.preventDefault();
  first().goTo(Number(link.dataset.line));
});
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || !first()) return;
  event.preventDefault();
  first().save();
});
window.addEventListener("hashchange", () => follow(location.hash));
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
start(document);
follow(location.hash);
