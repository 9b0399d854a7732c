"""Question 5: whether the plan helps with administration or IT."""

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import Because, Scales, absent, weigh

_CHECKS = ("platform-mandate", "responsibility-split")
_BECAUSE = Because(
    yes=("The plan names help with administration or technology, and gives it without charge"),
    no="The group must use, and pay for, a system that the plan chooses",
    absent="A text that was read whole names no help without charge",
    doubt="Who does and pays for such work is left open",
    nothing="No help without charge was found in what was read",
    talks="gf_q05",
)


def _answer(material: Material) -> Answer:
    met = safeguards.HELP.seen(material.reading)
    nowhere = () if met else absent(material, safeguards.HELP.words)
    contrary = (*evidence_of(material.plain("platform-mandate")), *nowhere)
    doubtful = () if met else evidence_of(material.unclear(*_CHECKS))
    beside = evidence_of(material.plain("responsibility-split"))
    return weigh(material, Scales(met, contrary, doubtful, beside), _BECAUSE)


QUESTION = Question(
    id="gf_q05",
    text="Does the plan help with administration or IT?",
    rule=(
        "Yes when the help is named and the group does not pay for it. No when the group must use "
        "the plan's system unpaid, or the whole text names no help; else unclear. "
        "Where the text is silent, the plan's last word in the log counts."
    ),
    checks=_CHECKS,
    answer=_answer,
)
