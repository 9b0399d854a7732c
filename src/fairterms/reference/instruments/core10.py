"""CORE-10: psychological distress in ten items."""

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
from fairterms.reference.scoring_rule import (
    COMPLETE_ONLY,
    RECORDED_TOTAL,
    Handling,
    Items,
    MissingItems,
    Scoring,
)

_BARKHAM = Basis("Barkham and others 2013, Couns Psychother Res 13:3-13, abstract", Evidence.READ)
_KEYING = Basis("CORE-10 form: items 2 and 3 are worded positively", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="core10",
    title="Clinical Outcomes in Routine Evaluation, 10 items (CORE-10)",
    version="2007 form",
    measures="psychological distress over the last week",
    respondent="the patient",
    ages="17 and older",
    source=_BARKHAM,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 40, _KEYING, items=Items(10, 0, 4, reversed=(2, 3))),),
    missing_items=(
        MissingItems(Handling.PRORATE, Basis("CORE-10 user manual 2007", Evidence.GENERAL), 1),
        COMPLETE_ONLY,
        RECORDED_TOTAL,
    ),
    licence=Licence(
        "CC BY-ND 4.0: unchanged and with its source",
        MayEmbed.ON_CONDITIONS,
        Basis("CORE System Trust, licence", Evidence.READ),
    ),
    caseness=(
        Caseness("standard", 11, "clinical against general population", _BARKHAM),
        Caseness(
            "depression",
            13,
            "primary care, against a structured interview",
            _BARKHAM,
            sensitivity=0.92,
            specificity=0.72,
        ),
    ),
    reliability=(Reliability(0.90, ReliabilityKind.ALPHA, "primary care", _BARKHAM),),
    change=(
        Change("barkham-2013", 6, ChangeKind.RELIABLE, "primary care; a 90 % criterion", _BARKHAM),
    ),
    suicide_items=(6,),
    notes=(
        "Its reliable change of 6 uses a 90 % criterion; most others use 95 %.",
        "Points of items 2 and 3 run the other way; a file may hold them reversed already.",
    ),
)
