"""Patients doing badly are moved to another panel."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.progress import advantage_of_leaving_out, compare_departures
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether those transferred were doing worse than others as long in care.

    Notes
    -----
    The effect is the rate without them, less the rate with each by the last score known.
    """
    days = present(evidence.episodes.transfer_day, "episodes.transfer_day")
    present(evidence.scores, "scores")
    tail = compare_departures(evidence, days)
    is_out = ~np.isnan(days)
    effect, _ = advantage_of_leaving_out(evidence, is_out)
    return Measured(tail.statistic, tail.p_value, int(is_out.sum()), effect)


SIGNAL = Signal(
    name="transfer_off_track",
    title="Transfer of patients off track",
    side=Side.PROVIDER,
    question="Who moves patients to another panel, and by what rule?",
    reads=("episodes.transfer_day", "scores"),
    test=measure,
    innocent=(
        "stepped care moves those who do not improve",
        "a specialist takes the harder cases",
        "patients ask for another clinician",
    ),
    settles="the rule of transfer, and results counted by where care began",
)
