"""PHQ-9M: the PHQ-9 with wording for adolescents."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import Band, Bands, Caseness, Direction, Loinc
from fairterms.reference.phq_family import ANCHORS, LICENCE
from fairterms.reference.scoring_rule import (
    COMPLETE_ONLY,
    RECORDED_TOTAL,
    Handling,
    Items,
    MissingItems,
    Scoring,
)

_CMS = Basis(
    "CMS159, Depression Remission at Twelve Months, 2025 version: reads the PHQ-9M total",
    Evidence.READ,
)
_LIKE_PHQ9 = Basis("taken over from the PHQ-9", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="phq9m",
    title="Patient Health Questionnaire, 9 items, modified for teens (PHQ-9M)",
    version="English form",
    measures="severity of depression over the last two weeks, worded for adolescents",
    respondent="the patient",
    ages="11 to 17",
    source=_CMS,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 27, _CMS, items=Items(9, 0, 3)),),
    missing_items=(
        MissingItems(Handling.PRORATE, _LIKE_PHQ9, 2),
        COMPLETE_ONLY,
        RECORDED_TOTAL,
    ),
    licence=LICENCE,
    bands=(
        Bands(
            "standard",
            (
                Band("minimal", 0),
                Band("mild", 5),
                Band("moderate", 10),
                Band("moderately severe", 15),
                Band("severe", 20),
            ),
            _LIKE_PHQ9,
        ),
    ),
    caseness=(Caseness("standard", 10, "adolescents", _LIKE_PHQ9),),
    suicide_items=(9,),
    loinc=Loinc(_CMS, total="89204-2"),
    anchors=ANCHORS,
    notes=("Some measures accept it beside the PHQ-9, each under its own code.",),
)
