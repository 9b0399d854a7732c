"""Patients doing badly are asked with another questionnaire at the end."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.follow_up import pre_trend
from fairterms.outcomes.gaming.randomness import mean_test
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether patients whose questionnaire changed were doing worse before the window."""
    episodes = evidence.episodes
    first = present(episodes.intake_instrument, "episodes.intake_instrument")
    last = present(episodes.last_instrument, "episodes.last_instrument")
    present(evidence.scores, "scores")
    trend = pre_trend(evidence)
    rows = ~(np.isnan(trend.change) | np.isnan(first) | np.isnan(last))
    switched = first[rows] != last[rows]
    tail = mean_test(trend.change[rows], switched, trend.strata[rows])
    reached = evidence.terms.reached(episodes.intake_score, episodes.last_score)[rows]
    effect = float(reached.mean() - reached[~switched].mean())
    return Measured(tail.statistic, tail.p_value, int(switched.sum()), effect)


SIGNAL = Signal(
    name="instrument_switch",
    title="Another questionnaire for patients doing badly",
    side=Side.PROVIDER,
    question="When is the questionnaire changed between intake and last score?",
    reads=("episodes.intake_instrument", "episodes.last_instrument", "scores"),
    test=measure,
    innocent=(
        "a diagnosis that changed",
        "a new questionnaire for everybody from some day on",
        "language or age",
    ),
    settles="both questionnaires for a random sample at the end",
)
