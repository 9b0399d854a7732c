"""Follow-up: what the rate can be when some have no last score."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.comparison import plain_logistic
from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.progress import follow
from fairterms.outcomes.patient_change.scores import Flags, Floats
from fairterms.units.refusal import Refusal

SMALLEST_CHANCE = 0.05
"""Chances of being followed are not taken below this: one patient should not stand for more than
20."""


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
        With each patient followed standing for those alike at intake and on the way; NaN where the
        chances of being followed cannot be fitted.
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


def pre_trend(evidence: Evidence) -> Floats:
    """Return each episode's last change known before its window opens; NaN where none; (n,)."""
    progress = follow(evidence.episodes, present(evidence.scores, "scores"))
    return progress.on(np.full(progress.n, float(evidence.terms.window_days[0])))


def _weighted(trend: Floats, reached: Flags, is_followed: Flags, intake: Floats) -> float:
    """Return the weighted rate; a patient without a trend has an own level."""
    is_seen = ~np.isnan(trend)
    facts = np.column_stack([intake, np.nan_to_num(trend), is_seen.astype(np.float64)])
    facts = facts[:, np.ptp(facts, axis=0) > 0]
    try:
        fitted = plain_logistic.fit(is_followed, np.zeros(len(intake), np.int64), facts)
    except Refusal:
        return np.nan
    eta = fitted.coefficients[0] + facts @ fitted.coefficients[1:]
    weights = 1 / np.maximum(SMALLEST_CHANCE, 1 / (1 + np.exp(-eta[is_followed])))
    return float(reached[is_followed] @ weights / weights.sum())
