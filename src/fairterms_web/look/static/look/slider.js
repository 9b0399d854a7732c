// A slider beside its number: either moves the other, and "change" is told once the hand rests.
const REST = 250; // milliseconds

export function sliders(part) {
  for (const slider of part.querySelectorAll(".slider:not(.js)")) {
    const range = slider.querySelector('input[type="range"]');
    const number = slider.querySelector('input[type="number"]');
    if (!range || !number) continue;
    slider.classList.add("js");
    range.hidden = false;
    range.value = number.value;
    speak(range, number);
    let resting = 0;
    range.addEventListener("input", () => {
      number.value = range.value;
      speak(range, number);
      clearTimeout(resting);
      resting = setTimeout(() => number.dispatchEvent(new Event("change", { bubbles: true })), REST);
    });
    // The range tells nobody itself: the number does, once.
    range.addEventListener("change", (event) => event.stopPropagation());
    number.addEventListener("input", () => {
      if (number.value === "" || !number.checkValidity()) return;
      range.value = number.value;
      speak(range, number);
    });
  }
}

function speak(range, number) {
  const unit = number.dataset.unit ? ` ${number.dataset.unit}` : "";
  range.setAttribute("aria-valuetext", `${number.value}${unit}`);
}
