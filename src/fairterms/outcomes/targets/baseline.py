"""Baselines: three years, each by itself and pooled, with their trend.

One year is luck and pooled years may hide a drift; both are shown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from fairterms.outcomes.comparison.chance import floats, normal_quantile, wilson_limits
from fairterms.units.refusal import Refusal

_YEARS: Final = 3


@dataclass(frozen=True)
class Year:
    """One year's counts.

    Attributes
    ----------
    name
        Such as "2024-25".
    at
        When, in years, such as 2024; a gap between years counts in the trend.
    reached, n
        Patients who reached the measure, and all.
    """

    name: str
    at: float
    reached: float
    n: float


@dataclass(frozen=True)
class Rate:
    """A rate with its interval.

    Attributes
    ----------
    name
        The year, or "pooled".
    reached, n
        Its counts.
    rate, low, high
        0 to 1; the limits hold the true rate in 95 of 100 such intervals.
    """

    name: str
    reached: float
    n: float
    rate: float
    low: float
    high: float


@dataclass(frozen=True)
class Trend:
    """How the rate changes from year to year.

    Attributes
    ----------
    per_year
        Change of the rate in a year, as a fraction.
    standard_error
        Of `per_year`, widened where the years scatter around the line more than chance.
    low, high
        95 % limits of `per_year`.
    """

    per_year: float
    standard_error: float
    low: float
    high: float

    @property
    def is_drift(self) -> bool:
        """Whether the limits leave out a change of nothing."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Baseline:
    """A group's or a population's years before a contract.

    Attributes
    ----------
    years
        Each year, oldest first.
    pooled
        All years together, each patient counting once.
    trend
        None with a single year.
    """

    years: tuple[Rate, ...]
    pooled: Rate
    trend: Trend | None

    @property
    def latest(self) -> Rate:
        """The last year by itself."""
        return self.years[-1]

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know before using the baseline."""
        found = []
        if len(self.years) < _YEARS:
            found.append(f"Only {len(self.years)} of {_YEARS} years: luck may be large.")
        if self.trend and self.trend.is_drift:
            found.append("The rate drifts: the pooled rate lags behind, give recent years weight.")
        elif self.trend:
            found.append("No drift beyond chance: the pooled rate is the steadier one.")
        return tuple(found)


def build(years: Sequence[Year]) -> Baseline:
    """Build a baseline.

    Parameters
    ----------
    years
        In any order, each with patients; three or more unless there are none.

    Returns
    -------
    Baseline
        Each year and all pooled, with the trend.

    Raises
    ------
    Refusal
        If there is no year, a year twice, or a year without patients.

    Notes
    -----
    Weighted least squares of the rate on time, weights n / (p(1 − p)) at the pooled p. The
    standard error is widened by √(χ²/(k − 2)) where that is above 1 (k years).

    Examples
    --------
    >>> found = build([Year("1", 1, 50, 100), Year("2", 2, 56, 100), Year("3", 3, 59, 100)])
    >>> round(found.pooled.rate, 2), found.trend is not None and found.trend.is_drift
    (0.55, False)
    """
    ordered = sorted(years, key=lambda year: year.at)
    _check(ordered)
    reached, n = sum(y.reached for y in ordered), sum(y.n for y in ordered)
    return Baseline(
        tuple(_rate(y.name, y.reached, y.n) for y in ordered),
        _rate("pooled", reached, n),
        _trend(ordered, reached / n) if len(ordered) > 1 else None,
    )


def _check(years: Sequence[Year]) -> None:
    if not years or len({year.at for year in years}) < len(years):
        raise Refusal(
            "baseline",
            "needs one count for each year, and at least one year",
            "a year counted twice would weigh twice",
            "give each year once, with when it was",
        )
    if any(not 0 <= year.reached <= year.n or year.n <= 0 for year in years):
        raise Refusal(
            "baseline",
            "a year has counts that cannot be",
            "every year needs patients, and no more who reached the measure than there were",
            "correct the counts, or say why a year is missing",
        )


def _rate(name: str, reached: float, n: float) -> Rate:
    low, high = wilson_limits(reached, n)
    return Rate(name, reached, n, reached / n, low, high)


def _trend(years: Sequence[Year], pooled: float) -> Trend:
    at, n = floats([y.at for y in years]), floats([y.n for y in years])
    rate = floats([y.reached for y in years]) / n
    # Everyone or no one reached it: a half patient keeps the variance from being nothing.
    total = n.sum()
    held = min(max(pooled, 0.5 / total), 1 - 0.5 / total)
    weight = n / (held * (1 - held))
    centred = at - np.average(at, weights=weight)
    squares = float((weight * centred**2).sum())
    slope = float((weight * centred * rate).sum()) / squares
    line = np.average(rate, weights=weight) + slope * centred
    freedom = len(years) - 2
    excess = float((weight * (rate - line) ** 2).sum()) / freedom if freedom else 1.0
    error = math.sqrt(max(1.0, excess) / squares)
    reach = float(normal_quantile(0.975)) * error
    return Trend(slope, error, slope - reach, slope + reach)


def weighted_rate(baseline: Baseline, weights: Sequence[float]) -> float:
    """Average the years with declared weights.

    Parameters
    ----------
    baseline
        Of k years.
    weights
        One per year, oldest first; 0 or more, not all 0. The contract declares them.

    Returns
    -------
    float
        Σ w_t p_t / Σ w_t.

    Examples
    --------
    >>> found = build([Year("1", 1, 50, 100), Year("2", 2, 56, 100), Year("3", 3, 59, 100)])
    >>> round(weighted_rate(found, [1, 2, 3]), 4)
    0.565
    """
    assert len(weights) == len(baseline.years), "one weight for each year"
    return float(np.average([year.rate for year in baseline.years], weights=list(weights)))
