"""PDSS: severity of panic disorder."""

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

_SHEAR_2001 = Basis("Shear and others 2001, J Psychiatr Res 35:293-296, abstract", Evidence.READ)
_SHEAR_1997 = Basis(
    "Shear and others 1997, Am J Psychiatry 154:1571-1575, as retold by others",
    Evidence.SECOND_HAND,
)

INSTRUMENT = Instrument(
    name="pdss",
    title="Panic Disorder Severity Scale (PDSS), self-report",
    version="self-report form of 2002",
    measures="severity of panic disorder over the past week",
    respondent="the patient",
    ages="13 and older",
    source=_SHEAR_2001,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 28, _SHEAR_1997, items=Items(7, 0, 4)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence(
        "ask the authors before use",
        MayEmbed.ON_CONDITIONS,
        Basis("Houck and others 2002, Depress Anxiety 15:183", Evidence.GENERAL),
    ),
    caseness=(
        Caseness(
            "shear-2001",
            8,
            "psychiatric outpatients, as an interview (104)",
            _SHEAR_2001,
            sensitivity=0.833,
            specificity=0.64,
        ),
        nhs_case(8),
    ),
    reliability=(
        Reliability(0.65, ReliabilityKind.ALPHA, "panic disorder, as an interview", _SHEAR_1997),
    ),
    change=(nhs_change(5),),
    notes=(
        "Some programs report the mean of the items, 0 to 4, instead of the sum.",
        "Published cuts run from 6 to 9.",
    ),
)
