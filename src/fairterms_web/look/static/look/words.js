// A word of the field says what it means when the pointer or the keyboard reaches it.
// The meaning stands in data-meaning, or in the list of words the link leads to.
let shown = null;
let leaving = 0;

export function meanings() {
  document.addEventListener("pointerover", (event) => {
    const word = event.target.closest?.("a.term");
    if (word) show(word);
    else if (shown?.box.contains(event.target)) clearTimeout(leaving);
  });
  document.addEventListener("pointerout", (event) => {
    if (!shown || shown.word === document.activeElement) return;
    if (shown.word.contains(event.target) || shown.box.contains(event.target)) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 250); // time to move onto the meaning itself
    }
  });
  document.addEventListener("focusin", (event) => {
    const word = event.target.closest?.("a.term");
    if (word) show(word);
    else hide();
  });
  document.addEventListener("focusout", (event) => {
    if (shown?.word === event.target) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.stopPropagation();
    hide();
  }, true);
}

function meaningOf(word) {
  if (word.dataset.meaning) return word.dataset.meaning;
  const place = word.hash && document.getElementById(decodeURIComponent(word.hash.slice(1)));
  return place ? (place.querySelector("dd") ?? place).textContent.trim() : "";
}

function show(word) {
  clearTimeout(leaving);
  if (shown?.word === word) return;
  hide();
  const meaning = meaningOf(word);
  if (!meaning) return;
  const box = document.createElement("div");
  box.className = "meaning";
  box.id = "meaning_shown";
  box.setAttribute("role", "tooltip");
  box.textContent = meaning;
  (word.closest("dialog") ?? document.body).append(box);
  place(box, word.getBoundingClientRect());
  word.setAttribute("aria-describedby", box.id);
  shown = { word, box };
}

function place(box, at) {
  const origin = box.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const size = box.getBoundingClientRect();
  const isLow = at.bottom + size.height + 8 > window.innerHeight && at.top > size.height + 8;
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - size.width - 8));
  box.style.left = `${left - origin.left}px`;
  box.style.top = `${(isLow ? at.top - size.height - 6 : at.bottom + 6) - origin.top}px`;
}

function hide() {
  clearTimeout(leaving);
  if (!shown) return;
  shown.word.removeAttribute("aria-describedby");
  shown.box.remove();
  shown = null;
}
