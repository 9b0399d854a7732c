// Asks the workspace what it makes of a text that is not saved.
const pause = 400; // milliseconds without a key before it is asked
const patience = 5000; // milliseconds before it is asked again when it did not answer

function token(form) {
  const own = form?.elements.namedItem("csrfmiddlewaretoken")?.value;
  const meta = document.querySelector('meta[name="csrf-token"]')?.content;
  const cookie = document.cookie.match(/(?:^|; )(?:__Host-|__Secure-)?csrftoken=([^;]*)/)?.[1];
  return own || meta || (cookie ? decodeURIComponent(cookie) : "");
}

async function ask(url, text, form, signal) {
  const answer = await fetch(url, {
    method: "POST",
    body: new URLSearchParams({ text }),
    headers: { "X-CSRFToken": token(form), Accept: "application/json" },
    credentials: "same-origin",
    signal,
  });
  const isOurs = answer.headers.get("Content-Type")?.startsWith("application/json");
  if (answer.redirected || answer.status === 401 || answer.status === 403) {
    return { refused: "You are signed out, or may not check here. Your text is still in this page: sign in in another window, then type on." };
  }
  if (answer.status === 413) return { refused: "The text is too long to be checked." };
  if (!answer.ok || !isOurs) throw new Error(`answered ${answer.status}`);
  const told = await answer.json();
  return Array.isArray(told) ? { problems: told } : told;
}

// `show` receives {problems, reading} or {refused}; `fail` hears that there was no answer.
export function checker({ url, form, text, show, fail }) {
  let waiting = 0;
  let running = null;

  async function now() {
    clearTimeout(waiting);
    running?.abort();
    const mine = new AbortController();
    running = mine;
    try {
      const told = await ask(url, text(), form, mine.signal);
      if (running === mine) show(told);
    } catch (trouble) {
      if (mine.signal.aborted || running !== mine) return;
      fail();
      waiting = setTimeout(now, patience);
    }
  }

  function soon() {
    clearTimeout(waiting);
    running?.abort(); // its answer would be about an older text
    running = null;
    waiting = setTimeout(now, pause);
  }

  return { now, soon };
}
