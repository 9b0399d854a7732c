"""An estimate: a figure from simulated years, with the error of having simulated only so many."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri, stdtrit  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.years import FloatArray, IntArray

Statistic = Callable[[FloatArray], float]
"""From the values of some years, shape (years,), to one number."""

SLICES = 16
"""How many runs of consecutive years stand in for blocks where there is only one block."""


@dataclass(frozen=True)
class Estimate:
    """A figure and its simulation error.

    Attributes
    ----------
    value
        In the unit of what was simulated; in dollars positive is good for the group.
    error
        One standard error, in the same unit.
    blocks
        From how many independent blocks the error was found; 1 where a formula gave it.
    """

    value: float
    error: float
    blocks: int = 1

    def factor(self, confidence: float = 0.95) -> float:
        """Return how many errors reach to either side of an interval.

        With B blocks the error itself was estimated, so the factor is that of Student's t with
        B − 1 degrees of freedom (2.13 for 16 blocks, 2.04 for 32 at 95 %); else the normal one.

        Examples
        --------
        >>> round(Estimate(0.0, 1.0, 16).factor(), 2), round(Estimate(0.0, 1.0).factor(), 2)
        (2.13, 1.96)
        """
        upper = (1 + confidence) / 2
        return float(stdtrit(self.blocks - 1, upper) if self.blocks > 1 else ndtri(upper))

    def interval(self, confidence: float = 0.95) -> tuple[float, float]:
        """Return the interval in which the figure would lie if all years could be simulated."""
        half = self.factor(confidence) * self.error
        return self.value - half, self.value + half

    def __neg__(self) -> "Estimate":
        return Estimate(0.0 - self.value, self.error, self.blocks)


def block_parts(blocks: IntArray) -> list[IntArray]:
    """Return the years of each block: positions, one array of shape (years of the block,) each."""
    order = np.argsort(blocks, kind="stable")
    ends = np.flatnonzero(np.diff(blocks[order])) + 1
    return list(np.split(order, ends))


def parts(blocks: IntArray) -> list[IntArray]:
    """Return the years of each block; of one block, :data:`SLICES` runs of years drawn alone."""
    found = block_parts(blocks)
    return list(np.array_split(found[0], SLICES)) if len(found) == 1 else found


def over_blocks(values: FloatArray, groups: list[IntArray], statistic: Statistic) -> Estimate:
    """Return a statistic of all years, with the error that its spread between blocks shows.

    Parameters
    ----------
    values
        Shape (years,).
    groups
        At least two arrays of positions in ``values``, alike in size.
    statistic
        What is worked out, of all years and of each block.

    Notes
    -----
    error = standard deviation of the blocks' statistics ÷ √blocks. Years within a block need not
    be independent of each other, as quasi-random points are not; blocks are.
    """
    found = np.array([statistic(values[group]) for group in groups if len(group)])
    if len(found) < 2:
        return Estimate(statistic(values), float("inf"))
    error = float(np.std(found, ddof=1) / np.sqrt(len(found)))
    return Estimate(statistic(values), error, len(found))
