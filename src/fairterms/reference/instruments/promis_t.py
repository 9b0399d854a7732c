"""PROMIS emotional distress: T-scores of depression and anxiety forms."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
    Change,
    ChangeKind,
    Direction,
    Licence,
    Loinc,
    MayEmbed,
)
from fairterms.reference.scoring_rule import RECORDED_TOTAL, Scoring

_HEALTHMEASURES = Basis("healthmeasures.net, Interpret Scores, PROMIS", Evidence.READ)
_RANGE = Basis("T-scores of 10 to 90: four standard deviations from the mean", Evidence.GENERAL)
_MEANINGFUL = Basis("healthmeasures.net, meaningful change", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="promis_t",
    title="PROMIS emotional distress, T-score (depression or anxiety)",
    version="adult forms, T-score",
    measures="emotional distress against the general population of the United States",
    respondent="the patient",
    ages="adults",
    source=_HEALTHMEASURES,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("t-score", 10, 90, _RANGE, step=None),),
    missing_items=(RECORDED_TOTAL,),
    licence=Licence(
        "commercial technology needs written permission",
        MayEmbed.ON_CONDITIONS,
        Basis("healthmeasures.net, terms of use", Evidence.READ),
    ),
    bands=(
        Bands(
            "standard",
            (
                Band("within normal limits", 10),
                Band("mild", 55),
                Band("moderate", 60),
                Band("severe", 70),
            ),
            Basis("sphsoutcomes.net, Interpreting PROMIS Scoring", Evidence.SECOND_HAND),
        ),
    ),
    change=(
        Change("low", 3, ChangeKind.MINIMAL, "the lowest of several estimates", _MEANINGFUL),
        Change("high", 5, ChangeKind.MINIMAL, "the highest of several estimates", _MEANINGFUL),
    ),
    loinc=Loinc(
        Basis("LOINC Panels and Forms, PROMIS anxiety T-score", Evidence.SECOND_HAND),
        total="77862-1",
    ),
    notes=(
        "A T-score has mean 50 and standard deviation 10 in the reference population.",
        (
            "Only for distress, where higher is worse; for PROMIS physical function and other good "
            "things higher is better."
        ),
        (
            "Raw sums become T-scores by each form's own table; a raw sum is not read here. Forms "
            "with at least half of the items answered are prorated and rounded up first."
        ),
    ),
)
