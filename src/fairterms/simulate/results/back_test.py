"""A back test: what earlier forecasts said, and what then came, in a group's own past years.

Few years prove little, and the words say how little: of four years, three in an 80 % range fit a
forecast that is right, and many that are not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import betaincinv  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.results.calibration import rank
from fairterms.simulate.results.statistic import interval_of
from fairterms.simulate.years import FloatArray

ENOUGH = 20
"""Years from which a coverage means something; below it the words say so. Our choice."""


@dataclass(frozen=True)
class PastYear:
    """One year that was forecast and is over.

    Attributes
    ----------
    label
        Of the year, such as "2025".
    low, high
        The ends of the forecast's range, in dollars.
    actual
        What came, in dollars.
    rank
        The share of the forecast below what came; None when the forecast does not tell.
    """

    label: str
    low: float
    high: float
    actual: float
    rank: float | None = None

    @property
    def is_held(self) -> bool:
        """Whether what came lies in the range, its ends counted."""
        return self.low <= self.actual <= self.high


@dataclass(frozen=True)
class BackTest:
    """Past years against their forecasts.

    Attributes
    ----------
    level
        What the ranges were meant to hold, such as 0.8.
    years
        In the order given.
    """

    level: float
    years: tuple[PastYear, ...]

    @property
    def held(self) -> int:
        """How many years fell into their range."""
        return sum(year.is_held for year in self.years)

    @property
    def ranks(self) -> tuple[float, ...]:
        """The ranks that are known, in the order of the years."""
        return tuple(year.rank for year in self.years if year.rank is not None)

    def fitting_coverage(self, confidence: float = 0.95) -> tuple[float, float]:
        """Return the coverages that such a count does not rule out (exact binomial interval)."""
        number, held, half = len(self.years), self.held, (1 - confidence) / 2
        low = betaincinv(held, number - held + 1, half) if held else 0.0
        high = betaincinv(held + 1, number - held, 1 - half) if held < number else 1.0
        return float(low), float(high)

    def words(self) -> str:
        """Say what the past years show, and how little when they are few."""
        if not self.years:
            return "No past year was forecast, so nothing can be said about the forecast's record."
        low, high = (_percent(end) for end in self.fitting_coverage())
        told = (
            f"{self.held} of {len(self.years)} past years fell into the {_percent(self.level)} "
            f"range. That fits a range that holds between {low} and {high} of years."
        )
        if len(self.years) < ENOUGH:
            return f"{told} {len(self.years)} years are too few to tell a good forecast by."
        if self.fitting_coverage()[0] <= self.level <= self.fitting_coverage()[1]:
            return f"{told} The record is no reason to doubt the forecast."
        return f"{told} The forecast does not keep its promise."

    def as_rows(self) -> list[tuple[str, float, float, float, str]]:
        """Return a row a year: label, range, what came, and whether the range held it."""
        return [
            (year.label, year.low, year.high, year.actual, "yes" if year.is_held else "no")
            for year in self.years
        ]


def past_year(
    label: str, predicted: FloatArray | Mapping[float, float], actual: float, level: float = 0.8
) -> PastYear:
    """Return one past year.

    Parameters
    ----------
    label
        Of the year.
    predicted
        The years the forecast simulated, shape (years,); or its quantiles, from the share of years
        below to dollars, among them both ends of the range.
    actual
        What came, in dollars.
    level
        What the range should hold.

    Raises
    ------
    KeyError
        When the quantiles do not hold the ends of the range.
    """
    if not isinstance(predicted, Mapping):
        return PastYear(label, *interval_of(predicted, level), actual, rank(predicted, actual))
    ordered = sorted(predicted)
    ends = (1 - level) / 2, (1 + level) / 2
    low, high = (predicted[_nearest(ordered, end)] for end in ends)
    found = np.interp(actual, [predicted[share] for share in ordered], ordered)
    return PastYear(label, low, high, actual, float(found))


def back_test(past: Sequence[PastYear], level: float = 0.8) -> BackTest:
    """Set past years against their forecasts; ``level`` is what their ranges should hold."""
    return BackTest(level, tuple(past))


def _nearest(shares: list[float], end: float) -> float:
    for share in shares:
        if abs(share - end) < 1e-9:
            return share
    raise KeyError(f"the quantile at {end:g}")


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")
