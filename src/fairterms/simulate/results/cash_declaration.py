"""When money comes: the ``[cash]`` section of forecast.toml, read from what the contract says.

One table for each clause that pays, or for each of its steps when they are paid apart::

    [cash.care_coordination]
    paid = [{ months = [1, 12], share = "100 %" }]
    section = "6.3"

    [cash."withhold.returned"]
    not_stated = "the agreement names no day"
    section = "Exhibit B, B-1.2"

Months are counted from the first month of the period, which is 1. Nothing is assumed: what is not
told is listed as missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fairterms.contract.clause import Contract
from fairterms.payment.evaluation import paying_clauses, survey
from fairterms.payment.worksheet import Step
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import Path
from fairterms.units.quantity import FRACTION, MONEY
from fairterms.units.refusal import Refusal

LAST_MONTH = 36
"""Cash is followed for three years from the first month of the period."""

_WHY = "the month of a payment decides how much cash the group must hold"
_SHAPE = 'write paid = [{ month = 18, share = "100 %" }], or months = [1, 12] for equal parts'
_KEYS = {"paid", "not_stated", "section"}


@dataclass(frozen=True)
class Part:
    """A share of an amount, paid in equal parts over some months.

    Attributes
    ----------
    first, last
        Months from the start of the period, both counted; 1 is its first month.
    share
        Between 0 and 1.
    """

    first: int
    last: int
    share: float


@dataclass(frozen=True)
class Schedule:
    """When a clause, or one of its steps, is paid.

    Attributes
    ----------
    name
        Id of the clause or the step.
    parts
        Their shares add up to 1.
    section
        Where the contract says so.
    """

    name: str
    parts: tuple[Part, ...]
    section: str = ""

    @property
    def clause(self) -> str:
        """The clause that is paid, whole or in part."""
        return self.name.partition(".")[0]


@dataclass(frozen=True)
class Undated:
    """A clause that pays and of which the contract does not say when.

    Attributes
    ----------
    clause
        Its id, or that of one of its steps.
    says
        What stands in place of a date; empty when the forecast is silent about it.
    """

    clause: str
    says: str = ""

    def __str__(self) -> str:
        words = f"The contract does not say when {self.clause} is paid"
        return f"{words} ({self.says})." if self.says else f"{words}."


@dataclass(frozen=True)
class CashDeclaration:
    """When each amount is paid, and of which nobody knows.

    Attributes
    ----------
    schedules
        In the order written.
    undated
        In the order of the contract.
    """

    schedules: tuple[Schedule, ...]
    undated: tuple[Undated, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """Ids of steps paid apart, to keep when years are settled (``settle_years``, more)."""
        names = [one.name for one in self.schedules] + [one.clause for one in self.undated]
        return tuple(name for name in names if "." in name)

    def of_clause(self, clause: str) -> tuple[Schedule, ...]:
        """Return when a clause is paid: one schedule, or one for each step paid apart."""
        return tuple(one for one in self.schedules if one.clause == clause)


def read_cash(section: Mapping[str, Any], notes: Notes, contract: Contract) -> CashDeclaration:
    """Read the section; what is wrong with it is noted.

    Parameters
    ----------
    section
        The ``[cash]`` table as TOML gives it; empty when there is none.
    notes
        Of the file it stands in; paths start with "cash".
    contract
        The terms in force in the period.
    """
    known = _dollar_names(contract)
    schedules, undated = [], []
    for name, raw in section.items():
        path: Path = ("cash", name)
        if name not in known:
            notes.unknown(path, name, known, "clause")
            continue
        entry = raw if isinstance(raw, Mapping) else {}
        for key in entry.keys() - _KEYS:
            notes.unknown((*path, key), key, _KEYS, "cash key")
        if "not_stated" in entry:
            undated.append(Undated(name, str(entry["not_stated"])))
        elif parts := _parts(entry.get("paid"), path, notes):
            schedules.append(Schedule(name, parts, str(entry.get("section", ""))))
    _note_twice(schedules, notes)
    told = {one.clause for one in schedules} | {one.clause.partition(".")[0] for one in undated}
    silent = [Undated(clause) for clause in paying_clauses(contract) if clause not in told]
    return CashDeclaration(tuple(schedules), (*undated, *silent))


def _dollar_names(contract: Contract) -> list[str]:
    """Return the clauses whose result is in dollars, and their dollar steps, of any year."""
    days = {
        entry.effective_from
        for clause in contract.clauses
        for term in clause.terms.values()
        for entry in term.history
    }
    found: dict[str, None] = {}
    for terms in (contract, *(contract.on(day) for day in sorted(days))):
        steps = _steps(terms)
        last = {step.clause: step for step in steps}
        clauses = {clause: None for clause, step in last.items() if step.unit == MONEY}
        inside = [step.id for step in steps if step.unit == MONEY and step.clause in clauses]
        found |= clauses | dict.fromkeys(inside)
    return list(found)


def _steps(contract: Contract) -> list[Step]:
    try:
        return [step for step in survey(contract).worksheet.steps if step.clause]
    except Refusal:
        return []  # on that day a term that must be there has not begun


def _parts(raw: Any, path: Path, notes: Notes) -> tuple[Part, ...]:
    rows = raw if isinstance(raw, list) else []
    found = [_part(row, (*path, "paid"), notes) for row in rows]
    parts = tuple(part for part in found if part is not None)
    if len(parts) < len(found):
        return ()
    if abs(sum(part.share for part in parts) - 1) < 1e-9:
        return parts
    total = f"{sum(part.share for part in parts):.1%}".replace("%", " %")
    what = f"the parts of {path[-1]} add to {total}" if parts else f"{path[-1]} has no months"
    notes.add(path, what, "bad-cash", _WHY, f"the shares must add to 100 %; {_SHAPE}")
    return ()


def _part(row: Any, path: Path, notes: Notes) -> Part | None:
    months = _months(row) if isinstance(row, Mapping) else None
    share = _share(row.get("share")) if isinstance(row, Mapping) else None
    if months is None or share is None:
        notes.add(path, f"a part of {path[-2]} cannot be read", "bad-cash", _WHY, _SHAPE)
        return None
    return Part(*months, share)


def _months(row: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return the first and last month of a row, or None when they make no sense."""
    given = row.get("months", [row.get("month"), row.get("month")])
    match given:
        case [int() as first, int() as last] if 1 <= first <= last <= LAST_MONTH:
            return (first, last) if ("month" in row) != ("months" in row) else None
        case _:
            return None


def _share(raw: Any) -> float | None:
    try:
        found = quantity.parse(str(raw))
    except quantity.NotAQuantity:
        return None
    return float(found.amount) if found.unit == FRACTION and found.amount >= 0 else None


def _note_twice(schedules: list[Schedule], notes: Notes) -> None:
    """Note clauses that are paid both whole and step by step."""
    whole = {one.name for one in schedules if "." not in one.name}
    for one in schedules:
        if "." in one.name and one.clause in whole:
            notes.add(
                ("cash", one.name),
                f"{one.clause} is told twice: whole, and by its step {one.name}",
                "bad-cash",
                "the step's dollars would be counted twice",
                "keep the clause, or all of its steps that are paid apart",
            )
