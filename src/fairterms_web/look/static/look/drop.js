// A file input that files may be dropped on, and that says what it holds and what is too large.
export function dropZones(part) {
  for (const zone of part.querySelectorAll("[data-drop]:not([data-ready])")) {
    const input = zone.querySelector('input[type="file"]');
    if (!input) continue;
    zone.dataset.ready = "";
    for (const name of ["dragenter", "dragover"]) {
      zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); });
    }
    for (const name of ["dragleave", "drop"]) {
      zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.remove("over"); });
    }
    zone.addEventListener("drop", (event) => {
      if (input.disabled || !event.dataTransfer?.files.length) return;
      const held = new DataTransfer();
      const files = [...event.dataTransfer.files];
      for (const file of input.multiple ? files : files.slice(0, 1)) held.items.add(file);
      input.files = held.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    input.addEventListener("change", () => tell(zone, input));
  }
}

function tell(zone, input) {
  const list = zone.querySelector("[data-files]");
  const most = Number(zone.dataset.mostBytes || 0);
  const files = [...input.files];
  const all = files.reduce((sum, file) => sum + file.size, 0);
  const isTooMuch = most > 0 && all > most;
  input.setCustomValidity(isTooMuch ? `These files are ${size(all)}; at most ${size(most)} can be sent at once.` : "");
  list?.replaceChildren(...files.map((file) => {
    const item = document.createElement("li");
    item.textContent = `${file.name}, ${size(file.size)}`;
    return item;
  }));
  const fault = zone.querySelector("[data-fault]");
  if (fault) {
    fault.textContent = input.validationMessage;
    fault.hidden = !isTooMuch;
  }
}

export function size(bytes) {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
