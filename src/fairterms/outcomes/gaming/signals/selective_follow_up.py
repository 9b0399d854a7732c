"""Patients who were doing worse are followed up less often."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.follow_up import pre_trend, weigh
from fairterms.outcomes.gaming.randomness import mean_test
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether those not followed up were doing worse before the window opened.

    Notes
    -----
    Compared among patients of one clinic seen last in the same fortnight of care. The effect is
    the rate of those followed less the weighted rate. It must lie between what the rates with
    everybody missing reached, and with nobody, would give.
    """
    present(evidence.scores, "scores")
    trend = pre_trend(evidence)
    rows = ~np.isnan(trend.change)
    is_gone = ~evidence.episodes.is_followed
    tail = mean_test(trend.change[rows], is_gone[rows], trend.strata[rows])
    found = weigh(evidence)
    return Measured(
        tail.statistic,
        tail.p_value,
        int(rows.sum()),
        found.observed - found.weighted,
        found.observed - found.best,
        found.observed - found.worst,
        remark=f"{found.followed} of {found.all} have a last score",
    )


SIGNAL = Signal(
    name="selective_follow_up",
    title="Patients doing worse followed up less",
    side=Side.PROVIDER,
    question="Who is asked for a last score, by whom, and who is not reached?",
    reads=("scores",),
    test=measure,
    innocent=(
        "patients who do worse leave care and do not answer",
        "patients who do worse move or enter hospital",
        "letters and calls that reach some less",
    ),
    settles=(
        "the list of attempts to reach each patient, or a random sample reached by somebody else"
    ),
)
