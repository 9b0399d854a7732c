"""Measure defined otherwise after signing, to the group’s loss."""

from __future__ import annotations

from fairterms.outcomes.gaming import restated
from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signal import POINTS, Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Compare the results of the same patients by what was signed and by what is used."""
    return restated.compare(
        evidence, "definition", "results by two definitions, changed after signing", POINTS
    )


SIGNAL = Signal(
    name="definition_change",
    title="Measure defined otherwise after signing",
    side=Side.PLAN,
    question="Who changed the definition, when, and who agreed?",
    reads=("restatements",),
    test=measure,
    innocent=(
        "a new version by the measure’s steward",
        "a mistake that was put right",
        "a change that both sides discussed",
    ),
    settles="the signed text beside the text in use, both run on the same patients",
)
