"""PHQ-15: how much bodily symptoms bother."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import Band, Bands, Direction, Loinc
from fairterms.reference.phq_family import LICENCE
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_KROENKE = Basis(
    "Kroenke, Spitzer and Williams 2002, Psychosom Med, March 2002, abstract", Evidence.READ
)

INSTRUMENT = Instrument(
    name="phq15",
    title="Patient Health Questionnaire, 15 somatic symptoms (PHQ-15)",
    version="2002 English form",
    measures="how much fifteen bodily symptoms bother",
    respondent="the patient",
    ages="adults",
    source=_KROENKE,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 30, _KROENKE, items=Items(15, 0, 2)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=LICENCE,
    bands=(
        Bands(
            "standard",
            (Band("minimal", 0), Band("low", 5), Band("medium", 10), Band("high", 15)),
            _KROENKE,
        ),
    ),
    loinc=Loinc(
        Basis("LOINC, total score of the PHQ-15", Evidence.READ),
        total="69728-4",
    ),
    anchors=("Not bothered at all", "Bothered a little", "Bothered a lot"),
    notes=("One item is about menstruation; the others leave a blank or 0, so ask which.",),
)
