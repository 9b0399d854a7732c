"""The proof: the least and the most an outsider must think each hidden count can be."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from fairterms.audit.release.knowledge import Knowledge
from fairterms.audit.release.solver import cheapest
from fairterms.audit.release.walk import start, walk
from fairterms.outcomes.small_cells.audience import LARGEST_SMALL, SMALLEST_SMALL
from fairterms.outcomes.small_cells.system import Flags, Whole
from fairterms.units.refusal import Refusal

ENOUGH = LARGEST_SMALL + 1
"""Whatever a count can be beyond this is not asked."""


@dataclass(frozen=True)
class Bounds:
    """What an outsider can work out of one count.

    Attributes
    ----------
    name
        Which count.
    low, high
        The least and the most it can be, in whole people; 11 means 11 or more.
    """

    name: str
    low: int
    high: int

    @property
    def is_exact(self) -> bool:
        """Whether the count itself can be worked out."""
        return self.low == self.high < ENOUGH

    @property
    def is_safe(self) -> bool:
        """Whether it could be 1, could be more than 10, and so anything of 1 to 10.

        Notes
        -----
        More than 10 is asked, not 10: then every sum of hidden counts that can be worked out and
        holds a small one is of more than 10 people, so no such sum is small either.
        """
        return self.low <= SMALLEST_SMALL and self.high >= ENOUGH


def bounds(knowledge: Knowledge, is_hidden: Flags, at: int) -> Bounds:
    """Return the least and the most one count can be, given all that is shown.

    Parameters
    ----------
    knowledge
        All counts over the people in question.
    is_hidden
        Which of them are not shown, shape (n,).
    at
        Which count.

    Examples
    --------
    >>> from fairterms.audit.release.count_table import Axis, CountTable
    >>> from fairterms.audit.release.knowledge import gather
    >>> table = CountTable("visits", ("2027",), (Axis("clinic", ("a", "b", "c")),),
    ...                    np.array([4, 30, 50]))
    >>> bounds(gather([table], []), np.array([True, False, False, False]), 0)
    Bounds(name='visits: a', low=4, high=4)
    >>> bounds(gather([table], []), np.array([True, True, False, False]), 0)
    Bounds(name='visits: a', low=0, high=11)
    """
    least, most = _ends(knowledge, is_hidden, np.array([at]))
    return Bounds(knowledge.names[at], int(least[0]), int(most[0]))


def prove(knowledge: Knowledge, is_hidden: Flags) -> tuple[Bounds, ...]:
    """Return the bounds of every count of 1 to 10 people, or refuse.

    Returns
    -------
    tuple of Bounds
        In the order of the counts; all are safe.

    Raises
    ------
    Refusal
        At the first count that can be worked out or narrowed down, also by who knows that a group
        is listed only where somebody is in it, or where the tables together tell that a crossing
        none of them prints is of at most 1 to 10 people.
    """
    small = np.flatnonzero(knowledge.is_small)
    least, most = _ends(knowledge, is_hidden, small)
    proof = []
    for at, low, high in zip(small.tolist(), least.tolist(), most.tolist(), strict=True):
        found = Bounds(knowledge.names[at], low, high)
        if not found.is_safe:
            raise unsafe(found.name, found.is_exact)
        proof.append(found)
    if (told := _told_by_listing(knowledge, is_hidden)) is not None:
        raise unsafe(knowledge.names[told], False)
    if _has_small_crossing(knowledge, is_hidden):
        raise unsafe(f"a crossing of the groups of {knowledge.names[0].split(':')[0]}", False)
    return tuple(proof)


def unsafe(name: str, is_exact: bool) -> Refusal:
    """Return the refusal for a count that is not safe; it never says the count."""
    told = "worked out" if is_exact else "narrowed down"
    return Refusal(
        name,
        f"a count of 1 to 10 people could be {told} from this or an earlier release",
        "what was shown before, or is shown beside it, cannot be hidden any more",
        "release a coarser table: larger groups, one kind of group fewer, or a longer period",
    )


def _ends(knowledge: Knowledge, is_hidden: Flags, places: Whole) -> tuple[Whole, Whole]:
    """Return the least and the most, up to 11, that counts can be; shapes (places,).

    Notes
    -----
    Each point of a walk gives numbers of people that obey what is shown. So a count that is 0 at
    one of them can be 0, which is the least there is, and one that is 11 or more there can be 11
    or more; it is not asked again. Every other end is walked to, and is exact.
    """
    point = start(people(knowledge), knowledge.sums, ~is_hidden)
    aims = knowledge.sums[places]
    least = most = aims @ point.finest
    for number, aim in enumerate(aims):
        for way, goal in ((1, 0), (-1, ENOUGH)):
            if way * (least if way == 1 else most)[number] > way * goal:
                point = walk(point, aim, way, goal)
                counts = aims @ point.finest
                least, most = np.minimum(least, counts), np.maximum(most, counts)
    return np.minimum(least, ENOUGH), np.minimum(most, ENOUGH)


def people(knowledge: Knowledge) -> Whole:
    """Return finest groups that give all counts, shape (v,).

    Raises
    ------
    Refusal
        Where the tables do not count the same people.
    """
    is_alone = knowledge.sums.sum(axis=1) == 1
    at, group = np.nonzero(knowledge.sums[is_alone])
    alone = np.full(knowledge.sums.shape[1], -1)
    alone[group] = knowledge.counts[is_alone][at]
    counts = knowledge.counts.astype(np.float64)
    found = (
        alone
        if alone.min() >= 0
        else cheapest(np.zeros(len(alone)), knowledge.sums, counts, counts)
    )
    if found is None or (knowledge.sums @ found != knowledge.counts).any():
        raise Refusal(
            knowledge.names[0],
            "no people could give all these counts",
            "the tables do not count the same people",
            "name the people each table counts",
        )
    return found


def _told_by_listing(knowledge: Knowledge, is_hidden: Flags) -> int | None:
    """Return a small count that is not safe since no hidden group that is listed is empty."""
    if not (knowledge.is_met & is_hidden).any():
        return None
    least = np.where(is_hidden, knowledge.is_met, knowledge.counts).astype(np.float64)
    most = np.where(is_hidden, np.inf, knowledge.counts)
    small = np.flatnonzero(knowledge.is_small)
    is_reached = np.zeros((2, len(knowledge.counts)), bool)
    for way, at in product((0, 1), small.tolist()):
        if is_reached[way, at]:
            continue
        low, high = least.copy(), most.copy()
        low[at], high[at] = (ENOUGH, np.inf) if way else (least[at], SMALLEST_SMALL)
        # The fewest in all small counts together: one answer often serves for many of them.
        price = (0.0 if way else 1.0) * knowledge.sums[small].sum(axis=0)
        found = cheapest(price, knowledge.sums, low, high)
        if found is None:
            return at
        counts = knowledge.sums @ found
        is_reached |= np.array([counts <= SMALLEST_SMALL, counts >= ENOUGH])
    return None


def _has_small_crossing(knowledge: Knowledge, is_hidden: Flags) -> bool:
    """Tell whether a finest group that nobody prints is known to be of at most 1 to 10 people.

    Notes
    -----
    Each that is not empty must be able to be of more than 10. Then so is every sum of such groups
    that can be worked out, also where no group of it can be worked out by itself.
    """
    is_counted = knowledge.sums[knowledge.sums.sum(axis=1) == 1].any(axis=0)
    if is_counted.all():
        return False
    point = start(people(knowledge), knowledge.sums, ~is_hidden)
    most, unit = point.finest, np.eye(len(point.finest), dtype=np.int64)
    for group in np.flatnonzero(~is_counted).tolist():
        if most[group] < ENOUGH:
            point = walk(point, unit[group], -1, ENOUGH)
            most = np.maximum(most, point.finest)
        if SMALLEST_SMALL <= most[group] <= LARGEST_SMALL:
            return True
    return False
