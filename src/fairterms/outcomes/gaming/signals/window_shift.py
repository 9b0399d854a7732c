"""Window moved after signing, to the group’s loss."""

from __future__ import annotations

from fairterms.outcomes.gaming import restated
from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signal import POINTS, Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Compare the results of the same patients by what was signed and by what is used."""
    return restated.compare(
        evidence, "window", "results by two windows, changed after signing", POINTS
    )


SIGNAL = Signal(
    name="window_shift",
    title="Window moved after signing",
    side=Side.PLAN,
    question="Who moved the window, when, and who agreed?",
    reads=("restatements",),
    test=measure,
    innocent=(
        "a calendar rule read in another way",
        "dates that came late",
        "a change that both sides discussed",
    ),
    settles="the signed text beside the text in use, both run on the same patients",
)
