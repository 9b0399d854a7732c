"""One table of ``audit.toml``, read key by key."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from fairterms.correspondence import evidence_file
from fairterms.correspondence.entry import EvidenceFile
from fairterms.units import quantity
from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes
from fairterms.units.quantity import Quantity

WHY = "both sides must be able to see how an audit came to its result"
_C = TypeVar("_C", bound=StrEnum)


@dataclass(frozen=True)
class Entry(FormTable):
    """A table of an audit: the tables of a committee, with days, hours and files beside words."""

    def note(self, key: str, what: str, code: str, fix: str, why: str = WHY) -> None:
        """Note a problem of a key; of the whole table where the key is empty."""
        path = (*self.path, key) if key else self.path
        self.notes.add(path, what, code, why, fix)

    def id(self, sort: str, taken: set[str]) -> str:
        """Read the entry's own id; empty, with a problem, where it cannot be used."""
        return self.notes.id((*self.path, "id"), self.raw.get("id"), sort, taken)

    def of(self, key: str, known: Collection[str], sort: str) -> str:
        """Read the id of another entry that must stand in the file."""
        found = self.needed_words(key, next(iter(sorted(known)), f"a_{key}"))
        if not found or found in known:
            return found
        if known:
            self.notes.unknown((*self.path, key), found, known, sort)
            return ""
        fix = f"write a [[{sort.replace(' ', '_')}]] with that id first"
        self.note(key, f'there is no {sort} called "{found}"', "unknown-id", fix)
        return ""

    def needed_day(self, key: str) -> date | None:
        """Read a day that must be there."""
        if key not in self.raw:
            self.note("", f"{key} is missing", "missing", f"write {key} = 2027-01-19")
        return self.day(key)

    def one_of(self, key: str, kinds: type[_C]) -> _C | None:
        """Read one of a few words that must be there; None, with a problem, where it is not."""
        known = tuple(one.value for one in kinds)
        if key not in self.raw:
            fix = "write one of: " + ", ".join(f'{key} = "{one}"' for one in known)
            self.note("", f"{key} is missing", "missing", fix)
        found = self.choice(key, known)
        return kinds(found) if found else None

    def listed(self, key: str) -> tuple[str, ...]:
        """Read a list of words; empty where there is none."""
        raw = self.raw.get(key, [])
        if isinstance(raw, list) and all(isinstance(one, str) and one.strip() for one in raw):
            return tuple(one.strip() for one in raw)
        self.note(
            key, f"{key} is not a list of words", "not-a-list", f'write {key} = ["one", "another"]'
        )
        return ()

    def needed_list(self, key: str, example: str) -> tuple[str, ...]:
        """Read a list of words with at least one of them."""
        if not self.raw.get(key):
            self.note("", f"{key} is missing", "missing", f'write {key} = ["{example}"]')
        return self.listed(key)

    def quantity(self, key: str) -> Quantity | None:
        """Read a number with its unit; None where nothing, or something else, stands."""
        raw = self.raw.get(key)
        if raw is None:
            return None
        try:
            return quantity.parse(str(raw))
        except quantity.NotAQuantity as wrong:
            self.note(key, f"{key}: {wrong.reason}", "not-a-quantity", wrong.fix)
            return None

    def hours(self, key: str, *, is_needed: bool = True) -> Decimal | None:
        """Read hours, such as "120 hours"; they must be there unless the caller says otherwise."""
        if is_needed and key not in self.raw:
            self.note("", f"{key} is missing", "missing", f'write {key} = "120 hours"')
        found = self.quantity(key)
        if found is None:
            return None
        if found.unit == quantity.count("hour") and found.amount >= 0:
            return found.amount
        self.note(
            key, f"{key} is not a number of hours", "wrong-unit", f'write {key} = "120 hours"'
        )
        return None

    def evidence(self, folder: Path | None) -> tuple[EvidenceFile, ...]:
        """Read the files that show something; each that is there must be what it was.

        Parameters
        ----------
        folder
            The deal folder; None where there is only a text.

        Notes
        -----
        A file that is not in the folder is no problem: evidence may stay with the side that owns
        it. Its hash says which file it was.
        """
        raw = self.raw.get("evidence", [])
        listed = raw if isinstance(raw, list) else [raw]
        found = (
            evidence_file.read(one, (*self.path, "evidence", at), self.notes, _there(one, folder))
            for at, one in enumerate(listed)
        )
        return tuple(one for one in found if one is not None)


def _there(raw: object, folder: Path | None) -> Path | None:
    """Return the folder where it holds the file; else None."""
    name = str(raw.get("file", "")) if isinstance(raw, dict) else ""
    parts = PurePosixPath(name)
    leads_out = parts.is_absolute() or ".." in parts.parts or "\\" in name or ":" in name
    is_there = folder is not None and not leads_out and (folder / name).is_file()
    return folder if is_there else None


def one_table(document: Mapping[str, Any], key: str, notes: Notes) -> Entry | None:
    """Return a table such as ``[programme]``; None where there is none."""
    raw = document.get(key)
    if raw is None:
        return None
    if isinstance(raw, dict):
        return Entry(raw, (key,), notes)
    fix = f"write [{key}] by itself, and under it what it says"
    notes.add((key,), f"{key} is not a table", "not-a-table", WHY, fix)
    return None


def all_tables(document: Mapping[str, Any], key: str, notes: Notes) -> tuple[Entry, ...]:
    """Return the tables of an array such as ``[[finding]]``; empty where there is none."""
    raw = document.get(key, [])
    if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
        return tuple(Entry(one, (key, place), notes) for place, one in enumerate(raw))
    notes.add((key,), f"{key} is not a list of entries", "not-a-list", WHY, f"write [[{key}]]")
    return ()
