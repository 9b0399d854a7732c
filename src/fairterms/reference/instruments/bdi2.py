"""BDI-II: severity of depression; totals only."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
    Change,
    ChangeKind,
    ChangeUnit,
    Direction,
    Licence,
    MayEmbed,
)
from fairterms.reference.scoring_rule import RECORDED_TOTAL, Scoring

_BECK = Basis(
    "Beck, Steer and Brown 1996, BDI-II manual, as retold by others", Evidence.SECOND_HAND
)
_BUTTON = Basis(
    "Button and others 2015, Psychol Med 45:3269-3279, PMC4611356, abstract", Evidence.READ
)

INSTRUMENT = Instrument(
    name="bdi2",
    title="Beck Depression Inventory, second edition (BDI-II)",
    version="1996",
    measures="severity of depression over the last two weeks",
    respondent="the patient",
    ages="13 and older",
    source=_BECK,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 63, _BECK),),
    missing_items=(RECORDED_TOTAL,),
    licence=Licence(
        "sold by its publisher; words may not be shown",
        MayEmbed.NO,
        Basis("publisher's terms, as retold by others", Evidence.SECOND_HAND),
    ),
    bands=(
        Bands(
            "standard",
            (Band("minimal", 0), Band("mild", 14), Band("moderate", 20), Band("severe", 29)),
            _BECK,
        ),
    ),
    change=(
        Change(
            "button-2015",
            0.175,
            ChangeKind.MINIMAL,
            "three trials of depression (1,039)",
            _BUTTON,
            ChangeUnit.FRACTION,
        ),
        Change(
            "button-2015-resistant",
            0.32,
            ChangeKind.MINIMAL,
            "long depression that did not respond to antidepressants",
            _BUTTON,
            ChangeUnit.FRACTION,
        ),
        Change(
            "general",
            9,
            ChangeKind.RELIABLE,
            "outpatients",
            Basis("talking therapies research", Evidence.GENERAL),
        ),
    ),
    notes=("The first BDI of 1961 has other items and other bands.",),
)
