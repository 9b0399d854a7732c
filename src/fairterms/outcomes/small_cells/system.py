"""Counts and the sums that tie them: the one form in which every release is examined.

A table with margins, two tables of the same people, two reports of one year: each is a list of
counts and a list of sums that must come out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.small_cells.audience import LARGEST_SMALL

Whole = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class System:
    """Counts of people, tied by sums; n counts, m sums.

    Attributes
    ----------
    names
        What each count is of, in words, n of them.
    counts
        People, shape (n,).
    sums
        Whole numbers with ``sums @ counts == 0``, shape (m, n).
    weights
        How much is lost by hiding each count, above 0, shape (n,).
    is_never_printed
        Counts nobody prints but anybody can work out, such as the difference of two reports;
        shape (n,).
    """

    names: tuple[str, ...]
    counts: Whole
    sums: Whole
    weights: Floats
    is_never_printed: Flags

    def __post_init__(self) -> None:
        n = len(self.names)
        assert self.counts.shape == self.weights.shape == self.is_never_printed.shape == (n,)
        assert self.sums.ndim == 2, "a sum is a row"
        assert self.sums.shape[1] == n, "each sum has a factor for each count"
        assert (self.counts >= 0).all(), "people are counted from 0"
        assert (self.weights > 0).all(), "hiding always costs something"
        assert not (self.sums @ self.counts).any(), "the sums come out"

    @property
    def is_small(self) -> Flags:
        """Which counts are of 1 to 10 people, shape (n,)."""
        return (self.counts >= 1) & (self.counts <= LARGEST_SMALL)


def join(systems: Sequence[System], same: Sequence[tuple[int, int]] = ()) -> System:
    """Put several systems side by side.

    Parameters
    ----------
    systems
        In order; the counts of the second follow those of the first, and so on.
    same
        Pairs of places in the joined list that count the same people, such as the total that two
        tables share. What is hidden in one and shown in the other is not hidden.

    Examples
    --------
    >>> from fairterms.outcomes.small_cells.table import Table
    >>> sex = Table("sex", ("women", "men"), (), np.array([30, 14])).system()
    >>> age = Table("age", ("under 65", "65 or over"), (), np.array([24, 20])).system()
    >>> joined = join([sex, age], [(2, 5)])
    >>> joined.counts.tolist(), len(joined.sums)
    ([30, 14, 44, 24, 20, 44], 3)
    """
    width = sum(len(system.names) for system in systems)
    rows, start = [], 0
    for system in systems:
        block = np.zeros((len(system.sums), width), np.int64)
        block[:, start : start + len(system.names)] = system.sums
        rows.append(block)
        start += len(system.names)
    ties = np.zeros((len(same), width), np.int64)
    for row, (one, other) in zip(ties, same, strict=True):
        row[one], row[other] = 1, -1
    return System(
        tuple(name for system in systems for name in system.names),
        np.concatenate([system.counts for system in systems]),
        np.concatenate([*rows, ties]),
        np.concatenate([system.weights for system in systems]),
        np.concatenate([system.is_never_printed for system in systems]),
    )
