"""How a page writes counts, dollars and shares of care, for the group and for outsiders."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

NOT_SHOWN = "not shown"
SMALL = "1 to 10"
LARGEST_SMALL = 10
"""The most people that are too few to be shown outside the group."""


def is_small(count: int) -> bool:
    """Tell whether a count is of 1 to 10 people.

    Examples
    --------
    >>> [is_small(count) for count in (0, 1, 10, 11)]
    [False, True, True, False]
    """
    return 1 <= count <= LARGEST_SMALL


@dataclass(frozen=True)
class Eyes:
    """Whose eyes a page is for.

    Attributes
    ----------
    is_outside
        Whether anyone outside the group reads it.
    """

    is_outside: bool

    def may_see(self, *people: int) -> bool:
        """Tell whether amounts about so many people may be shown.

        Examples
        --------
        >>> Eyes(is_outside=True).may_see(0, 40), Eyes(is_outside=True).may_see(3, 40)
        (True, False)
        >>> Eyes(is_outside=False).may_see(3)
        True
        """
        return not (self.is_outside and any(is_small(count) for count in people))

    def count(self, people: int, whole: int) -> str:
        """Write a count of people out of a whole that is known.

        Examples
        --------
        >>> eyes = Eyes(is_outside=True)
        >>> eyes.count(7, 200), eyes.count(195, 200), eyes.count(120, 200)
        ('1 to 10', 'not shown', '120')
        """
        if not self.may_see(people):
            return SMALL
        return f"{people:,}" if self.may_see(whole - people) else NOT_SHOWN

    def bands(self, counts: dict[int, int]) -> dict[str, int]:
        """Group counts of people by a number, so that no band outside is of 1 to 10 people.

        Parameters
        ----------
        counts
            People by number, 0 among the numbers.

        Returns
        -------
        dict
            People by words, from 0 up; outside, bands are joined from the top until each has
            nobody or more than 10 people.

        Examples
        --------
        >>> Eyes(is_outside=False).bands({0: 50, 1: 20, 2: 4, 7: 3})
        {'0': 50, '1': 20, '2': 4, '3 to 5': 0, '6 or more': 3}
        >>> Eyes(is_outside=True).bands({0: 50, 1: 20, 2: 4, 7: 3})
        {'0': 50, '1 or more': 27}
        """
        found = [
            [low, high, sum(n for number, n in counts.items() if low <= number <= high)]
            for low, high in _BANDS
        ]
        joined: list[list[int]] = []
        for low, high, people in reversed(found):
            if joined and not self.may_see(joined[-1][2]):
                joined[-1][0], joined[-1][2] = low, joined[-1][2] + people
            else:
                joined.append([low, high, people])
        while len(joined) > 1 and not self.may_see(joined[-1][2]):
            low, _, people = joined.pop()
            joined[-1][0], joined[-1][2] = low, joined[-1][2] + people
        return {_band(low, high): people for low, high, people in reversed(joined)}


_NO_END = 10**9
_BANDS = ((0, 0), (1, 1), (2, 2), (3, 5), (6, _NO_END))


def _band(low: int, high: int) -> str:
    if high == _NO_END:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def dollars(cents: Fraction | float, places: int = 0) -> str:
    """Write an amount of cents in dollars.

    Examples
    --------
    >>> dollars(Fraction(123456)), dollars(Fraction(-1, 3), 2), dollars(35.9, 2)
    ('$1,235', '$0.00', '$0.36')
    """
    whole = Fraction(cents) / 100
    exact = Decimal(whole.numerator) / Decimal(whole.denominator)
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{'−' if rounded < 0 else ''}${abs(rounded):,}"


def percent(share: Fraction | float | None) -> str:
    """Write a share in per cent with one decimal.

    Examples
    --------
    >>> percent(Fraction(1, 8)), percent(None), percent(Fraction(1, 10000))
    ('12.5 %', '–', 'under 0.1 %')
    """
    if share is None:
        return "–"
    exact = Fraction(share) * 100
    if 0 < exact < Fraction(1, 10):
        return "under 0.1 %"
    rounded = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(
        Decimal("0.1"), ROUND_HALF_UP
    )
    return f"{str(rounded).replace('-', '−')} %"


def about(number: float) -> str:
    """Write a large number with three figures that count.

    Examples
    --------
    >>> about(16285934), about(830), about(1502)
    ('16,300,000', '830', '1,500')
    """
    return f"{int(Decimal(f'{number:.2e}')):,}"
