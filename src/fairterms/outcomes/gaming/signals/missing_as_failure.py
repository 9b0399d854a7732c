"""Patients without a last score are counted as not reached."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, Lacking, present
from fairterms.outcomes.gaming.follow_up import weigh
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Say what counting a missing score as failure costs; chance has no part in it.

    Notes
    -----
    The effect is the weighted rate less the rate with everybody missing as failed. The truth lies
    between nothing and everybody missing having reached the measure.
    """
    present(evidence.scores, "scores")
    found = weigh(evidence)
    if found.followed == found.all:
        raise Lacking("patients without a last score")
    return Measured(
        np.nan,
        None,
        found.all - found.followed,
        found.weighted - found.worst,
        0.0,
        found.best - found.worst,
        remark="where the signed text counts it so, it is a term and not a change",
    )


SIGNAL = Signal(
    name="missing_as_failure",
    title="No last score counted as failure",
    side=Side.PLAN,
    question=(
        "Does the signed text count a missing score as failure, and who can reach the patients?"
    ),
    reads=("scores",),
    test=measure,
    innocent=("the steward’s own rule", "a way to reward follow-up"),
    settles="the signed text, and results shown with both ways of counting",
)
