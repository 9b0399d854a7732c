"""Each target of the contract beside the group's results: how likely, how fair, what instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from fairterms.outcomes.comparison.provider_spread import Spread, spread_of_prior
from fairterms.outcomes.comparison.shrinkage import Prior
from fairterms.outcomes.group_results.declaration import Measured, Peers
from fairterms.outcomes.targets.baseline import Baseline, Year, build
from fairterms.outcomes.targets.target import Direction, Target
from fairterms.outcomes.targets.target_likelihood import (
    FollowUp,
    FollowUpLikelihood,
    ProposedTarget,
    chance_met,
    compare_follow_up,
    propose,
)
from fairterms.outcomes.targets.wrongful_penalty import count_needed

NOT_OVER: Final = 0.6
"""A year with less than this share of the patients of the year before is not over yet."""

NOTHING_KNOWN: Final = Prior(1, 1)
"""Every rate equally likely: what is known of other groups when nobody names them."""


@dataclass(frozen=True)
class AskedTarget:
    """A target as the contract's money has it.

    Attributes
    ----------
    target
        The rate asked for.
    dollars
        What reaching it is worth in the expected scenario; None where it was not priced.
    """

    target: Target
    dollars: Decimal | None = None


@dataclass(frozen=True)
class MeasureYear:
    """A measure's counts in one year.

    Attributes
    ----------
    year
        The calendar year.
    reached, n
        Patients who reached the measure, and all who count.
    followed
        Those who could be judged by a later score; None where the measure needs none.
    """

    year: int
    reached: int
    n: int
    followed: int | None = None


@dataclass(frozen=True)
class TargetAssessment:
    """One target, judged.

    Attributes
    ----------
    asked
        The target.
    met_now
        The chance that the group meets it next year, if its true rate stays as it is.
    met_with_follow_up
        The chance if more patients are asked again; None where that does not matter or nobody
        said how many could be.
    average_fails
        The chance that an average group of this size misses it; None without peers.
    patients_needed
        The patients from which an average group misses it no more often than allowed; None
        without peers, or if never.
    """

    asked: AskedTarget
    met_now: float
    met_with_follow_up: FollowUpLikelihood | None
    average_fails: float | None
    patients_needed: int | None


@dataclass(frozen=True)
class MeasureAssessment:
    """A measure of the contract with its baseline, its targets and what would be fair.

    Attributes
    ----------
    declared
        How it is worked out.
    baseline
        Each year and all together.
    years
        The counts behind the baseline.
    rests_on
        The reached, the patients and the words for them that the chances rest on.
    prior
        What is known of other groups.
    reliability
        Share of differences between groups of this size that is real; None without peers.
    targets
        The contract's targets, the easiest first.
    proposed
        The most demanding target that is fair at this size; None without peers or without an
        allowed chance to fail.
    notes
        What a reader must know.
    """

    declared: Measured
    baseline: Baseline
    years: tuple[MeasureYear, ...]
    rests_on: tuple[int, int, str]
    prior: Prior
    reliability: float | None
    targets: tuple[TargetAssessment, ...]
    proposed: ProposedTarget | None
    notes: tuple[str, ...]


def prior_of(peers: Peers | None) -> Prior:
    """Turn what is known of other groups into a beta distribution of true rates.

    Notes
    -----
    α + β = m(1 − m)/s² − 1 for a mean m and a standard deviation s of true rates.

    Examples
    --------
    >>> prior = prior_of(Peers(0.5, 0.1, "made up"))
    >>> round(prior.mean, 3), round(prior.weight, 1)
    (0.5, 24.0)
    """
    if peers is None:
        return NOTHING_KNOWN
    weight = peers.average * (1 - peers.average) / peers.spread**2 - 1
    return Prior(peers.average * weight, (1 - peers.average) * weight)


def assess(
    declared: Measured, years: Sequence[MeasureYear], asked: Sequence[AskedTarget]
) -> MeasureAssessment:
    """Judge the targets of one measure.

    Parameters
    ----------
    declared
        How it is worked out, and what is known of other groups.
    years
        The group's counts, oldest first; years without patients are named and left out.
    asked
        The contract's targets.

    Raises
    ------
    Refusal
        When no year has a patient.
    """
    counted = [year for year in years if year.n]
    baseline = build([Year(str(one.year), one.year, one.reached, one.n) for one in counted])
    latest = next_year_like(counted)
    rests_on = _rests_on(baseline, latest)
    prior = prior_of(declared.peers)
    spread = spread_of_prior(prior, 0) if declared.peers else None
    judged = (_judge(declared, one, latest, (rests_on, prior, spread)) for one in asked)
    return MeasureAssessment(
        declared,
        baseline,
        tuple(years),
        rests_on,
        prior,
        float(spread.at(latest.n)) if spread else None,
        tuple(judged),
        _propose(declared, asked, (rests_on, prior, latest.n)),
        tuple(_notes(declared, years, baseline)),
    )


def next_year_like(years: Sequence[MeasureYear]) -> MeasureYear:
    """Return the year that next year's number of patients and follow-up are taken from.

    It is the last one, unless most of its patients could not be judged yet: with less than 6 in 10
    of the year before, it is the year before.

    Examples
    --------
    >>> next_year_like([MeasureYear(2025, 300, 700), MeasureYear(2026, 65, 221)]).year
    2025
    """
    if len(years) > 1 and years[-1].n < NOT_OVER * years[-2].n:
        return years[-2]
    return years[-1]


def _rests_on(baseline: Baseline, latest: MeasureYear) -> tuple[int, int, str]:
    """Choose the counts the chances rest on: all years, or the last one where the rate drifts."""
    if baseline.trend is not None and baseline.trend.is_drift:
        return latest.reached, latest.n, f"{latest.year} alone, because the rate drifts"
    pooled = baseline.pooled
    return int(pooled.reached), int(pooled.n), f"{len(baseline.years)} years together"


def _judge(
    declared: Measured,
    asked: AskedTarget,
    latest: MeasureYear,
    known: tuple[tuple[int, int, str], Prior, Spread | None],
) -> TargetAssessment:
    (reached, n, _), prior, spread = known
    fails = needed = None
    if spread is not None:
        fails = float(asked.target.chance_missed(spread.mean, latest.n))
        if declared.allowed_to_fail is not None:
            needed = count_needed(asked.target, spread.mean, declared.allowed_to_fail)
    return TargetAssessment(
        asked,
        chance_met(asked.target, reached, n, prior, latest.n),
        _with_follow_up(declared, asked.target, latest),
        fails,
        needed,
    )


def _with_follow_up(
    declared: Measured, target: Target, latest: MeasureYear
) -> FollowUpLikelihood | None:
    """Compare follow-up as it is with what the group could reach.

    Peers are known by their rate among all patients, so the rate among followed patients starts
    from nothing known.
    """
    wanted = declared.follow_up
    if wanted is None or latest.followed is None or target.direction is not Direction.AT_LEAST:
        return None
    if latest.reached > latest.followed:
        return None  # The measure is reached without being asked again: follow-up is no lever.
    year = FollowUp(latest.n, latest.followed, latest.reached)
    if wanted <= year.share:
        return None
    return compare_follow_up(target, year, NOTHING_KNOWN, latest.n, wanted)


def _propose(
    declared: Measured,
    asked: Sequence[AskedTarget],
    known: tuple[tuple[int, int, str], Prior, int],
) -> ProposedTarget | None:
    if declared.peers is None or declared.allowed_to_fail is None:
        return None
    (reached, n, _), prior, next_n = known
    direction = asked[0].target.direction if asked else Direction.AT_LEAST
    return propose(direction, (reached, n), prior, next_n, declared.allowed_to_fail)


def _notes(declared: Measured, years: Sequence[MeasureYear], baseline: Baseline) -> list[str]:
    found = [f"No patient counts in {one.year}." for one in years if not one.n]
    counted = [one for one in years if one.n]
    like = next_year_like(counted)
    if like.year != counted[-1].year:
        found.append(
            f"Most patients of {counted[-1].year} cannot be judged yet: next year is taken to "
            f"bring as many patients as {like.year} did ({like.n:,})."
        )
    found += baseline.notes
    if declared.peers is None:
        found.append(
            "Nobody has named other groups and their rates: whether a target is fair to an "
            "average group cannot be said. Ask the plan for the reference population."
        )
    elif declared.allowed_to_fail is None:
        found.append(
            "The deal does not say how often an average group may fail by chance: set "
            "allowed_to_fail in outcomes.toml to see a fair target."
        )
    return found
