"""``marks.toml``, the manifest of marks that lies beside the files: read, and written anew."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from fairterms.audit.disclosure.mark import Manifest, Mark, MarkedFile
from fairterms.audit.disclosure.table_list import tables
from fairterms.units.form_file import open_form
from fairterms.units.form_table import FormTable
from fairterms.units.problem import Problem

FILE = "marks.toml"
WHY = "a mark protects a file only where its owner, its day and the file itself are known"
_MARKS = tuple(one.value for one in Mark)


@dataclass(frozen=True)
class MarkReading:
    """A manifest as it was read.

    Attributes
    ----------
    manifest
        The marks that can be used.
    problems
        What to mend.
    """

    manifest: Manifest
    problems: tuple[Problem, ...]


def read(path: Path) -> MarkReading:
    """Read a manifest; an empty one where there is no file.

    Parameters
    ----------
    path
        ``marks.toml``.
    """
    opened = open_form(path)
    if opened is None:
        return MarkReading(Manifest(), ())
    document, notes = opened
    for key in document.keys() - {"mark"}:
        notes.unknown((key,), key, ("mark",), "section")
    found = tuple(one for one in map(_marked, tables(document, "mark", notes, WHY)) if one)
    return MarkReading(Manifest(found), notes.problems())


def _marked(entry: FormTable) -> MarkedFile | None:
    entry.only("path", "mark", "owner", "since")
    path = entry.needed_words("path", "evidence/rate-model.docx")
    if path and (path.startswith("/") or ".." in PurePosixPath(path).parts):
        fix = "write the path as it stands in the folder, such as evidence/rate-model.docx"
        entry.note("path", f'"{path}" leads out of the folder', "not-inside", fix)
        return None
    mark = entry.choice("mark", _MARKS)
    if "mark" not in entry.raw:
        entry.note("", "mark is missing", "missing", 'write mark = "confidential"')
    owner = entry.needed_words("owner", "Example Health")
    since = entry.day("since")
    if "since" not in entry.raw:
        entry.note("", "since is missing", "missing", "write since = 2027-02-05")
    if not (path and mark and owner and since):
        return None
    return MarkedFile(path, Mark(mark), owner, since, entry.line)


def write(manifest: Manifest) -> str:
    """Write a manifest as text that reads back as the same.

    Examples
    --------
    >>> from datetime import date
    >>> one = MarkedFile("rates.docx", Mark.PROPRIETARY, "Example Health", date(2027, 2, 5))
    >>> print(write(Manifest((one,))), end="")
    [[mark]]
    path = "rates.docx"
    mark = "proprietary"
    owner = "Example Health"
    since = 2027-02-05
    """
    entries = (
        f"[[mark]]\npath = {_text(one.path)}\nmark = {_text(one.mark.value)}\n"
        f"owner = {_text(one.owner)}\nsince = {one.since}\n"
        for one in manifest.files
    )
    return "\n".join(entries)


def _text(words: str) -> str:
    # TOML escapes as JSON does, and one character more.
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
