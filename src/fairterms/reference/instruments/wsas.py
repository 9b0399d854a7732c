"""WSAS: how much a problem impairs daily life."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
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

_MUNDT = Basis(
    "Mundt, Marks, Shear and Greist 2002, Br J Psychiatry 180:461-464, abstract", Evidence.READ
)

INSTRUMENT = Instrument(
    name="wsas",
    title="Work and Social Adjustment Scale (WSAS)",
    version="2002 English form",
    measures="impairment at work, at home, in leisure and in relationships",
    respondent="the patient",
    ages="adults",
    source=_MUNDT,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 40, _MUNDT, items=Items(5, 0, 8)),),
    missing_items=(
        MissingItems(
            Handling.PRORATE,
            Basis("published scoring rule: four of five items are enough", Evidence.READ),
            1,
        ),
        COMPLETE_ONLY,
        RECORDED_TOTAL,
    ),
    licence=Licence(
        "ask the authors before use",
        MayEmbed.ON_CONDITIONS,
        Basis("Mundt and others 2002, Br J Psychiatry 180:461", Evidence.GENERAL),
    ),
    bands=(
        Bands(
            "standard",
            (
                Band("below clinical", 0),
                Band("significant impairment", 10),
                Band("moderately severe or worse", 21),
            ),
            Basis(
                "Rehabilitation Measures Database, Work and Social Adjustment Scale: above 20, "
                "10 to 20, below 10",
                Evidence.SECOND_HAND,
            ),
        ),
    ),
    reliability=(
        Reliability(0.70, ReliabilityKind.ALPHA, "lowest of several samples", _MUNDT),
        Reliability(0.94, ReliabilityKind.ALPHA, "highest of several samples", _MUNDT),
        Reliability(0.73, ReliabilityKind.RETEST, "two studies, depression and OCD", _MUNDT),
    ),
    change=(
        Change(
            "general",
            8,
            ChangeKind.RELIABLE,
            "talking therapies, England",
            Basis("talking therapies programme reports", Evidence.GENERAL),
        ),
    ),
    notes=("Item 1 is about work; people without work leave it out by rule.",),
)
