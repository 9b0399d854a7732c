"""Shrinkage: a small provider's rate is moved towards the rate of all, by how little it knows.

No provider is left out for being small. One with no patient gets the rate of all, one with very
many keeps its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import optimize, special  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.comparison.chance import Floats, beta_quantile, floats
from fairterms.units.refusal import Refusal

_MOST: Final = 1e6
"""α + β at which providers count as equal: beyond it the likelihood is flat."""


@dataclass(frozen=True)
class Prior:
    """What is known of a provider before its own results: rates vary as a beta distribution.

    Attributes
    ----------
    alpha, beta
        Both above 0. α + β is the number of patients the prior is worth.
    is_boundary
        Whether no difference between providers could be seen, so that all get nearly one rate.
    """

    alpha: float
    beta: float
    is_boundary: bool = False

    def __post_init__(self) -> None:
        assert self.alpha > 0, "alpha is above 0"
        assert self.beta > 0, "beta is above 0"

    @property
    def weight(self) -> float:
        """α + β, in patients."""
        return self.alpha + self.beta

    @property
    def mean(self) -> float:
        """α / (α + β), the rate of an average provider."""
        return self.alpha / self.weight

    @property
    def variance(self) -> float:
        """αβ / [(α + β)²(α + β + 1)], of true rates between providers."""
        return self.alpha * self.beta / (self.weight**2 * (self.weight + 1))


@dataclass(frozen=True)
class ShrunkRate:
    """A provider's rate, as counted and as shrunk. Holds counts.

    Attributes
    ----------
    reached, n
        Patients who reached the measure, and all.
    rate
        As counted; None without a patient.
    shrunk
        Moved towards the rate of all.
    own_weight
        The share of the shrunk rate that is the provider's own, 0 to 1.
    low, high
        Limits that hold the true rate with the chance asked for.
    """

    reached: float
    n: float
    rate: float | None
    shrunk: float
    own_weight: float
    low: float
    high: float


def fit(reached: npt.ArrayLike, n: npt.ArrayLike) -> Prior:
    """Fit how rates vary between providers, by maximum likelihood.

    Parameters
    ----------
    reached
        Patients who reached the measure; shape (J,).
    n
        All patients; shape (J,). Providers without patients tell nothing and change nothing.

    Returns
    -------
    Prior
        The beta distribution of rates. `is_boundary` where chance alone explains all differences.

    Raises
    ------
    Refusal
        If counts cannot be, if there are fewer than two providers with patients, or if all or
        none of the patients reached the measure.

    Notes
    -----
    Beta-binomial log-likelihood Σ ln B(O + α, n − O + β) − ln B(α, β), maximised over the logit
    of the mean and the logarithm of α + β.

    Examples
    --------
    >>> prior = fit([2, 5, 8, 3, 7], [10, 10, 10, 10, 10])
    >>> round(prior.mean, 3), round(prior.weight, 1)
    (0.5, 8.0)
    """
    counts, sizes = _checked(reached, n)
    start = [_logit(counts.sum() / sizes.sum()), np.log(50.0)]
    found = optimize.minimize(
        _loss,
        start,
        args=(counts, sizes),
        jac=True,
        method="L-BFGS-B",
        bounds=[(-14, 14), (np.log(1e-2), np.log(_MOST))],
        options={"ftol": 1e-14, "gtol": 1e-9, "maxiter": 500},
    )
    mean, weight = float(special.expit(found.x[0])), float(np.exp(found.x[1]))
    return Prior(mean * weight, (1 - mean) * weight, is_boundary=weight > 0.99 * _MOST)


def _logit(rate: float) -> float:
    return float(np.log(rate / (1 - rate)))


def _loss(at: Floats, counts: Floats, sizes: Floats) -> tuple[float, Floats]:
    """Give minus the log-likelihood per provider, and its gradient."""
    mean, weight = special.expit(at[0]), np.exp(at[1])
    alpha, beta = mean * weight, (1 - mean) * weight
    value = special.betaln(counts + alpha, sizes - counts + beta) - special.betaln(alpha, beta)
    shared = special.digamma(weight) - special.digamma(sizes + weight)
    by_alpha = np.sum(special.digamma(counts + alpha) - special.digamma(alpha) + shared)
    by_beta = np.sum(special.digamma(sizes - counts + beta) - special.digamma(beta) + shared)
    by_mean = (by_alpha - by_beta) * weight * mean * (1 - mean)
    by_weight = by_alpha * alpha + by_beta * beta
    providers = len(counts)
    return -float(value.sum()) / providers, -np.array([by_mean, by_weight]) / providers


def _checked(reached: npt.ArrayLike, n: npt.ArrayLike) -> tuple[Floats, Floats]:
    counts, sizes = np.broadcast_arrays(floats(reached), floats(n))
    are_sound = (counts >= 0) & (counts <= sizes) & np.isfinite(sizes)
    if not are_sound.all():
        raise Refusal(
            "spread between providers",
            f"{int((~are_sound).sum())} of {counts.size} providers have counts that cannot be",
            "a count is missing, below 0, or larger than the patients",
            "correct the counts, or list these providers apart with the reason",
        )
    counts, sizes = counts[sizes > 0], sizes[sizes > 0]
    if len(counts) < 2 or not 0 < counts.sum() < sizes.sum():
        raise Refusal(
            "spread between providers",
            "cannot be told from these counts",
            "it needs two providers with patients, and patients who did and who did not reach "
            "the measure",
            "use a larger reference population, or a published spread with its source",
        )
    return counts, sizes


def shrink(
    reached: npt.ArrayLike, n: npt.ArrayLike, prior: Prior, confidence: float = 0.95
) -> tuple[ShrunkRate, ...]:
    """Shrink providers' rates towards the rate of all. None is dropped.

    Parameters
    ----------
    reached, n
        Patients who reached the measure, and all (0 or more); shape (J,).
    prior
        Fitted to a reference population.
    confidence
        The chance that the limits hold the true rate.

    Returns
    -------
    tuple of ShrunkRate
        One per provider, in the order given.

    Notes
    -----
    (O + α) / (n + α + β) = B·O/n + (1 − B)·α/(α + β), with B = n / (n + α + β).

    Sources
    -------
    Efron B, Morris C. Data analysis using Stein's estimator and its generalizations. Journal of
    the American Statistical Association 70, 1975, p. 311.

    Examples
    --------
    >>> few, many = shrink([9, 900], [10, 1000], Prior(45, 45))
    >>> round(few.shrunk, 2), round(many.shrunk, 3)
    (0.54, 0.867)
    """
    counts, sizes = np.broadcast_arrays(np.atleast_1d(floats(reached)), floats(n))
    assert ((counts >= 0) & (counts <= sizes)).all(), "counts lie from 0 to the patients"
    alpha, beta = counts + prior.alpha, sizes - counts + prior.beta
    low = beta_quantile(0.5 - confidence / 2, alpha, beta)
    high = beta_quantile(0.5 + confidence / 2, alpha, beta)
    return tuple(
        ShrunkRate(
            float(o),
            float(size),
            float(o / size) if size else None,
            float((o + prior.alpha) / (size + prior.weight)),
            float(size / (size + prior.weight)),
            float(low[at]),
            float(high[at]),
        )
        for at, (o, size) in enumerate(zip(counts, sizes, strict=True))
    )


def shrink_mean(own: float, mean: float, own_reliability: float) -> float:
    """Shrink a mean, such as an effect size, by its reliability.

    Parameters
    ----------
    own, mean
        The provider's mean and the mean of all, in one unit.
    own_reliability
        0 to 1.

    Returns
    -------
    float
        R·own + (1 − R)·mean.

    Examples
    --------
    >>> round(shrink_mean(1.2, 0.8, 0.5), 6)
    1.0
    """
    assert 0 <= own_reliability <= 1, "a reliability lies from 0 to 1"
    return own_reliability * own + (1 - own_reliability) * mean
