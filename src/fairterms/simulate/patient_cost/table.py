"""Tables of one patient's cost: 65,536 equally likely cells, each the law's mean there in cents.

A table keeps the mean, and with a stop-loss per patient the spread as well. Without one the last
cell would average catastrophes away, so whoever falls into it is drawn again from a finer table of
its own. One table is kept for each step of the year's trend, because the trend comes first and the
stop-loss cuts what it leaves: scaling a table that is already cut would scale the stop-loss too.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from fairterms.simulate.draws.words import LANES
from fairterms.simulate.patient_cost.law import CENTS, FloatArray, PatientCost

IntArray = npt.NDArray[np.int64]
CellArray = npt.NDArray[np.int32] | npt.NDArray[np.int64]

CELLS = LANES
"""Cells of a table: one for each value of a patient's number."""

TAIL_CELLS = 4_096
"""Cells into which the last cell of a table is drawn again."""

STEP = 0.0025
"""The usual step between two tables' factors: a quarter of a per cent of the expected cost."""

_LARGEST_SMALL = 2**31 - 1


@dataclass(frozen=True, eq=False)
class CostColumn:
    """One amount a patient, for each step.

    Attributes
    ----------
    cells
        Cents, shape (steps, CELLS), from the cheapest patient to the dearest; int32 where that
        holds them, else int64.
    tail
        Cents within the last cell, int64 of shape (steps, TAIL_CELLS); None where at every step
        the whole last cell is one amount.
    """

    cells: CellArray
    tail: IntArray | None


@dataclass(frozen=True, eq=False)
class CostTable:
    """One step's table, in cents.

    Attributes
    ----------
    paid
        What counts of a patient's cost: up to the attachment where there is one; shape (CELLS,).
    above
        The cost above the attachment, shape (CELLS,); None without a stop-loss.
    paid_tail, above_tail
        The same within the last cell, shape (TAIL_CELLS,).
    """

    paid: IntArray
    above: IntArray | None
    paid_tail: IntArray
    above_tail: IntArray | None


@dataclass(frozen=True, eq=False)
class CostTables:
    """A law's tables, one a step of the year's factor.

    Attributes
    ----------
    factors
        By how much every cost is multiplied at each step, ascending, shape (steps,).
    attachment
        Dollars a patient and year above which the stop-loss takes over; None without one.
    paid
        What counts of a patient's cost.
    above
        The cost above the attachment, where it was asked for.
    """

    factors: FloatArray
    attachment: float | None
    paid: CostColumn
    above: CostColumn | None

    def __len__(self) -> int:
        """Return the number of steps."""
        return len(self.factors)

    def steps_of(self, factors: npt.ArrayLike) -> IntArray:
        """Find the step nearest to each year's factor.

        Parameters
        ----------
        factors
            By how much each year's costs are multiplied, shape (years,).

        Returns
        -------
        IntArray
            Positions in ``factors``, shape (years,).
        """
        wanted = np.asarray(factors, dtype=np.float64)
        grid = self.factors
        if len(grid) == 1:
            assert bool(np.isclose(wanted, grid[0]).all()), "there is one table, for one factor"
            return np.zeros(wanted.shape, dtype=np.int64)
        half = np.diff(grid).max() * 0.501
        inside = (wanted >= grid[0] - half) & (wanted <= grid[-1] + half)
        assert bool(inside.all()), "a year's factor lies outside the tables"
        return np.searchsorted((grid[1:] + grid[:-1]) / 2, wanted).astype(np.int64)

    @cached_property
    def digest(self) -> str:
        """Return the hash of all cents: equal where another machine's tables are the same."""
        found = hashlib.sha256(repr((CELLS, TAIL_CELLS, len(self))).encode())
        for column in (self.paid, self.above):
            if column is None:
                continue
            for row in column.cells:
                found.update(row.astype("<i8").tobytes())
            if column.tail is not None:
                found.update(column.tail.astype("<i8").tobytes())
        return f"sha256:{found.hexdigest()}"


def scale_steps(lowest: float, highest: float, step: float = STEP) -> FloatArray:
    """Give a grid of factors that covers a range.

    Parameters
    ----------
    lowest, highest
        The smallest and the largest factor a year needs, above 0.
    step
        Between two factors.

    Returns
    -------
    FloatArray
        Multiples of the step, so that 1 is one of them where it lies in the range.

    Examples
    --------
    >>> scale_steps(0.996, 1.003).round(4).tolist()
    [0.995, 0.9975, 1.0, 1.0025, 1.005]
    """
    assert 0 < step <= lowest <= highest, "factors lie above 0"
    first = int(np.floor(lowest / step + 1e-9))
    last = int(np.ceil(highest / step - 1e-9))
    return np.asarray(np.arange(first, last + 1) * step, dtype=np.float64)


def tables(
    law: PatientCost,
    factors: npt.ArrayLike,
    attachment: float | None,
    above: bool = False,
) -> CostTables:
    """Tabulate a law at each step of the year's factor.

    Parameters
    ----------
    law
        Of a patient's cost in the expected year.
    factors
        By how much the years' costs are multiplied, ascending, shape (steps,): 1.08 for 8 % dearer.
    attachment
        Dollars a patient and year above which the stop-loss takes over; None without one.
    above
        Whether the cost above the attachment is asked for too.

    Returns
    -------
    CostTables
        256 kB a step and column.

    Notes
    -----
    The stop-loss does not move with the factor. A cost f·X cut at d is f times X cut at d / f, so
    the law is asked once and every step is arithmetic on its answers.
    """
    grid = np.atleast_1d(np.asarray(factors, dtype=np.float64))
    assert bool((grid > 0).all()), "a factor multiplies: 1.08 for 8 % dearer"
    assert bool((np.diff(grid) > 0).all()), "factors ascend"
    assert attachment is None or attachment > 0, "a stop-loss begins above 0 dollars"
    assert attachment is not None or not above, "nothing lies above a stop-loss that is not there"
    answers = _Answers(law)
    # The dearest step tells how wide the cents are.
    dearest = _table(answers, float(grid[-1]), attachment)
    paid = _empty(dearest.paid, len(grid))
    over = _empty(dearest.above, len(grid)) if above and dearest.above is not None else None
    paid_tail, over_tail = (np.empty((len(grid), TAIL_CELLS), dtype=np.int64) for _ in range(2))
    for step, table in enumerate(_each(answers, grid, attachment)):
        paid[step], paid_tail[step] = table.paid, table.paid_tail
        if over is not None:
            assert table.above is not None, "asked for with a stop-loss only"
            assert table.above_tail is not None, "asked for with a stop-loss only"
            over[step], over_tail[step] = table.above, table.above_tail
    return CostTables(
        factors=grid,
        attachment=attachment,
        paid=_column(paid, paid_tail),
        above=None if over is None else _column(over, over_tail),
    )


def table(law: PatientCost, attachment: float | None) -> CostTable:
    """Tabulate one law as it is.

    Parameters
    ----------
    law
        Of a patient's cost.
    attachment
        Dollars a patient and year above which the stop-loss takes over; None without one.

    Returns
    -------
    CostTable
        Both columns with a stop-loss, one without.
    """
    return _table(_Answers(law), 1.0, attachment)


class _Answers:
    """What the law says at the bounds of the cells, in dollars a patient of the dearest share."""

    def __init__(self, law: PatientCost) -> None:
        self.law = law
        self.shares = np.arange(CELLS, -1, -1) / CELLS
        self.tail_shares = np.arange(TAIL_CELLS, -1, -1) / TAIL_CELLS / CELLS
        self.upper = law.upper_mean(self.shares)
        self.tail_upper = law.upper_mean(self.tail_shares)


def _each(answers: _Answers, grid: FloatArray, attachment: float | None) -> Iterator[CostTable]:
    return (_table(answers, float(factor), attachment) for factor in grid)


def _table(answers: _Answers, factor: float, attachment: float | None) -> CostTable:
    everything = _cents(answers.upper, factor, CELLS)
    in_tail = _cents(answers.tail_upper, factor, CELLS * TAIL_CELLS)
    if attachment is None:
        return CostTable(everything, None, in_tail, None)
    limit = attachment / factor
    share = float(1 - answers.law.cdf(limit))
    over = float(answers.law.upper_mean(share)) - limit * share
    above, above_tail = (
        np.where(shares < share, upper - limit * shares, over)
        for shares, upper in (
            (answers.shares, answers.upper),
            (answers.tail_shares, answers.tail_upper),
        )
    )
    return CostTable(
        _cents(answers.upper - above, factor, CELLS),
        _cents(above, factor, CELLS),
        _cents(answers.tail_upper - above_tail, factor, CELLS * TAIL_CELLS),
        _cents(above_tail, factor, CELLS * TAIL_CELLS),
    )


def _cents(upper: FloatArray, factor: float, cells: int) -> IntArray:
    """Round the mean of each cell, from the dollars that the shares above its bounds hold."""
    means = (upper[:-1] - upper[1:]) * (cells * factor * CENTS)
    return np.rint(means).astype(np.int64)


def _empty(dearest: IntArray, steps: int) -> CellArray:
    if int(dearest[-1]) <= _LARGEST_SMALL:
        return np.empty((steps, CELLS), dtype=np.int32)
    return np.empty((steps, CELLS), dtype=np.int64)


def _column(cells: CellArray, tail: IntArray) -> CostColumn:
    is_flat = bool((tail == cells[:, -1:]).all())
    return CostColumn(cells, None if is_flat else tail)
