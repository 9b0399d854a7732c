"""Question 18: whether there is enough time for reports and audits."""

from fairterms.review import deadlines
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import Because, Scales, weigh

_BECAUSE = Because(
    yes="Every time found for reports, records or audits is about thirty days or more",
    no=("Reports or records are due, or an audit may begin, in less than about thirty days"),
    absent="No time is stated in a text that was read whole",
    doubt="How much time there is could not be told",
    nothing="No number of days for reports or audits was found in what was read",
)


def _answer(material: Material) -> Answer:
    found = deadlines.of_group(material.reading)
    enough = tuple(one.quote for one in found if one.is_enough)
    short = tuple(one.quote for one in found if not one.is_enough)
    beside = evidence_of(material.plain("audit-burden"))
    return weigh(material, Scales(enough, short, (), beside), _BECAUSE)


QUESTION = Question(
    id="gf_q18",
    text="Is there enough time for reports and audits?",
    rule=(
        "Yes when every stated time is thirty days (or twenty business days) or more; no when one "
        "is shorter; unclear when none is stated."
    ),
    checks=("audit-burden",),
    answer=_answer,
)
