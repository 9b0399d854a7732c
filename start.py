#!/usr/bin/env python3
"""Set Fairterms up in this folder, and run the example, the workspace or the tests.

It needs a stock Python (3.11 or newer) and nothing else: it makes a virtual environment in
``.venv``, installs the locked requirements there, and starts what was asked for.

    python3 start.py demo    set up, decide the example, print where the report lies
    python3 start.py serve   set up, open the workspace in the browser with the example in it;
                             what follows goes to `fairterms serve`: --port 9000, --folder ours
    python3 start.py test    set up for development, run the tests
    python3 start.py setup   set up only
    python3 start.py reserving  add the actuarial library that the year-end forecast needs (large)
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


def main(arguments: list[str]) -> int:
    """Do what was asked; return the exit code."""
    ours = (demo, test, setup, reserving)
    jobs: dict[str, Callable[[], int]] = {one.__name__: one for one in ours}
    job, *rest = arguments or [""]
    if job == "serve":
        jobs["serve"] = lambda: serve(rest)
    elif rest or job not in jobs:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - this script may be started by an older one
        print(f"Fairterms needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        print("Start it with a newer one, like: python3.11 start.py", *arguments)
        return 1
    return jobs[job]()


def setup() -> int:
    """Set up only."""
    return set_up("run")


def reserving() -> int:
    """Add the actuarial library, with half a gigabyte that it brings along."""
    return set_up("reserving")


def demo() -> int:
    """Set up and decide the example deal."""
    return set_up("run") or run(PYTHON, "-m", "fairterms.cli", "decide", "examples/cedar")


def serve(options: list[str]) -> int:
    """Set up with what the web needs and open the workspace, until Ctrl-C stops it."""
    # PostgreSQL's library has another licence than the rest: it comes only where it is asked for.
    is_on_a_server = os.environ.get("DATABASE_URL", "").lower().startswith("postgres")
    code = set_up("postgres" if is_on_a_server else "web")
    try:
        return code or run(PYTHON, "-m", "fairterms.cli", "serve", *options)
    except KeyboardInterrupt:
        return 0  # Ctrl-C reached the workspace too, and it has ended


def test() -> int:
    """Set up for development and run the tests that need no more than a few minutes."""
    # Tests run side by side, on small matrices: threads of their own would only get in the way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Each worker, and each program a test starts, would compile every module anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    code = set_up("dev")
    if code:
        return code
    # Rewriting a thousand files of tests, so that a failure explains itself, takes each worker as
    # long as a tenth of the tests. A file stays with one worker, so what it shares is made once;
    # in their own order the smallest files come last, and no worker waits long for the others.
    by_file = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
    code = run(*QUICK_TESTS, *by_file, "--assert", "plain")
    if code == SOME_FAILED:
        print("Once more, those that failed, with what they found:", flush=True)
        run(*QUICK_TESTS, "--last-failed", "--last-failed-no-failures", "none")
    return code


QUICK_TESTS = (PYTHON, "-m", "pytest", "-m", "not slow", "-q")
SOME_FAILED = 1
"""How pytest ends when it ran to the end and some tests failed."""


def set_up(requirements: str) -> int:
    """Make the environment and install what is locked; quick when nothing has changed."""
    lock = HERE / "requirements" / f"{requirements}.txt"
    mark = ENVIRONMENT / f"installed-{requirements}"
    wanted = hashlib.sha256(lock.read_bytes() + str(HERE).encode()).hexdigest()
    if mark.exists() and mark.read_text() == wanted:
        return 0
    print(f"Setting up in {ENVIRONMENT.name} (the first time this takes a minute)…", flush=True)
    code = make_environment()
    code = code or run(PYTHON, "-m", "pip", "install", "-q", *QUIET, "uv", "setuptools>=77")
    code = code or install("--require-hashes", "-r", str(lock))
    code = code or install("--no-deps", "--no-build-isolation", "-e", ".")
    if code == 0:
        mark.write_text(wanted)
    return code


QUIET = ("--disable-pip-version-check", "--no-warn-script-location")


def make_environment() -> int:
    """Make the virtual environment, or say what a stripped-down Python lacks."""
    if PYTHON.exists():
        return 0
    try:
        venv.create(ENVIRONMENT, with_pip=True)
    except subprocess.CalledProcessError:
        print("This Python comes without its venv and pip modules.")
        print("On Debian and Ubuntu: apt-get install python3-venv. Then run this again.")
        return 1
    return 0


def install(*arguments: str) -> int:
    """Install packages with uv, which is quick, or with pip where uv cannot run."""
    quick = run(PYTHON, "-m", "uv", "pip", "install", "-q", "--python", str(PYTHON), *arguments)
    return quick and run(PYTHON, "-m", "pip", "install", "-q", *QUIET, *arguments)


def run(*command: str | Path) -> int:
    """Run a program in this folder; return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=HERE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
