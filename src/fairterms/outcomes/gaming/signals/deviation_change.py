"""Another standard deviation after signing, to the group’s loss."""

from __future__ import annotations

from fairterms.outcomes.gaming import restated
from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Compare the results of the same patients by what was signed and by what is used."""
    return restated.compare(
        evidence,
        "deviation",
        "effects by two standard deviations, changed after signing",
        "standard deviations",
    )


SIGNAL = Signal(
    name="deviation_change",
    title="Another standard deviation after signing",
    side=Side.PLAN,
    question="Whose standard deviation is used now, and who agreed?",
    reads=("restatements",),
    test=measure,
    innocent=(
        "a reference published anew",
        "a sample that was too small",
        "a change that both sides discussed",
    ),
    settles="the signed text beside the text in use, both run on the same patients",
)
