"""What a variant is worth: its mean, its bad years and its chance of loss, block by block.

Notes
-----
With the net gains x(1), ..., x(Y) and a = 5 %: mean = sum x ÷ Y; chance of loss = share of x < 0;
worst 5 % = the mean of the lowest aY years, the last of them weighted,

    q + sum min(x - q, 0) ÷ (aY),   q the value at place ceil(aY).

The same sum over one block, with the q of all years, gives that block's part of it. Blocks of equal
size therefore average to the figure itself, and the spread between blocks is its error: q may be
held fast because the sum is flat in q at the quantile. The estimator is our choice.
"""

from dataclasses import replace
from math import ceil, sqrt

import numpy as np

from fairterms.payment.book import Given
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.years import FloatArray, IntArray, Years

MEASURES = ("mean", "tail", "loss")
"""What is measured, in the order of every array: dollars, dollars, and a chance from 0 to 1."""

TAIL = 0.05
"""The share of years that counts as bad."""


def sort_by_block(years: Years) -> Years:
    """Return the years with those of one block side by side; as they are when they are."""
    if np.all(np.diff(years.blocks) >= 0):
        return years
    order = np.argsort(years.blocks, kind="stable")
    return Years(
        {name: _taken(given, order) for name, given in years.figures.items()},
        years.blocks[order],
        {name: values[order] for name, values in years.factors.items()},
        years.delivery[order],
    )


def _taken(given: Given, order: IntArray) -> Given:
    if isinstance(given.values, tuple):
        return replace(given, values=tuple(column[order] for column in given.values))
    return replace(given, values=given.values[order])


class Gauge:
    """Measures net gains on years whose blocks stand side by side.

    Parameters
    ----------
    blocks
        The block of each year, not falling; shape (years,), at least one year.
    """

    def __init__(self, blocks: IntArray) -> None:
        assert len(blocks), "there are no years to measure"
        first = np.flatnonzero(np.diff(blocks)) + 1
        self._starts = np.concatenate(([0], first))
        self._sizes = np.diff(np.concatenate((self._starts, [len(blocks)])))
        self._years = len(blocks)

    @property
    def blocks(self) -> int:
        """The number of blocks."""
        return len(self._starts)

    def measure(self, nets: FloatArray) -> FloatArray:
        """Return the three measures of all years, then of each block; shape (1 + blocks, 3)."""
        place = ceil(TAIL * self._years) - 1
        quantile = np.partition(nets, place)[place]
        sums = np.stack(
            [
                np.add.reduceat(nets, self._starts),
                np.add.reduceat(np.minimum(nets - quantile, 0.0), self._starts),
                np.add.reduceat((nets < 0).astype(np.float64), self._starts),
            ],
            axis=1,
        )
        shares = np.array([1.0, 1.0 / TAIL, 1.0])
        offset = np.array([0.0, quantile, 0.0])
        whole = sums.sum(axis=0) / self._years * shares + offset
        by_block = sums / self._sizes[:, None] * shares + offset
        return np.concatenate((whole[None], by_block))


def estimate(measured: FloatArray) -> Estimate:
    """Return a figure and its error from its value on all years and on each block.

    Parameters
    ----------
    measured
        Shape (1 + blocks,): the figure, then the blocks' own.

    Notes
    -----
    Error = standard deviation between blocks ÷ sqrt(blocks); not known with fewer than two.
    """
    blocks = measured[1:]
    if len(blocks) < 2:
        return Estimate(float(measured[0]), float("nan"))
    return Estimate(float(measured[0]), float(blocks.std(ddof=1)) / sqrt(len(blocks)))
