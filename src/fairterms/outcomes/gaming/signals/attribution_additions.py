"""Patients added to the list are harder than those on it."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.randomness import mean_test
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether those added are harder than those who were on the list, at listing."""
    lists = present(evidence.attribution, "attribution")
    rows = lists.is_listed & ~np.isnan(lists.severity)
    severity, is_new = lists.severity[rows], ~lists.was_listed[rows]
    tail = mean_test(severity, is_new, np.zeros(len(severity), np.int64))
    effect = float(severity[is_new].mean() - severity[~is_new].mean())
    return Measured(
        tail.statistic, tail.p_value, int(is_new.sum()), effect, unit="points of severity"
    )


SIGNAL = Signal(
    name="attribution_additions",
    title="Harder patients added to the list",
    side=Side.PLAN,
    question="By what rule were these patients added to the attribution list?",
    reads=("attribution",),
    test=measure,
    innocent=(
        "patients come when they are ill, and get better afterwards",
        "a clinic that opened for harder cases",
        "another provider that closed",
    ),
    settles="severity of new patients at all providers of the plan, and a case mix that counts it",
)
