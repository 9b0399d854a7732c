"""A table of ``audit_evidence.toml`` or ``audit_rights.toml``, read key by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fairterms.units import quantity
from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes
from fairterms.units.period import Period
from fairterms.units.quantity import Kind, Quantity

WHY = "an audit reports what can be shown, and guesses nothing"


@dataclass(frozen=True)
class EvidenceTable(FormTable):
    """One table of evidence, with the quantities and lists such a table holds."""

    why: str = WHY

    def _absent(self, key: str, example: str) -> None:
        self.note("", f"{key} is missing", "missing", f"write {key} = {example}")

    def needed_day(self, key: str) -> date | None:
        """Read a day that must be there."""
        if key not in self.raw:
            self._absent(key, "2028-09-15")
        return self.day(key)

    def needed_flag(self, key: str) -> bool | None:
        """Read true or false that must be there."""
        if key not in self.raw:
            self._absent(key, "true")
        return self.flag(key)

    def needed_choice(self, key: str, choices: tuple[str, ...]) -> str:
        """Read one of several words; one must be there."""
        if key not in self.raw:
            self._absent(key, f'"{choices[0]}"')
        return self.choice(key, choices)

    def span(self, first: str = "from", last: str = "to") -> Period | None:
        """Read a period that must be there, from its first and its last day."""
        begins, ends = self.needed_day(first), self.needed_day(last)
        if begins is None or ends is None:
            return None
        if ends < begins:
            what = f"the period ends ({ends}) before it starts ({begins})"
            self.note(last, what, "bad-days", f"mend {first} or {last}")
            return None
        return Period(begins, ends)

    def listed(self, key: str) -> tuple[str, ...]:
        """Read a list of words; empty where nothing stands."""
        raw = self.raw.get(key, [])
        if isinstance(raw, list) and all(isinstance(one, str) and one.strip() for one in raw):
            return tuple(" ".join(one.split()) for one in raw)
        self.note(key, f"{key} is not a list of words", "not-a-list", f'write {key} = ["..."]')
        return ()

    def days(self, key: str) -> tuple[date, ...]:
        """Read a list of days, sorted; empty where nothing stands."""
        raw = self.raw.get(key, [])
        if isinstance(raw, list) and all(type(one) is date for one in raw):
            return tuple(sorted(raw))
        fix = f"write {key} = [2027-01-31, 2027-02-28]"
        self.note(key, f"{key} is not a list of days", "not-days", fix)
        return ()

    def parts(self, key: str) -> tuple["EvidenceTable", ...]:
        """Return the tables written inside this one; empty where there are none."""
        raw = self.raw.get(key, [])
        if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
            return tuple(
                EvidenceTable(one, (*self.path, key, place), self.notes)
                for place, one in enumerate(raw)
            )
        fix = f"write {key} = [{{ ... }}]"
        self.note(key, f"{key} is not a list of tables", "not-tables", fix)
        return ()

    def amount(self, key: str, example: str, *kinds: Kind) -> Quantity | None:
        """Read a number with its unit that must be there, of one of a few kinds."""
        if key not in self.raw:
            self._absent(key, f'"{example}"')
            return None
        return self._quantity(key, self.raw[key], example, kinds)

    def counted(self, key: str, example: str) -> int | None:
        """Read a whole number of things, 0 or more, with its unit."""
        found = self.amount(key, example, Kind.COUNT)
        if found is None:
            return None
        if found.amount < 0 or found.amount != int(found.amount):
            fix = f'write {key} = "{example}"'
            self.note(key, f"{key} is no whole number", "not-a-number", fix)
            return None
        return int(found.amount)

    def amounts(self, key: str) -> Mapping[str, Quantity]:
        """Read a table of names and quantities; nested tables are joined with a dot."""
        raw = self.raw.get(key, {})
        if not isinstance(raw, dict):
            fix = f'write {key} = {{ net_cost = "$11,391,725.51" }}'
            self.note(key, f"{key} is no table of numbers", "not-a-table", fix)
            return {}
        read = {
            name: self._quantity(key, one, "$11,391,725.51", ()) for name, one in _flat(raw, "")
        }
        return {name: one for name, one in read.items() if one is not None}

    def _quantity(
        self, key: str, raw: object, example: str, kinds: tuple[Kind, ...]
    ) -> Quantity | None:
        try:
            found = quantity.parse(raw if isinstance(raw, str) else str(raw))
        except quantity.NotAQuantity as wrong:
            self.note(key, f"{key}: {wrong.reason}", "not-a-quantity", wrong.fix)
            return None
        if kinds and found.unit.kind not in kinds:
            what = f"{key}: {found} has another unit than is needed here"
            self.note(key, what, "wrong-unit", f'write {key} = "{example}"')
            return None
        return found


def _flat(raw: Mapping[str, Any], prefix: str) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in raw.items():
        if isinstance(value, dict):
            found.extend(_flat(value, f"{prefix}{key}."))
        else:
            found.append((f"{prefix}{key}", value))
    return found


def rows(document: Mapping[str, Any], key: str, notes: Notes) -> tuple[EvidenceTable, ...]:
    """Return the tables of an array such as ``[[conflict]]``; empty where it is not there."""
    if key not in document:
        return ()
    return EvidenceTable(document, (), notes).parts(key)


def one_table(document: Mapping[str, Any], key: str, notes: Notes) -> EvidenceTable | None:
    """Return a table such as ``[audit]``; None where it is not there."""
    raw = document.get(key)
    if isinstance(raw, dict):
        return EvidenceTable(raw, (key,), notes)
    if raw is not None:
        fix = f"write [{key}] by itself, and under it what it says"
        notes.add((key,), f"{key} is not a table", "not-a-table", WHY, fix)
    return None
