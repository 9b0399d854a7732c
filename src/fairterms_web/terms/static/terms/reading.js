// The reading beside the editor: replaced as the text changes, without losing the reader's place.
function openParts(pane) {
  return new Set([...pane.querySelectorAll("details[id][open]")].map((one) => one.id));
}

function twin(pane, element) {
  if (!element) return null;
  if (element.id) return pane.querySelector(`#${CSS.escape(element.id)}`);
  const href = element.getAttribute("href");
  return href ? pane.querySelector(`[href="${CSS.escape(href)}"]`) : null;
}

export function showReading(pane, html) {
  const { scrollTop, scrollLeft } = pane;
  const held = pane.contains(document.activeElement) ? document.activeElement : null;
  const open = openParts(pane);
  const pattern = document.createElement("template");
  pattern.innerHTML = html;
  if (pattern.innerHTML === pane.innerHTML) return;
  pane.replaceChildren(pattern.content);
  for (const id of open) pane.querySelector(`details#${CSS.escape(id)}`)?.setAttribute("open", "");
  pane.scrollTop = scrollTop;
  pane.scrollLeft = scrollLeft;
  if (held && held !== pane) (twin(pane, held) ?? pane).focus({ preventScroll: true });
  window.htmx?.process(pane);
  pane.dispatchEvent(new CustomEvent("terms:read", { bubbles: true }));
}
