"""Patients doing badly leave care before the window opens."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.progress import advantage_of_leaving_out, compare_departures
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether those discharged before the window were doing worse than others as long in care.

    Notes
    -----
    The effect is the rate without them, less the rate with each by the last score known.
    """
    days = present(evidence.episodes.discharge_day, "episodes.discharge_day")
    present(evidence.scores, "scores")
    opens = evidence.episodes.intake_day + evidence.terms.window_days[0]
    days = np.where(days < opens, days, np.nan)
    tail = compare_departures(evidence, days)
    is_out = ~np.isnan(days)
    effect, _ = advantage_of_leaving_out(evidence, is_out)
    return Measured(tail.statistic, tail.p_value, int(is_out.sum()), effect)


SIGNAL = Signal(
    name="early_discharge",
    title="Early discharge of patients doing badly",
    side=Side.PROVIDER,
    question="Who ends care before the window opens, and why?",
    reads=("episodes.discharge_day", "scores"),
    test=measure,
    innocent=(
        "patients who do worse leave by themselves",
        "referral to a higher level of care",
        "cover that ended",
    ),
    settles="the reasons of discharge, and a call to a random sample of those discharged",
)
