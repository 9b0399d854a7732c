"""K6: psychological distress in six items."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
    Caseness,
    Direction,
    Licence,
    MayEmbed,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_CALIFORNIA = Basis(
    "Validity study of the K6 scale as a measure of moderate mental distress, 2012, abstract "
    "(California Health Interview Survey 2007, 50,880 adults)",
    Evidence.READ,
)
_AUSTRALIA = Basis(
    "youthvars program documentation: K6, Australian scoring system", Evidence.SECOND_HAND
)

INSTRUMENT = Instrument(
    name="k6",
    title="Kessler Psychological Distress Scale, 6 items (K6)",
    version="2002 English form",
    measures="distress over the last 30 days",
    respondent="the patient",
    ages="adults",
    source=Basis("Kessler and others 2002, Psychol Med 32:959-976, abstract", Evidence.READ),
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(
        Scoring("zero-to-four", 0, 24, _CALIFORNIA, items=Items(6, 0, 4)),
        Scoring("one-to-five", 6, 30, _AUSTRALIA, items=Items(6, 1, 5)),
    ),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence(
        "may be copied with its citation line",
        MayEmbed.YES,
        Basis("National Comorbidity Survey, K6 and K10 web page", Evidence.READ),
    ),
    bands=(
        Bands(
            "california-2012",
            (Band("low", 0), Band("moderate distress", 5), Band("serious distress", 13)),
            _CALIFORNIA,
            "zero-to-four",
        ),
    ),
    caseness=(
        Caseness(
            "serious",
            13,
            "adults, United States",
            _CALIFORNIA,
            scoring="zero-to-four",
        ),
    ),
    reliability=(
        Reliability(
            0.89,
            ReliabilityKind.ALPHA,
            "adults, United States",
            Basis("Kessler and others 2002, Psychol Med 32:959", Evidence.GENERAL),
        ),
    ),
    notes=("There are two scorings, 0 to 24 and 6 to 30; a contract must say which.",),
)
