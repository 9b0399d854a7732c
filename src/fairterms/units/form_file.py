"""Opening a text form of a deal folder: its document with the lines, or what is wrong with it."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fairterms.units.notes import Notes
from fairterms.units.positions import parse
from fairterms.units.problem import Problem

_WHY = "nothing can be read"


def text_of(path: Path) -> str | Problem | None:
    """Read the text of a form.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    str, Problem or None
        None where there is no such file; a problem where it is no text.
    """
    if not path.is_file():
        return None
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as wrong:
        what = f"the file is not UTF-8 text (byte {wrong.start})"
        return Problem(path.name, 0, what, "not-text", _WHY, "save it as UTF-8 from your editor")


def parsed(text: str, file: str) -> tuple[dict[str, Any], Notes] | Problem:
    r"""Parse the text of a form.

    Parameters
    ----------
    text
        TOML.
    file
        Its name, for messages.

    Returns
    -------
    tuple or Problem
        The document, and the notes that take its problems; a problem where it is not TOML.

    Examples
    --------
    >>> document, notes = parsed('[a]\nb = 1', "form.toml")
    >>> document["a"], notes.line(("a", "b"))
    ({'b': 1}, 2)
    """
    try:
        document, positions = parse(text)
    except tomllib.TOMLDecodeError as wrong:
        what = f"the file is not TOML: {wrong}"
        return Problem(file, 0, what, "not-toml", _WHY, "mend that line")
    return document, Notes(file, tuple(text.splitlines()), positions)


def open_form(path: Path) -> tuple[Mapping[str, Any], Notes] | None:
    """Read a TOML file of a deal folder.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    tuple or None
        The document and the notes for its problems; an empty document where it cannot be read,
        with the reason noted. None where there is no such file.
    """
    text = text_of(path)
    if text is None:
        return None
    opened = text if isinstance(text, Problem) else parsed(text, path.name)
    if isinstance(opened, Problem):
        return {}, Notes(path.name, (), {}, [opened])
    return opened
