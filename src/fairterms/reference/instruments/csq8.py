"""CSQ-8: satisfaction with a service; scores only."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Direction,
    Licence,
    MayEmbed,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.scoring_rule import RECORDED_TOTAL, Scoring

_BUFFALO = Basis(
    "University at Buffalo, School of Social Work, Assessment Instruments: eight items of 1 to 4",
    Evidence.SECOND_HAND,
)

INSTRUMENT = Instrument(
    name="csq8",
    title="Client Satisfaction Questionnaire, 8 items (CSQ-8)",
    version="8 items",
    measures="satisfaction with a service",
    respondent="the patient",
    ages="adults",
    source=_BUFFALO,
    direction=Direction.HIGHER_IS_BETTER,
    scorings=(Scoring("standard", 8, 32, _BUFFALO),),
    missing_items=(RECORDED_TOTAL,),
    licence=Licence(
        "needs a paid licence; words may not be shown",
        MayEmbed.NO,
        Basis("CSQ Scales, licence page", Evidence.GENERAL),
    ),
    reliability=(
        Reliability(0.86, ReliabilityKind.ALPHA, "the lowest of several samples", _BUFFALO),
        Reliability(0.94, ReliabilityKind.ALPHA, "the highest of several samples", _BUFFALO),
    ),
    notes=("Few answer low: never a sole reason to pay.",),
)
