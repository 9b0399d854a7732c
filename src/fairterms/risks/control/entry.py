"""One block of ``risks.toml``, read key by key; what is wrong becomes a problem with its line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from fairterms.risks.control.impossible import Impossible
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import Path
from fairterms.units.quantity import FRACTION, Kind, Quantity

WHY = "what is relied on is written down, never guessed"
_Choice = TypeVar("_Choice", bound=Enum)
_Record = TypeVar("_Record")


@dataclass(frozen=True)
class Entry:
    """A block with its place in the file.

    Attributes
    ----------
    raw
        Key to what TOML holds.
    path
        Where the block stands.
    notes
        Where problems are gathered.
    """

    raw: Mapping[str, Any]
    path: Path
    notes: Notes

    def only(self, known: Iterable[str]) -> None:
        """Note every key that nothing reads."""
        known = tuple(known)
        for key in self.raw.keys() - set(known):
            self.notes.unknown((*self.path, key), key, known, "key")

    def has(self, key: str) -> bool:
        """Say whether a key is there."""
        return key in self.raw

    def refuse(self, key: str, what: str, fix: str, code: str = "bad-control") -> None:
        """Note a problem at a key."""
        self.notes.add((*self.path, key), what, code, WHY, fix)

    def build(self, make: Callable[[], _Record]) -> _Record | None:
        """Make a record; what it refuses is noted at the key it names."""
        try:
            return make()
        except Impossible as wrong:
            path = (*self.path, wrong.key)
            self.notes.add(path, wrong.what, "impossible", wrong.why, wrong.fix)
            return None

    def id(self, taken: set[str]) -> str:
        """Return the block's id, or an empty string where it cannot be used."""
        sort = str(self.path[0])
        return self.notes.id((*self.path, "id"), self.raw.get("id"), sort, taken)

    def words(self, key: str, example: str) -> str:
        """Return words that must be there, or an empty string."""
        found = self.raw.get(key)
        if isinstance(found, str) and found.strip():
            return " ".join(found.split())
        lacks = "is missing" if found in (None, "") else "is not written in words"
        self.refuse(key, f"{key} {lacks}", f'write {key} = "{example}"', _code(found))
        return ""

    def optional_words(self, key: str, example: str) -> str:
        """Return words, or an empty string where the key is not there."""
        return self.words(key, example) if key in self.raw else ""

    def choice(self, key: str, sort: type[_Choice]) -> _Choice | None:
        """Return one of a sort's words, or None."""
        return self.one_of(key, self.raw.get(key), sort)

    def one_of(self, key: str, raw: object, sort: type[_Choice]) -> _Choice | None:
        """Return what a word stands for, or None where it is none of the sort's."""
        for one in sort:
            if one.value == raw:
                return one
        what = f"{key} is missing" if raw is None else f'nothing reads {key} = "{raw}"'
        fix = f"write one of: {', '.join(str(one.value) for one in sort)}"
        self.refuse(key, what, fix, _code(raw))
        return None

    def known(self, key: str, known: Iterable[str], sort: str) -> str:
        """Return the id of something that is written elsewhere, or an empty string."""
        name = self.words(key, f"the id of the {sort}")
        if not name or name in set(known):
            return name
        self.notes.unknown((*self.path, key), name, known, sort)
        return ""

    def day(self, key: str) -> date | None:
        """Return a day that must be there, or None."""
        found = self.raw.get(key)
        if isinstance(found, date) and not isinstance(found, datetime):
            return found
        what = f"{key} is missing" if found is None else f"{key} is not a day"
        self.refuse(key, what, f"write {key} = 2027-03-31, without quotes", _code(found))
        return None

    def flag(self, key: str) -> bool | None:
        """Return yes or no, which must be said, or None."""
        found = self.raw.get(key)
        if isinstance(found, bool):
            return found
        what = f"{key} is missing" if found is None else f"{key} is neither true nor false"
        self.refuse(key, what, f"write {key} = true or {key} = false", _code(found))
        return None

    def amount(self, key: str, example: str) -> Quantity | None:
        """Return a number with its unit that must be there, or None."""
        return self.one_amount(key, self.raw.get(key), example)

    def one_amount(self, key: str, raw: object, example: str) -> Quantity | None:
        """Read a number with its unit."""
        if raw is None:
            self.refuse(key, f"{key} is missing", f'write {key} = "{example}"', _code(raw))
            return None
        try:
            found = quantity.parse(str(raw))
        except quantity.NotAQuantity as wrong:
            self.refuse(key, f"{key}: {wrong.reason}", f'write it like "{example}"')
            return None
        if found.threshold is None:
            return found
        self.refuse(key, f'{key} says "{found.threshold.value}"', "write the number itself")
        return None

    def count(self, key: str, example: str, least: int = 0) -> Quantity | None:
        """Return a whole number of things, ``least`` or more, or None."""
        found = self.amount(key, example)
        if found is None:
            return None
        is_whole = found.unit.kind is Kind.COUNT and found.amount == int(found.amount)
        if is_whole and found.amount >= least:
            return found
        self.refuse(key, f"{key} is not a whole number from {least}", f'write it like "{example}"')
        return None

    def share(self, key: str, raw: object, example: str) -> float | None:
        """Return a percentage as a fraction, or None."""
        found = self.one_amount(key, raw, example)
        if found is None or found.unit == FRACTION:
            return None if found is None else float(found.amount)
        self.refuse(key, f"{key} is in {found.unit}", f'write it in per cent, like "{example}"')
        return None


def _code(found: object) -> str:
    return "missing" if found in (None, "") else "bad-control"


def entries(document: Mapping[str, Any], section: str, notes: Notes) -> Iterator[Entry]:
    """Yield the blocks of a section, in the order of the file."""
    blocks = document.get(section, [])
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        fix = f"start each block with [[{section}]]"
        why = "nothing reads it otherwise"
        notes.add((section,), f"{section} is not a list of blocks", "not-blocks", why, fix)
        return
    for at, block in enumerate(blocks):
        yield Entry(block, (section, at), notes)
