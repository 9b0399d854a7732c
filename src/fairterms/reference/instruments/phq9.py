"""PHQ-9: severity of depression in nine items."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
    Caseness,
    Change,
    ChangeKind,
    ChangeUnit,
    Direction,
    Loinc,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.nhs_outcomes import nhs_case, nhs_change
from fairterms.reference.phq_family import ANCHORS, ANSWER_CODES, LICENCE, US_CORE
from fairterms.reference.scoring_rule import (
    COMPLETE_ONLY,
    RECORDED_TOTAL,
    Handling,
    Items,
    MissingItems,
    Rounding,
    Scoring,
)

_KROENKE = Basis(
    "Kroenke, Spitzer and Williams 2001, J Gen Intern Med 16:606-613, abstract", Evidence.READ
)
_RETEST = Basis("Kroenke, Spitzer and Williams 2001, J Gen Intern Med 16:606", Evidence.GENERAL)
_LOEWE = Basis(
    "Löwe and others 2004, on monitoring depression treatment with the PHQ-9", Evidence.READ
)
_KOUNALI = Basis(
    "Kounali and others 2022, on what change in PHQ-9 and GAD-7 patients notice", Evidence.READ
)
_TWO_MISSING = Basis("published scoring rule: at most two missing, mean × 9", Evidence.READ)
_WHOLE = Basis(
    "MN Community Measurement helpdesk 17484588: only whole PHQ-9 scores count", Evidence.READ
)

INSTRUMENT = Instrument(
    name="phq9",
    title="Patient Health Questionnaire, 9 items (PHQ-9)",
    version="2001 English form",
    measures="severity of depression over the last two weeks",
    respondent="the patient",
    ages="adults",
    source=_KROENKE,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 27, _KROENKE, items=Items(9, 0, 3)),),
    missing_items=(
        MissingItems(Handling.PRORATE, _TWO_MISSING, 2),
        MissingItems(Handling.PRORATE, _WHOLE, 2, Rounding.HALF_UP),
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
            _KROENKE,
        ),
    ),
    caseness=(
        Caseness(
            "standard",
            10,
            "primary care, against interviews by mental health professionals (580)",
            _KROENKE,
            sensitivity=0.88,
            specificity=0.88,
        ),
        nhs_case(10, Evidence.SECOND_HAND),
    ),
    reliability=(
        Reliability(
            0.89,
            ReliabilityKind.ALPHA,
            "the PHQ primary care study",
            Basis("Kroenke, Spitzer and Williams 2001, J Gen Intern Med 16:606", Evidence.READ),
        ),
        Reliability(0.84, ReliabilityKind.RETEST, "primary care, within 48 hours", _RETEST),
    ),
    change=(
        Change(
            "loewe-2004", 5, ChangeKind.CLINICAL, "patients in treatment for depression", _LOEWE
        ),
        Change(
            "kounali-2022",
            0.21,
            ChangeKind.MINIMAL,
            "primary care; depends on the first score",
            _KOUNALI,
            ChangeUnit.FRACTION,
        ),
        Change(
            "kounali-2022-points",
            1.7,
            ChangeKind.MINIMAL,
            "primary care; depends on the first score",
            _KOUNALI,
        ),
        nhs_change(6, Evidence.SECOND_HAND),
    ),
    suicide_items=(9,),
    loinc=Loinc(
        US_CORE,
        panel="44249-1",
        total="44261-6",
        items=(
            "44250-9",
            "44255-8",
            "44259-0",
            "44254-1",
            "44251-7",
            "44258-2",
            "44252-5",
            "44253-3",
            "44260-8",
        ),
        answers=ANSWER_CODES,
    ),
    anchors=ANCHORS,
    item_texts=(
        "Little interest or pleasure in doing things",
        "Feeling down, depressed, or hopeless",
        "Trouble falling or staying asleep, or sleeping too much",
        "Feeling tired or having little energy",
        "Poor appetite or overeating",
        (
            "Feeling bad about yourself, or that you are a failure or have let yourself or your "
            "family down"
        ),
        "Trouble concentrating on things, such as reading the newspaper or watching television",
        (
            "Moving or speaking so slowly that other people could have noticed. Or the opposite, "
            "being so fidgety or restless that you have been moving around a lot more than usual"
        ),
        "Thoughts that you would be better off dead, or of hurting yourself in some way",
    ),
    notes=(
        (
            "A reliable change is not a constant of the form: a standard deviation of 5.5 to 6.1 "
            "and a reliability of .84 to .89 give 5.1 to 6.8 points."
        ),
        "Item 9 counts toward the total; it is no measure of suicide risk by itself.",
    ),
)
