"""Patients doing well leave the attribution list more often than others."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.randomness import count_test
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether those dropped from the list were doing well more often than those who stayed.

    Notes
    -----
    The effect is the share doing well before the drops, less the share after them.
    """
    lists = present(evidence.attribution, "attribution")
    rows = lists.was_listed & ~np.isnan(lists.is_well)
    is_well, is_dropped = lists.is_well[rows] == 1, ~lists.is_listed[rows]
    tail = count_test(is_dropped, is_well, np.zeros(len(is_well), np.int64))
    effect = float(is_well.mean() - is_well[~is_dropped].mean()) if not is_dropped.all() else np.nan
    return Measured(tail.statistic, tail.p_value, int(is_dropped.sum()), effect)


SIGNAL = Signal(
    name="attribution_drops",
    title="Patients doing well leave the list",
    side=Side.PLAN,
    question="By what rule did these patients leave the attribution list?",
    reads=("attribution",),
    test=measure,
    innocent=(
        "patients who are well need no visits, and lists follow visits",
        "patients who are well change jobs and cover",
        "a tie rule that favours the last visit",
    ),
    settles="the attribution rule run again on the visits by both sides",
)
