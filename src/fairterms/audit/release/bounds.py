"""The proof: the least and the most an outsider must think each hidden count can be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fairterms.audit.release.knowledge import Knowledge
from fairterms.audit.release.solver import cheapest
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
    ends = [_extreme(knowledge, is_hidden, at, way) for way in (1, -1)]
    low, high = (min(int(knowledge.sums[at] @ end), ENOUGH) for end in ends)
    return Bounds(knowledge.names[at], low, high)


def prove(knowledge: Knowledge, is_hidden: Flags) -> tuple[Bounds, ...]:
    """Return the bounds of every count of 1 to 10 people, or refuse.

    Returns
    -------
    tuple of Bounds
        In the order of the counts; all are safe.

    Raises
    ------
    Refusal
        At the first count that can be worked out or narrowed down, or where the tables together
        tell the size of a crossing of 1 to 10 people that none of them prints.
    """
    proof = []
    for at in np.flatnonzero(knowledge.is_small).tolist():
        found = bounds(knowledge, is_hidden, at)
        if not found.is_safe:
            raise unsafe(found.name, found.is_exact)
        proof.append(found)
    if _has_small_crossing(knowledge, is_hidden):
        raise unsafe(f"a crossing of the groups of {knowledge.names[0].split(':')[0]}", True)
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


def _extreme(knowledge: Knowledge, is_hidden: Flags, at: int, way: int) -> Whole:
    """Return finest groups in which one count is least (way 1) or most (way −1, up to 11)."""
    found = extreme(knowledge, is_hidden, knowledge.sums[at], way)
    if found is None:
        raise Refusal(
            knowledge.names[at],
            "no people could give all these counts",
            "the tables do not count the same people",
            "name the people each table counts",
        )
    return found


def extreme(knowledge: Knowledge, is_hidden: Flags, aim: Whole, way: int) -> Whole | None:
    """Return finest groups that obey what is shown, in which a sum is least or most.

    Parameters
    ----------
    knowledge, is_hidden
        As in :func:`bounds`.
    aim
        Which finest groups the sum adds, shape (v,).
    way
        1 for the least, −1 for the most.

    Returns
    -------
    array of int or None
        Shape (v,); None where no people could give what is shown.

    Notes
    -----
    The sum is asked for up to 11, so that its most is always some number. Where it is always more,
    any answer will do.
    """
    rows = knowledge.sums[~is_hidden]
    counts = knowledge.counts[~is_hidden].astype(np.float64)
    capped = np.concatenate([rows, aim[None]])
    low, high = np.append(counts, -np.inf), np.append(counts, float(ENOUGH))
    found = cheapest((way * aim).astype(np.float64), capped, low, high)
    return found if found is not None else cheapest(aim.astype(np.float64), rows, counts, counts)


def _has_small_crossing(knowledge: Knowledge, is_hidden: Flags) -> bool:
    """Tell whether a finest group that nobody prints is known to be of 1 to 10 people.

    Notes
    -----
    A group that differs between two answers is not known; only the others are asked.
    """
    alone = knowledge.sums.sum(axis=1) == 1
    is_counted = knowledge.sums[alone].any(axis=0)
    is_fixed, first = ~is_counted, None
    unit = np.eye(knowledge.sums.shape[1], dtype=np.int64)
    for group in np.flatnonzero(~is_counted).tolist():
        for way in (1, -1):
            if not is_fixed[group]:
                break
            found = extreme(knowledge, is_hidden, unit[group], way)
            assert found is not None, "the counts were examined before"
            first = found if first is None else first
            is_fixed = is_fixed & (found == first)
    if first is None:
        return False
    return bool((is_fixed & (first >= SMALLEST_SMALL) & (first <= LARGEST_SMALL)).any())
