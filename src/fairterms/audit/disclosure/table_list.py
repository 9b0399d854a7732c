"""The tables of an array such as ``[[disclosure]]``, of which there may be none."""

from collections.abc import Mapping
from typing import Any

from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes


def tables(document: Mapping[str, Any], key: str, notes: Notes, why: str) -> tuple[FormTable, ...]:
    """Return the tables of an array; none where nothing stands there.

    Parameters
    ----------
    document
        The file.
    key
        The name of the array.
    notes
        Where problems go.
    why
        Why they matter.
    """
    raw = document.get(key, [])
    if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
        return tuple(FormTable(one, (key, place), notes, why) for place, one in enumerate(raw))
    fix = f"write [[{key}]] by itself, and under it what it says"
    notes.add((key,), f"{key} is not a list of tables", "not-a-table", why, fix)
    return ()
