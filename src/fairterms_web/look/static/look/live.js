// What changes on the page is also said. The server says it with the header
// HX-Trigger: {"said": "3 findings shown"}, or the new part carries data-said.
export function announcements() {
  document.addEventListener("said", (event) => say(event.detail?.value ?? event.detail));
  document.addEventListener("htmx:load", (event) => {
    const said = event.detail.elt.closest?.("[data-said]") ?? event.detail.elt.querySelector?.("[data-said]");
    if (said && said !== document.body) say(said.dataset.said);
  });
  document.addEventListener("htmx:responseError", (event) => fail(event.detail.xhr.status));
  document.addEventListener("htmx:sendError", () => fail(0));
  document.addEventListener("htmx:timeout", () => fail(0));
}

export function say(text, where = "said") {
  const place = document.getElementById(where);
  if (!place || typeof text !== "string" || !text) return;
  place.textContent = "";
  // The same words twice are heard twice only if the place was empty in between.
  setTimeout(() => { place.textContent = text; }, 50);
}

function fail(status) {
  const text = status === 0
    ? "The workspace did not answer. Nothing was changed. Check the connection and try again."
    : status === 404 || status === 403
      ? "This is not open to you now. Nothing was changed. Reload the page to see what is."
      : "The workspace could not do this. Reload the page and look before you try again.";
  document.dispatchEvent(new CustomEvent("toast", { detail: { text, grave: true } }));
}
