// Findings and the text beside them: a link moves the other pane and the keyboard with it;
// Escape goes back to where the reader came from.
let cameFrom = null;

export function linksBeside() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('.beside a[href^="#"]:not(.term)');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!to || to.closest(".beside") !== link.closest(".beside")) return;
    event.preventDefault();
    cameFrom = link;
    history.replaceState(history.state, "", link.hash);
    goTo(to);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !cameFrom?.isConnected) return;
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (!document.activeElement?.closest(".beside")) return;
    const back = cameFrom;
    cameFrom = null;
    goTo(back);
  });
}

function goTo(place) {
  for (let at = place; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  place.classList.add("lit");
  const focused = place.matches("a, button") ? place : (place.matches("mark") && place.querySelector("a")) || place;
  if (!focused.matches("a, button, [tabindex]")) focused.tabIndex = -1;
  focused.focus({ preventScroll: true });
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
}
