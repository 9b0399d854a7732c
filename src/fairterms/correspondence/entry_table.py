"""One ``[[entry]]`` of ``log.toml``, read key by key; what is wrong becomes a problem."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from fairterms.units.notes import Notes
from fairterms.units.positions import Path

_E = TypeVar("_E", bound=StrEnum)
WHY = "who reads the log later was not there"


@dataclass(frozen=True)
class EntryTable:
    """The keys of one entry with their place in the file.

    Attributes
    ----------
    raw
        Key to what TOML holds.
    path
        Where the entry stands.
    notes
        Where problems are gathered.
    """

    raw: Mapping[str, Any]
    path: Path
    notes: Notes

    @property
    def line(self) -> int:
        """Where the entry begins, counted from 1."""
        return self.notes.line(self.path)

    def only(self, known: Collection[str]) -> None:
        """Note every key that nothing reads."""
        for key in self.raw.keys() - set(known):
            self.notes.unknown((*self.path, key), key, known, "key of an entry")

    def add(self, key: str, what: str, code: str, fix: str, why: str = WHY) -> None:
        """Note a problem at a key, or at the entry where it has no such key."""
        self.notes.add((*self.path, key), what, code, why, fix)

    def text(self, key: str) -> str:
        """Return words; empty where there are none."""
        raw = self.raw.get(key, "")
        if isinstance(raw, str):
            return " ".join(raw.split())
        self.add(key, f"{key} is not words", "not-words", f'write {key} = "..." in quotes')
        return ""

    def needed(self, key: str, example: str) -> str:
        """Return words that must be there."""
        found = self.text(key)
        if not found and isinstance(self.raw.get(key, ""), str):
            self.add(key, f"the entry does not say {key}", "missing", f'write {key} = "{example}"')
        return found

    def day(self, key: str) -> date | None:
        """Return a day; None where there is none, or none that can be read."""
        raw = self.raw.get(key)
        if raw is None:
            return None
        # A moment of a day is a day to Python, and would be compared with days in vain.
        if isinstance(raw, date) and not isinstance(raw, datetime):
            return raw
        self.add(key, f"{key} is not a day", "not-a-day", f"write {key} = 2026-10-03, unquoted")
        return None

    def needed_day(self, key: str) -> date | None:
        """Return a day that must be there."""
        if self.raw.get(key) is None:
            self.add(key, f"the entry has no day {key}", "missing", f"write {key} = 2026-10-03")
        return self.day(key)

    def is_true(self, key: str) -> bool:
        """Return yes or no; no where the key is not there."""
        raw = self.raw.get(key, False)
        if not isinstance(raw, bool):
            fix = f"write {key} = true"
            self.add(key, f"{key} is neither true nor false", "not-a-flag", fix)
        return raw is True

    def choice(self, key: str, kinds: type[_E]) -> _E | None:
        """Return one of a few words; None where there is none, or another.

        In a message they are called as their class is.
        """
        raw = self.raw.get(key)
        if raw is None:
            return None
        known = [one.value for one in kinds]
        if raw in known:
            return kinds(raw)
        self.notes.unknown((*self.path, key), str(raw), known, kinds.__name__.lower())
        return None

    def needed_choice(self, key: str, kinds: type[_E]) -> _E | None:
        """Return one of a few words; one of them must be there."""
        if self.raw.get(key) is None:
            known = ", ".join(one.value for one in kinds)
            fix = f'write {key} = "...", one of: {known}'
            self.add(key, f"the entry has no {key}", "missing", fix)
        return self.choice(key, kinds)

    def names(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """Return a list of known names."""
        raw = self.raw.get(key, [])
        listed = raw if isinstance(raw, list) else [raw]
        for at, name in enumerate(listed):
            if name not in known:
                self.notes.unknown((*self.path, key, at), str(name), known, key.rstrip("s"))
        return tuple(name for name in listed if name in known)
