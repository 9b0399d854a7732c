"""Last forms are filled in faster than anybody can read them."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, Lacking, present
from fairterms.outcomes.gaming.randomness import count_test
from fairterms.outcomes.gaming.signal import Measured, Side, Signal

SECONDS_AN_ITEM = 1.0
"""Faster than this nobody reads a line and answers it. A choice of ours, to be confirmed."""


def measure(evidence: Evidence) -> Measured:
    """Test whether last forms are impossibly fast more often than intake forms."""
    forms = present(evidence.forms, "forms")
    seconds = present(forms.seconds, "forms.seconds")
    rows = ~np.isnan(seconds)
    is_fast = seconds[rows] < SECONDS_AN_ITEM * forms.items.shape[1]
    if not is_fast.any():
        raise Lacking("a form filled in faster than it can be read")
    tail = count_test(forms.is_last[rows], is_fast, np.zeros(len(is_fast), np.int64))
    return Measured(tail.statistic, tail.p_value, int(is_fast.sum()))


SIGNAL = Signal(
    name="response_times",
    title="Last forms filled in too fast",
    side=Side.PROVIDER,
    question="Who enters last forms, from what?",
    reads=("forms", "forms.seconds"),
    test=measure,
    innocent=(
        "answers copied from paper",
        "a clock that starts late",
        "patients who know the form by heart",
    ),
    settles="the paper forms, or how the program counts seconds",
)
