"""What a break-even must meet: a mean, a bad year, or a chance."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np

from fairterms.simulate.drivers.outcome import is_loss
from fairterms.simulate.results.estimate import Estimate, over_blocks, parts
from fairterms.simulate.results.forecast import TAIL
from fairterms.simulate.results.statistic import TailMean
from fairterms.simulate.years import FloatArray, IntArray


class Reading(Enum):
    """Which figure of the net margins a goal is about, as a page says it."""

    MEAN = "the average year"
    WORST = "the worst 5 % of years"
    LOSES = "the chance of a loss"


def _mean(values: FloatArray) -> float:
    return float(np.mean(values))


def _losing(values: FloatArray) -> float:
    return _mean(is_loss(values))


_STATISTICS: dict[Reading, Callable[[FloatArray], float]] = {
    Reading.MEAN: _mean,
    Reading.WORST: TailMean(TAIL),
    Reading.LOSES: _losing,
}


@dataclass(frozen=True)
class Goal:
    """A figure of the net margins, and the level it must meet.

    Attributes
    ----------
    reading
        Which figure.
    level
        Dollars a year, or for a chance a share of years from 0 to 1.
    """

    reading: Reading = Reading.MEAN
    level: float = 0.0

    def gap(self, net: FloatArray) -> float:
        """Return how far years' net margins, shape (years,), lie from the goal; above 0 is good."""
        found = _STATISTICS[self.reading](net)
        return self.level - found if self.reading is Reading.LOSES else found - self.level

    def estimated_gap(self, net: FloatArray, blocks: IntArray) -> Estimate:
        """Return the gap with its simulation error."""
        return over_blocks(net, parts(blocks), self.gap)
