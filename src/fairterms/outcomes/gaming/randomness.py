"""The tests that several signals share: each asks what chance alone would do with the same people.

All are one-sided and conditional: within a stratum everybody could have been the one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.comparison.chance import binomial_at_most, normal_probability
from fairterms.outcomes.gaming.evidence import Lacking
from fairterms.outcomes.patient_change.scores import Flags, Floats, Whole

FEWEST = 10
"""Below so many people who could tell, a normal approximation is not used."""


@dataclass(frozen=True)
class Tail:
    """A statistic in standard deviations, and how often chance alone gives as much or more."""

    statistic: float
    p_value: float


def sign_test(for_side: int, against: int) -> Tail:
    """Test whether departures go one way more often than the other.

    Parameters
    ----------
    for_side, against
        Departures in the side's favour, and the other way.

    Raises
    ------
    Lacking
        Where there are too few.

    Examples
    --------
    >>> round(sign_test(9, 1).p_value, 4)
    0.0107
    """
    n = for_side + against
    if n < 5:
        raise Lacking("enough departures from the rule (5 or more)")
    return Tail(
        (for_side - against) / math.sqrt(n), float(1 - binomial_at_most(for_side - 1, n, 0.5))
    )


def count_test(is_group: Flags, is_event: Flags, strata: Whole) -> Tail:
    """Test whether events are more frequent in the group than among the others of its stratum.

    Parameters
    ----------
    is_group, is_event
        Shapes (n,).
    strata
        Numbered from 0; only people of one stratum are compared; shape (n,).

    Raises
    ------
    Lacking
        Where no stratum has both groups and both outcomes.

    Notes
    -----
    Given the margins of each stratum the events in the group are hypergeometric; the distribution
    of their sum is the convolution, so the p-value is exact.

    Examples
    --------
    >>> group = np.array([1, 1, 1, 1, 0, 0, 0, 0]) > 0
    >>> event = np.array([1, 1, 1, 0, 0, 0, 0, 0]) > 0
    >>> round(count_test(group, event, np.zeros(8, np.int64)).p_value, 4)
    0.0714
    """
    total, mean, variance, offset = np.ones(1), 0.0, 0.0, 0
    for stratum in np.unique(strata):
        rows = strata == stratum
        n, size = int(rows.sum()), int((rows & is_group).sum())
        events = int((rows & is_event).sum())
        low, chances = _hypergeometric(n, size, events)
        total = np.convolve(total, chances)
        offset += low
        mean += size * events / n
        variance += size * events * (n - size) * (n - events) / (n * n * max(n - 1, 1))
    if variance == 0:
        raise Lacking("people who could have gone either way")
    seen = int((is_group & is_event).sum())
    return Tail(
        (seen - mean) / math.sqrt(variance), float(min(1.0, total[max(0, seen - offset) :].sum()))
    )


def mean_test(values: Floats, is_group: Flags, strata: Whole) -> Tail:
    """Test whether values are higher in the group than among the others of its stratum.

    Parameters
    ----------
    values
        Shape (n,).
    is_group, strata
        As in :func:`count_test`.

    Raises
    ------
    Lacking
        Where too few of either group are in strata with both.

    Notes
    -----
    The sum over the group, against its mean and variance over all ways to choose as many people of
    each stratum, as a normal deviate.
    """
    above, variance, informative = 0.0, 0.0, np.zeros(2, np.int64)
    for stratum in np.unique(strata):
        rows = strata == stratum
        here, size, n = values[rows], int(is_group[rows].sum()), int(rows.sum())
        if 0 < size < n:
            above += float(values[rows & is_group].sum() - size * here.mean())
            variance += size * (n - size) / n * float(here.var(ddof=1))
            informative += (size, n - size)
    if informative.min() < FEWEST or variance == 0:
        raise Lacking(f"enough patients to compare ({FEWEST} or more on each side)")
    return one_sided(above / math.sqrt(variance))


def risk_set_test(state: Floats, struck: Whole, sets: Flags) -> Tail:
    """Test whether events strike people in a higher state than others who could have been struck.

    Parameters
    ----------
    state
        At each event, the state of everybody; row k at event k; shape (events, n).
    struck
        Who was struck at each event, as positions; shape (events,).
    sets
        Who could have been, the one struck among them; shape (events, n).

    Raises
    ------
    Lacking
        Where there are too few events with somebody to compare.

    Notes
    -----
    The score test of proportional hazards with a state that changes in time:
    Σ (z_i − mean of the risk set) over the root of Σ (variance of the risk set).
    """
    counts = sets.sum(axis=1)
    keep = counts >= 2
    if keep.sum() < FEWEST:
        raise Lacking(f"enough events ({FEWEST} or more) with others to compare")
    struck = struck[keep]
    here = np.where(sets, state, 0.0)[keep]
    means = here.sum(axis=1) / counts[keep]
    spreads = (
        np.where(sets[keep], (state[keep] - means[:, None]) ** 2, 0).sum(axis=1) / counts[keep]
    )
    if spreads.sum() == 0:
        raise Lacking("patients who differ in how they are doing")
    above = state[keep][np.arange(len(struck)), struck] - means
    return one_sided(float(above.sum() / math.sqrt(spreads.sum())))


def one_sided(z: float) -> Tail:
    """Return a normal deviate with its upper tail."""
    return Tail(z, float(normal_probability(-z)))


def _hypergeometric(n: int, size: int, events: int) -> tuple[int, Floats]:
    """Return the fewest events in the group, and the chance of each count from there on."""
    low, high = max(0, size + events - n), min(size, events)
    k = np.arange(low, high + 1)
    logs = _choose(size, k) + _choose(n - size, events - k) - _choose(n, np.array([events]))
    return low, np.exp(logs)


def _choose(n: int, k: Whole) -> Floats:
    """Return the logarithm of n over k, shape of k."""
    found = special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1)
    return np.asarray(found, dtype=np.float64)
