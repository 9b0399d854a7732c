"""A gap of two rates, its interval and how often chance alone makes one as large."""

from __future__ import annotations

import math
from dataclasses import dataclass

from fairterms.outcomes.comparison.chance import normal_probability, wilson_limits


@dataclass(frozen=True)
class Estimate:
    """A rate or a gap, as a fraction, with its interval.

    Attributes
    ----------
    value, low, high
        Fractions; NaN where there are no patients.
    """

    value: float
    low: float
    high: float

    def scaled(self, factor: float) -> Estimate:
        """Return the estimate times a number not below 0."""
        return Estimate(self.value * factor, self.low * factor, self.high * factor)


NOTHING = Estimate(math.nan, math.nan, math.nan)
"""What is known of nobody."""


def estimate_rate(reached: int, n: int, confidence: float = 0.95) -> Estimate:
    """Return a rate with its Wilson interval.

    Examples
    --------
    >>> estimate_rate(8, 10).value, round(estimate_rate(8, 10).low, 4)
    (0.8, 0.4902)
    """
    if n == 0:
        return NOTHING
    return Estimate(reached / n, *wilson_limits(reached, n, confidence))


def estimate_gap(group: Estimate, reference: Estimate) -> Estimate:
    """Return the rate of a group less that of the reference group, with its interval.

    Parameters
    ----------
    group, reference
        Rates of different people, with intervals of the same confidence.

    Notes
    -----
    gap − √((p1 − l1)² + (u2 − p2)²) to gap + √((u1 − p1)² + (p2 − l2)²), from the limits l and u of
    the two rates: the interval of each rate gives the distance it can lend.

    Examples
    --------
    >>> found = estimate_gap(estimate_rate(56, 70), estimate_rate(48, 80))
    >>> round(found.value, 4), round(found.low, 4), round(found.high, 4)
    (0.2, 0.0524, 0.3339)
    """
    value = group.value - reference.value
    return Estimate(
        value,
        value - math.hypot(group.value - group.low, reference.high - reference.value),
        value + math.hypot(group.high - group.value, reference.value - reference.low),
    )


def chance_of_gap(counts: tuple[int, int], reference: tuple[int, int]) -> float:
    """Return how often chance alone makes a gap at least as large, either way.

    Parameters
    ----------
    counts, reference
        Patients who reached the measure, and all patients, of the group and of the reference.

    Returns
    -------
    float
        The p-value of the two-sided test of two proportions with a common rate; NaN where one side
        has nobody, 1 where all or none reached the measure.

    Examples
    --------
    >>> round(chance_of_gap((56, 70), (48, 80)), 4)
    0.008
    """
    (good, n), (good_reference, m) = counts, reference
    if not n or not m:
        return math.nan
    common = (good + good_reference) / (n + m)
    spread = math.sqrt(common * (1 - common) * (1 / n + 1 / m))
    if spread == 0:
        return 1.0
    z = abs(good / n - good_reference / m) / spread
    return float(2 * normal_probability(-z))
