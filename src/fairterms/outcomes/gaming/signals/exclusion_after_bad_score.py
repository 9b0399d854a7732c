"""Exclusions are coded for patients whose score had just got worse."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.progress import advantage_of_leaving_out, compare_departures
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether those excluded were doing worse than others as long in care.

    Notes
    -----
    The effect is the rate without them, less the rate with each by the last score known.
    """
    days = present(evidence.episodes.exclusion_day, "episodes.exclusion_day")
    present(evidence.scores, "scores")
    tail = compare_departures(evidence, days)
    is_out = ~np.isnan(days)
    effect, _ = advantage_of_leaving_out(evidence, is_out)
    return Measured(tail.statistic, tail.p_value, int(is_out.sum()), effect)


SIGNAL = Signal(
    name="exclusion_after_bad_score",
    title="Exclusions coded after a bad score",
    side=Side.PROVIDER,
    question="When, and by whom, is an exclusion coded, and on what grounds?",
    reads=("episodes.exclusion_day", "scores"),
    test=measure,
    innocent=(
        "illness that excludes also makes scores worse",
        "a worse score leads to an assessment that finds the diagnosis",
        "diagnoses are looked for in patients who do not respond",
    ),
    settles=(
        "the notes behind the exclusions coded late, read by somebody who does not know the scores"
    ),
)
