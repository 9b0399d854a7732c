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
    return Bounds(knowledge.names[at], *(int(knowledge.sums[at] @ end) for end in ends))


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
    rows = knowledge.sums[~is_hidden]
    counts = knowledge.counts[~is_hidden].astype(np.float64)
    price = (way * knowledge.sums[at]).astype(np.float64)
    found = None
    if is_hidden[at]:
        capped = np.concatenate([rows, knowledge.sums[at : at + 1]])
        low, high = np.append(counts, -np.inf), np.append(counts, float(ENOUGH))
        found = cheapest(price, capped, low, high)
    if found is None:  # the cap does not bind: the count is shown, or always more
        found = cheapest(price, rows, counts, counts)
    if found is None:
        raise Refusal(
            knowledge.names[at],
            "no people could give all these counts",
            "the tables do not count the same people",
            "name the people each table counts",
        )
    return found


def _has_small_crossing(knowledge: Knowledge, is_hidden: Flags) -> bool:
    """Tell whether a finest group that nobody prints is known to be of 1 to 10 people.

    Notes
    -----
    A group that differs between two answers is not known; only the others are asked.
    """
    single = knowledge.sums.sum(axis=1) == 1
    is_counted = knowledge.sums[single].any(axis=0)
    rows, counts = knowledge.sums[~is_hidden], knowledge.counts[~is_hidden].astype(np.float64)
    is_fixed = ~is_counted
    first: Whole | None = None
    for group in np.flatnonzero(~is_counted).tolist():
        for way in (1.0, -1.0):
            if not is_fixed[group]:
                break
            price = np.zeros(knowledge.sums.shape[1])
            price[group] = way
            found = _bounded(price, rows, counts)
            first = found if first is None else first
            is_fixed &= found == first
    small = first is not None and is_fixed & (first >= SMALLEST_SMALL) & (first <= LARGEST_SMALL)
    return bool(np.any(small))


def _bounded(price: np.ndarray, rows: Whole, counts: np.ndarray) -> Whole:  # type: ignore[type-arg]
    """Return finest groups that obey what is shown, the priced one least or most, up to 11."""
    capped = np.concatenate([rows, (price != 0).astype(np.int64)[None]])
    low, high = np.append(counts, -np.inf), np.append(counts, float(ENOUGH))
    found = cheapest(price, capped, low, high)
    found = cheapest(price, rows, counts, counts) if found is None else found
    assert found is not None, "the counts were examined before"
    return found
