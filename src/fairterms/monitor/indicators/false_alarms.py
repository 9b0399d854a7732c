"""How often the rules ring although nothing has changed, measured by simulation.

Every set of rules rings by chance now and then. How often depends on the numbers behind each value
and on how short the baseline is, so it is measured for the very chart that is shown, its baseline
drawn afresh each time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from fairterms.monitor.indicators.indicator import Sort
from fairterms.monitor.indicators.limits import (
    CONFIDENCE,
    FEWEST_AMOUNTS,
    are_events_outside,
    are_shares_outside,
)
from fairterms.monitor.indicators.rules import Marks, rings
from fairterms.outcomes.comparison.chance import Floats, beta_quantile, floats
from fairterms.outcomes.comparison.exact_funnel import poisson_interval

RUNS = 2_000
"""Simulated stretches: the rate is then known to about a percentage point."""

WATCHED = 12
"""Values after the baseline in each stretch."""

_SEED = 20_270_101
_MOVING_RANGE = 2.66


@dataclass(frozen=True)
class FalseAlarms:
    """How often at least one rule rang in a stretch in which nothing changed.

    Attributes
    ----------
    share
        Of the simulated stretches, 0 to 1.
    error
        Its Monte Carlo standard error.
    watched
        How many values a stretch has.
    runs
        How many were simulated.
    """

    share: float
    error: float
    watched: int = WATCHED
    runs: int = RUNS


@lru_cache(maxsize=256)
def false_alarms(sort: Sort, rate: float, n: int, values: int) -> FalseAlarms:
    """Measure how often the rules ring by chance.

    Parameters
    ----------
    sort
        Share, count, rate or amount.
    rate
        The usual share, or events per unit of the denominator; of no account for an amount.
    n
        The denominator of each value; 1 for a count, of no account for an amount.
    values
        How many values the baseline has.

    Returns
    -------
    FalseAlarms
        The same every time it is asked.

    Notes
    -----
    Amounts are drawn from a normal distribution: skewed ones ring more often. Rows may reach back
    into the baseline, as on the chart; only values after it ring.
    """
    drawn, is_outside, centre = _DRAWS[sort](rate, n, values)
    shown = drawn / n if sort is not Sort.AMOUNT else drawn
    is_next = np.ones(shown.shape[1], dtype=np.bool_)
    is_next[0] = False
    found = rings(shown, centre, is_outside, is_next)
    if values < FEWEST_AMOUNTS:  # a row needs a level that is known
        rang = is_outside[:, values:].any(axis=1)
    else:
        rang = np.any([marks[:, values:].any(axis=1) for marks in found.values()], axis=0)
    share = float(rang.mean())
    return FalseAlarms(share, float(np.sqrt(share * (1 - share) / RUNS)))


_Drawn = tuple[Floats, Marks, Floats]


def _shares(rate: float, n: int, values: int) -> _Drawn:
    drawn = floats(np.random.default_rng(_SEED).binomial(n, rate, (RUNS, values + WATCHED)))
    reached, half = drawn[:, :values].sum(axis=1, keepdims=True), (1 - CONFIDENCE) / 2
    seen, pooled = float(n * values), reached / (n * values)
    is_known = (values >= FEWEST_AMOUNTS) & (reached > 0) & (reached < seen)
    low = np.where(reached > 0, beta_quantile(half, np.maximum(reached, 1), seen - reached + 1), 0)
    high = np.where(
        reached < seen, beta_quantile(1 - half, reached + 1, np.maximum(seen - reached, 1)), 1
    )
    ends = np.where(is_known, pooled, low), np.where(is_known, pooled, high)
    return drawn, are_shares_outside(drawn, n, *ends), pooled


def _events(rate: float, n: int, values: int) -> _Drawn:
    drawn = floats(np.random.default_rng(_SEED).poisson(rate * n, (RUNS, values + WATCHED)))
    events = drawn[:, :values].sum(axis=1, keepdims=True)
    is_known = (values >= FEWEST_AMOUNTS) & (events > 0)
    low, high = (end / values for end in poisson_interval(events, CONFIDENCE))
    mean = events / values
    ends = np.where(is_known, mean, low), np.where(is_known, mean, high)
    return drawn, are_events_outside(drawn, *ends), mean / n


def _amounts(rate: float, n: int, values: int) -> _Drawn:
    del rate, n  # the level and the spread of a normal number change no rule
    drawn = np.random.default_rng(_SEED).normal(size=(RUNS, values + WATCHED))
    baseline = drawn[:, :values]
    centre = baseline.mean(axis=1, keepdims=True)
    reach = _MOVING_RANGE * np.abs(np.diff(baseline, axis=1)).mean(axis=1, keepdims=True)
    return drawn, np.abs(drawn - centre) > reach, centre


_DRAWS: dict[Sort, Callable[[float, int, int], _Drawn]] = {
    Sort.SHARE: _shares,
    Sort.COUNT: _events,
    Sort.RATE: _events,
    Sort.AMOUNT: _amounts,
}
