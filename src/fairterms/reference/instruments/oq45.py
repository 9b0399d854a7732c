"""OQ-45: distress, relationships and roles; totals only."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Caseness,
    Change,
    ChangeKind,
    Direction,
    Licence,
    MayEmbed,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.scoring_rule import RECORDED_TOTAL, Scoring

_LAMBERT = Basis(
    "Lambert and others 2004, OQ-45.2 administration and scoring manual, as retold by others",
    Evidence.SECOND_HAND,
)
_GENERAL = Basis("Lambert and others 2004, OQ-45.2 manual", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="oq45",
    title="Outcome Questionnaire, 45 items (OQ-45.2)",
    version="45.2",
    measures="symptoms, relationships and social roles over the past week",
    respondent="the patient",
    ages="adults",
    source=_LAMBERT,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 180, _GENERAL),),
    missing_items=(RECORDED_TOTAL,),
    licence=Licence(
        "needs a paid licence; words may not be shown",
        MayEmbed.NO,
        Basis("publisher's terms, as retold by others", Evidence.SECOND_HAND),
    ),
    caseness=(Caseness("standard", 64, "patients against general population", _LAMBERT),),
    reliability=(
        Reliability(0.93, ReliabilityKind.ALPHA, "patients and students", _GENERAL),
        Reliability(0.84, ReliabilityKind.RETEST, "students, three weeks apart", _GENERAL),
    ),
    change=(Change("lambert-2004", 14, ChangeKind.RELIABLE, "United States", _LAMBERT),),
    notes=("The cut lies between 63 and 64.",),
)
