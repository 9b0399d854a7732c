"""AUDIT: hazardous and harmful drinking in ten items."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
    Caseness,
    Direction,
    Licence,
    Loinc,
    MayEmbed,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_WHO = Basis(
    "Babor and others 2001, AUDIT Guidelines for Use in Primary Care, 2nd ed., "
    "WHO/MSD/MSB/01.6a, as reprinted in comorbidityguidelines.org.au, appendix U",
    Evidence.SECOND_HAND,
)

INSTRUMENT = Instrument(
    name="audit",
    title="Alcohol Use Disorders Identification Test (AUDIT)",
    version="2001 WHO manual, second edition",
    measures="hazardous and harmful drinking and signs of dependence over the past year",
    respondent="the patient, or an interviewer",
    ages="adults",
    source=_WHO,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 40, _WHO, items=Items(10, 0, 4)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence(
        "may be used and copied, not sold",
        MayEmbed.ON_CONDITIONS,
        Basis("WHO, AUDIT manual, permissions", Evidence.READ),
    ),
    bands=(
        Bands(
            "zones",
            (
                Band("low risk", 0),
                Band("hazardous", 8),
                Band("harmful", 16),
                Band("possible dependence", 20),
            ),
            _WHO,
        ),
    ),
    caseness=(Caseness("standard", 8, "primary care, several countries", _WHO),),
    reliability=(
        Reliability(
            0.8,
            ReliabilityKind.ALPHA,
            "several samples",
            Basis("reviews of the AUDIT", Evidence.GENERAL),
        ),
    ),
    loinc=Loinc(
        Basis("LOINC, total score [AUDIT]", Evidence.GENERAL),
        total="75624-7",
    ),
    notes=("Items 9 and 10 are worth 0, 2 or 4 only.",),
)
