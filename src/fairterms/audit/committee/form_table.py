"""The tables of a charter and of a sheet of ballots."""

from collections.abc import Mapping
from typing import Any

from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes

WHY = "a committee is bound by what is written, and by nothing else"


def table(document: Mapping[str, Any], key: str, notes: Notes) -> FormTable:
    """Return a table such as ``[quorum]``; an empty one where it is missing, which is noted."""
    raw = document.get(key)
    if isinstance(raw, dict):
        return FormTable(raw, (key,), notes, WHY)
    what = f"[{key}] is missing" if raw is None else f"{key} is not a table"
    notes.add((key,), what, "missing", WHY, f"write [{key}] by itself, and under it what it says")
    return FormTable({}, (key,), notes, WHY)


def tables(document: Mapping[str, Any], key: str, notes: Notes) -> tuple[FormTable, ...]:
    """Return the tables of an array such as ``[[seat]]``; noted where there is none."""
    raw = document.get(key, [])
    if isinstance(raw, list) and raw and all(isinstance(one, dict) for one in raw):
        return tuple(FormTable(one, (key, place), notes, WHY) for place, one in enumerate(raw))
    notes.add((key,), f"there is no [[{key}]]", "missing", WHY, f"write one [[{key}]] for each")
    return ()
