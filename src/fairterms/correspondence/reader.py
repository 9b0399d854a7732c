"""Read ``log.toml`` with its seal; everything wrong is reported together, each with its line."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from fairterms.correspondence import entry_reader, links, sealing
from fairterms.correspondence.entry_table import EntryTable
from fairterms.correspondence.log import FILE, Log, Written
from fairterms.units.form_file import parsed, text_of
from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place
from fairterms.units.problem import Problem


def read(folder: Path, today: date | None = None) -> Log | None:
    """Read the log of a deal.

    Parameters
    ----------
    folder
        The deal folder.
    today
        No entry may be later; None where nobody knows the day.

    Returns
    -------
    Log or None
        None when the deal has no log. Problems of the file and of its seal are part of the result.
    """
    text = text_of(folder / FILE)
    seals, bad_lines = sealing.read(folder)
    if text is None:
        return Log((), _removed(), (), seals) if seals or bad_lines else None
    if isinstance(text, Problem):
        return Log((), (text,))
    log = read_text(text, folder, today)
    if not log.written and log.problems:
        return log
    changed = sealing.check(log.written, seals)
    return replace(log, problems=(*log.problems, *changed, *bad_lines), seals=seals)


def read_text(text: str, folder: Path | None = None, today: date | None = None) -> Log:
    """Read a log from its text, without its seal; evidence is compared where a folder is given."""
    opened = parsed(text, FILE)
    if isinstance(opened, Problem):
        return Log((), (opened,))
    document, notes = opened
    for name in document.keys() - {"entry"}:
        notes.unknown((name,), name, ("entry",), "section")
    tables = _tables(document, notes)
    written = tuple(
        Written(_id(table.raw), table.line, canonical(table.raw)) for table in tables.values()
    )
    found = {place: entry_reader.read(table, folder, today) for place, table in tables.items()}
    sound = {place: entry for place, entry in found.items() if entry is not None}
    kept = links.check(sound, written, notes).values()
    entries = sorted(kept, key=lambda entry: (entry.on, entry.line))
    return Log(tuple(entries), notes.problems(), written)


def canonical(raw: Mapping[str, Any]) -> str:
    """Return everything an entry says in one form, whatever the order and the spaces of its file.

    Examples
    --------
    >>> canonical({"on": date(2026, 10, 3), "id": "a"})
    '{"id":"a","on":"2026-10-03"}'
    """
    return json.dumps(raw, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def _tables(document: Mapping[str, Any], notes: Notes) -> dict[Place, EntryTable]:
    raw = document.get("entry", [])
    if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
        return {("entry", at): EntryTable(one, ("entry", at), notes) for at, one in enumerate(raw)}
    fix = "start each entry with [[entry]]"
    notes.add(("entry",), "entry is not a list of entries", "bad-log", "nothing reads it", fix)
    return {}


def _id(raw: Mapping[str, Any]) -> str:
    return str(raw.get("id", ""))


def _removed() -> tuple[Problem, ...]:
    what = f"there is a {sealing.FILE}, and no {FILE}: the log was removed after it was sealed"
    why, fix = "what was sealed stays", f"put {FILE} back"
    return (Problem(FILE, 0, what, "changed-after-sealing", why, fix),)
