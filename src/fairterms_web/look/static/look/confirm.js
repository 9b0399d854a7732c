// What cannot be undone is asked about first: data-confirm on a form, a link or a button.
const agreed = new WeakSet();

export function confirms() {
  document.addEventListener("submit", async (event) => {
    const by = event.submitter?.dataset.confirm ? event.submitter : event.target;
    if (!by.dataset.confirm || isHtmx(event.target, event.submitter)) return;
    if (agreed.delete(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await ask(by)) {
      agreed.add(event.target);
      event.target.requestSubmit(event.submitter ?? undefined);
    }
  }, true);
  document.addEventListener("htmx:confirm", async (event) => {
    const by = event.detail.triggeringEvent?.submitter?.dataset.confirm
      ? event.detail.triggeringEvent.submitter : event.detail.elt;
    if (!by.dataset.confirm) return;
    event.preventDefault();
    if (await ask(by)) event.detail.issueRequest(true);
  });
}

function isHtmx(...elements) {
  return elements.some((one) => one?.matches("[hx-post], [hx-get], [hx-put], [hx-patch], [hx-delete]"));
}

function ask(by) {
  const pattern = document.getElementById("confirm_pattern");
  const dialog = pattern.content.firstElementChild.cloneNode(true);
  if (by.dataset.confirmTitle) dialog.querySelector("h2").textContent = by.dataset.confirmTitle;
  dialog.querySelector("p").textContent = by.dataset.confirm;
  const yes = dialog.querySelector('[value="yes"]');
  if (by.dataset.confirmYes) yes.textContent = by.dataset.confirmYes;
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before?.isConnected) before.focus();
      done(dialog.returnValue === "yes");
    });
  });
}
