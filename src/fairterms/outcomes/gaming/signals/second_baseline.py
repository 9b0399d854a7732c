"""Intake scores lie above a second score by more than chance brings."""

from __future__ import annotations

import math

import numpy as np

from fairterms.outcomes.gaming.entry_regression import expect_by_itself
from fairterms.outcomes.gaming.evidence import Evidence, Lacking, present
from fairterms.outcomes.gaming.randomness import FEWEST, one_sided
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test the fall from intake to an independent second score.

    Notes
    -----
    The fall that regression to the mean alone brings, (1 − r)(x − μ), is subtracted first. The
    effect is the rate as it is, less the rate with every intake score lower by the rest.
    """
    episodes, terms = evidence.episodes, evidence.terms
    second = present(episodes.second_score, "episodes.second_score")
    rows = ~np.isnan(second)
    by_itself = expect_by_itself(episodes.intake_score[rows], terms)
    if rows.sum() < FEWEST:
        raise Lacking(f"enough second scores near intake ({FEWEST} or more)")
    mean, r = present(terms.population_mean, "terms.reliability"), terms.reliability or 0.0
    fall = episodes.intake_score[rows] - second[rows]
    rest = fall - (1 - r) * (episodes.intake_score[rows] - mean)
    error = float(rest.std(ddof=1)) / math.sqrt(len(rest))
    excess = float(rest.mean())
    tail = one_sided(excess / error)
    followed = episodes.is_followed
    effect = np.nan
    if followed.any():
        first, last = episodes.intake_score[followed], episodes.last_score[followed]
        lower = terms.reached(first - max(0.0, excess), last).mean()
        effect = float(terms.reached(first, last).mean() - lower)
    remark = f"regression to the mean alone brings {by_itself.points:.1f} points; subtracted"
    return Measured(tail.statistic, tail.p_value, len(rest), effect, remark=remark)


SIGNAL = Signal(
    name="second_baseline",
    title="Intake scores above a second score",
    side=Side.PROVIDER,
    question="Why do scores used as intake lie above those taken independently near that day?",
    reads=("episodes.second_score", "terms.reliability"),
    test=measure,
    innocent=(
        "relief after the first visit",
        "care that began between the two scores",
        "a mean, spread or reliability agreed too low",
        "another person or setting asked",
    ),
    settles=(
        "a second score by somebody without a stake in the result, for a random sample before care"
    ),
)
