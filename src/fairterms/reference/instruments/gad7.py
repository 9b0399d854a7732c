"""GAD-7: severity of anxiety in seven items."""

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
from fairterms.reference.phq_family import ANCHORS, ANSWER_CODES, LICENCE
from fairterms.reference.scoring_rule import (
    COMPLETE_ONLY,
    RECORDED_TOTAL,
    Handling,
    Items,
    MissingItems,
    Scoring,
)

_SPITZER = Basis(
    "Spitzer, Kroenke, Williams and Löwe 2006, Arch Intern Med 166:1092-1097", Evidence.READ
)
_RETOLD = Basis(
    "Spitzer and others 2006, Arch Intern Med 166:1092, as retold by others", Evidence.SECOND_HAND
)
_KOUNALI = Basis(
    "Kounali and others 2022, on what change in PHQ-9 and GAD-7 patients notice", Evidence.READ
)

INSTRUMENT = Instrument(
    name="gad7",
    title="Generalized Anxiety Disorder scale, 7 items (GAD-7)",
    version="2006 English form",
    measures="severity of anxiety over the last two weeks",
    respondent="the patient",
    ages="adults",
    source=_SPITZER,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 21, _SPITZER, items=Items(7, 0, 3)),),
    missing_items=(
        COMPLETE_ONLY,
        MissingItems(
            Handling.PRORATE, Basis("by analogy with the PHQ-9", Evidence.GENERAL), at_most=1
        ),
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
                Band("severe", 15),
            ),
            _SPITZER,
        ),
    ),
    caseness=(
        Caseness(
            "standard",
            10,
            "primary care, against telephone interviews (965)",
            _SPITZER,
            sensitivity=0.89,
            specificity=0.82,
        ),
        nhs_case(8),
    ),
    reliability=(
        Reliability(0.92, ReliabilityKind.ALPHA, "primary care (2,740)", _RETOLD),
        Reliability(0.83, ReliabilityKind.RETEST, "primary care, about a week apart", _RETOLD),
    ),
    change=(
        Change(
            "toussaint-2020",
            4,
            ChangeKind.MINIMAL,
            "trial of chronic depression (261)",
            Basis(
                "Toussaint and others 2020, J Affect Disord 265:395-401, abstract", Evidence.READ
            ),
        ),
        Change(
            "bischoff-2020",
            6,
            ChangeKind.RELIABLE,
            "online volunteers (116) and patients (332), United States",
            Basis("Bischoff and others 2020, doi 10.5964/pch.v8i1.309, abstract", Evidence.READ),
        ),
        Change(
            "kounali-2022",
            0.268,
            ChangeKind.MINIMAL,
            "primary care; depends on the first score",
            _KOUNALI,
            ChangeUnit.FRACTION,
        ),
        Change(
            "kounali-2022-points",
            1.5,
            ChangeKind.MINIMAL,
            "primary care; depends on the first score",
            _KOUNALI,
        ),
        nhs_change(4, Evidence.SECOND_HAND),
    ),
    loinc=Loinc(
        Basis(
            "LOINC Panels and Forms, panel 69737-5; HL7 guides with GAD-7 examples", Evidence.READ
        ),
        panel="69737-5",
        total="70274-6",
        answers=ANSWER_CODES,
    ),
    anchors=ANCHORS,
    item_texts=(
        "Feeling nervous, anxious, or on edge",
        "Not being able to stop or control worrying",
        "Worrying too much about different things",
        "Trouble relaxing",
        "Being so restless that it is hard to sit still",
        "Becoming easily annoyed or irritable",
        "Feeling afraid as if something awful might happen",
    ),
    notes=(
        (
            "A standard deviation of 5.1 and a reliability of .83 to .92 give a reliable change of "
            "4.0 to 5.8 points; published values run from 4 to 6."
        ),
    ),
)
