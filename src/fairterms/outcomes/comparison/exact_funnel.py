"""Exact funnels: limits from the binomial and the Poisson distribution themselves.

For small numbers, where a transformation is only near. They know chance alone: where providers
differ for other reasons too, they call too many outliers, and a contract that pays by them punishes
what nobody controls.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.comparison.chance import (
    Floats,
    binomial_at_most,
    floats,
    normal_quantile,
    poisson_at_most,
)
from fairterms.outcomes.comparison.funnel import NARROW, WIDE, Label

_BY_RANK: Final = (Label.FAR_BELOW, Label.BELOW, Label.INSIDE, Label.ABOVE, Label.FAR_ABOVE)


def proportion_limits(n: npt.ArrayLike, target: float, share: float) -> tuple[Floats, Floats]:
    """Give exact limits of a rate.

    Parameters
    ----------
    n
        Patients, above 0; any shape.
    target
        The rate all are compared with, between 0 and 1.
    share
        The share of providers at the target that stay inside, or more.

    Returns
    -------
    tuple of Floats
        The rates at and beyond which a count lies outside, 0 to 1, the shape of `n`. Where no
        count is extreme enough the limit is 0 or 1.

    Notes
    -----
    Lower: k/n with P(X ≤ k) = (1 − share)/2; upper: k/n with P(X ≥ k) = (1 − share)/2, for a k
    between whole numbers through the incomplete beta function, so that limits are smooth.

    Examples
    --------
    >>> low, high = proportion_limits(100, 0.5, 0.95)
    >>> round(float(low), 3), round(float(high), 3)
    (0.397, 0.603)
    """
    size, tail = floats(n), (1 - share) / 2
    low = special.bdtrik(tail, size, target)
    # A mirror: at least k successes are at most n − k failures.
    high = size - special.bdtrik(tail, size, 1 - target)
    return floats(np.clip(low / size, 0, 1)), floats(np.clip(high / size, 0, 1))


def ratio_limits(expected: npt.ArrayLike, share: float) -> tuple[Floats, Floats]:
    """Give exact limits of a ratio of observed to expected events.

    Parameters
    ----------
    expected
        Events expected, above 0; any shape.
    share
        The share of providers at the target that stay inside, or more.

    Returns
    -------
    tuple of Floats
        The ratios at and beyond which a count lies outside, the shape of `expected`; the lower
        one is 0 where no count is small enough.

    Notes
    -----
    Lower: O/E with P(X ≤ O) = (1 − share)/2, that is E = χ²(1 − tail, 2O + 2)/2; upper: O/E with
    P(X ≥ O) = (1 − share)/2, that is E = χ²(tail, 2O)/2.

    Examples
    --------
    >>> low, high = ratio_limits(100, 0.95)
    >>> round(float(low), 3), round(float(high), 3)
    (0.804, 1.206)
    """
    mean, tail = floats(expected), (1 - share) / 2
    low = special.pdtrik(tail, mean)
    high = special.pdtrik(1 - tail, mean) + 1
    return floats(np.maximum(low, 0) / mean), floats(high / mean)


def poisson_interval(count: npt.ArrayLike, share: float = NARROW) -> tuple[Floats, Floats]:
    """Give the exact interval of the mean behind a count of events.

    Parameters
    ----------
    count
        Events, whole numbers from 0; any shape.
    share
        The share of such intervals that hold the true mean, or more.

    Returns
    -------
    tuple of Floats
        Lower and upper mean, the shape of `count`.

    Examples
    --------
    >>> low, high = poisson_interval(100)
    >>> round(float(low), 2), round(float(high), 2)
    (81.36, 121.63)
    """
    events, tail = floats(count), (1 - share) / 2
    low = special.gammaincinv(np.maximum(events, 1), tail)
    return floats(np.where(events > 0, low, 0.0)), floats(special.gammaincinv(events + 1, 1 - tail))


def byar_interval(count: npt.ArrayLike, share: float = NARROW) -> tuple[Floats, Floats]:
    """Give Byar's near interval of the mean behind a count of events.

    Parameters
    ----------
    count
        Events, 1 or more; any shape. Good from about 10.
    share
        The share of such intervals that hold the true mean, nearly.

    Returns
    -------
    tuple of Floats
        Lower and upper mean, the shape of `count`.

    Notes
    -----
    O(1 − 1/(9O) − z/(3√O))³ and (O + 1)(1 − 1/(9(O + 1)) + z/(3√(O + 1)))³.

    Sources
    -------
    Breslow NE, Day NE. Statistical methods in cancer research, volume II. IARC, 1987, p. 69.

    Examples
    --------
    >>> low, high = byar_interval(100)
    >>> round(float(low), 2), round(float(high), 2)
    (81.36, 121.63)
    """
    events, z = floats(count), normal_quantile(0.5 + share / 2)
    more = events + 1
    low = events * (1 - 1 / (9 * events) - z / (3 * np.sqrt(events))) ** 3
    high = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return floats(low), floats(high)


def label_proportions(reached: npt.ArrayLike, n: npt.ArrayLike, target: float) -> tuple[Label, ...]:
    """Say where each provider's rate stands, from binomial tails.

    Parameters
    ----------
    reached, n
        Patients who reached the measure, and all; shape (I,).
    target
        The rate all are compared with.

    Returns
    -------
    tuple of Label
        One per provider.

    Examples
    --------
    >>> [found.value for found in label_proportions([1, 5], [10, 10], 0.5)]
    ['below the 95 % limit', 'within the limits']
    """
    counts = floats(reached)
    at_most = binomial_at_most(counts, n, target)
    at_least = binomial_at_most(floats(n) - counts, n, 1 - target)
    return _labels(at_most, at_least)


def label_ratios(observed: npt.ArrayLike, expected: npt.ArrayLike) -> tuple[Label, ...]:
    """Say where each provider's ratio stands, from Poisson tails.

    Parameters
    ----------
    observed, expected
        Events, and events expected (above 0); shape (I,).

    Returns
    -------
    tuple of Label
        One per provider.

    Examples
    --------
    >>> [found.value for found in label_ratios([0, 10], [10, 10])]
    ['below the 99.8 % limit', 'within the limits']
    """
    counts = floats(observed)
    return _labels(poisson_at_most(counts, expected), 1 - poisson_at_most(counts - 1, expected))


def _labels(at_most: Floats, at_least: Floats) -> tuple[Label, ...]:
    tails = [(1 - share) / 2 for share in (NARROW, WIDE)]
    below = np.sum([at_most < tail for tail in tails], axis=0)
    above = np.sum([at_least < tail for tail in tails], axis=0)
    return tuple(_BY_RANK[2 - int(b) + int(a)] for b, a in zip(below, above, strict=True))


def label_within(
    value: npt.ArrayLike, intervals: tuple[tuple[Floats, Floats], tuple[Floats, Floats]]
) -> tuple[Label, ...]:
    """Say where providers stand whose own intervals are compared with an expected value.

    Parameters
    ----------
    value
        The expected value, shape (I,).
    intervals
        Each provider's 95 % and 99.8 % interval, such as from :func:`byar_interval`.

    Returns
    -------
    tuple of Label
        A provider whose whole interval lies above the expected value is above.

    Examples
    --------
    >>> low, high = poisson_interval([10]), poisson_interval([10], 0.998)
    >>> label_within([30], (low, high))[0].value
    'below the 99.8 % limit'
    """
    mean = floats(value)
    below = np.sum([high < mean for _, high in intervals], axis=0)
    above = np.sum([low > mean for low, _ in intervals], axis=0)
    return tuple(_BY_RANK[2 - int(b) + int(a)] for b, a in zip(below, above, strict=True))


def plain_limits(n: npt.ArrayLike, target: float, share: float) -> tuple[Floats, Floats]:
    """Give the plain normal limits of a rate, as many public tools and contracts draw them.

    Parameters
    ----------
    n
        Patients, above 0; any shape.
    target
        The rate all are compared with.
    share
        The share of providers at the target that stay inside, nearly.

    Returns
    -------
    tuple of Floats
        p̄ ± z√(p̄(1 − p̄)/n), cut to 0 and 1, the shape of `n`.

    Notes
    -----
    To check what others drew. A contract that pays by these limits takes every difference between
    providers for merit: with 145 English services two of three would lie outside.

    Examples
    --------
    >>> low, high = plain_limits(100, 0.5, 0.95)
    >>> round(float(low), 3), round(float(high), 3)
    (0.402, 0.598)
    """
    reach = normal_quantile(0.5 + share / 2) * np.sqrt(target * (1 - target) / floats(n))
    return floats(np.clip(target - reach, 0, 1)), floats(np.clip(target + reach, 0, 1))
