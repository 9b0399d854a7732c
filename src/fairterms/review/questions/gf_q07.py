"""Question 7: whether report deadlines are reasonable."""

from fairterms.review import deadlines
from fairterms.review.deadlines import Kind
from fairterms.review.scorecard import Answer, Material, Question
from fairterms.review.weighing import Because, Scales, weigh

_BECAUSE = Because(
    yes="Every report deadline found leaves about thirty days or more",
    no="A report is due in less than about thirty days",
    absent="No time for reports is stated in a text that was read whole",
    doubt="A deadline could not be read",
    nothing="No number of days for your reports was found in what was read",
)


def _answer(material: Material) -> Answer:
    found = [one for one in deadlines.of_group(material.reading) if one.kind is Kind.REPORT]
    enough = tuple(one.quote for one in found if one.is_enough)
    short = tuple(one.quote for one in found if not one.is_enough)
    return weigh(material, Scales(enough, short), _BECAUSE)


QUESTION = Question(
    id="gf_q07",
    text="Are report deadlines reasonable?",
    rule=(
        "Yes when every stated deadline leaves thirty days (or twenty business days) or more; no "
        "when one leaves less; unclear when none is stated."
    ),
    checks=("reporting-burden",),
    answer=_answer,
)
