"""Spread of providers: how much they really differ, estimated in more than one way, all shown.

The counts a measure needs rest on this one number, and its estimates disagree: a beta-binomial fit
is pulled by a few small providers, a funnel's overdispersion is not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.chance import Floats
from fairterms.outcomes.comparison.reliability import GRADES, count_needed, reliability, whole
from fairterms.outcomes.comparison.shrinkage import Prior


@dataclass(frozen=True)
class Spread:
    """How much providers really differ, by one way of estimating it.

    Attributes
    ----------
    method
        Its name, in words.
    mean
        The mean rate.
    between_variance
        σ_b², variance of true rates between providers, as squared rates.
    providers
        How many providers it comes from.
    """

    method: str
    mean: float
    between_variance: float
    providers: int

    @property
    def within_variance(self) -> float:
        """σ_w² of one patient at the mean rate, p(1 − p)."""
        return self.mean * (1 - self.mean)

    @property
    def noise_to_signal(self) -> float:
        """σ_w²/σ_b²; infinite where providers do not differ."""
        if self.between_variance == 0:
            return math.inf
        return self.within_variance / self.between_variance

    def at(self, n: npt.ArrayLike) -> Floats:
        """Give the reliability at a number of patients.

        Parameters
        ----------
        n
            Patients, 0 or more; any shape.

        Returns
        -------
        Floats
            The shape of `n`.
        """
        return reliability(self.between_variance, self.within_variance, n)

    def count_for(self, wanted: float) -> float:
        """Give the patients a reliability needs, not rounded.

        Parameters
        ----------
        wanted
            A reliability, 0 up to below 1.

        Returns
        -------
        float
            Infinite if providers do not differ.
        """
        return count_needed(wanted, self.noise_to_signal)


def spread_of_prior(prior: Prior, providers: int) -> Spread:
    """Give the spread a beta-binomial fit found.

    Parameters
    ----------
    prior
        From :func:`fairterms.outcomes.comparison.shrinkage.fit`.
    providers
        How many it was fitted to.

    Returns
    -------
    Spread
        With σ_b² = αβ / [(α + β)²(α + β + 1)]. Large differences of a few small providers pull it
        up.

    Notes
    -----
    σ_w² is p(1 − p) at the mean rate, so that σ_w²/σ_b² = α + β + 1. Averaged over the providers
    it is α + β, one patient less for a reliability of 0.5.

    Examples
    --------
    >>> spread = spread_of_prior(Prior(45.73, 22.81), 145)
    >>> [round(spread.count_for(wanted)) for wanted in GRADES]
    [70, 162, 626]
    """
    return Spread("beta-binomial fit", prior.mean, prior.variance, providers)


def spread_of_funnel(tau_squared: float, mean: float, providers: int) -> Spread:
    """Give the spread a funnel's overdispersion stands for.

    Parameters
    ----------
    tau_squared
        τ² on the arcsine scale.
    mean
        The pooled rate.
    providers
        How many it was estimated from.

    Returns
    -------
    Spread
        With σ_b² = 4p(1 − p)τ².

    Notes
    -----
    p = sin²y, so dp/dy = 2√(p(1 − p)). Near the middle; less so for rates close to 0 or 1.

    Examples
    --------
    >>> spread = spread_of_funnel(0.00060091, 0.674627, 145)
    >>> round(math.sqrt(spread.between_variance), 3)
    0.023
    """
    variance = 4 * mean * (1 - mean) * tau_squared
    return Spread("funnel overdispersion", mean, variance, providers)


@dataclass(frozen=True)
class ReliabilityStatement:
    """What a contract should say beside a measure: how reliable it is at the group's size.

    Attributes
    ----------
    n
        The group's patients.
    spreads
        Each way of estimating how providers differ.
    reliabilities
        The reliability at `n` by each.
    counts
        For each, the patients needed for 0.5, 0.7 and 0.9, rounded up; None if never.
    """

    n: int
    spreads: tuple[Spread, ...]
    reliabilities: tuple[float, ...]
    counts: tuple[tuple[int | None, ...], ...]

    @property
    def cautious(self) -> float:
        """The smallest of the reliabilities: what neither side can call too rosy."""
        return min(self.reliabilities)


def state(n: int, spreads: tuple[Spread, ...]) -> ReliabilityStatement:
    """State the reliability of a measure at a group's size.

    Parameters
    ----------
    n
        The group's patients in the measure, 0 or more.
    spreads
        One or more ways of estimating how providers differ; two that disagree are both shown.

    Returns
    -------
    ReliabilityStatement
        Every way side by side.

    Examples
    --------
    >>> fitted = spread_of_prior(Prior(45.73, 22.81), 145)
    >>> found = state(70, (fitted, spread_of_funnel(0.00060091, 0.674627, 145)))
    >>> [round(value, 2) for value in found.reliabilities], found.counts[0]
    ([0.5, 0.14], (70, 163, 626))
    """
    assert spreads, "a reliability comes from at least one estimate"
    return ReliabilityStatement(
        n,
        spreads,
        tuple(float(np.asarray(spread.at(n))) for spread in spreads),
        tuple(tuple(whole(spread.count_for(r)) for r in GRADES) for spread in spreads),
    )
