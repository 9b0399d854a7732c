// Where htmx takes away what had the keyboard, the keyboard goes to what came in its place.
// An element with an id that comes again keeps it by itself: htmx sees to that.
let hadIt = false;

export function focusKept() {
  document.addEventListener("htmx:beforeSwap", (event) => {
    hadIt = Boolean(event.detail.target?.contains(document.activeElement))
      && document.activeElement !== document.body;
  });
  document.addEventListener("htmx:load", (event) => {
    const isNowhere = !document.activeElement || document.activeElement === document.body;
    const part = event.detail.elt;
    if (!hadIt || !isNowhere || part === document.body) return;
    hadIt = false;
    if (!part.matches("a[href], button, input, select, textarea, [tabindex]")) part.tabIndex = -1;
    part.focus({ preventScroll: true });
  });
}
