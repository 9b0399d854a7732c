"""PHQ-2: the first two items of the PHQ-9, as a first screen."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import Caseness, Direction, Loinc
from fairterms.reference.phq_family import ANCHORS, ANSWER_CODES, LICENCE
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_KROENKE = Basis(
    "Kroenke, Spitzer and Williams 2003, Med Care 41:1284-1292, abstract", Evidence.READ
)
_ARROLL = Basis("Arroll and others 2010, Ann Fam Med 8:348, abstract", Evidence.READ)

INSTRUMENT = Instrument(
    name="phq2",
    title="Patient Health Questionnaire, 2 items (PHQ-2)",
    version="2003 English form",
    measures="low mood and loss of interest over the last two weeks",
    respondent="the patient",
    ages="adults",
    source=_KROENKE,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 6, _KROENKE, items=Items(2, 0, 3)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=LICENCE,
    caseness=(
        Caseness(
            "standard",
            3,
            "primary care, against interviews by mental health professionals (580)",
            _KROENKE,
            sensitivity=0.83,
            specificity=0.92,
        ),
        Caseness(
            "sensitive",
            2,
            "family practices, Auckland (2,642)",
            _ARROLL,
            sensitivity=0.86,
            specificity=0.78,
        ),
    ),
    loinc=Loinc(
        Basis("public program listings of LOINC codes", Evidence.SECOND_HAND),
        panel="55757-9",
        total="55758-7",
        items=("44250-9", "44255-8"),
        answers=ANSWER_CODES,
    ),
    anchors=ANCHORS,
    item_texts=(
        "Little interest or pleasure in doing things",
        "Feeling down, depressed, or hopeless",
    ),
    notes=("It screens; it is no measure of how severe a depression is.",),
)
