"""PSWQ: how much and how uncontrollably one worries."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Direction,
    Licence,
    MayEmbed,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.nhs_outcomes import nhs_case, nhs_change
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_MEYER = Basis(
    "Meyer and others 1990, Behav Res Ther 28:487-495, as retold by others", Evidence.SECOND_HAND
)
_KEYING = Basis("PSWQ form: items 1, 3, 8, 10 and 11 run the other way", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="pswq",
    title="Penn State Worry Questionnaire (PSWQ)",
    version="1990",
    measures="worry in general",
    respondent="the patient",
    ages="adults",
    source=_MEYER,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(
        Scoring("standard", 16, 80, _KEYING, items=Items(16, 1, 5, reversed=(1, 3, 8, 10, 11))),
    ),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence(
        "may be copied and shown",
        MayEmbed.YES,
        Basis("licence statement of the PSWQ", Evidence.READ),
    ),
    caseness=(nhs_case(45),),
    reliability=(Reliability(0.94, ReliabilityKind.ALPHA, "students", _MEYER),),
    change=(nhs_change(9),),
    notes=("Points of five items run the other way; a file may hold them reversed already.",),
)
