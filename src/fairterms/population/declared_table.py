"""One table of a TOML file, read key by key; everything wrong in it is noted with its line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any, TypeVar

from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import Path
from fairterms.units.quantity import FRACTION, Unit

Choice = TypeVar("Choice")
_WHY = "two readings give two results, so it is never guessed"


@dataclass(frozen=True)
class DeclaredTable:
    """A table of keys and where it stands.

    Attributes
    ----------
    raw
        As parsed.
    path
        Where it stands in the file.
    notes
        Where problems go.
    """

    raw: Mapping[str, Any]
    path: Path
    notes: Notes

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Note each key that nothing reads."""
        for key in sorted(self.raw.keys() - set(known)):
            self.notes.unknown((*self.path, key), key, known, "key")

    def choice(self, key: str, known: Mapping[str, Choice]) -> Choice | None:
        """Read one of several words; None, and a problem, for anything else."""
        word = self.raw.get(key)
        if isinstance(word, str) and word in known:
            return known[word]
        listed = " or ".join(f'"{one}"' for one in known)
        if word is None:
            self._missing(key, f"write {key} = {listed}")
        else:
            what = f'{key} cannot be "{word}"'
            self.notes.add((*self.path, key), what, "unknown-choice", _WHY, f"write {listed}")
        return None

    def words(self, key: str, example: str, *, is_needed: bool = False) -> tuple[str, ...]:
        """Read a list of words; without the key an empty one, unless it is needed."""
        given = self.raw.get(key)
        if given is None and not is_needed:
            return ()
        if isinstance(given, list) and given and all(isinstance(one, str) for one in given):
            found = tuple(one.strip() for one in given)
            if all(found):
                return found
        if given is None:
            self._missing(key, f"write {key} = {example}")
        else:
            what = f"{key} is no list of words in quotes"
            self.notes.add((*self.path, key), what, "not-words", _WHY, f"write {key} = {example}")
        return ()

    def text(self, key: str, why: str) -> str:
        """Read a text that must be there."""
        given = self.raw.get(key)
        if isinstance(given, str) and given.strip():
            return given.strip()
        self.notes.missing((*self.path, key), f"{key} is missing", f'write {key} = "…"', why)
        return ""

    def flag(self, key: str) -> bool | None:
        """Read true or false."""
        given = self.raw.get(key)
        if isinstance(given, bool):
            return given
        if given is None:
            self._missing(key, f"write {key} = true or {key} = false")
        else:
            what = f"{key} is neither true nor false"
            self.notes.add((*self.path, key), what, "not-a-flag", _WHY, "write it without quotes")
        return None

    def whole(self, key: str, lowest: int, highest: int) -> int | None:
        """Read a whole number without a unit, such as a year."""
        given = self.raw.get(key)
        if type(given) is int and lowest <= given <= highest:
            return given
        fix = f"write a whole number from {lowest} to {highest}, without quotes"
        if given is None:
            self._missing(key, fix)
        else:
            what = f"{key} is no whole number from {lowest} to {highest}"
            self.notes.add((*self.path, key), what, "not-a-whole-number", _WHY, fix)
        return None

    def day(self, key: str) -> date | None:
        """Read a day, which need not be there."""
        given = self.raw.get(key)
        if given is None or (isinstance(given, date) and not isinstance(given, datetime)):
            return given
        fix = f"write {key} = 2027-03-31, without quotes"
        self.notes.add((*self.path, key), f"{key} is no day", "not-a-day", _WHY, fix)
        return None

    def share(self, key: str, *, is_whole_allowed: bool = False) -> Fraction | None:
        """Read a percentage above 0 % and below 100 %, or up to it."""
        found = self._quantity(key, FRACTION)
        if found is None:
            return None
        if 0 < found < 1 or (is_whole_allowed and found == 1):
            return found
        what = f"{key} is {float(found * 100):g} %"
        fix = "write a percentage above 0 % and " + ("up to" if is_whole_allowed else "below")
        self.notes.add((*self.path, key), what, "impossible-share", _WHY, f"{fix} 100 %")
        return None

    def number(self, key: str, unit: Unit) -> int | None:
        """Read a whole number above 0 with its unit."""
        found = self._quantity(key, unit)
        if found is None or (found > 0 and found.denominator == 1):
            return None if found is None else int(found)
        what = f"{key} is no whole number above 0"
        self.notes.add((*self.path, key), what, "impossible-number", _WHY, f"write whole {unit}")
        return None

    def table(self, key: str) -> "DeclaredTable | None":
        """Read a table below this one; None, and a problem, where there is none."""
        given = self.raw.get(key)
        here = (*self.path, key)
        if isinstance(given, dict):
            return DeclaredTable(given, here, self.notes)
        name = _named(here)
        fix = f"write [{name}] on a line of its own, with its keys below"
        self.notes.missing(here, f"{name} is missing or no table", fix, _WHY)
        return None

    def tables(self, key: str) -> "tuple[DeclaredTable, ...]":
        """Read the tables of a key that may stand several times, or not at all."""
        given = self.raw.get(key, [])
        here = (*self.path, key)
        if isinstance(given, list) and all(isinstance(one, dict) for one in given):
            return tuple(
                DeclaredTable(one, (*here, place), self.notes) for place, one in enumerate(given)
            )
        name = _named(here)
        fix = f"write [[{name}]] with two brackets, once for each"
        what = f"{name} is not a list of tables"
        self.notes.add(here, what, "not-tables", "what stands there would be silently ignored", fix)
        return ()

    def _quantity(self, key: str, unit: Unit) -> Fraction | None:
        given, here = self.raw.get(key), (*self.path, key)
        try:
            found = quantity.parse(str(given if given is not None else ""))
        except quantity.NotAQuantity as wrong:
            if given is None:
                self._missing(key, f'write {key} = "…", in {unit}')
            else:
                what = f"{key}: {wrong.reason}"
                self.notes.add(here, what, "not-a-quantity", _WHY, wrong.fix)
            return None
        if found.unit != unit:
            what = f"{key} is in {found.unit}, but it is wanted in {unit}"
            self.notes.add(here, what, "wrong-unit", _WHY, f"write it in {unit}")
            return None
        return Fraction(found.amount)

    def _missing(self, key: str, fix: str) -> None:
        self.notes.missing((*self.path, key), f"{key} is missing", fix, _WHY)


def _named(path: Path) -> str:
    return ".".join(str(step) for step in path if isinstance(step, str))
