"""Two places of the agreement cannot both hold."""

from collections.abc import Iterable
from dataclasses import replace

from fairterms.review import absence, contradictions
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.units.finding import Severity


def _find(reading: Reading) -> Iterable[Sighting]:
    for found in contradictions.find(reading):
        yield Sighting(
            found.quotes[0],
            found.quotes[1:],
            detail=found.detail,
            subject=found.subject,
            asks=(found.ask,),
            severity=found.severity,
        )
    if reading.is_provider_agreement and not contradictions.is_ordered(reading):
        missing = absence.sighting(
            reading,
            ("which document prevails where two differ", "an order of precedence"),
            "no order of precedence among the agreement and its attachments was found",
        )
        yield replace(
            missing,
            subject="no order of precedence",
            asks=("Ask which document prevails where two of them differ.",),
            severity=Severity.LOW,
        )


CHECK = Check(
    id="internal-contradiction",
    title="Contradiction",
    detects=(Detects.PRESENCE,),
    severity=Severity.HIGH,
    theme=Theme.DEFINITIONS,
    tactics=("strategic_ambiguity",),
    questions=("gf_q02",),
    lesson="training_3",
    sources=(GOOD_PRACTICE,),
    why=(
        "Where a text says two things, the stronger side chooses later which of them it meant. "
        "Before signing it costs nothing to set this right."
    ),
    asks=("Ask that it is set right before signing.",),
    wording="Correct the text before signing, so that each matter is settled in one place.",
    find=_find,
)
