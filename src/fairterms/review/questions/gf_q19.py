"""Question 19: whether the plan supports compliance by training."""

import re

from fairterms.review import incentives, places, safeguards
from fairterms.review.scorecard import Answer, Material, Question
from fairterms.review.weighing import Because, Scales, absent, weigh
from fairterms.units.finding import QuoteEvidence

_TRAINS = re.compile(r"\btrain\w*", re.IGNORECASE)
_BECAUSE = Because(
    yes="The plan gives training that is named and free",
    no="Training is at the group's own cost",
    absent="A text that was read whole has no training by the plan",
    doubt="Training is named, and not that it is free",
    nothing="No training by the plan was found in what was read",
    talks="gf_q19",
)


def _answer(material: Material) -> Answer:
    reading = material.reading
    named = safeguards.TRAINING.seen(reading)
    free = tuple(one for one in named if _is_free(one))
    own_cost = _own_cost(material)
    nowhere = () if named else absent(material, safeguards.TRAINING.words)
    return weigh(material, Scales(free, (*own_cost, *nowhere), () if free else named), _BECAUSE)


def _own_cost(material: Material) -> tuple[QuoteEvidence, ...]:
    """Quote training at the group's own cost, with the sentence before that names it."""
    for place in places.find(material.reading, safeguards.OWN_COST):
        near = incentives.around(material.reading, place.passage, 1, 0)
        named = [passage for passage in near if _TRAINS.search(passage.text)]
        if named:
            before = [passage.around(0, len(passage.text)) for passage in named]
            return tuple(dict.fromkeys((place.quote, *before)))
    return ()


def _is_free(quote: QuoteEvidence) -> bool:
    return safeguards.IS_FREE.search(" ".join(quote.text.split())) is not None


QUESTION = Question(
    id="gf_q19",
    text="Does the plan support compliance by training?",
    rule=(
        "Yes when training by the plan is named and free. No when the group bears its cost, or a "
        "whole text names none; training without a word on its cost is unclear. "
        "Where the text is silent, the plan's last word in the log counts."
    ),
    checks=("admin-funding",),
    answer=_answer,
)
