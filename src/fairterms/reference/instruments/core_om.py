"""CORE-OM: well-being, problems, functioning and risk in thirty-four items."""

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
    Subscale,
)
from fairterms.reference.scoring_rule import (
    COMPLETE_ONLY,
    RECORDED_TOTAL,
    Handling,
    Items,
    MissingItems,
    Rule,
    Scoring,
)

_EVANS = Basis("Evans and others 2002, Br J Psychiatry 180:51, abstract", Evidence.READ)
_MANUAL = Basis("CORE System user manual, keying and scoring", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="core_om",
    title="Clinical Outcomes in Routine Evaluation, Outcome Measure (CORE-OM)",
    version="34 items",
    measures="well-being, problems, functioning and risk over the last week",
    respondent="the patient",
    ages="adults",
    source=_EVANS,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(
        Scoring(
            "clinical",
            0,
            40,
            _MANUAL,
            step=None,
            items=Items(34, 0, 4, reversed=(3, 4, 7, 12, 19, 21, 31, 32)),
            rule=Rule.MEAN,
            multiplier=10,
        ),
    ),
    missing_items=(
        MissingItems(Handling.PRORATE, _MANUAL, 3),
        COMPLETE_ONLY,
        RECORDED_TOTAL,
    ),
    licence=Licence(
        "CC BY-ND 4.0: unchanged and with its source",
        MayEmbed.ON_CONDITIONS,
        Basis("CORE System Trust, licence", Evidence.READ),
    ),
    caseness=(
        Caseness(
            "standard",
            10,
            "clinical against general population",
            Basis("Connell and others 2007, Br J Psychiatry 190:69", Evidence.GENERAL),
        ),
    ),
    subscales=(
        Subscale("well-being", (4, 14, 17, 31), _MANUAL),
        Subscale("problems", (2, 5, 8, 11, 13, 15, 18, 20, 23, 27, 28, 30), _MANUAL),
        Subscale("functioning", (1, 3, 7, 10, 12, 19, 21, 25, 26, 29, 32, 33), _MANUAL),
        Subscale("risk", (6, 9, 16, 22, 24, 34), _MANUAL),
    ),
    reliability=(
        Reliability(
            0.94,
            ReliabilityKind.ALPHA,
            "clinical and general samples",
            Basis("Evans and others 2002, Br J Psychiatry 180:51", Evidence.GENERAL),
        ),
        Reliability(0.75, ReliabilityKind.ALPHA, "the lowest of its parts and samples", _EVANS),
    ),
    change=(
        Change(
            "general",
            5,
            ChangeKind.RELIABLE,
            "talking therapies, United Kingdom",
            Basis("CORE System user manual", Evidence.GENERAL),
        ),
    ),
    suicide_items=(9, 16, 24, 34),
    notes=(
        (
            "The mean of the items times ten. Some programs report the mean alone, 0 to 4; a total "
            "never above 4 is that."
        ),
        "Points of eight items run the other way; a file may hold them reversed already.",
    ),
)
