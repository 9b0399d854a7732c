"""A tab that visits addresses, hands files over, takes files away, and waits for what comes."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from tests.browser.chromium import Answer, Browser, pipe

PATIENCE: Final = 60.0
"""Seconds until something that takes no work must have come."""
_PAUSE: Final = 0.05
# What a strict policy refused would be told to nobody: it is kept from the first moment on.
_WATCH: Final = """window.refused = [];
  document.addEventListener('securitypolicyviolation', event =>
    window.refused.push([event.violatedDirective, event.blockedURI, event.sample]));
  window.addEventListener('error', event => window.refused.push(['error', event.message]));"""
_AT_REST: Final = """document.readyState === 'complete' &&
  !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')"""


class Tab(Browser):
    """One tab of a running Chromium.

    Parameters
    ----------
    to_browser, from_browser
        The two ends of the pipe, as file descriptors.
    """

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self.heard: list[Answer] = []
        super().__init__(to_browser, from_browser)
        self.say("DOM.enable")
        self.say("Page.addScriptToEvaluateOnNewDocument", source=_WATCH)
        self.look(1280)

    def _read(self) -> Answer:
        answer = super()._read()
        if "method" in answer:
            self.heard.append(answer)
        return answer

    def look(self, width: int, scheme: str = "light", height: int = 900) -> None:
        """Look through a window of so many pixels, light or dark, with nothing that glides."""
        self.say(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.say("Emulation.setEmulatedMedia", features=features)

    def run_scripts(self, *, wanted: bool) -> None:
        """Let pages run scripts, or let none run."""
        self.say("Emulation.setScriptExecutionDisabled", value=not wanted)

    def go(self, address: str) -> None:
        """Visit an address, as one who writes it into the browser."""
        # An answer still under way to the page before must not be taken for this one.
        loader = self.say("Page.navigate", url=address)["loaderId"]
        end = time.monotonic() + PATIENCE
        while self._loader() != loader:
            assert time.monotonic() < end, f"{address} never came"
            time.sleep(_PAUSE)
        self.settle()

    def _loader(self) -> object:
        tree = self.say("Page.getFrameTree")["frameTree"]
        assert isinstance(tree, dict), "it is a tree"
        frame = tree["frame"]
        assert isinstance(frame, dict), "it has a frame"
        return frame["loaderId"]

    def until(self, condition: str, seconds: float = PATIENCE) -> None:
        """Wait until a condition holds, also across the moment in which a page gives way."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            # Between two pages there is nothing to ask.
            with suppress(AssertionError):
                if self.ask(f"Boolean({condition})") is True:
                    return
            time.sleep(_PAUSE)
        raise AssertionError(f"never came: {condition}\n{self.text()[:2000]}")

    def settle(self) -> None:
        """Wait until the page is there and htmx is at rest."""
        self.until(_AT_REST)

    def text(self) -> str:
        """Give the words that can be seen on the page."""
        return str(self.ask("document.body.innerText"))

    def list_of(self, question: str) -> list[object]:
        """Ask the page something whose answer is a list."""
        answer = json.loads(str(self.ask(f"JSON.stringify({question})")))
        assert isinstance(answer, list)
        return answer

    def refused(self) -> list[object]:
        """Give what the content policy refused, and what went wrong in a script."""
        return self.list_of("window.refused ?? []")

    def expect_files(self, *paths: Path) -> None:
        """Choose files in the dialog that the last press opened."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.ask("0")  # An answer brings what happened before it.
            opened = [one for one in self.heard if one["method"] == "Page.fileChooserOpened"]
            if opened:
                told = opened[-1]["params"]
                assert isinstance(told, dict)
                files = [str(one) for one in paths]
                self.say("DOM.setFileInputFiles", files=files, backendNodeId=told["backendNodeId"])
                self.heard.clear()
                return
            time.sleep(_PAUSE)
        raise AssertionError("no dialog for files was opened")

    def keep_downloads(self, folder: Path) -> None:
        """Let what is taken away land in a folder, and let files be chosen without a window."""
        self.say("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
        self.say("Page.setInterceptFileChooserDialog", enabled=True)


def taken(folder: Path, ending: str) -> Path:
    """Wait for a file that was taken away."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = sorted(folder.glob(f"*{ending}"))
        if found and not list(folder.glob("*.crdownload")):
            return found[-1]
        time.sleep(_PAUSE)
    raise AssertionError(f"no file {ending} came; there are {sorted(folder.iterdir())}")


@contextmanager
def opened() -> Iterator[Tab]:
    """Start Chromium, give one tab of it, and end it."""
    with pipe() as ends:
        yield Tab(*ends)
