"""Follow-up: what the rate can be when some have no last score."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.progress import follow
from fairterms.outcomes.patient_change.scores import Flags, Floats, Whole

SMALLEST_CHANCE = 0.05
"""Chances of being followed are not taken below this: one patient should not stand for more than
20."""

STEPS = 50


@dataclass(frozen=True)
class FollowUp:
    """The rate of those followed, and what it can be for all.

    Attributes
    ----------
    followed, all
        Patients with a last score, and all.
    observed
        Rate among those followed, as a fraction.
    worst, best
        With everybody not followed counted as not reached, and as reached.
    weighted
        With each patient followed standing for those alike at intake and on the way; NaN where
        nobody is followed.
    """

    followed: int
    all: int
    observed: float
    worst: float
    best: float
    weighted: float


def weigh(evidence: Evidence) -> FollowUp:
    """Work out the rates.

    Notes
    -----
    The chance of being followed, given intake score and last change known between, by logistic
    regression; rate = Σ y/π over Σ 1/π. It corrects only for what was seen between.
    """
    episodes, terms = evidence.episodes, evidence.terms
    is_followed = episodes.is_followed
    reached = terms.reached(episodes.intake_score, episodes.last_score)
    n, followed = len(is_followed), int(is_followed.sum())
    good = int((reached & is_followed).sum())
    return FollowUp(
        followed,
        n,
        good / followed if followed else np.nan,
        good / n,
        (good + n - followed) / n,
        _weighted(pre_trend(evidence), reached, is_followed, episodes.intake_score),
    )


@dataclass(frozen=True, eq=False)
class PreTrend:
    """How patients were doing before their window opened.

    Attributes
    ----------
    change
        Last score known less intake score, in points; above 0 is worse; NaN where none; (n,).
    seen
        On which day since intake, NaN where none, shape (n,).
    strata
        Patients of one clinic seen last in the same fortnight of care; shape (n,).
    """

    change: Floats
    seen: Floats
    strata: Whole


def pre_trend(evidence: Evidence) -> PreTrend:
    """Return how each patient was doing before the window opened."""
    episodes = evidence.episodes
    progress = follow(episodes, present(evidence.scores, "scores"))
    opens = float(evidence.terms.window_days[0])
    return PreTrend(
        progress.on(opens), progress.seen_on(opens), progress.strata(opens, episodes.clinic)
    )


def _weighted(trend: PreTrend, reached: Flags, is_followed: Flags, intake: Floats) -> float:
    """Return the weighted rate; a patient without a trend has an own level."""
    if not is_followed.any():
        return np.nan
    is_seen = ~np.isnan(trend.change)
    facts = np.column_stack(
        [intake, np.nan_to_num(trend.change), np.nan_to_num(trend.seen), is_seen.astype(float)]
    )
    chance = _fit_chances(facts, is_followed)
    weights = 1 / np.maximum(SMALLEST_CHANCE, chance[is_followed])
    return float(reached[is_followed] @ weights / weights.sum())


def _fit_chances(facts: Floats, is_followed: Flags) -> Floats:
    """Return each patient's chance of being followed, shape (n,).

    Notes
    -----
    Logistic regression by Newton's steps with a penalty of half the square of each standardised
    coefficient. Without it a fact that settles follow-up, such as care that ended before the first
    score, would have no finite coefficient.
    """
    spread = facts.std(axis=0)
    design = np.ones((len(facts), facts.shape[1] + 1))
    design[:, 1:] = (facts - facts.mean(axis=0)) / np.where(spread > 0, spread, 1)
    penalty = np.diag([1e-6, *np.ones(facts.shape[1])])
    coefficients = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = np.asarray(special.expit(design @ coefficients), dtype=np.float64)
        slope = design.T @ (is_followed - chance) - penalty @ coefficients
        curvature = design.T @ (design * (chance * (1 - chance))[:, None]) + penalty
        step = np.linalg.solve(curvature, slope)
        coefficients = coefficients + step
        if np.abs(step).max() < 1e-9:
            break
    return np.asarray(special.expit(design @ coefficients), dtype=np.float64)
