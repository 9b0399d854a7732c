"""OCI: obsessive and compulsive symptoms in forty-two items, as the NHS pairs it."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import Direction, Licence, MayEmbed
from fairterms.reference.nhs_outcomes import nhs_case, nhs_change
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_FOA = Basis("Foa and others 1998, Psychol Assess 10:206-214", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="oci",
    title="Obsessive-Compulsive Inventory, distress scale (OCI)",
    version="1998, 42 items",
    measures="distress from obsessions and compulsions over the past month",
    respondent="the patient",
    ages="adults",
    source=_FOA,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 168, _FOA, items=Items(42, 0, 4)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence("ask the authors before use", MayEmbed.ON_CONDITIONS, _FOA),
    caseness=(nhs_case(40),),
    change=(nhs_change(32),),
    notes=("It also has a frequency scale; only the distress scale is meant here.",),
)
