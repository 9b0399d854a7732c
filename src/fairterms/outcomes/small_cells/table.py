"""A table of counts with its margins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.small_cells.system import Floats, System, Whole

MARGIN_WEIGHT = 4.0
"""Hiding a margin loses this many times what hiding a cell of the same size loses; the grand total
its square. A choice of ours, nothing else depends on it."""


@dataclass(frozen=True, eq=False)
class Table:
    """Counts of people by one or two kinds of group.

    Attributes
    ----------
    title
        What is counted.
    rows, columns
        The groups; no columns for a one-way table.
    counts
        People, shape (rows,) or (rows, columns), without margins.
    """

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Whole

    def __post_init__(self) -> None:
        shape = (len(self.rows), len(self.columns)) if self.columns else (len(self.rows),)
        assert self.counts.shape == shape, "a count for every row and column"
        assert self.counts.dtype.kind == "i", "people are whole"
        assert self.counts.size > 0, "a table has a cell"
        assert self.counts.min() >= 0, "people are counted from 0"

    def with_margins(self) -> Whole:
        """Return the counts with margins last, shape (rows + 1,) or (rows + 1, columns + 1).

        Examples
        --------
        >>> Table("visits", ("a", "b"), ("x", "y"), np.array([[1, 2], [3, 4]])).with_margins()
        array([[ 1,  2,  3],
               [ 3,  4,  7],
               [ 4,  6, 10]])
        """
        full = self.counts.astype(np.int64)
        for axis in range(full.ndim):
            full = np.concatenate([full, full.sum(axis=axis, keepdims=True)], axis=axis)
        return full

    def system(self) -> System:
        """Return the counts with margins, row by row, and the sums that tie them.

        Notes
        -----
        In each row with margin, and each column with margin, the cells less the margin are 0. For
        one and two ways these sums are those of a network, so bounds by linear programming are
        reached by whole numbers.
        """
        full = self.with_margins()
        places = np.arange(full.size).reshape(full.shape)
        lines = [*places, *places.T] if full.ndim == 2 else [places]
        sums = np.zeros((len(lines), full.size), np.int64)
        for row, line in zip(sums, lines, strict=True):
            row[line[:-1]], row[line[-1]] = 1, -1
        counts = full.reshape(-1)
        return System(
            self._names(), counts, sums, self._weights(full), np.zeros(full.size, np.bool_)
        )

    def _names(self) -> tuple[str, ...]:
        rows = (*self.rows, "all")
        if not self.columns:
            return tuple(f"{self.title}: {row}" for row in rows)
        columns = (*self.columns, "all")
        return tuple(f"{self.title}: {row}, {column}" for row in rows for column in columns)

    def _weights(self, full: Whole) -> Floats:
        weights = np.log(2.0 + full)
        for axis in range(full.ndim):
            np.moveaxis(weights, axis, 0)[-1] *= MARGIN_WEIGHT
        return np.asarray(weights, dtype=np.float64).reshape(-1)
