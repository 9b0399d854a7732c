"""Question 14: whether social factors are counted."""

from fairterms.review import care_safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import (
    NO_RESULTS,
    Because,
    Scales,
    absent,
    by_results,
    does_not_apply,
    weigh,
)

_CHECKS = ("high-need-payment", "risk-adjustment")
_BECAUSE = Because(
    yes="The text names the social factors that change a target or a payment",
    no="The text says that patients' circumstances change nothing",
    absent="A text that was read whole counts no social factor",
    doubt="Circumstances are spoken of, and nothing is settled",
    nothing="No social factor was found in what was read",
)


def _answer(material: Material) -> Answer:
    if not by_results(material):
        return does_not_apply(NO_RESULTS)
    reading = material.reading
    met = care_safeguards.SOCIAL_FACTORS.seen(reading)
    refused = care_safeguards.CIRCUMSTANCES_REFUSED.seen(reading)
    promised = () if met else care_safeguards.NEED_SPOKEN_OF.seen(reading)
    nowhere = (
        () if met or promised or refused else absent(material, care_safeguards.SOCIAL_FACTORS.words)
    )
    untold = () if met else evidence_of(material.unclear("high-need-payment"))
    return weigh(material, Scales(met, (*refused, *nowhere), (*promised, *untold)), _BECAUSE)


QUESTION = Question(
    id="gf_q14",
    text="Are social factors counted?",
    rule=(
        "Yes when the factors are listed and change a target or payment. No when the text refuses, "
        "or a whole text names none; a promise to talk about them is unclear."
    ),
    checks=_CHECKS,
    answer=_answer,
)
