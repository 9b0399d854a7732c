"""Calibration: whether the truth falls into the forecast's intervals as often as they promise.

Notes
-----
A forecast whose 80 % interval holds the truth in 80 % of cases is calibrated. It is tried where
the truth is known: the past of a simulated group is shown to the forecast, its next year is held
back. Payments have atoms, so that an interval that ends on one holds more than 80 % of the
forecast's own years; the coverage is then compared with what the intervals themselves promise.
The band of 5 points to either side (75 % to 85 % for 80 %) is our choice.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.results.statistic import interval_of, probability
from fairterms.simulate.years import FloatArray

BAND = 0.05
"""How far the coverage may lie from what was promised."""


@dataclass(frozen=True)
class Trial:
    """One forecast and what then came.

    Attributes
    ----------
    values
        The years the forecast simulated, shape (years,).
    actual
        The year held back, in the same unit.
    """

    values: FloatArray
    actual: float


@dataclass(frozen=True)
class Calibration:
    """How a forecast did over many trials.

    Attributes
    ----------
    level
        What the intervals are meant to hold, such as 0.8.
    promised
        The share of the forecasts' own years in their intervals, on average; more than ``level``
        where the ends lie on an amount that many years pay.
    coverage
        The share of trials whose truth fell into the interval, with its error.
    ranks
        Where each truth stood among the forecast's years: the share of them below it, half of those
        equal to it counted; shape (trials,). Even between 0 and 1 when the forecast is right.
    """

    level: float
    promised: float
    coverage: Estimate
    ranks: FloatArray

    @property
    def is_calibrated(self) -> bool:
        """Whether the coverage is within the band around what was promised."""
        return abs(self.coverage.value - self.promised) <= BAND

    def words(self) -> str:
        """Say it in plain words."""
        held, promised = _percent(self.coverage.value), _percent(self.promised)
        so = "as it should" if self.is_calibrated else self._fault()
        return (
            f"The {_percent(self.level)} range held the truth in {held} of {len(self.ranks)} "
            f"trials (it promises {promised}): {so}."
        )

    def _fault(self) -> str:
        if self.coverage.value < self.promised:
            return "too seldom, so bad and good years come more often than the forecast says"
        return "too often, so the forecast is wider than it need be"

    def as_rows(self) -> list[tuple[str, float]]:
        """Return pairs of name and value."""
        return [
            ("level", self.level),
            ("promised", self.promised),
            ("coverage", self.coverage.value),
            ("error", self.coverage.error),
            ("mean rank", float(self.ranks.mean())),
        ]


def calibration(simulate: Callable[[int], Trial], trials: int, level: float = 0.8) -> Calibration:
    """Try a forecast where the truth is known.

    Parameters
    ----------
    simulate
        From the number of a trial (0, 1, …; its seed) to the forecast and the year held back.
    trials
        How many; 200 tell 80 % from 75 % only roughly (the error is 0.028).
    level
        What the interval should hold.
    """
    found = [simulate(number) for number in range(trials)]
    ends = [interval_of(one.values, level) for one in found]
    held = np.array(
        [low <= one.actual <= high for one, (low, high) in zip(found, ends, strict=True)]
    )
    promised = [
        np.mean((one.values >= low) & (one.values <= high))
        for one, (low, high) in zip(found, ends, strict=True)
    ]
    return Calibration(
        level,
        float(np.mean(promised)),
        probability(held, np.zeros(trials, dtype=np.int64)),
        np.array([rank(one.values, one.actual) for one in found]),
    )


def rank(values: FloatArray, actual: float) -> float:
    """Return the share of a forecast's years below the truth, half of those equal to it counted.

    Examples
    --------
    >>> rank(np.array([0.0, 0.0, 0.0, 8.0]), 0.0)
    0.375
    """
    return float(np.mean(values < actual) + np.mean(values == actual) / 2)


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")
