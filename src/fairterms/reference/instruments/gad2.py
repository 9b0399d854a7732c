"""GAD-2: the first two items of the GAD-7, as a first screen."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import Caseness, Direction
from fairterms.reference.phq_family import ANCHORS, LICENCE
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_KROENKE = Basis(
    "Kroenke and others 2007, Ann Intern Med 146:317-325, as retold by others",
    Evidence.SECOND_HAND,
)

INSTRUMENT = Instrument(
    name="gad2",
    title="Generalized Anxiety Disorder scale, 2 items (GAD-2)",
    version="2007 English form",
    measures="nervousness and worry over the last two weeks",
    respondent="the patient",
    ages="adults",
    source=_KROENKE,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 6, _KROENKE, items=Items(2, 0, 3)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=LICENCE,
    caseness=(
        Caseness(
            "standard",
            3,
            "primary care, United States (965)",
            _KROENKE,
            sensitivity=0.86,
            specificity=0.83,
        ),
    ),
    anchors=ANCHORS,
    item_texts=(
        "Feeling nervous, anxious, or on edge",
        "Not being able to stop or control worrying",
    ),
    notes=("It screens; it is no measure of how severe an anxiety is.",),
)
