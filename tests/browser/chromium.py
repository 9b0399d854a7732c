"""A real browser for tests: Chromium without a window, spoken to over a pipe."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias

Answer: TypeAlias = dict[str, "Answer | list[Answer] | str | int | float | bool | None"]

PROGRAM: Final = shutil.which("chromium") or shutil.which("chromium-browser")
MISSING: Final = "Chromium is not installed: the report is not tried in a browser"
_PATIENCE: Final = 60
_SWITCHES: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--remote-debugging-pipe",
)


class Browser:
    """One tab of a running Chromium.

    Parameters
    ----------
    to_browser, from_browser
        The two ends of the pipe, as file descriptors.
    """

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from = to_browser, from_browser
        self._number = 0
        self._session: str | None = None
        self._unread = b""
        target = self.say("Target.createTarget", url="about:blank")["targetId"]
        session = self.say("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._session = str(session)
        self.say("Page.enable")

    def say(self, method: str, **arguments: object) -> Answer:
        """Give one command of the DevTools protocol and wait for its answer."""
        self._number += 1
        command: dict[str, object] = {"id": self._number, "method": method, "params": arguments}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._to, json.dumps(command).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                result = answer["result"]
                assert isinstance(result, dict)
                return result

    def wait_for(self, event: str) -> None:
        """Wait until the browser reports an event."""
        while self._read().get("method") != event:
            pass

    def open(self, page: Path, width: int = 1280) -> None:
        """Show a file in a window of ``width`` pixels."""
        self.say(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.say("Page.navigate", url=page.resolve().as_uri())
        self.wait_for("Page.loadEventFired")

    def ask(self, expression: str) -> object:
        """Evaluate JavaScript in the page and return its value."""
        answer = self.say(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        result = answer["result"]
        assert isinstance(result, dict)
        return result.get("value")

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press and release a key."""
        held = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.say("Input.dispatchKeyEvent", type="keyDown", text=text, **held)
        self.say("Input.dispatchKeyEvent", type="keyUp", **held)

    def _read(self) -> Answer:
        while b"\0" not in self._unread:
            ready, _, _ = select([self._from], [], [], _PATIENCE)
            assert ready, f"Chromium said nothing for {_PATIENCE} seconds"
            part = os.read(self._from, 1 << 20)
            assert part, "Chromium has ended"
            self._unread += part
        message, self._unread = self._unread.split(b"\0", 1)
        answer: Answer = json.loads(message)
        return answer


@contextmanager
def pipe() -> Iterator[tuple[int, int]]:
    """Start Chromium, give the two ends of the pipe it is spoken to over, and end it."""
    assert PROGRAM, MISSING
    commands, to_browser = os.pipe()
    from_browser, answers = os.pipe()
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # Chromium reads commands from descriptor 3 and answers on 4; the shell moves them there.
        moved = f'exec "$0" "$@" 3<&{commands} 4>&{answers}'
        chromium = subprocess.Popen(
            ["/bin/bash", "-c", moved, PROGRAM, *_SWITCHES, f"--user-data-dir={profile}"],
            pass_fds=(commands, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(answers)
        try:
            yield to_browser, from_browser
        finally:
            chromium.terminate()
            chromium.wait()
            os.close(to_browser)
            os.close(from_browser)


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium, give one tab of it, and end it."""
    with pipe() as ends:
        yield Browser(*ends)
