"""DASS-21: depression, anxiety and stress in seven items each, doubled."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
    Direction,
    Licence,
    MayEmbed,
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

_LOVIBOND = Basis(
    "Lovibond and Lovibond 1995, Manual for the Depression Anxiety Stress Scales, as retold by "
    "others",
    Evidence.SECOND_HAND,
)
_GRADES = ("normal", "mild", "moderate", "severe", "extremely severe")


def _part(name: str, items: tuple[int, ...], edges: tuple[int, ...]) -> Subscale:
    """Return a scale with its five grades."""
    grades = tuple(Band(grade, edge) for grade, edge in zip(_GRADES, edges, strict=True))
    return Subscale(name, items, _LOVIBOND, (Bands("standard", grades, _LOVIBOND),))


INSTRUMENT = Instrument(
    name="dass21",
    title="Depression Anxiety Stress Scales, 21 items (DASS-21)",
    version="1995, short form",
    measures="depression, anxiety and stress over the past week, each by itself",
    respondent="the patient",
    ages="adults",
    source=_LOVIBOND,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("doubled", 0, 126, _LOVIBOND, 2, Items(21, 0, 3), multiplier=2),),
    missing_items=(
        MissingItems(
            Handling.PRORATE,
            Basis("DASS web page, questions and answers", Evidence.GENERAL),
            1,
            is_per_subscale=True,
        ),
        COMPLETE_ONLY,
        RECORDED_TOTAL,
    ),
    licence=Licence(
        "in the public domain; unmodified and not sold",
        MayEmbed.ON_CONDITIONS,
        Basis("DASS web page, University of New South Wales", Evidence.READ),
    ),
    subscales=(
        _part("depression", (3, 5, 10, 13, 16, 17, 21), (0, 10, 14, 21, 28)),
        _part("anxiety", (2, 4, 7, 9, 15, 19, 20), (0, 8, 10, 15, 20)),
        _part("stress", (1, 6, 8, 11, 12, 14, 18), (0, 15, 19, 26, 34)),
    ),
    notes=(
        (
            "Sums are doubled, so that scores compare with the long form; an odd score was not "
            "doubled."
        ),
        "Printed tables differ: some give grades for sums that were not doubled.",
        "The three scales are read one by one; the total has no grades.",
    ),
)
