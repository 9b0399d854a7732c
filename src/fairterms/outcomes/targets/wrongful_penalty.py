"""Wrongful penalties: how often an average provider is punished by chance alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.chance import (
    Floats,
    beta_binomial_chances,
    binomial_chances,
    floats,
    normal_probability,
    normal_quantile,
)
from fairterms.outcomes.comparison.provider_spread import Spread
from fairterms.outcomes.comparison.reliability import whole
from fairterms.outcomes.comparison.shrinkage import Prior
from fairterms.outcomes.targets.target import Target

_MOST: Final = 1_000_000
_BLOCK: Final = 20_000


def count_needed(target: Target, average: float, allowed: float) -> int | None:
    """Give the patients from which an average provider fails no more often than allowed.

    Parameters
    ----------
    target
        What the contract asks for.
    average
        The true rate of an average provider.
    allowed
        The chance of failing that both sides accept, above 0.

    Returns
    -------
    int or None
        The smallest n such that n and every larger number keep to it. None if the average is not
        better than the target, or a million patients are not enough.

    Notes
    -----
    Beyond n = ln(1/allowed) / KL(target, average) the chance is below `allowed` (Chernoff), so
    only smaller numbers are tried, from the top.

    Examples
    --------
    >>> from fairterms.outcomes.targets.target import Direction
    >>> count_needed(Target(0.60, Direction.AT_LEAST), 0.675, 0.05)
    113
    """
    assert 0 < allowed < 1, "a chance to fail lies between 0 and 1"
    if not target.is_better(average):
        return None
    bound = math.ceil(-math.log(allowed) / _divergence(target.rate, average))
    if bound > _MOST:
        return None
    for top in range(bound, 0, -_BLOCK):
        sizes = np.arange(max(1, top - _BLOCK + 1), top + 1, dtype=np.int64)
        too_often = np.flatnonzero(target.chances_missed(average, sizes) > allowed)
        if len(too_often):
            return int(sizes[too_often[-1]]) + 1
    return 1


def _divergence(target: float, average: float) -> float:
    """Give the Kullback-Leibler divergence of two rates, at most what a computer can hold."""
    parts = ((target, average), (1 - target, 1 - average))
    total = 0.0
    for one, other in parts:
        if one > 0 and other == 0:
            return math.inf
        total += one * math.log(one / other) if one > 0 else 0.0
    return total


def chance_in_tier(share: float, reliability: npt.ArrayLike) -> Floats:
    """Give the chance that a truly average provider lands in the bottom tier.

    Parameters
    ----------
    share
        The share of providers in the tier, above 0 and below one half.
    reliability
        Of the measure at the provider's size, 0 to below 1; any shape.

    Returns
    -------
    Floats
        The shape of `reliability`. Without reliability the tier is a lottery.

    Notes
    -----
    Φ(Φ⁻¹(q) / √(1 − R)): the tier ends q deep in the spread of all observed rates, of which
    √(1 − R) is chance. Providers of one size, rates nearly normal.

    Examples
    --------
    >>> chance_in_tier(0.25, [0.0, 0.5, 0.7, 0.9]).round(3).tolist()
    [0.25, 0.17, 0.109, 0.016]
    """
    assert 0 < share < 0.5, "a bottom tier is less than half of all"
    noise = np.sqrt(1 - floats(reliability))
    return normal_probability(normal_quantile(share) / noise)


def exact_chance_in_tier(share: float, n: int, prior: Prior) -> float:
    """Give the same chance from whole patients, without the normal approximation.

    Parameters
    ----------
    share
        The share of providers in the tier, above 0 and below one half.
    n
        Patients of every provider, 1 or more.
    prior
        How true rates vary between providers.

    Returns
    -------
    float
        Where a count lies across the tier's edge, a draw decides, as many as fit.

    Examples
    --------
    >>> round(exact_chance_in_tier(0.25, 163, Prior(45.73, 22.81)), 3)
    0.114
    """
    assert 0 < share < 0.5, "a bottom tier is less than half of all"
    everyone = beta_binomial_chances(n, prior.alpha, prior.beta)
    average = binomial_chances(n, prior.mean)[0]
    below = np.cumsum(everyone)
    edge = int(np.searchsorted(below, share))
    drawn = (share - (below[edge - 1] if edge else 0.0)) / everyone[edge]
    return float(average[:edge].sum() + drawn * average[edge])


def reliability_needed(share: float, allowed: float) -> float:
    """Give the reliability a bottom tier needs.

    Parameters
    ----------
    share
        The share of providers in the tier, above 0 and below one half.
    allowed
        The chance that both sides accept for an average provider to land there, above 0.

    Returns
    -------
    float
        1 − (Φ⁻¹(q) / Φ⁻¹(allowed))²; 0 if a lottery would do.

    Examples
    --------
    >>> round(reliability_needed(0.25, 0.05), 3)
    0.832
    """
    assert 0 < share < 0.5, "a bottom tier is less than half of all"
    assert 0 < allowed < 1, "a chance lies between 0 and 1"
    if allowed >= share:
        return 0.0
    return 1 - float(normal_quantile(share) / normal_quantile(allowed)) ** 2


@dataclass(frozen=True)
class WrongfulPenalty:
    """What chance alone does to an average provider of the group's size.

    Attributes
    ----------
    n
        The group's patients.
    average
        The true rate of an average provider.
    target
        What the contract asks for.
    fails
        The chance that it misses the target.
    in_tier
        The chance that it lands in the bottom tier.
    allowed
        The chance both sides accept.
    count_for_target
        The patients from which the target is missed no more often than allowed; None if never.
    count_for_tier
        The same for the tier.
    """

    n: int
    average: float
    target: Target
    fails: float
    in_tier: float
    allowed: float
    count_for_target: int | None
    count_for_tier: int | None

    @property
    def is_fair(self) -> bool:
        """Whether both chances are within what is allowed."""
        return max(self.fails, self.in_tier) <= self.allowed


def state(
    n: int, target: Target, spread: Spread, *, tier: float, allowed: float
) -> WrongfulPenalty:
    """State how often an average provider of the group's size is punished by chance.

    Parameters
    ----------
    n
        The group's patients, 1 or more.
    target
        What the contract asks for.
    spread
        How providers differ, with the rate of an average one.
    tier
        The share of providers in the bottom tier.
    allowed
        The chance both sides accept. It decides money, so there is no default.

    Returns
    -------
    WrongfulPenalty
        Both chances, and the patients the measure would need.

    Examples
    --------
    >>> from fairterms.outcomes.comparison.provider_spread import spread_of_prior
    >>> from fairterms.outcomes.targets.target import Direction
    >>> spread = spread_of_prior(Prior(45.73, 22.81), 145)
    >>> found = state(40, Target(0.65, Direction.AT_LEAST), spread, tier=0.25, allowed=0.05)
    >>> round(found.fails, 2), round(found.in_tier, 2), found.is_fair
    (0.34, 0.2, False)
    """
    return WrongfulPenalty(
        n,
        spread.mean,
        target,
        float(target.chance_missed(spread.mean, n)),
        float(chance_in_tier(tier, spread.at(n))),
        allowed,
        count_needed(target, spread.mean, allowed),
        whole(spread.count_for(reliability_needed(tier, allowed))),
    )
