"""Whether a pooled count may be shown: what any one group could work out of the others from it.

A group knows the pool and its own counts, and so what the others have together. It also knows the
rules, and that the figure was shown. So each rule is about one group and the pool alone: whatever
keeps the rules and the sums is then possible, and how much that is can be counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fairterms.outcomes.small_cells.audience import LARGEST_SMALL

LEAST_GROUPS = 3
"""Groups in every figure: one less, and each group knows the other. Our choice."""
LEAST_SHOWN = LARGEST_SMALL + 1
"""People in every count of a group. A count of 0 is refused as well: it would tell the others what
is left."""
LEAST_OPEN = 11
"""Values that any group must still think possible for every count of another; our choice."""

FEW = "fewer than three groups count it"
SMALL = "a group's count is of fewer than 11 people"
DOMINANT = "one group makes up more than half of it"
NARROW = "so few people are in it that a group could nearly work out what another counted"


@dataclass(frozen=True)
class Secrecy:
    """Whether a pooled figure may be shown.

    Attributes
    ----------
    why_not
        Why it may not; empty where it may.
    open_values
        How many values the group that learns most must still think possible, for a count of any
        other; 0 where it may not be shown.
    """

    why_not: str
    open_values: int = 0

    @property
    def may_show(self) -> bool:
        """Whether it may be shown."""
        return not self.why_not


def of_measure(reached: Sequence[int], missed: Sequence[int]) -> Secrecy:
    """Judge a measure: the people who reached it, and those who did not, each by the rules.

    Parameters
    ----------
    reached, missed
        By group, K of each.

    Notes
    -----
    The two counts are judged apart. What is possible for the one does not hang on the other, so
    the people of a group, their sum, are at least as open.

    Examples
    --------
    >>> of_measure([40, 50, 60], [60, 70, 80])
    Secrecy(why_not='', open_values=41)
    >>> of_measure([40, 50], [60, 70]).why_not
    'fewer than three groups count it'
    """
    parts = (of_total(reached), of_total(missed))
    why_not = next((one.why_not for one in parts if one.why_not), "")
    return Secrecy(why_not) if why_not else min(parts, key=lambda one: one.open_values)


def of_total(counts: Sequence[int]) -> Secrecy:
    """Judge one count that is summed over groups.

    Parameters
    ----------
    counts
        By group, K of them.

    Notes
    -----
    With X the sum and h = X/2 rounded down, each count must lie from 11 to h, and X must be at
    least 22 K − 2. A group with the count x knows R = X − x of the K − 1 others, and of each of
    them only that its count lies from max(11, R − (K − 2) h) to min(h, R − 11 (K − 2)). These are
    never fewer than 11 values: as R ≥ X/2, at least R − 11 (K − 1) + 1 ≥ 11 where 11 is the lower
    end and R sets the upper; with K = 3 at least x where R sets the lower end and h the upper.

    Examples
    --------
    >>> of_total([1000, 1200, 9000]).why_not
    'one group makes up more than half of it'
    """
    whole = sum(counts)
    if len(counts) < LEAST_GROUPS:
        return Secrecy(FEW)
    if min(counts) < LEAST_SHOWN:
        return Secrecy(SMALL)
    if 2 * max(counts) > whole:
        return Secrecy(DOMINANT)
    if whole < 2 * LEAST_SHOWN * len(counts) - 2:
        return Secrecy(NARROW)
    return Secrecy("", min(_open_to(one, whole, len(counts)) for one in counts))


def _open_to(own: int, whole: int, groups: int) -> int:
    """Count what a group must think possible for the count of any one other group."""
    rest, half, thirds = whole - own, whole // 2, groups - 2
    low = max(LEAST_SHOWN, rest - thirds * half)
    high = min(half, rest - thirds * LEAST_SHOWN)
    found = high - low + 1
    assert found >= LEAST_OPEN, "the rules leave enough open"
    return found
