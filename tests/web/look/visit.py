"""Looking at the small server's pages with a real browser."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.browser.chromium import Browser

AXE: Final = Path(__file__).parents[1] / "axe" / "axe.min.js"
ROOT: Final = Path(__file__).parents[3]
_RULES: Final = """axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify(
  found.violations.filter(one => ['serious', 'critical'].includes(one.impact))
    .map(one => [one.id, one.nodes.slice(0, 3).map(node => node.html.slice(0, 160))])))"""
# What a strict policy refused would be told to nobody: it is kept from the first moment on.
_WATCH: Final = """window.refused = [];
  document.addEventListener('securitypolicyviolation', event =>
    window.refused.push([event.violatedDirective, event.blockedURI, event.sample]));
  window.addEventListener('error', event => window.refused.push(['error', event.message, '']));"""


@contextmanager
def served() -> Iterator[str]:
    """Start the small server, give its address, and end it."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.web.look.site"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        try:
            address = server.stdout.readline().strip()
            assert address, "the small server did not start"
            yield address
        finally:
            server.terminate()


def visit(tab: Browser, address: str, width: int = 1280, *, scheme: str = "light") -> None:
    """Open a page in a window of ``width`` pixels, light or dark."""
    if not getattr(tab, "is_watched", False):
        tab.say("Page.addScriptToEvaluateOnNewDocument", source=_WATCH)
        vars(tab)["is_watched"] = True
    tab.say(
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=900,
        deviceScaleFactor=1,
        mobile=False,
    )
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    tab.say("Emulation.setEmulatedMedia", features=features)
    tab.say("Page.navigate", url=address)
    tab.wait_for("Page.loadEventFired")


def broken_rules(tab: Browser) -> object:
    """Give the serious and critical rules of axe-core that the open page breaks."""
    tab.ask(f"{AXE.read_text(encoding='utf-8')};0")
    return json.loads(str(tab.ask(_RULES)))


def refused(tab: Browser) -> object:
    """Give what the content security policy refused since the page was opened."""
    return json.loads(str(tab.ask("JSON.stringify(window.refused)")))
