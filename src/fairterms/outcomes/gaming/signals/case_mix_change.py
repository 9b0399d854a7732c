"""Case mix counted otherwise after signing, to the group’s loss."""

from __future__ import annotations

from fairterms.outcomes.gaming import restated
from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signal import POINTS, Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Compare the results of the same patients by what was signed and by what is used."""
    return restated.compare(
        evidence, "case_mix", "results by two case mixes, changed after signing", POINTS
    )


SIGNAL = Signal(
    name="case_mix_change",
    title="Case mix counted otherwise after signing",
    side=Side.PLAN,
    question="Which intake facts were dropped from the case mix, or weighed anew, and who agreed?",
    reads=("restatements",),
    test=measure,
    innocent=(
        "a model fitted anew on more years",
        "codes that were retired",
        "a change that both sides discussed",
    ),
    settles="the signed text beside the text in use, both run on the same patients",
)
