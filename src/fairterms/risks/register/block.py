"""One block of ``risks.toml``, read key by key; what is wrong becomes a problem with its line."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from fairterms.risks.control.impossible import Impossible
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import Path
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity, Unit

FILE = "risks.toml"
_PERSONAL = re.compile(
    r"\d{7,}|\S@\S|\b\d{3}-\d{2}-\d{4}\b|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|\b(?:MRN|DOB)\b",
    re.IGNORECASE,
)
"""Numbers of seven digits and more, e-mail addresses, phone numbers (our choice)."""

WHY = "a risk nobody can check is only an opinion, so nothing is guessed"

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


@dataclass
class Block:
    """A block with its place in the file. Every key that is asked for is remembered.

    Attributes
    ----------
    raw
        Key to what TOML holds.
    path
        Where the block stands.
    notes
        Where problems go.
    """

    raw: Mapping[str, Any]
    path: Path
    notes: Notes
    asked: set[str] = field(default_factory=set)

    def has(self, key: str) -> bool:
        """Say whether a key is there."""
        self.asked.add(key)
        return key in self.raw

    def id(self, sort: str, taken: set[str]) -> str:
        """Read the block's id; empty when it cannot be used."""
        self.asked.add("id")
        return self.notes.id((*self.path, "id"), self.raw.get("id"), sort, taken)

    def words(self, key: str, example: str) -> str:
        """Read words that must be there."""
        if self.has(key) and self.raw[key] != "":
            return self.optional_words(key)
        self.missing(key, f'write {key} = "{example}"')
        return ""

    def optional_words(self, key: str) -> str:
        """Read words; empty where the key is not there."""
        raw = self.raw[key] if self.has(key) else ""
        if isinstance(raw, str):
            return "" if self._is_personal(key, raw) else raw.strip()
        self.add(key, f"{key} is not written in words", "not-words", 'put words between " and "')
        return ""

    def _is_personal(self, key: str, text: str) -> bool:
        """Note words that hold a number or an address of a person; the message leaves them out."""
        if not _PERSONAL.search(text):
            return False
        line = self.notes.line((*self.path, key))
        what = f"{key} holds what looks like the number or address of a person"
        why = "this file is shared, and nobody's own number or address belongs in it"
        fix = "take it out; name people by their role, and nothing of a patient"
        self.notes.found.append(Problem(self.notes.file, line, what, "personal", why, fix))
        return True

    def choice(self, key: str, known: type[E], default: E | None = None) -> E | None:
        """Read one of the words of an enumeration."""
        choices = [str(one.value) for one in known]
        if not self.has(key):
            if default is None:
                self.missing(key, f"write {_or(key, choices)}")
            return default
        if self.raw[key] in choices:
            return known(self.raw[key])
        what = f'{key}: there is no choice "{self.raw[key]}"'
        self.add(key, what, "no-such-choice", f"write {_or(key, choices)}")
        return None

    def one_of(self, key: str, known: Collection[str]) -> str:
        """Read one of the words known; empty, with a problem, where it is none of them."""
        if not self.has(key):
            self.missing(key, f"write {_or(key, known)}")
            return ""
        if self.raw[key] in known:
            return str(self.raw[key])
        what = f'{key}: there is no choice "{self.raw[key]}"'
        self.add(key, what, "no-such-choice", f"write {_or(key, known)}")
        return ""

    def day(self, key: str) -> date | None:
        """Read a day that must be there."""
        if self.has(key):
            return self.optional_day(key)
        self.missing(key, f"write {key} = 2026-10-05, without quotes")
        return None

    def optional_day(self, key: str) -> date | None:
        """Read a day; None where the key is not there."""
        raw = self.raw[key] if self.has(key) else None
        if raw is None or (isinstance(raw, date) and not isinstance(raw, datetime)):
            return raw
        fix = f"write {key} = 2026-10-05, without quotes"
        self.add(key, f"{key} is not a day", "not-a-date", fix)
        return None

    def quantity(self, key: str, example: str, units: Collection[Unit] = ()) -> Quantity | None:
        """Read a number with its unit that must be there; of ``units`` where some are given."""
        if not self.has(key):
            self.missing(key, f'write {key} = "{example}"')
            return None
        return self.read_quantity(key, self.raw[key], example, units)

    def read_quantity(
        self, key: str, raw: Any, example: str, units: Collection[Unit] = ()
    ) -> Quantity | None:
        """Read a number with its unit from what stands under a key."""
        try:
            found = quantity.parse(str(raw))
        except quantity.NotAQuantity as wrong:
            fix = f'write the unit with it, like "{example}"'
            self.add(key, f"{key}: {wrong.reason}", "not-a-quantity", fix)
            return None
        if found.threshold is not None or found.base:
            what = f'{key}: "{raw}" is not a number by itself'
            self.add(key, what, "not-exact", f'write it like "{example}"')
            return None
        if units and found.unit not in units:
            wanted = " or ".join(str(one) for one in units)
            what = f"{key} is in {found.unit}, and {wanted} are wanted"
            self.add(key, what, "wrong-unit", f'write it like "{example}"')
            return None
        return found

    def list_of_words(self, key: str) -> tuple[str, ...]:
        """Read a list of words; empty where the key is not there."""
        raw = self.raw[key] if self.has(key) else []
        if isinstance(raw, list) and all(isinstance(one, str) for one in raw):
            return tuple(raw)
        fix = f'write {key} = ["one", "another"]'
        self.add(key, f"{key} is not a list of words", "not-a-list", fix)
        return ()

    def rows(self, key: str) -> tuple["Block", ...]:
        """Read a list of small tables, such as the points of a tolerance."""
        raw = self.raw[key] if self.has(key) else []
        if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
            return tuple(
                Block(row, (*self.path, key, at), self.notes) for at, row in enumerate(raw)
            )
        fix = f"write {key} = [{{ ... }}, {{ ... }}]"
        self.add(key, f"{key} is not a list of small tables", "not-a-list", fix)
        return ()

    def table(self, key: str, example: str) -> "Block | None":
        """Read a small table; None where the key is not there or holds something else."""
        if not self.has(key):
            return None
        raw = self.raw[key]
        if isinstance(raw, dict):
            return Block(raw, (*self.path, key), self.notes)
        what = f"{key} does not say what its number is"
        self.add(key, what, "not-a-table", f"write {key} = {example}")
        return None

    def refer(self, key: str, known: Collection[str], sort: str, *, must: bool = True) -> str:
        """Read the id of another record; empty, with a problem, where there is none of that id."""
        name = self.words(key, f"the id of the {sort}") if must else self.optional_words(key)
        if not name or name in known:
            return name
        path = (*self.path, key)
        if known:
            self.notes.unknown(path, name, known, sort)
        else:
            what, fix = f'there is no {sort} called "{name}"', f"add a block [[{sort}]] of that id"
            self.notes.add(path, what, f"unknown-{sort}", "a name without its block is empty", fix)
        return ""

    def is_true(self, key: str) -> bool:
        """Read true or false; false where the key is not there."""
        raw = self.raw[key] if self.has(key) else False
        if not isinstance(raw, bool):
            fix = f"write {key} = true, or leave it out"
            self.add(key, f"{key} is neither true nor false", "not-yes-or-no", fix)
        return raw is True

    def unit(self, key: str) -> Unit | None:
        """Read a unit by itself, such as "$", "patients" or "percentage points"."""
        raw = self.words(key, "$")
        try:
            return quantity.parse(f"$1{raw[1:]}" if raw[:1] == "$" else f"1 {raw}").unit
        except quantity.NotAQuantity:
            fix = f'write {key} = "$", "patients", "days" or "percentage points"'
            if raw:
                self.add(key, f'"{raw}" is not a unit', "bad-unit", fix)
            return None

    def build(self, make: Callable[[], T], key: str = "") -> T | None:
        """Make a record; what it refuses becomes a problem at its key, or at ``key``."""
        try:
            return make()
        except Impossible as wrong:
            path = (*self.path, wrong.key) if wrong.key in self.raw else self.path
            self.notes.add(path, wrong.what, "impossible", wrong.why, wrong.fix)
        except ValueError as wrong:
            what, _, fix = str(wrong).rstrip(".").partition(": ")
            self.add(key, what, "refused", fix or "change what is written here")
        return None

    def close(self, sort: str) -> None:
        """Note every key nobody asked for."""
        for key in sorted(self.raw.keys() - self.asked):
            self.notes.unknown((*self.path, key), key, self.asked, f"key of {sort}")

    def missing(self, key: str, fix: str) -> None:
        """Note a key that must be there."""
        self.notes.missing(self.path, f"{key} is missing", fix, WHY)

    def add(self, key: str, what: str, code: str, fix: str, *, why: str = WHY) -> None:
        """Note a problem at a key, or at the block where the key is empty."""
        path = (*self.path, key) if key else self.path
        self.notes.add(path, what, code, why, fix)


def _or(key: str, choices: Collection[str]) -> str:
    return f"{key} = " + " or ".join(f'"{one}"' for one in choices)


def blocks(document: Mapping[str, Any], section: str, notes: Notes) -> Iterator[Block]:
    """Yield the blocks of a section, each with its place."""
    raw = document.get(section, [])
    if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
        fix = f"begin each block with [[{section}]]"
        notes.add((section,), f"{section} is not a list of blocks", "not-blocks", WHY, fix)
        return
    for at, table in enumerate(raw):
        yield Block(table, (section, at), notes)


def ids_written(document: Mapping[str, Any], section: str) -> tuple[str, ...]:
    """Return the ids that blocks of a section give, also those of blocks with other mistakes."""
    raw = document.get(section, [])
    entries = raw if isinstance(raw, list) else []
    return tuple(str(one["id"]) for one in entries if isinstance(one, dict) and one.get("id"))
