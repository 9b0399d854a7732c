"""Start the workspace in the browser, as a program of its own."""

import importlib.metadata
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import stop, stop_refused
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

PROGRAM = "fairterms_web"
"""Started by its name and never imported: the core does not know what the workspace is made of."""


def run(
    port: Annotated[
        int, typer.Option(help="The number after the colon.", metavar="NUMBER", min=1, max=65535)
    ] = 8731,
    host: Annotated[
        str, typer.Option(help="The address to listen at.", metavar="ADDRESS")
    ] = "127.0.0.1",
    folder: Annotated[
        Path, typer.Option(help="Where everything you enter is kept.", metavar="FOLDER")
    ] = Path("workspace"),
    example: Annotated[bool, typer.Option(help="Load the example deal.")] = True,
) -> None:
    """Check that what the workspace needs is there, and become it."""
    if folder.exists() and not folder.is_dir():
        stop([_no_folder(folder)])
    lacking = missing()
    if lacking:
        stop_refused(_not_installed(lacking), lead="")
    # The workspace must know its folder before it reads its arguments.
    os.environ["FAIRTERMS_HOME"] = str(folder.resolve())
    become(command(port, host, is_example_wanted=example))


def command(port: int, host: str, *, is_example_wanted: bool) -> list[str]:
    """Return the program to start, with its arguments.

    Examples
    --------
    >>> " ".join(command(8731, "127.0.0.1", is_example_wanted=False)[1:])
    '-m fairterms_web serve --host 127.0.0.1 --port 8731 --no-example'
    """
    said = [sys.executable, "-m", PROGRAM, "serve", "--host", host, "--port", str(port)]
    return said if is_example_wanted else [*said, "--no-example"]


def become(program: list[str]) -> None:
    """Run a program in the place of this one, so that Ctrl-C and every signal reach it."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(program[0], program)  # noqa: S606 - our own interpreter, no shell
    # Windows cannot replace a program; Ctrl-C reaches both there.
    raise typer.Exit(subprocess.run(program, check=False).returncode)  # noqa: S603 - as above


def missing() -> list[str]:
    """Name the packages of the extra ``web`` that are not installed.

    Read from Fairterms' own list of requirements, so that there is no second list to keep in step.
    """
    try:
        listed = importlib.metadata.requires("fairterms")
    except importlib.metadata.PackageNotFoundError:
        return []  # run from a folder of sources; the workspace itself will say what it lacks
    return [name for name in of_extra("web", listed or ()) if not _is_installed(name)]


def of_extra(extra: str, listed: Iterable[str]) -> list[str]:
    """Pick the packages of one extra out of a distribution's requirements.

    Examples
    --------
    >>> of_extra("web", ['rich>=15', 'whitenoise>=6.12; extra == "web"', 'numba; extra == "fast"'])
    ['whitenoise']
    """
    ours = [line for line in listed if re.search(rf"""extra\s*==\s*["']{extra}["']""", line)]
    return [re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0] for line in ours]


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _not_installed(lacking: list[str]) -> Refusal:
    return Refusal(
        "the workspace in the browser",
        f"needs packages that are not installed: {', '.join(lacking)}",
        "they come apart, so that who needs the command line alone installs less",
        "run: pip install 'fairterms[web]' (from a clone: python3 start.py serve)",
    )


def _no_folder(path: Path) -> Problem:
    return Problem(
        str(path),
        0,
        "this is a file, and the workspace needs a folder",
        "no-folder",
        "the database, the keys and the backups lie there together",
        "name another one with --folder",
    )
