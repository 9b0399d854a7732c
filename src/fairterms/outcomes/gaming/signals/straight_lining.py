"""Last forms have the same answer in every line more often than intake forms of the same total."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, Lacking, present
from fairterms.outcomes.gaming.randomness import count_test
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether last forms are straight lines more often than intake forms of the same total.

    Notes
    -----
    Complete forms only, compared among forms of the same total, for only some totals can be
    straight. Forms with the lowest or the highest total are straight by necessity and tell nothing.
    """
    forms = present(evidence.forms, "forms")
    items = forms.items
    whole = ~np.isnan(items).any(axis=1)
    totals = items.sum(axis=1)
    straight = np.ptp(items, axis=1) == 0
    low, high = np.nanmin(items) * items.shape[1], np.nanmax(items) * items.shape[1]
    rows = whole & (totals > low) & (totals < high)
    if not rows.any():
        raise Lacking("complete forms with single answers")
    groups = totals[rows].astype(np.int64)
    tail = count_test(forms.is_last[rows], straight[rows], groups)
    return Measured(tail.statistic, tail.p_value, int((straight & rows).sum()))


SIGNAL = Signal(
    name="straight_lining",
    title="Same answer in every line of last forms",
    side=Side.PROVIDER,
    question="How, and by whom, are last forms filled in?",
    reads=("forms",),
    test=measure,
    innocent=(
        "patients tired of the same form",
        "forms read out over the telephone",
        "a form that is hard to understand",
    ),
    settles="who filled in the form and where; a short talk with a sample of patients",
)
