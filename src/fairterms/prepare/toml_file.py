"""The tables of a text form of the deal folder, read key by key."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place

_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Entry:
    """One table of a file, read key by key.

    Attributes
    ----------
    raw
        What it holds.
    path
        Where it stands.
    notes
        Where problems go.
    why
        Why it matters, for every message.
    """

    raw: Mapping[str, Any]
    path: Place
    notes: Notes
    why: str

    @property
    def source(self) -> str:
        """Where it is written: ``"responsibilities.toml, line 9"``."""
        return f"{self.notes.file}, line {self.notes.line(self.path)}"

    def only(self, keys: tuple[str, ...]) -> None:
        """Note every key that nothing reads."""
        for key in self.raw.keys() - set(keys):
            self.notes.unknown((*self.path, key), key, keys, "key")

    def note(self, key: str, what: str, code: str, fix: str) -> None:
        """Note a problem of a key; of the whole entry where the key is empty."""
        path = (*self.path, key) if key else self.path
        self.notes.add(path, what, code, self.why, fix)

    def words(self, key: str) -> str:
        """Read words; empty where nothing stands."""
        raw = self.raw.get(key, "")
        if isinstance(raw, str):
            return raw.strip()
        self.note(key, f"{key} is not written in words", "not-words", 'put words between " and "')
        return ""

    def day(self, key: str) -> date | None:
        """Read a day; None where nothing stands."""
        raw = self.raw.get(key)
        if raw is None or (isinstance(raw, date) and not isinstance(raw, datetime)):
            return raw
        fix = f"write {key} = 2026-09-30, without quotes"
        self.note(key, f"{key} is not a date", "not-a-date", fix)
        return None

    def flag(self, key: str) -> bool | None:
        """Read true or false; None where nothing stands."""
        raw = self.raw.get(key)
        if raw is None or isinstance(raw, bool):
            return raw
        self.note(key, f"{key} is neither true nor false", "not-yes-or-no", "write true or false")
        return None

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """Read one of several words; empty where nothing, or another word, stands."""
        raw = self.raw.get(key)
        if raw is None or raw in choices:
            return raw or ""
        fix = "write one of: " + ", ".join(f'"{one}"' for one in choices)
        shown = f'{key}: there is no "{raw}"' if isinstance(raw, str) else f"{key} is not a word"
        self.note(key, shown, "no-such-choice", fix)
        return ""

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

    def names(self, key: str) -> tuple[str, ...]:
        """Read a list of words; empty where nothing stands."""
        raw = self.raw.get(key, [])
        if isinstance(raw, list) and all(isinstance(one, str) for one in raw):
            return tuple(one.strip() for one in raw)
        fix = f'write {key} = ["one", "another"]'
        self.note(key, f"{key} is not a list of words", "not-a-list", fix)
        return ()


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
