"""Question 13: whether the plan puts risk adjustment in the contract."""

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

_BECAUSE = Because(
    yes="The contract says that targets or results are adjusted for patients' risk",
    no="The contract refuses an adjustment",
    absent="A text that was read whole has no adjustment",
    doubt="Adjustment is spoken of and not settled",
    nothing="It was not found in what was read",
    talks="gf_q13",
)


def _answer(material: Material) -> Answer:
    if not by_results(material):
        return does_not_apply(NO_RESULTS)
    reading = material.reading
    met = (*care_safeguards.RISK_MODEL.seen(reading), *care_safeguards.RISK_ADJUSTED.seen(reading))
    refused = care_safeguards.NOT_ADJUSTED.seen(reading)
    nowhere = absent(material, care_safeguards.RISK_ADJUSTED.words)
    contrary = () if met else refused or nowhere
    beside = evidence_of(material.plain("risk-adjustment"))
    return weigh(material, Scales(met, contrary, (), (*refused, *beside)), _BECAUSE)


QUESTION = Question(
    id="gf_q13",
    text="Will the plan put risk adjustment in the contract?",
    rule=(
        "Yes when the contract's words adjust a target or result for risk; how well is question "
        "10. No when it refuses, or a whole text has none; else unclear. Where the text is "
        "silent, the plan's last word in the log counts."
    ),
    checks=("risk-adjustment",),
    answer=_answer,
)
