"""Scores handed in on time that show success are left uncounted more often."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, Lacking, present
from fairterms.outcomes.gaming.randomness import count_test
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether scores sent in time but not counted show success more often than those counted.

    Notes
    -----
    The effect is the rate of all sent in time less the rate of those counted.
    """
    found = present(evidence.handed_in, "handed_in")
    in_time = found.sent_day <= found.due_day
    is_lost, reached = ~found.is_counted[in_time], found.is_reached[in_time]
    if not is_lost.any() or is_lost.all():
        raise Lacking("scores sent in time, some counted and some not")
    tail = count_test(is_lost, reached, np.zeros(len(reached), np.int64))
    effect = float(reached.mean() - reached[~is_lost].mean())
    return Measured(tail.statistic, tail.p_value, int(is_lost.sum()), effect)


SIGNAL = Signal(
    name="late_feed",
    title="Scores sent in time but not counted",
    side=Side.PLAN,
    question="Which scores sent in time were not counted, and on what day did the plan read them?",
    reads=("handed_in",),
    test=measure,
    innocent=(
        "files that failed a check",
        "good results that come late in the year",
        "patients who could not be matched",
    ),
    settles="receipts of both sides, row by row",
)
