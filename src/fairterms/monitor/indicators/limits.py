"""What chance alone brings: exact limits of counts, and those of amounts from their own movement.

Normal limits are wrong for small numbers: with eight patients and a usual 90 % they would call
almost four times as many months too low as they promise. A count is therefore held against the
binomial or the Poisson distribution itself.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.monitor.indicators.rules import Marks
from fairterms.outcomes.comparison.chance import (
    Floats,
    beta_quantile,
    binomial_at_most,
    floats,
    poisson_at_most,
)
from fairterms.outcomes.comparison.exact_funnel import poisson_interval

TAIL = 0.00135
"""The chance on each side of the limits, that of three standard deviations of a normal number."""

FEWEST_AMOUNTS = 12
"""Values of a baseline from which its own movement, and a run of values, can be judged."""

CONFIDENCE = 0.95
"""Of every interval shown."""

_MOVING_RANGE = 2.66
"""Three standard deviations, for a mean moving range of two: 3 / 1.128."""


@dataclass(frozen=True)
class Usual:
    """The usual rate of events: as it was found, and between which ends it may truly lie.

    Attributes
    ----------
    rate
        Events per unit of the denominator.
    low, high
        The ends that limits are drawn from; the rate itself where enough values show it.
    """

    rate: float
    low: float
    high: float


def share_interval(reached: int, n: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Return the exact interval of a share.

    Parameters
    ----------
    reached, n
        A count, and what it is a part of; n at least 1.
    confidence
        The share of such intervals that hold the true share, or more.

    Returns
    -------
    tuple of float
        From 0 to 1 (Clopper-Pearson).

    Examples
    --------
    >>> [round(end, 3) for end in share_interval(2, 3)]
    [0.094, 0.992]
    """
    half = (1 - confidence) / 2
    low = float(beta_quantile(half, reached, n - reached + 1)) if reached else 0.0
    high = float(beta_quantile(1 - half, reached + 1, n - reached)) if reached < n else 1.0
    return low, high


def usual_share(reached: int, n: int, values: int) -> Usual:
    """Return the usual share of a baseline.

    Parameters
    ----------
    reached, n
        Summed over the baseline; n at least 1.
    values
        How many values the baseline has.

    Returns
    -------
    Usual
        Exactly the pooled share from :data:`FEWEST_AMOUNTS` values on. With fewer, or where all
        or none were reached, the limits allow for what the true share may be.
    """
    rate = reached / n
    if values >= FEWEST_AMOUNTS and 0 < reached < n:
        return Usual(rate, rate, rate)
    return Usual(rate, *share_interval(reached, n))


def usual_rate(events: int, exposure: int, values: int) -> Usual:
    """Return the usual rate of events of a baseline, as :func:`usual_share` does of a share."""
    rate = events / exposure
    if values >= FEWEST_AMOUNTS and events:
        return Usual(rate, rate, rate)
    low, high = (float(end) / exposure for end in poisson_interval(events, CONFIDENCE))
    return Usual(rate, low, high)


def share_limits(usual: Usual, n: int) -> tuple[int, int]:
    """Return the fewest and the most of n that chance alone brings; both ends still inside.

    Examples
    --------
    >>> share_limits(Usual(0.5, 0.5, 0.5), 20), share_limits(Usual(0.9, 0.9, 0.9), 8)
    ((4, 16), (4, 8))
    """
    counts = range(n + 1)
    fewest = bisect_left(counts, TAIL, key=lambda k: float(binomial_at_most(k, n, usual.low)))
    # A mirror: at least k reached are at most n − k not reached.
    missed = bisect_left(counts, TAIL, key=lambda k: float(binomial_at_most(k, n, 1 - usual.high)))
    return fewest, n - missed


def event_limits(usual: Usual, exposure: int) -> tuple[int, int]:
    """Return the fewest and the most events that chance alone brings; both ends still inside.

    Examples
    --------
    >>> event_limits(Usual(4, 4, 4), 1)
    (0, 11)
    """
    few, many = usual.low * exposure, usual.high * exposure
    top = range(int(many + 12 * many**0.5) + 40)
    fewest = bisect_left(top, TAIL, key=lambda k: float(poisson_at_most(k, few))) if few else 0
    most = bisect_left(top, 1 - TAIL, key=lambda k: float(poisson_at_most(k, many)))
    return fewest, most


def amount_limits(values: Sequence[float]) -> tuple[float, float, float] | None:
    """Return lower limit, mean and upper limit of amounts, from how far neighbours lie apart.

    Parameters
    ----------
    values
        The baseline, in the order of time; at least two.

    Returns
    -------
    tuple of float or None
        Mean ± 2.66 times the mean moving range; None where no value differs from its neighbour.

    Sources
    -------
    Wheeler DJ, Chambers DS. Understanding statistical process control, 2nd edition. SPC Press,
    1992, chapter 3: individual values and moving ranges.

    Examples
    --------
    >>> amount_limits([10, 12, 10, 12])
    (5.68, 11.0, 16.32)
    """
    column = floats(list(values))
    reach = _MOVING_RANGE * float(np.abs(np.diff(column)).mean())
    centre = float(column.mean())
    return (centre - reach, centre, centre + reach) if reach else None


def are_shares_outside(counts: npt.ArrayLike, n: npt.ArrayLike, low: Floats, high: Floats) -> Marks:
    """Tell of many counts at once which lie outside the limits; the broadcast shape, dtype bool."""
    few = binomial_at_most(counts, n, low) < TAIL
    many = binomial_at_most(floats(n) - floats(counts), n, 1 - high) < TAIL
    return np.asarray(few | many)


def are_events_outside(counts: npt.ArrayLike, low: Floats, high: Floats) -> Marks:
    """Tell of many counts at once which lie outside the limits of means ``low`` to ``high``."""
    few = poisson_at_most(counts, np.maximum(low, 1e-300)) < TAIL
    many = 1 - poisson_at_most(floats(counts) - 1, np.maximum(high, 1e-300)) < TAIL
    return np.asarray(few | many)
