"""Chance: the tails of the normal, binomial, Poisson and beta-binomial distributions.

Only what funnels, reliability and targets need, from incomplete beta and gamma functions:
`scipy.stats` would take seconds to import.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import special  # type: ignore[import-untyped,unused-ignore]

Floats: TypeAlias = npt.NDArray[np.float64]
"""Numbers of dtype float64, of any shape."""


def floats(values: npt.ArrayLike) -> Floats:
    """Bring numbers to an array of float64.

    Parameters
    ----------
    values
        A number or an array of numbers.

    Returns
    -------
    Floats
        The same numbers, same shape.
    """
    return np.asarray(values, dtype=np.float64)


def normal_probability(z: npt.ArrayLike) -> Floats:
    """Give the chance that a standard normal lies at or below z.

    Parameters
    ----------
    z
        Standard deviations from the mean; any shape.

    Returns
    -------
    Floats
        Φ(z), the shape of `z`.

    Examples
    --------
    >>> round(float(normal_probability(1.96)), 4)
    0.975
    """
    return floats(special.ndtr(floats(z)))


def normal_quantile(probability: npt.ArrayLike) -> Floats:
    """Give the value a standard normal stays below with a given chance.

    Parameters
    ----------
    probability
        Between 0 and 1; any shape.

    Returns
    -------
    Floats
        Φ⁻¹(probability), the shape of `probability`.

    Examples
    --------
    >>> round(float(normal_quantile(0.999)), 6)
    3.090232
    """
    return floats(special.ndtri(floats(probability)))


def binomial_at_most(count: npt.ArrayLike, n: npt.ArrayLike, rate: npt.ArrayLike) -> Floats:
    """Give the chance of at most so many successes.

    Parameters
    ----------
    count
        Successes; below 0 is impossible, n or more is certain. Broadcasts with the others.
    n
        Patients; broadcasts.
    rate
        The chance of success of each, 0 to 1; broadcasts.

    Returns
    -------
    Floats
        P(X ≤ count), the broadcast shape.

    Notes
    -----
    P(X ≤ k) = I_{1−p}(n − k, k + 1), which also serves a k between two whole numbers.

    Examples
    --------
    >>> round(float(binomial_at_most(1, 3, 0.5)), 6)
    0.5
    """
    k, size, p = np.broadcast_arrays(floats(count), floats(n), floats(rate))
    is_inner = (k >= 0) & (k < size)
    tail = special.betainc(np.where(is_inner, size - k, 1.0), np.where(is_inner, k + 1, 1.0), 1 - p)
    return floats(np.where(is_inner, tail, np.where(k < 0, 0.0, 1.0)))


def poisson_at_most(count: npt.ArrayLike, mean: npt.ArrayLike) -> Floats:
    """Give the chance of at most so many events.

    Parameters
    ----------
    count
        Events; below 0 is impossible. Broadcasts with `mean`.
    mean
        Events expected, above 0; broadcasts.

    Returns
    -------
    Floats
        P(X ≤ count), the broadcast shape.

    Examples
    --------
    >>> round(float(poisson_at_most(0, 1)), 6)
    0.367879
    """
    k, expected = np.broadcast_arrays(floats(count), floats(mean))
    tail = special.gammaincc(np.maximum(k, 0) + 1, expected)
    return floats(np.where(k < 0, 0.0, tail))


def beta_binomial_chances(n: int, alpha: float, beta: float) -> Floats:
    """Give the chance of each count when the rate itself varies as a beta distribution.

    Parameters
    ----------
    n
        Patients, 0 or more.
    alpha, beta
        The beta distribution of rates, both above 0.

    Returns
    -------
    Floats
        P(X = 0), ..., P(X = n); shape (n + 1,), sums to 1.

    Examples
    --------
    >>> beta_binomial_chances(2, 1, 1).round(6).tolist()
    [0.333333, 0.333333, 0.333333]
    """
    k = np.arange(n + 1.0)
    ways = -np.log(n + 1.0) - special.betaln(n - k + 1, k + 1)
    logs = ways + special.betaln(k + alpha, n - k + beta) - special.betaln(alpha, beta)
    return floats(np.exp(logs))


def binomial_chances(n: int, rate: npt.ArrayLike) -> Floats:
    """Give the chance of each count at fixed rates.

    Parameters
    ----------
    n
        Patients, 0 or more.
    rate
        Rates from 0 to 1; shape (m,) or a single one.

    Returns
    -------
    Floats
        P(X = 0), ..., P(X = n) for each rate; shape (m, n + 1).

    Examples
    --------
    >>> binomial_chances(2, 0.5).round(6).tolist()
    [[0.25, 0.5, 0.25]]
    """
    k = np.arange(n + 1.0)
    p = np.atleast_1d(floats(rate))[:, None]
    ways = -np.log(n + 1.0) - special.betaln(n - k + 1, k + 1)
    logs = ways + special.xlogy(k, p) + special.xlog1py(n - k, -p)
    return floats(np.exp(logs))


def beta_quantile(probability: npt.ArrayLike, alpha: npt.ArrayLike, beta: npt.ArrayLike) -> Floats:
    """Give the rate a beta distribution stays below with a given chance.

    Parameters
    ----------
    probability
        Between 0 and 1; broadcasts with the others.
    alpha, beta
        Both above 0; broadcast.

    Returns
    -------
    Floats
        Rates from 0 to 1, the broadcast shape.

    Examples
    --------
    >>> round(float(beta_quantile(0.5, 2, 2)), 6)
    0.5
    """
    return floats(special.betaincinv(floats(alpha), floats(beta), floats(probability)))


def wilson_limits(reached: float, n: float, confidence: float = 0.95) -> tuple[float, float]:
    """Give the interval of a rate from its counts.

    Parameters
    ----------
    reached, n
        Patients who reached the measure, and all patients; n above 0.
    confidence
        The share of such intervals that hold the true rate.

    Returns
    -------
    tuple of float
        The lower and the upper rate, 0 to 1.

    Sources
    -------
    Wilson EB. Probable inference, the law of succession, and statistical inference. Journal of
    the American Statistical Association 22, 1927, p. 209.

    Examples
    --------
    >>> tuple(round(limit, 4) for limit in wilson_limits(8, 10))
    (0.4902, 0.9433)
    """
    z = float(normal_quantile(0.5 + confidence / 2))
    rate, share = reached / n, z * z / n
    centre = (rate + share / 2) / (1 + share)
    reach = z * np.sqrt(rate * (1 - rate) / n + share / (4 * n)) / (1 + share)
    # Without a success the lower limit is 0 but for the last bit; it must not pass the rate.
    return max(0.0, min(rate, float(centre - reach))), min(1.0, max(rate, float(centre + reach)))
