"""Target likelihood: the chance that a group meets a target, and a target that is fair.

The group's rate is known only as well as its patients allow, so the chance rests on what is known
of all providers too. Patients never asked again count as failures in many measures: better
follow-up is then the largest lever.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from fairterms.outcomes.comparison.chance import (
    Floats,
    beta_binomial_chances,
    beta_quantile,
    binomial_at_most,
    binomial_chances,
)
from fairterms.outcomes.comparison.shrinkage import Prior
from fairterms.outcomes.targets.target import Direction, Target

_POINTS: Final = 400
"""Rates at which the chance is worked out; more change the third decimal no longer."""


def chance_met(target: Target, reached: int, n: int, prior: Prior, next_n: int) -> float:
    """Give the chance that a group meets a target in its next year.

    Parameters
    ----------
    target
        What the contract asks for.
    reached, n
        The group's patients who reached the measure, and all (0 or more).
    prior
        How true rates vary between providers; it holds the reliability.
    next_n
        Patients expected next year, 1 or more.

    Returns
    -------
    float
        0 to 1, if the group's true rate stays as it is.

    Notes
    -----
    The count of the next year is beta-binomial with α + O and β + n − O.

    Examples
    --------
    >>> round(chance_met(Target(0.6, Direction.AT_LEAST), 30, 50, Prior(20, 20), 50), 2)
    0.35
    """
    assert 0 <= reached <= n, "counts lie from 0 to the patients"
    chances = beta_binomial_chances(next_n, prior.alpha + reached, prior.beta + n - reached)
    edge = target.edge(next_n)
    if target.direction is Direction.AT_LEAST:
        return float(chances[edge:].sum())
    return float(chances[: edge + 1].sum())


@dataclass(frozen=True)
class FollowUp:
    """A group's year, where patients without a later score count as failures.

    Attributes
    ----------
    patients
        All in the denominator.
    followed
        Those with a later score.
    reached
        Those who reached the measure.
    """

    patients: int
    followed: int
    reached: int

    def __post_init__(self) -> None:
        assert 0 <= self.reached <= self.followed <= self.patients, "counts nest"

    @property
    def share(self) -> float:
        """The share of patients with a later score."""
        return self.followed / self.patients if self.patients else 0.0


def chance_met_with_follow_up(
    target: Target, year: FollowUp, prior: Prior, next_n: int, *, share: float, relative: float
) -> float:
    """Give the chance to meet a target if more patients are asked again.

    Parameters
    ----------
    target
        A rate at least to be reached, of all patients.
    year
        The group's year so far.
    prior
        How the rate **among followed patients** varies between providers.
    next_n
        Patients expected next year, 1 or more.
    share
        The share that will be followed, not below the present one.
    relative
        How often newly followed patients reach the measure, relative to those followed before:
        0 (none of them), 1 (just as often). It is an assumption; show both ends.

    Returns
    -------
    float
        0 to 1.

    Notes
    -----
    Given the rate r among the followed, the count is Bin(m_1, r) + Bin(m_2, r·relative), averaged
    over the posterior of r at equally likely points.

    Examples
    --------
    34 of 100 are followed and 8 reach the measure. A target of 15 % is out of reach; with 80
    followed who do as well it is likely.

    >>> target, year = Target(0.15, Direction.AT_LEAST), FollowUp(100, 34, 8)
    >>> now = chance_met_with_follow_up(target, year, Prior(5, 16), 100, share=0.34, relative=1)
    >>> then = chance_met_with_follow_up(target, year, Prior(5, 16), 100, share=0.8, relative=1)
    >>> round(now, 2), round(then, 2)
    (0.03, 0.76)
    """
    assert target.direction is Direction.AT_LEAST, "follow-up lifts a rate to be reached"
    assert year.share - 1e-9 <= share <= 1, "follow-up can only be kept or bettered"
    assert 0 <= relative <= 1, "a relative rate lies from 0 to 1"
    before = round(next_n * year.share)
    more = max(0, round(next_n * share) - before)
    alpha, beta = prior.alpha + year.reached, prior.beta + year.followed - year.reached
    rates = beta_quantile((np.arange(_POINTS) + 0.5) / _POINTS, alpha, beta)
    missed = _chance_below(target.edge(next_n), (before, rates), (more, rates * relative))
    return float(1 - missed.mean())


def _chance_below(edge: int, one: tuple[int, Floats], two: tuple[int, Floats]) -> Floats:
    """Give P(X + Y < edge) for two binomial counts, one row for each rate."""
    chances = binomial_chances(*two)
    left = edge - 1 - np.arange(two[0] + 1.0)
    total: Floats = (chances * binomial_at_most(left[None, :], one[0], one[1][:, None])).sum(axis=1)
    return total


@dataclass(frozen=True)
class FollowUpLikelihood:
    """The chance to meet a target now and with better follow-up.

    Attributes
    ----------
    now
        With follow-up as it is.
    if_none, if_same
        With better follow-up, if none of the newly followed reach the measure, and if they do as
        well as the others: the truth lies between.
    share_now, share_then
        The shares followed.
    """

    now: float
    if_none: float
    if_same: float
    share_now: float
    share_then: float


def compare_follow_up(
    target: Target, year: FollowUp, prior: Prior, next_n: int, share: float
) -> FollowUpLikelihood:
    """Show what better follow-up does to the chance of meeting a target.

    Parameters
    ----------
    target, year, prior, next_n, share
        As for :func:`chance_met_with_follow_up`.

    Returns
    -------
    FollowUpLikelihood
        Now, and both ends of what it may become.
    """

    def chance(followed: float, relative: float) -> float:
        return chance_met_with_follow_up(
            target, year, prior, next_n, share=followed, relative=relative
        )

    return FollowUpLikelihood(
        chance(year.share, 1.0), chance(share, 0.0), chance(share, 1.0), year.share, share
    )


@dataclass(frozen=True)
class ProposedTarget:
    """A target at which an average provider fails no more often than agreed.

    Attributes
    ----------
    target
        The proposal.
    edge
        Its last good count, of `n` patients.
    n
        Patients it is made for.
    average_fails
        The chance that an average provider misses it.
    group_meets
        The chance that the group meets it.
    """

    target: Target
    edge: int
    n: int
    average_fails: float
    group_meets: float


def propose(
    direction: Direction, own: tuple[int, int], prior: Prior, n: int, allowed: float
) -> ProposedTarget:
    """Propose the most demanding target that is fair at a number of patients.

    Parameters
    ----------
    direction
        Whether the measure is to be reached or avoided.
    own
        The group's patients who reached the measure, and all.
    prior
        Of the reference population; its mean is an average provider's rate.
    n
        Patients in the year to be judged, 1 or more.
    allowed
        The chance both sides accept for an average provider to fail; above 0, below 1. It
        decides money, so there is no default.

    Returns
    -------
    ProposedTarget
        The rate is a whole count over n, to four decimals on the lenient side.

    Examples
    --------
    >>> found = propose(Direction.AT_LEAST, (30, 50), Prior(45.73, 22.81), 100, 0.05)
    >>> found.target.rate, round(found.average_fails, 3), round(found.group_meets, 2)
    (0.59, 0.042, 0.8)
    """
    assert 0 < allowed < 1, "a chance to fail lies between 0 and 1"
    edge = _fair_edge(direction, n, prior.mean, allowed)
    target = _target_at(edge, n, direction)
    return ProposedTarget(
        target,
        target.edge(n),
        n,
        float(target.chance_missed(prior.mean, n)),
        chance_met(target, *own, prior, n),
    )


def _fair_edge(direction: Direction, n: int, average: float, allowed: float) -> int:
    """Give the most demanding count that an average provider misses no more often than allowed."""
    counts = np.arange(n + 1.0)
    if direction is Direction.AT_LEAST:
        return int(np.flatnonzero(binomial_at_most(counts - 1, n, average) <= allowed)[-1])
    return int(np.flatnonzero(1 - binomial_at_most(counts, n, average) <= allowed)[0])


def _target_at(edge: int, n: int, direction: Direction) -> Target:
    """Write a count as a rate of four decimals that it meets, and up to 10,000 just meets."""
    if direction is Direction.AT_LEAST:
        return Target((edge * 10_000 // n) / 10_000, direction)
    return Target(-(-edge * 10_000 // n) / 10_000, direction)
