"""PSC-17: a parent's view of a child's problems in seventeen items."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Caseness,
    Direction,
    Licence,
    MayEmbed,
    Reliability,
    ReliabilityKind,
    Subscale,
)
from fairterms.reference.scoring_rule import (
    COMPLETE_ONLY,
    RECORDED_TOTAL,
    Handling,
    Items,
    MissingItems,
    Scoring,
)

_SHEET = Basis(
    "Pediatric Symptom Checklist-17, instructions for scoring, 19 March 2008", Evidence.READ
)
_FORM = Basis(
    "PSC-17 form by Gardner and Kelleher 1999, formatted by Hilt, with scoring", Evidence.READ
)
_GARDNER = Basis(
    "Gardner and others 1999, Ambulatory Child Health 5:225-236, as retold by others",
    Evidence.SECOND_HAND,
)
_CHILDREN = "children in pediatric care"


def _part(name: str, items: tuple[int, ...], cut: float) -> Subscale:
    """Return a subscale with its cut."""
    return Subscale(name, items, _FORM, caseness=(Caseness("standard", cut, _CHILDREN, _SHEET),))


INSTRUMENT = Instrument(
    name="psc17",
    title="Pediatric Symptom Checklist, 17 items (PSC-17)",
    version="1999, parent form",
    measures="a child's inward, attention and outward problems",
    respondent="a parent",
    ages="4 to 17",
    source=_SHEET,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 34, _SHEET, items=Items(17, 0, 2)),),
    missing_items=(
        MissingItems(Handling.BLANK_IS_LOWEST, _SHEET, 3),
        COMPLETE_ONLY,
        RECORDED_TOTAL,
    ),
    licence=Licence("may be freely reproduced", MayEmbed.YES, _FORM),
    caseness=(Caseness("standard", 15, _CHILDREN, _SHEET),),
    subscales=(
        _part("internalizing", (2, 6, 9, 11, 15), 5),
        _part("attention", (1, 3, 7, 13, 17), 7),
        _part("externalizing", (4, 5, 8, 10, 12, 14, 16), 7),
    ),
    reliability=(
        Reliability(0.89, ReliabilityKind.ALPHA, _CHILDREN, _GARDNER),
        Reliability(0.79, ReliabilityKind.ALPHA, _CHILDREN, _GARDNER, "internalizing"),
        Reliability(0.83, ReliabilityKind.ALPHA, _CHILDREN, _GARDNER, "attention"),
        Reliability(0.83, ReliabilityKind.ALPHA, _CHILDREN, _GARDNER, "externalizing"),
    ),
    anchors=("Never", "Sometimes", "Often"),
    notes=(
        (
            "Its own scoring sheet counts up to three blanks as 0, which makes an incomplete form "
            "look better than it may be; a contract can ask for complete forms instead."
        ),
        "Some programs list the items in another order; check the keying of the subscales.",
    ),
)
