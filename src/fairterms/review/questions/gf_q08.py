"""Question 8: whether administrative or coordination work is funded."""

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import Because, Scales, weigh

_CHECKS = ("admin-funding",)
_BECAUSE = Because(
    yes="The plan pays what this work costs",
    no="The text leaves this work, or a part of it, to the group unpaid",
    absent="A text that was read whole has no money for this work",
    doubt=(
        "An amount is named; whether it covers what the work costs cannot be told from the text"
    ),
    nothing="No money for measuring, reporting or coordinating was found in what was read",
)


def _answer(material: Material) -> Answer:
    covered = safeguards.COST_COVERED.seen(material.reading)
    amount = (
        *safeguards.PAID_WORK.seen(material.reading),
        *material.stated("care_coordination", "reporting_payment"),
    )
    contrary = evidence_of(material.plain(*_CHECKS))
    if covered or contrary:
        return weigh(material, Scales((*covered, *amount), contrary), _BECAUSE)
    doubtful = (*amount, *evidence_of(material.unclear(*_CHECKS)))
    return weigh(material, Scales((), (), doubtful), _BECAUSE)


QUESTION = Question(
    id="gf_q08",
    text="Is administrative or coordination work funded?",
    rule=(
        "Yes when the plan pays the cost of the work. No when the text says the group does it at "
        "its own cost, or a whole text names no money; an amount that may be less is unclear."
    ),
    checks=_CHECKS,
    answer=_answer,
)
