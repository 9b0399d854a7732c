// Tables that sort: <table class="sortable">, or any table inside [data-sortable].
const STILL = "tr.total"; // a sum stays where it stands

export function sortableTables(part) {
  for (const table of part.querySelectorAll("table.sortable, [data-sortable] table")) {
    if (table.querySelector(".sort") || !table.tHead || table.tBodies.length !== 1) continue;
    for (const heading of table.tHead.rows[0].cells) {
      if (heading.hasAttribute("data-unsortable") || !heading.textContent.trim()) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sort(table, heading));
    }
  }
}

function sort(table, heading) {
  const wanted = heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
  const way = wanted === "ascending" ? 1 : -1;
  const body = table.tBodies[0];
  const moving = [...body.rows].filter((row) => !row.matches(STILL));
  const still = [...body.rows].filter((row) => row.matches(STILL));
  const keys = new Map(moving.map((row) => [row, keyOf(row.cells[heading.cellIndex])]));
  moving.sort((one, other) => compare(keys.get(one), keys.get(other), way));
  body.append(...moving, ...still);
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", wanted);
}

// A number where the cell begins with one (dollars, per cent, a real minus sign), else its words.
// An empty cell has neither and goes last, whichever way.
export function keyOf(cell) {
  const written = (cell?.dataset.sort ?? cell?.textContent ?? "").trim();
  const bare = written.replaceAll(",", "").replace("\u2212", "-").replace(/^\((.+)\)$/, "-$1");
  const number = /^(-?)\s*\$?\s*(-?\d*\.?\d+)/.exec(bare);
  const value = number ? Number(number[2]) * (number[1] ? -1 : 1) : null;
  return { isEmpty: !written || written === "\u2014", value, written };
}

function compare(one, other, way) {
  if (one.isEmpty || other.isEmpty) return Number(one.isEmpty) - Number(other.isEmpty);
  if (one.value !== null && other.value !== null) return way * (one.value - other.value);
  if (one.value !== null || other.value !== null) return one.value !== null ? -way : way;
  return way * one.written.localeCompare(other.written, document.documentElement.lang || "en");
}
