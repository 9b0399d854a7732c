"""PHQ-8: the PHQ-9 without its last item."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
    Caseness,
    Direction,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.phq_family import ANCHORS, LICENCE
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_KROENKE = Basis("Kroenke and others 2009, J Affect Disord 114:163-173", Evidence.SECOND_HAND)
_SHIN = Basis(
    "Shin and others, Psychiatry Investigation, usefulness of PHQ-8 and PHQ-9, abstract",
    Evidence.READ,
)

INSTRUMENT = Instrument(
    name="phq8",
    title="Patient Health Questionnaire, 8 items (PHQ-8)",
    version="2009 English form",
    measures="severity of depression over the last two weeks, without the item on self-harm",
    respondent="the patient",
    ages="adults",
    source=_KROENKE,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 24, _KROENKE, items=Items(8, 0, 3)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
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
            Basis("Kroenke and others 2009, J Affect Disord 114:163-173", Evidence.GENERAL),
        ),
    ),
    caseness=(
        Caseness("standard", 10, "general population, United States", _KROENKE),
        Caseness(
            "psychiatric-outpatients",
            10,
            "psychiatric outpatients, Korea (567)",
            _SHIN,
            sensitivity=0.583,
            specificity=0.831,
        ),
    ),
    reliability=(
        Reliability(0.892, ReliabilityKind.ALPHA, "psychiatric outpatients, Korea (567)", _SHIN),
    ),
    anchors=ANCHORS,
    notes=(
        (
            "A PHQ-8 total is not a PHQ-9 total: a contract that reads the PHQ-9 must not be given "
            "one."
        ),
    ),
)
