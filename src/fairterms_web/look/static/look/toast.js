import { say } from "./live.js";

// A line at the foot of the window that says what was done and may offer to undo it. It stays
// until it is closed. The server sends HX-Trigger: {"toast": {"text": "...", "undo": "/url"}}.
export function toasts() {
  // What the page came with is shown already; those who listen to it hear it too.
  say([...document.querySelectorAll(".toasts .toast p")].map((one) => one.textContent).join(" "));
  document.addEventListener("toast", (event) => add(event.detail));
  document.addEventListener("click", (event) => {
    const close = event.target.closest?.(".toast [data-close]");
    if (!close) return;
    const toast = close.closest(".toast");
    const hadFocus = toast.contains(document.activeElement);
    toast.remove();
    if (hadFocus) document.querySelector("main")?.focus({ preventScroll: true });
  });
}

function add({ text, undo, grave }) {
  const place = document.querySelector(".toasts");
  const pattern = document.getElementById("toast_pattern");
  if (!place || !pattern || !text) return;
  const toast = pattern.content.firstElementChild.cloneNode(true);
  toast.querySelector("p").textContent = text;
  const form = toast.querySelector("form");
  const isOwn = typeof undo === "string" && undo.startsWith("/") && !undo.startsWith("//");
  if (isOwn) form.action = undo;
  else form.remove();
  place.replaceChildren(toast);
  say(text, grave ? "said_at_once" : "said");
}
