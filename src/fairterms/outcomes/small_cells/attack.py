"""What an outsider can work out from a release: the least and the most each hidden count can be.

The outsider knows the shown counts, all sums, the rule of hiding, and that people are whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy import optimize  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.small_cells.audience import LARGEST_SMALL
from fairterms.outcomes.small_cells.system import Flags, Floats, System, Whole

NEARLY = 1e-6
"""How far from whole an answer of the solver may lie by rounding."""


class Marks(StrEnum):
    """What stands in place of hidden counts; each mark tells something by itself.

    Attributes
    ----------
    BY_KIND
        "1 to 10" for a small count, "not shown" for one hidden to protect it, which is thus known
        to be more than 10.
    ONE
        "not shown" for both.
    """

    BY_KIND = "by kind"
    ONE = "one"


@dataclass(frozen=True, eq=False)
class Domain:
    """The numbers an outsider must think possible for each count, before any sum; shapes (n,)."""

    low: Floats
    high: Floats


@dataclass(frozen=True)
class Exposure:
    """A count of 1 to 10 people that a release tells more about than it may.

    Attributes
    ----------
    name
        Which count.
    low, high
        The least and the most it can be; the most is cut at 10.
    could_be
        The same if every count but the zeros were hidden.
    """

    name: str
    low: int
    high: int
    could_be: tuple[int, int]

    @property
    def is_exact(self) -> bool:
        """Whether the count itself can be worked out."""
        return self.low == self.high

    def text(self) -> str:
        """Say what can be worked out, without saying the number."""
        told = "can be worked out" if self.is_exact else "can be narrowed down"
        return f"{self.name}: {told} from what is shown; hide another count of the same sum"


def domain(system: System, is_hidden: Flags, marks: Marks) -> Domain:
    """Return what an outsider must think possible of each count by itself.

    Notes
    -----
    Zeros always show, so a hidden count is at least 1. A count that is never printed may be 0.
    """
    low = system.counts.astype(np.float64)
    high = low.copy()
    low[is_hidden], high[is_hidden] = 1, np.inf
    if marks is Marks.BY_KIND:
        high[is_hidden & system.is_small] = LARGEST_SMALL
        low[is_hidden & ~system.is_small] = LARGEST_SMALL + 1
    low[system.is_never_printed], high[system.is_never_printed] = 0, np.inf
    return Domain(low, high)


def derivable(
    system: System, is_hidden: Flags, marks: Marks = Marks.BY_KIND
) -> tuple[Exposure, ...]:
    """Return every count of 1 to 10 people that a release tells too much about.

    Parameters
    ----------
    system
        The counts and their sums.
    is_hidden
        Which counts are not shown, shape (n,). Zeros may not be hidden.
    marks
        What stands in their place.

    Returns
    -------
    tuple of Exposure
        In the order of the counts; empty where the release is safe.

    Notes
    -----
    For each small count the sums are solved in whole numbers for its least value and its most, cut
    at 10. Safe means: both are what they would be if all counts but the zeros were hidden, so what
    is shown tells nothing. That is 1 and 10 wherever the sums allow it.

    Examples
    --------
    >>> from fairterms.outcomes.small_cells.table import Table
    >>> system = Table("visits", ("a", "b", "c"), (), np.array([4, 30, 50])).system()
    >>> hidden = np.array([True, False, False, False])
    >>> [(found.name, found.is_exact) for found in derivable(system, hidden)]
    [('visits: a', True)]
    >>> derivable(system, np.array([True, True, False, False]))
    ()
    """
    assert not (is_hidden & (system.counts == 0) & ~system.is_never_printed).any(), "zeros show"
    known = domain(system, is_hidden, marks)
    free = domain(system, everything(system), marks)
    found = []
    for at in np.flatnonzero(system.is_small).tolist():
        could_be = (reach(system, free, at, -1), reach(system, free, at, 1))
        low, high = reach(system, known, at, -1), reach(system, known, at, 1)
        if (low, high) != could_be:
            found.append(Exposure(system.names[at], low, high, could_be))
    return tuple(found)


def everything(system: System) -> Flags:
    """Return the most that can be hidden: every count but the zeros; shape (n,)."""
    return (system.counts > 0) | system.is_never_printed


def reach(system: System, known: Domain, at: int, way: int) -> int:
    """Return the least (way −1) or the most (way 1, cut at 10) that the count at a place can be."""
    high = known.high.copy()
    high[at] = min(high[at], LARGEST_SMALL)
    found = extreme(system, Domain(known.low, high), at, way)
    return int(found[at])


def extreme(system: System, known: Domain, at: int, way: int) -> Whole:
    """Return counts an outsider must think possible, in which one is least or most; shape (n,).

    Notes
    -----
    Only the counts that can move are given to the solver; with whole numbers asked for, its answer
    is a witness, and it is checked here against every sum.
    """
    is_free = known.high > known.low
    found = system.counts.copy()
    found[~is_free] = known.low[~is_free].astype(np.int64)
    if not is_free[at]:
        return found
    aim = np.zeros(int(is_free.sum()))
    aim[np.flatnonzero(is_free).tolist().index(at)] = -way
    found[is_free] = minimise(
        aim,
        system.sums[:, is_free],
        -(system.sums[:, ~is_free] @ found[~is_free]),
        np.column_stack([known.low[is_free], known.high[is_free]]),
    )
    assert not (system.sums @ found).any(), "a witness obeys the sums"
    return found


def minimise(price: Floats, sums: Whole, totals: Whole, ends: Floats) -> Whole:
    """Return the cheapest whole numbers that obey sums.

    Parameters
    ----------
    price
        Of one more of each, shape (k,).
    sums, totals
        ``sums @ x == totals``, shapes (m, k) and (m,).
    ends
        The least and the most of each, shape (k, 2).

    Notes
    -----
    Linear programming first: in a table its answers are whole. Where they are not, as in reports
    tied together, the same question is asked again in whole numbers.
    """
    for integrality in (0, 1):
        solved = optimize.linprog(
            price, A_eq=sums, b_eq=totals, bounds=ends, integrality=integrality, method="highs"
        )
        assert solved.status == 0, f"the true counts are one solution, yet: {solved.message}"
        whole: Whole = np.rint(solved.x).astype(np.int64)
        if np.abs(solved.x - whole).max() < NEARLY and not (sums @ whole - totals).any():
            return whole
    raise AssertionError("whole numbers were asked for")
