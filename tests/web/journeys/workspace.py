"""The workspace as a user starts it: its own command, on a free port, with a home of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final
from urllib.request import urlopen

ROOT: Final = Path(__file__).parents[3]
_PATIENCE: Final = 180.0
"""Seconds; a machine that runs other tests as well prepares its database slowly."""

_MANNERS: Final = 10.0
"""Seconds to end by itself."""


@contextmanager
def served(home: Path, *more: str) -> Iterator[str]:
    """Run ``python -m fairterms_web serve``; give the address it prints, and end it.

    Parameters
    ----------
    home
        Where the workspace keeps what it keeps; a home that was used before goes on.
    more
        What else the command is told.
    """
    command = [sys.executable, "-m", "fairterms_web", "serve", "--port", str(_free_port()), *more]
    own = {"FAIRTERMS_HOME": str(home), "OPENBLAS_NUM_THREADS": "1"}
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name != "DATABASE_URL" and not name.startswith("FAIRTERMS_")
    }
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**inherited, **own},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as server:
        assert server.stdout is not None, "it was asked for"
        try:
            address = _printed(server.stdout)
            _wait_until_it_listens(address)
            _wake(address)
            yield address
        finally:
            _end(server)


def _wake(address: str) -> None:
    """Ask for one page; the first loads the program, longer than a browser may want to wait."""
    host = address.split("/")[2]
    with urlopen(f"http://{host}/accounts/login/", timeout=_PATIENCE):
        pass


def _end(server: "subprocess.Popen[str]") -> None:
    """End it as Ctrl-C does; a worker in the midst of long work is not waited for."""
    server.terminate()
    try:
        server.wait(_MANNERS)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _printed(lines: IO[str]) -> str:
    for line in lines:
        if line.strip().startswith("http://"):
            return line.strip()
    raise AssertionError("the workspace ended before it printed its address")


def _wait_until_it_listens(address: str) -> None:
    host, _, port = address.split("/")[2].partition(":")
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with socket.socket() as tried:
            if tried.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the workspace printed its address and does not listen there")
