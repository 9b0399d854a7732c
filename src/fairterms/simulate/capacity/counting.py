"""Counts drawn by inversion: a uniform number becomes the count whose chance it falls in.

The same uniform number gives a larger count where more are expected, so that variants of a practice
meet the same luck. Small counts are exact; from a variance of :data:`EXACT_BELOW` on they follow a
normal curve corrected for skewness, which misplaces less than 0.002 of the chance (our measurement;
a test holds it).
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy.special import gammaincinv, ndtri  # type: ignore[import-untyped,unused-ignore]

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

EXACT_BELOW = 12.0
"""The variance below which counts are exact."""

SMALL_SPREAD = 0.25
"""The spread up to which a gamma level is the cube of a normal number."""

_MOST_STEPS = 200
"""No count of so small a variance lies further out with a chance a float64 can hold."""


def poisson(uniforms: Floats, mean: Floats) -> Counts:
    """Draw counts of independent events.

    Parameters
    ----------
    uniforms
        Numbers between 0 and 1, any shape.
    mean
        Expected counts, 0 or more, of the same shape.

    Returns
    -------
    Counts
        Of the same shape.

    Examples
    --------
    >>> poisson(np.array([0.01, 0.5, 0.99]), np.array([4.0, 4.0, 4.0])).tolist()
    [0, 4, 9]
    """
    mean = np.broadcast_to(mean, uniforms.shape)
    found = _corrected(uniforms, mean, mean, mean)
    is_small = mean < EXACT_BELOW
    found[is_small] = _small_poisson(uniforms[is_small], mean[is_small])
    return found


def binomial(uniforms: Floats, trials: Counts, chance: Floats | float) -> Counts:
    """Draw how many of some people something happens to.

    Parameters
    ----------
    uniforms
        Numbers between 0 and 1, any shape.
    trials
        How many people, of the same shape.
    chance
        Of each, from 0 to 1.

    Returns
    -------
    Counts
        Of the same shape, from 0 to ``trials``.

    Examples
    --------
    >>> binomial(np.array([0.02, 0.5, 0.98]), np.array([20, 20, 20]), 0.25).tolist()
    [1, 5, 9]
    """
    chances = np.broadcast_to(np.asarray(chance, dtype=np.float64), uniforms.shape)
    is_likely = chances > 0.5
    rarer = np.where(is_likely, 1 - chances, chances)
    turned = np.where(is_likely, 1 - uniforms, uniforms)
    mean: Floats = trials.astype(np.float64) * rarer
    variance: Floats = mean * (1 - rarer)
    found = _corrected(turned, mean, variance, variance * (1 - 2 * rarer))
    is_small = variance < EXACT_BELOW
    found[is_small] = _small_binomial(turned[is_small], trials[is_small], rarer[is_small])
    found = np.minimum(found, trials)
    return np.where(is_likely, trials - found, found)


def level(uniforms: Floats, spread: float) -> Floats:
    """Draw levels around 1 from a gamma distribution.

    Parameters
    ----------
    uniforms
        Numbers between 0 and 1, any shape.
    spread
        Standard deviation of a level; 0 gives 1 everywhere.

    Notes
    -----
    Up to :data:`SMALL_SPREAD` the cube of a normal number stands for the gamma's (Wilson and
    Hilferty's transformation), thirty times as fast; a test holds its error below 0.001 of the
    chance.
    """
    if spread == 0:
        return np.ones(uniforms.shape)
    if spread <= SMALL_SPREAD:
        part = spread**2 / 9
        cube: Floats = 1 - part + np.sqrt(part) * ndtri(uniforms)
        return cube**3
    shape = 1 / spread**2
    found: Floats = gammaincinv(shape, uniforms) / shape
    return found


def _corrected(uniforms: Floats, mean: Floats, variance: Floats, third: Floats) -> Counts:
    """Return the quantile of a normal curve, moved for the third central moment of the count."""
    score = ndtri(uniforms)
    skewed = third / np.maximum(variance, 1e-12) * (score**2 - 1) / 6
    found: Counts = np.floor(mean + np.sqrt(variance) * score + skewed + 0.5).astype(np.int64)
    return np.maximum(found, 0)


def _small_poisson(uniforms: Floats, mean: Floats) -> Counts:
    chance = np.exp(-mean)
    return _search(uniforms, chance, lambda count: mean / (count + 1))


def _small_binomial(uniforms: Floats, trials: Counts, chance: Floats) -> Counts:
    none = np.exp(trials * np.log1p(-chance))
    odds = chance / (1 - chance)
    return _search(
        uniforms, none, lambda count: np.maximum(trials - count, 0) * (odds / (count + 1))
    )


def _search(uniforms: Floats, first: Floats, ratio: Callable[[int], Floats]) -> Counts:
    """Add up chances from 0 until they pass the uniform number."""
    count, chance, total = np.zeros(uniforms.shape, dtype=np.int64), first, first.copy()
    for step in range(_MOST_STEPS):
        is_beyond = uniforms > total
        if not np.count_nonzero(is_beyond):
            break
        chance = chance * ratio(step)
        total += chance
        count += is_beyond
    return count
