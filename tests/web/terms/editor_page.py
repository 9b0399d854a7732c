"""A page with the editor, served under the workspace's own policy, and a hand that uses it."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs

from fairterms.settle.workbench.workbench import examine_text
from tests.browser.chromium import Browser

ROOT = Path(__file__).parents[3] / "src/fairterms_web"
AXE = Path(__file__).parents[1] / "axe/axe.min.js"
STATIC = {"terms": ROOT / "terms/static/terms", "look": ROOT / "look/static/look"}
KINDS = {".js": "text/javascript", ".css": "text/css"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
TERMS = """[contract]
name = "Cedar"
starts = 2027-01-01
ends = 2027-12-31
rounding = "to the cent, half up, once at the end"

[[clause]]
id = "fee"
model = "care_coordination"
rate = "$2.00 PMPM"
"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Terms</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/static/look/tokens.css">
<link rel="stylesheet" href="/static/look/fairterms.css">
<link rel="stylesheet" href="/static/terms/terms-editor.css">
<script src="/watch.js"></script>
<script src="/static/terms/terms-editor.js" type="module"></script></head><body><main>
<h1>Terms</h1><form method="post" action="/save"><input type="hidden" name="csrfmiddlewaretoken"
value="the-token"><div class="terms-bench"><div><label for="text">Payment terms</label>
<textarea id="text" name="text" data-check="/check" data-reading="reading">{text}</textarea>
<button data-save>Save</button></div>
<div id="reading" class="terms-reading" tabindex="-1" role="region" aria-label="In plain English">
</div></div></form></main></body></html>"""
# What the page did wrong, gathered from its first moment on.
WATCH = """window.wrong = [];
addEventListener('securitypolicyviolation',
  e => wrong.push(`${e.violatedDirective} ${e.blockedURI}`));
addEventListener('error', e => wrong.push(String(e.message)));
addEventListener('unhandledrejection', e => wrong.push(String(e.reason)));"""


def reading(text: str) -> str | None:
    """Give a reading taller than its pane, with a link and a part that opens."""
    found = examine_text(text)
    if not found.is_sound:
        return None
    lines = "".join(f"<p>Line {number} of the reading</p>" for number in range(120))
    opened = '<details id="more"><summary>More</summary>More words</details>'
    return (
        f'<p id="hash">{found.terms}</p><a href="#line-8" data-line="8">The fee</a>{opened}{lines}'
    )


@dataclass
class Heard:
    """What the server was asked."""

    checks: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    is_out: bool = False


def _handler(heard: Heard) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        pages: ClassVar[dict[str, tuple[str, str]]] = {
            "/watch.js": ("text/javascript", WATCH),
            "/": ("text/html; charset=utf-8", PAGE.format(text=TERMS)),
        }

        def do_GET(self) -> None:
            _, _, room, *rest = [*self.path.split("/"), "", ""]
            if self.path in self.pages:
                self.answer(*self.pages[self.path])
            elif self.path.startswith("/static/") and room in {"static"} | STATIC.keys():
                path = STATIC[room].joinpath(*[one for one in rest if one])
                self.answer(KINDS[path.suffix], path.read_text(encoding="utf-8"))
            else:
                self.answer("text/plain", "", 404)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            text = parse_qs(body, keep_blank_values=True)["text"][0]
            if self.path == "/save":
                heard.saved.append(text)
                self.answer("text/html", "<!doctype html><title>Saved</title><p>Saved.</p>")
                return
            heard.checks.append(text)
            heard.tokens.append(self.headers["X-CSRFToken"])
            found = examine_text(text)
            told = {
                "problems": [
                    {
                        "line": one.line,
                        "what": one.what,
                        "why": one.why,
                        "fix": one.fix,
                        "severity": one.severity,
                    }
                    for one in found.problems
                ],
                "reading": reading(text),
            }
            self.answer("application/json", json.dumps(told), 403 if heard.is_out else 200)

        def answer(self, kind: str, text: str, status: int = 200) -> None:
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def served(heard: Heard) -> Iterator[str]:
    """Serve the page on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(heard))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Page:
    """The open page, used as a person uses it."""

    def __init__(self, tab: Browser, address: str) -> None:
        self.tab, self.address = tab, address

    def open(self, more: str = "", width: int = 1280) -> None:
        """Open the page and wait until the text has been checked once."""
        self.tab.say(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.tab.say("Page.navigate", url=self.address + more)
        self.tab.wait_for("Page.loadEventFired")
        self.until("document.querySelector('.terms-status')?.textContent")

    def until(self, condition: str) -> object:
        """Wait until something holds, for ten seconds at most."""
        return self.tab.ask(
            f"""new Promise((done, gone) => {{ let tries = 0; const look = () => {{
            const found = {condition}; if (found) done(true);
            else if (++tries > 400) gone(new Error('never: ' + {json.dumps(condition)} + ' '
              + document.body.innerText.slice(-900)));
            else setTimeout(look, 25); }}; look(); }})"""
        )

    def key(self, key: str, code: int, modifiers: int = 0, text: str = "") -> None:
        """Press a key; ``modifiers``: 1 Alt, 2 Ctrl, 8 Shift."""
        held = {"key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        self.tab.say("Input.dispatchKeyEvent", type="keyDown", text=text, **held)
        self.tab.say("Input.dispatchKeyEvent", type="keyUp", **held)

    def tab_key(self, modifiers: int = 0) -> None:
        """Press Tab."""
        self.key("Tab", 9, modifiers)

    def write(self, text: str) -> None:
        """Type a text where the cursor is."""
        self.tab.say("Input.insertText", text=text)

    def start_writing(self, at_end: bool = True) -> None:
        """Go into the editor by keyboard alone, to the end or the start of the text."""
        for _ in range(4):
            if self.tab.ask("!!document.activeElement.closest('.cm-content')"):
                break
            self.tab_key()
        assert self.tab.ask("!!document.activeElement.closest('.cm-content')")
        self.key("End" if at_end else "Home", 35 if at_end else 36, 2)
