"""The entries of a text form of the deal folder, each with a name of its own."""

import re
from collections.abc import Mapping
from typing import Any

from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place

_ID = re.compile(r"[a-z][a-z0-9_]*")


class Entry(FormTable):
    """One table of a file, read key by key."""

    def id(self, noun: str, example: str, taken: set[str]) -> str:
        """Read the entry's own name; empty where it has none that can be used.

        Parameters
        ----------
        noun
            What the entry is, for messages.
        example
            A name such as it could have.
        taken
            Names already used; the name is added.
        """
        raw = self.raw.get("id")
        if not isinstance(raw, str) or not _ID.fullmatch(raw):
            said = f"this {noun} has no id" if raw is None else f'"{raw}" is not an id'
            fix = f'write id = "{example}": lower-case letters, digits and "_"'
            self.note("id", said, "bad-id", fix)
            return ""
        if raw in taken:
            fix = "keep one of them, with everything that is known"
            self.note("id", f'the {noun} "{raw}" is written twice', "duplicate-id", fix)
            return ""
        taken.add(raw)
        return raw


def entries(
    document: Mapping[str, Any], key: str, notes: Notes, why: str, under: Place = ()
) -> tuple[Entry, ...]:
    """Return the tables of an array such as ``[[task]]``; anything else there is a problem.

    Parameters
    ----------
    document
        What holds the array.
    key
        Its name.
    notes
        Where problems go.
    why
        Why it matters, for every message.
    under
        Where ``document`` itself stands in the file.
    """
    raw = document.get(key, [])
    path: Place = (*under, key)
    if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
        header = ".".join(str(part) for part in path if isinstance(part, str))
        notes.add(path, f"{key} is not a list of entries", "not-a-list", why, f"write [[{header}]]")
        return ()
    return tuple(Entry(one, (*path, place), notes, why) for place, one in enumerate(raw))
