"""One table of ``forecast.toml``, read field by field; what is wrong becomes a problem."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import Path
from fairterms.units.quantity import FRACTION, MONEY, POINTS, Kind, Quantity, Unit


@dataclass(frozen=True)
class Fields:
    """A table with its place in the file.

    Attributes
    ----------
    raw
        Key to what TOML holds.
    path
        Where the table stands.
    notes
        Where problems are gathered.
    """

    raw: Mapping[str, Any]
    path: Path
    notes: Notes

    def only(self, known: Iterable[str], sort: str) -> None:
        """Note every key that nothing reads."""
        known = tuple(known)
        for key in self.raw.keys() - set(known):
            self.notes.unknown((*self.path, key), key, known, sort)

    def text(self, key: str) -> str:
        """Return words, or an empty string."""
        return str(self.raw.get(key, ""))

    def share(self, key: str, *, low: float = 0.0, high: float = 1.0) -> float | None:
        """Return a percentage as a share, or None where it is missing or cannot be read."""
        found = self._quantity(key, "a percentage", (FRACTION, POINTS))
        return None if found is None else self._within(key, float(found.amount), low, high)

    def optional_share(self, key: str, *, low: float = 0.0, high: float = 1.0) -> float:
        """Return a percentage as a share; 0 where the key is not there."""
        if key not in self.raw:
            return 0.0
        return self.share(key, low=low, high=high) or 0.0

    def words(self, key: str, known: Iterable[str]) -> str:
        """Return one of the words that are read here, or an empty string where the key is not."""
        known = tuple(known)
        if key not in self.raw or self.raw[key] in known:
            return self.text(key)
        written = " or ".join(f'{key} = "{word}"' for word in known)
        self._refuse(key, f'nothing reads {key} = "{self.raw[key]}"', f"write {written}")
        return ""

    def is_true(self, key: str) -> bool:
        """Return a yes or no; no where the key is not there."""
        found = self.raw.get(key, False)
        if not isinstance(found, bool):
            self._refuse(key, f"{key} is neither true nor false", f"write {key} = true")
        return found is True

    def number(self, key: str) -> float | None:
        """Return a plain factor above 0, such as ``"2.4 factor"``."""
        return self._above_zero(key, self._quantity(key, "a factor", (Unit(Kind.FACTOR),)))

    def money(self, key: str) -> float | None:
        """Return dollars above 0."""
        return self._above_zero(key, self._quantity(key, "dollars", (MONEY,)))

    def per_unit(self, key: str) -> float | None:
        """Return dollars per something."""
        found = self._quantity(key, "dollars per unit of the figure", ())
        if found is None:
            return None
        if found.unit.kind is Kind.MONEY_PER:
            return float(found.amount)
        self._refuse(key, f"{key} is in {found.unit}", 'write it like "$78.00 per visit"')
        return None

    def count(self, key: str) -> int | None:
        """Return a whole number of people or things."""
        found = self._quantity(key, "a number of people", ())
        if found is None:
            return None
        is_whole = found.amount == found.amount.to_integral_value() and found.amount > 0
        if found.unit.kind is Kind.COUNT and is_whole:
            return int(found.amount)
        self._refuse(key, f"{key} is not a whole number", 'write it like "25,000 patients"')
        return None

    def moves(self, key: str, factors: Iterable[str]) -> dict[str, float]:
        """Return weights by factor: ``{ trend = "100 %", acuity = "-50 %" }``."""
        table = self.raw.get(key, {})
        if not isinstance(table, dict):
            fix = f'write {key} = {{ trend = "100 %" }}, with each factor that moves it'
            self._refuse(key, f"{key} does not say how far each factor moves it", fix)
            return {}
        inner = Fields(table, (*self.path, key), self.notes)
        inner.only(factors, "year-level factor")
        known = [name for name in inner.raw if name in set(factors)]
        weights = {name: inner.share(name, low=-10, high=10) for name in known}
        return {name: weight for name, weight in weights.items() if weight is not None}

    def chances(self, key: str) -> tuple[tuple[Quantity, float], ...]:
        """Return values with their chances: ``[["3 reports", "60 %"], ["4 reports", "40 %"]]``."""
        found = []
        rows = self.raw.get(key, [])
        for row in rows if isinstance(rows, list) else [rows]:
            pair = row if isinstance(row, list) else []
            try:
                amount, chance = (quantity.parse(str(cell)) for cell in pair)
            except (quantity.NotAQuantity, ValueError):
                self._refuse(key, f"{key} has a row that is not a value and its chance", _PAIR)
                return ()
            if chance.unit != FRACTION or not 0 <= chance.amount <= 1:
                self._refuse(key, f"{key} has a chance that is not from 0 % to 100 %", _PAIR)
                return ()
            found.append((amount, float(chance.amount)))
        total = sum(chance for _, chance in found)
        if found and abs(total - 1) > 1e-9:
            self._refuse(key, f"{key} add up to {100 * total:.4g} %", _PAIR)
            return ()
        return tuple(found)

    def _quantity(self, key: str, words: str, units: tuple[Unit, ...]) -> Quantity | None:
        if key not in self.raw:
            self._refuse(key, f"{key} is missing", f"give {words}")
            return None
        try:
            found = quantity.parse(str(self.raw[key]))
        except quantity.NotAQuantity as wrong:
            self._refuse(key, f"{key}: {wrong.reason}", wrong.fix)
            return None
        if not units or found.unit in units:
            return found
        self._refuse(key, f"{key} is in {found.unit}, and {words} is wanted", f"give {words}")
        return None

    def _above_zero(self, key: str, found: Quantity | None) -> float | None:
        if found is None or found.amount > 0:
            return None if found is None else float(found.amount)
        self._refuse(key, f"{key} is not above 0", f"give a {key} above 0")
        return None

    def _within(self, key: str, value: float, low: float, high: float) -> float | None:
        if low <= value <= high:
            return value
        limits = f"from {100 * low:g} % to {100 * high:g} %"
        self._refuse(key, f"{key} is outside its limits", f"give a percentage {limits}")
        return None

    def _refuse(self, key: str, what: str, fix: str) -> None:
        self.notes.add((*self.path, key), what, "bad-forecast", _WHY, fix)


_WHY = "what a year may bring is said by the group, never guessed"
_PAIR = 'write rows like ["3 reports", "60 %"] whose chances add up to 100 %'
