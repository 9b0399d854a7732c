// The problems of a text: as marks in the editor, as a list of links, and in one sentence.
import { setDiagnostics } from "./vendor/codemirror.js";

const names = { mistake: "Mistake", unstated: "Not stated" };
const sentence = (text) => (text ? `${text[0].toUpperCase()}${text.slice(1)}`.replace(/[.]?$/, ".") : "");

export function marks(state, problems) {
  const found = problems.filter((one) => one.line > 0).map((one) => {
    const line = state.doc.line(Math.min(one.line, state.doc.lines));
    const indent = line.text.length - line.text.trimStart().length;
    return {
      from: Math.min(line.from + indent, line.to),
      to: line.to,
      severity: one.severity === "unstated" ? "warning" : "error",
      source: names[one.severity] ?? names.mistake,
      message: [sentence(one.what), sentence(one.why), sentence(one.fix)].filter(Boolean).join("\n"),
    };
  });
  return setDiagnostics(state, found);
}

function part(name, text, kind = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function entry(problem) {
  const item = document.createElement("li");
  item.className = `problem problem-${problem.severity === "unstated" ? "unstated" : "mistake"}`;
  const name = names[problem.severity] ?? names.mistake;
  if (problem.line > 0) {
    const link = part("a", `Line ${problem.line}`);
    link.href = `#line-${problem.line}`;
    link.dataset.line = problem.line;
    link.dataset.key = `${problem.line} ${problem.what}`;
    item.append(link, ": ");
  }
  item.append(part("strong", `${name}.`), ` ${sentence(problem.what)}`);
  if (problem.why) item.append(part("p", `Why: ${sentence(problem.why)}`, "problem-why"));
  if (problem.fix) item.append(part("p", `What to do: ${sentence(problem.fix)}`, "problem-fix"));
  return item;
}

// Who stands on a link of the list stays on it, or on the list when the problem is gone.
export function list(place, problems) {
  const held = place.contains(document.activeElement) ? document.activeElement : null;
  const items = document.createElement("ol");
  items.append(...problems.map(entry));
  place.replaceChildren(problems.length ? items : part("p", "No problems found."));
  if (!held) return;
  const links = [...place.querySelectorAll("a")];
  (links.find((one) => one.dataset.key === held.dataset.key) ?? links[0] ?? place).focus();
}

export function summary(problems) {
  const count = (severity) => problems.filter((one) => (one.severity ?? "mistake") === severity).length;
  const [mistakes, unstated] = [count("mistake"), count("unstated")];
  const told = [];
  if (mistakes) told.push(`${mistakes} ${mistakes === 1 ? "mistake" : "mistakes"}`);
  if (unstated) told.push(`${unstated} ${unstated === 1 ? "number" : "numbers"} not stated`);
  if (!told.length) return "No problems found.";
  const first = problems[0];
  return `${told.join(", ")}. First${first.line ? `, line ${first.line}` : ""}: ${sentence(first.what)}`;
}
