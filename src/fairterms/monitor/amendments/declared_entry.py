"""One table of a file that both sides keep after signing, read key by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fairterms.correspondence.entry_table import EntryTable
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.quantity import Quantity, Unit, count

WHY = "what was agreed is read from here later, and nothing is guessed"
NOT_KNOWN = "not known"
"""What stands in place of a number that nobody knows."""
DAY, BUSINESS_DAY = count("day"), count("business day")


@dataclass(frozen=True)
class DeclaredEntry(EntryTable):
    """A table with numbers and lists, where an entry of the log has words and days."""

    def add(self, key: str, what: str, code: str, fix: str, why: str = WHY) -> None:
        """Note a problem at a key, or at the entry where it has no such key."""
        super().add(key, what, code, fix, why)

    def id(self, sort: str, taken: set[str]) -> str:
        """Return the entry's own id; empty, with a problem, where it cannot be used."""
        return self.notes.id((*self.path, "id"), self.raw.get("id"), sort, taken)

    def amount(self, key: str, unit: Unit) -> Decimal | None:
        """Return a number of 0 or more in a unit; None where it is not known, or not said."""
        found = self._quantity(key)
        if found is None:
            return None
        if found.unit != unit or found.base or found.threshold:
            self.add(key, f"{key} is wanted in {unit}", "wrong-unit", _in(key, unit))
            return None
        if found.amount < 0:
            fix = "write what is taken away under removes, as a number above 0"
            self.add(key, f"{key} is below zero", "below-zero", fix)
            return None
        return found.amount

    def share(self, key: str) -> Decimal | None:
        """Return a percentage as a fraction, which may be below 0; None where none is said."""
        found = self._quantity(key)
        if found is None:
            return None
        if found.unit == quantity.FRACTION and not found.base and not found.threshold:
            return found.amount
        self.add(key, f"{key} is not a percentage", "wrong-unit", f'write {key} = "2.4 %"')
        return None

    def days(self, key: str) -> Quantity | None:
        """Return a number of days, calendar or business; None where none is said."""
        found = self._quantity(key)
        if found is None or (found.unit in (DAY, BUSINESS_DAY) and found.amount >= 0):
            return found
        fix = f'write {key} = "45 days" or "10 business days"'
        self.add(key, f"{key} is not a number of days", "wrong-unit", fix)
        return None

    def listed(self, key: str) -> tuple[str, ...]:
        """Return a list of words; empty where there is none."""
        raw = self.raw.get(key, [])
        if isinstance(raw, list) and all(isinstance(one, str) and one.strip() for one in raw):
            return tuple(" ".join(one.split()) for one in raw)
        fix = f'write {key} = ["one", "another"]'
        self.add(key, f"{key} is not a list of words", "not-a-list", fix)
        return ()

    def table(self, key: str) -> "DeclaredEntry | None":
        """Return the table below a key; None where there is none."""
        raw = self.raw.get(key)
        if isinstance(raw, dict):
            return DeclaredEntry(raw, (*self.path, key), self.notes)
        if raw is not None:
            fix = f"write {key} = {{ ... }} with its keys inside"
            self.add(key, f"{key} is not a table of keys", "not-a-table", fix)
        return None

    def tables(self, key: str) -> "tuple[DeclaredEntry, ...]":
        """Return the tables of a list below a key; empty where there is none."""
        return tuple(_tables(self.raw, key, (*self.path, key), self.notes))

    def _quantity(self, key: str) -> Quantity | None:
        raw = self.raw.get(key)
        if raw is None or raw == NOT_KNOWN:
            return None
        try:
            return quantity.parse(str(raw))
        except quantity.NotAQuantity as wrong:
            self.add(key, f"{key}: {wrong.reason}", "not-a-quantity", wrong.fix)
            return None


def _in(key: str, unit: Unit) -> str:
    return f'write {key} = "{quantity.write(Decimal(120), unit)}", or "{NOT_KNOWN}"'


def sections(
    document: Mapping[str, Any], known: tuple[str, ...], notes: Notes
) -> dict[str, tuple[DeclaredEntry, ...]]:
    """Return the entries of every section of a file; a section nobody knows is a problem."""
    for name in document.keys() - set(known):
        notes.unknown((name,), name, known, "section")
    return {name: tuple(_tables(document, name, (name,), notes)) for name in known}


def _tables(
    within: Mapping[str, Any], key: str, path: tuple[str | int, ...], notes: Notes
) -> Iterator[DeclaredEntry]:
    raw = within.get(key, [])
    if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
        name = ".".join(str(part) for part in path if isinstance(part, str))
        fix = f"start each with [[{name}]]"
        notes.add(path, f"{key} is not a list of entries", "not-a-list", WHY, fix)
        return
    for at, one in enumerate(raw):
        yield DeclaredEntry(one, (*path, at), notes)
