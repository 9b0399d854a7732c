"""SPIN: social phobia in seventeen items."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Caseness,
    Direction,
    Licence,
    MayEmbed,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.nhs_outcomes import nhs_case, nhs_change
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_CONNOR = Basis("Connor and others 2000, Br J Psychiatry 176:379-386, abstract", Evidence.READ)
_RETOLD = Basis(
    "Connor and others 2000, Br J Psychiatry 176:379, as retold by others", Evidence.SECOND_HAND
)

INSTRUMENT = Instrument(
    name="spin",
    title="Social Phobia Inventory (SPIN)",
    version="2000",
    measures="fear, avoidance and bodily signs in social situations over the past week",
    respondent="the patient",
    ages="adults",
    source=_CONNOR,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 68, _RETOLD, items=Items(17, 0, 4)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence(
        "copyright of its author; ask before use",
        MayEmbed.ON_CONDITIONS,
        Basis("Connor and others 2000, Br J Psychiatry 176:379", Evidence.GENERAL),
    ),
    caseness=(
        Caseness("standard", 19, "patients against people without phobia", _CONNOR),
        nhs_case(19),
    ),
    reliability=(
        Reliability(0.87, ReliabilityKind.ALPHA, "lowest of the patient samples", _RETOLD),
        Reliability(0.94, ReliabilityKind.ALPHA, "highest of the patient samples", _RETOLD),
        Reliability(0.78, ReliabilityKind.RETEST, "one of two samples", _RETOLD),
        Reliability(0.89, ReliabilityKind.RETEST, "the other of two samples", _RETOLD),
    ),
    change=(nhs_change(10),),
)
