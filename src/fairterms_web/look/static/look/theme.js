// Light, dark, or as the system says: kept in a cookie so that the server writes it into <html>.
const YEAR = 31536000;

function set(theme) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function themes() {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-themes]");
    const chosen = event.submitter?.value;
    if (!form || !chosen) return;
    event.preventDefault();
    set(chosen);
    for (const button of form.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === chosen));
    }
  });
}
