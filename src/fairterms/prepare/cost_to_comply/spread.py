"""A number that is not known exactly: low, likely and high."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

Exact = Decimal | int | str
"""What a number of a spread may be written as; never a binary fraction."""


@dataclass(frozen=True)
class Spread:
    """A low, a likely and a high value of one quantity; the unit is said where it stands.

    Examples
    --------
    >>> (Spread.of(1, 2, 4) * Spread.exact(3)).likely
    Decimal('6')
    >>> Spread.of(1, 2, 4) + Spread.exact("0.5")
    Spread(low=Decimal('1.5'), likely=Decimal('2.5'), high=Decimal('4.5'))
    """

    low: Decimal
    likely: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        assert self.low <= self.likely <= self.high, f"{self} is out of order"
        assert self.low >= 0, "work is never negative"

    @classmethod
    def of(cls, low: Exact, likely: Exact, high: Exact) -> "Spread":
        """Build a spread from exact numbers."""
        return cls(Decimal(low), Decimal(likely), Decimal(high))

    @classmethod
    def exact(cls, value: Exact) -> "Spread":
        """Build the spread of a number that is known."""
        return cls.of(value, value, value)

    @property
    def is_exact(self) -> bool:
        """Whether all three are one number."""
        return self.low == self.high

    @property
    def values(self) -> tuple[Decimal, Decimal, Decimal]:
        """The three numbers, lowest first."""
        return (self.low, self.likely, self.high)

    def __add__(self, other: "Spread") -> "Spread":
        return Spread(self.low + other.low, self.likely + other.likely, self.high + other.high)

    def __mul__(self, other: "Spread") -> "Spread":
        return Spread(self.low * other.low, self.likely * other.likely, self.high * other.high)

    def over(self, divisor: Decimal) -> "Spread":
        """Return each value divided by a number above zero."""
        assert divisor > 0, "nothing is divided by nothing"
        return Spread(*(value / divisor for value in self.values))

    def beyond(self, amount: Decimal) -> "Spread":
        """Return what of each value is above an amount; never below zero."""
        return Spread(*(max(value - amount, Decimal(0)) for value in self.values))


NOTHING = Spread.exact(0)
"""No hours, no dollars."""
ONCE = Spread.exact(1)
"""Once; one person."""


def total(spreads: Iterable[Spread]) -> Spread:
    """Add spreads: all low values together, all likely ones, all high ones.

    Notes
    -----
    Not every duty turns out cheap, or dear, in the same year, so the sum of the low values is
    lower, and that of the high values higher, than a year is likely to be.
    """
    return sum(spreads, NOTHING)
