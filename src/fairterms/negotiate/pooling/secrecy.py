"""Whether a pooled count may be shown: what any one group could work out of the others from it.

A group knows the pool and its own counts, and so what the others have together. It must still think
many values possible for every count of every other group, the rules of the pool included.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fairterms.outcomes.small_cells.audience import LARGEST_SMALL, is_small

LEAST_GROUPS = 3
"""Groups in every figure: one less, and each group knows the other. Our choice."""
LEAST_SHOWN = LARGEST_SMALL + 1
"""People in every count that is not 0."""
LEAST_OPEN = 11
"""Values that any group must still think possible for every count of another; our choice."""

FEW = "fewer than three groups count it"
SMALL = "a group's count is of 1 to 10 people, or of nobody"
DOMINANT = "one group makes up more than half of it"
NARROW = "a group could work out, or nearly, what another counted"


@dataclass(frozen=True)
class Secrecy:
    """Whether a pooled figure may be shown.

    Attributes
    ----------
    why_not
        Why it may not; empty where it may.
    open_values
        The fewest values that any group must still think possible for any count of any other; 0
        where it may not be shown for another reason.
    """

    why_not: str
    open_values: int

    @property
    def may_show(self) -> bool:
        """Whether it may be shown."""
        return not self.why_not


def of_measure(reached: Sequence[int], missed: Sequence[int]) -> Secrecy:
    """Judge a measure.

    Parameters
    ----------
    reached, missed
        People who reached it and who did not, by group; K of each.

    Notes
    -----
    What a group can still think possible is counted from below: each of the worlds counted keeps
    every rule of the pool, gives the same pooled counts, and leaves that group's own as they are.
    In it one other group has t more people in one of the two counts, and a third has t fewer.

    Examples
    --------
    >>> of_measure([40, 50, 60], [60, 70, 80]).may_show
    True
    >>> of_measure([40, 50], [60, 70]).why_not
    'fewer than three groups count it'
    """
    people = [a + b for a, b in zip(reached, missed, strict=True)]
    if len(people) < LEAST_GROUPS:
        return Secrecy(FEW, 0)
    if min(people) == 0 or any(map(is_small, (*reached, *missed))):
        return Secrecy(SMALL, 0)
    if 2 * max(people) > sum(people):
        return Secrecy(DOMINANT, 0)
    return _judged(min(_least_open(reached, missed), _least_open(missed, reached)))


def of_total(amounts: Sequence[int]) -> Secrecy:
    """Judge a plain total, such as member months.

    Parameters
    ----------
    amounts
        By group, K of them.

    Examples
    --------
    >>> of_total([1000, 1200, 9000]).why_not
    'one group makes up more than half of it'
    """
    if len(amounts) < LEAST_GROUPS:
        return Secrecy(FEW, 0)
    if min(amounts) < LEAST_SHOWN:
        return Secrecy(SMALL, 0)
    if 2 * max(amounts) > sum(amounts):
        return Secrecy(DOMINANT, 0)
    return _judged(_least_open(amounts, [0] * len(amounts)))


def _judged(values: int) -> Secrecy:
    return Secrecy("" if values >= LEAST_OPEN else NARROW, values)


def _least_open(moved: Sequence[int], kept: Sequence[int]) -> int:
    """Return the fewest values of one count that any group must think possible of another."""
    groups = range(len(moved))
    half = (sum(moved) + sum(kept)) // 2
    return min(
        max(
            _values((moved[two], kept[two]), (moved[three], kept[three]), half)
            for three in groups
            if three not in (one, two)
        )
        for one in groups
        for two in groups
        if two != one
    )


def _values(second: tuple[int, int], third: tuple[int, int], half: int) -> int:
    """Count the values the second group's first count can have while the third's makes up for it.

    Notes
    -----
    With x the count, R what both have of it, and y what is kept: x is 0, or R, or leaves 11 or more
    on either side; x + y₂ ≤ half and R − x + y₃ ≤ half; and neither group is of nobody.
    """
    together = second[0] + third[0]
    if together == 0:
        return 1
    low = max(0, together + third[1] - half)
    high = min(together, half - second[1])
    inside = min(high, together - LEAST_SHOWN) - max(low, LEAST_SHOWN) + 1
    is_nothing = low == 0 and second[1] > 0
    is_everything = high == together and third[1] > 0
    return max(0, inside) + is_nothing + is_everything
