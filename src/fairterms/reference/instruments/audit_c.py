"""AUDIT-C: the three questions of the AUDIT about how much is drunk."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import Caseness, Direction, Licence, Loinc, MayEmbed
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_DELANEY = Basis("Delaney and others 2014, Addict Sci Clin Pract 9:2, abstract", Evidence.READ)

INSTRUMENT = Instrument(
    name="audit_c",
    title="Alcohol Use Disorders Identification Test, consumption (AUDIT-C)",
    version="English form",
    measures="how often and how much alcohol is drunk",
    respondent="the patient, or an interviewer",
    ages="adults",
    source=_DELANEY,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 12, _DELANEY, items=Items(3, 0, 4)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence(
        "may be copied and shown",
        MayEmbed.YES,
        Basis("licence statement of the AUDIT-C", Evidence.READ),
    ),
    caseness=(
        Caseness("men", 4, "men, United States", _DELANEY),
        Caseness("women", 3, "women, United States", _DELANEY),
    ),
    loinc=Loinc(
        Basis("HL7 US Core Implementation Guide 7.0.0, AUDIT-C examples", Evidence.READ),
        panel="72109-2",
        total="75626-2",
    ),
    notes=(
        (
            "The cut depends on the patient's sex; a contract with one cut for all is unfair to "
            "one of them."
        ),
    ),
)
