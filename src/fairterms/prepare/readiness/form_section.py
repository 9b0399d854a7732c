"""One section of ``readiness.toml``: every key is asked for once, the rest are problems.

A value stands by itself, or in a table with what shows it::

    clinicians = "38 clinicians"
    w2 = { is = "24 people", evidence = "payroll", on = 2026-09-30 }
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from fairterms.prepare.readiness.declaration import (
    Amount,
    Cover,
    Flag,
    Held,
    Names,
    Words,
    Work,
)
from fairterms.prepare.stated import Stated
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.quantity import FRACTION, MONEY, Quantity, Unit, count

FILE = "readiness.toml"
WHY = "an answer rests on it, so it is never guessed"
_AROUND = ("is", "evidence", "on")
_ONE = Decimal(1)
T = TypeVar("T")


class FormSection:
    """Reads the keys of one section.

    Parameters
    ----------
    name
        The section's name.
    raw
        What the file holds under it; None where it has no such section.
    notes
        Where problems go.
    """

    def __init__(self, name: str, raw: Any, notes: Notes) -> None:
        self._name = name
        self._notes = notes
        self._asked: set[str] = set()
        self._raw: Mapping[str, Any] = raw if isinstance(raw, dict) else {}
        if raw is not None and not isinstance(raw, dict):
            self._note("", f"{name} is not a section", "not-a-section", f"write [{name}] by itself")
        self._evidence = self._text(self._raw.get("evidence", ""), "evidence")
        self._on = self._day(self._raw.get("on"), "on")

    def count(self, key: str, *nouns: str, most: Decimal | None = None) -> Amount:
        """Read a number of things; any of the nouns (singular) will do, the first is advised."""
        units = tuple(count(noun) for noun in nouns)
        return self._one(key, lambda raw: self._amount(key, raw, units, most))

    def money(self, key: str) -> Amount:
        """Read an amount in dollars, not below zero."""
        return self._one(key, lambda raw: self._amount(key, raw, (MONEY,), None))

    def share(self, key: str) -> Amount:
        """Read a percentage from 0 % to 100 %."""
        return self._one(key, lambda raw: self._amount(key, raw, (FRACTION,), _ONE))

    def words(self, key: str) -> Words:
        """Read words."""
        return self._one(key, lambda raw: self._text(raw, key) or None)

    def flag(self, key: str) -> Flag:
        """Read true or false."""
        return self._one(key, lambda raw: self._flag(key, raw))

    def names(self, key: str, known: Collection[str] = ()) -> Names:
        """Read a list of words, each of ``known`` where that is not empty."""
        return self._one(key, lambda raw: self._names(key, raw, known))

    def work(self, key: str) -> Work:
        """Read who does a kind of work: in house, bought, planned or none."""
        who = ""
        if isinstance(raw := self._raw.get(key), dict):
            who = self._text(raw.get("who", ""), key)
        return self._one(key, lambda raw: self._held(key, raw, who), also=("who",))

    def close(self) -> None:
        """Note every key nobody asked for."""
        known = {*self._asked, "evidence", "on"}
        for key in self._raw.keys() - known:
            self._notes.unknown((self._name, key), key, known, "key")

    def _one(
        self, key: str, read: Callable[[Any], T | None], also: tuple[str, ...] = ()
    ) -> Stated[T] | None:
        self._asked.add(key)
        raw = self._raw.get(key)
        if raw is None:
            return None
        evidence, on = self._evidence, self._on
        if isinstance(raw, dict):
            for other in raw.keys() - {*_AROUND, *also}:
                known = (*_AROUND, *also)
                self._notes.unknown((self._name, key, other), other, known, "key")
            evidence = self._text(raw.get("evidence", ""), key) or evidence
            on = self._day(raw.get("on"), key) or on
            raw = raw.get("is")
        value = read(raw)
        line = self._notes.line((self._name, key))
        return None if value is None else Stated(value, f"{FILE}, line {line}", evidence, on)

    def _amount(
        self, key: str, raw: Any, units: tuple[Unit, ...], most: Decimal | None
    ) -> Decimal | None:
        wanted = str(units[0])
        try:
            found = quantity.parse(raw if isinstance(raw, str) else "")
        except quantity.NotAQuantity as wrong:
            what = f"{key}: {wrong.reason}" if isinstance(raw, str) else f"{key} has no unit"
            self._note(key, what, "not-a-quantity", f"{wrong.fix}; here it is wanted in {wanted}")
            return None
        if found.unit not in units:
            what = f"{key} is in {found.unit}, but it is wanted in {wanted}"
            self._note(key, what, "wrong-unit", f"write it in {wanted}")
            return None
        return self._within(key, found, most)

    def _within(self, key: str, found: Quantity, most: Decimal | None) -> Decimal | None:
        if found.threshold is not None:
            what = f'{key} says "{found.threshold.value}"'
            self._note(key, what, "not-exact", "write the number itself")
            return None
        if found.amount < 0 or (most is not None and found.amount > most):
            limit = "" if most is None else f" or above {quantity.write(most, found.unit)}"
            what = f"{key} is {found}, and it cannot be below zero{limit}"
            self._note(key, what, "out-of-range", "write the number as it is")
            return None
        return found.amount

    def _flag(self, key: str, raw: Any) -> bool | None:
        if isinstance(raw, bool):
            return raw
        self._note(key, f"{key} is neither true nor false", "not-yes-or-no", "write true or false")
        return None

    def _names(self, key: str, raw: Any, known: Collection[str]) -> tuple[str, ...] | None:
        if not isinstance(raw, list) or not all(isinstance(one, str) for one in raw):
            fix = f'write {key} = ["one", "another"], or [] for none'
            self._note(key, f"{key} is not a list of words", "not-a-list", fix)
            return None
        unknown = [one for one in raw if known and one not in known]
        for one in unknown:
            self._notes.unknown((self._name, key), one, known, "entry")
        return None if unknown else tuple(raw)

    def _held(self, key: str, raw: Any, who: str) -> Held | None:
        choices = [one.value for one in Cover]
        if isinstance(raw, str) and raw in choices:
            return Held(Cover(raw), who)
        shown = f'"{raw}"' if isinstance(raw, str) else "that"
        what = f"{key}: {shown} does not say who does it"
        self._note(key, what, "no-such-choice", f"write one of: {_or(choices)}")
        return None

    def _text(self, raw: Any, key: str) -> str:
        if isinstance(raw, str):
            return raw.strip()
        self._note(key, f"{key} is not written in words", "not-words", 'put words between " and "')
        return ""

    def _day(self, raw: Any, key: str) -> date | None:
        if raw is None or (isinstance(raw, date) and not isinstance(raw, datetime)):
            return raw
        what = f"the day of the evidence of {key} is not a date"
        self._note(key, what, "not-a-date", "write on = 2026-09-30, without quotes")
        return None

    def _note(self, key: str, what: str, code: str, fix: str) -> None:
        path = (self._name, key) if key else (self._name,)
        self._notes.add(path, what, code, WHY, fix)


def _or(choices: list[str]) -> str:
    return ", ".join(f'"{one}"' for one in choices)
