"""Question 9: whether measures are clear and relevant to mental health."""

from fairterms.review import care_safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import NO_RESULTS, Because, Scales, by_results, does_not_apply, weigh

_UNDEFINED = ("quality-term-undefined",)
_OUTSIDE = ("vbp-terms-outside",)
_HARMFUL = ("care-limiting-incentive",)
_BECAUSE = Because(
    yes=(
        "Each measure found names what is counted and its target, and is about mental health care"
    ),
    no="Pay hangs on words for quality that nothing defines, or on giving less care",
    absent="A text that was read whole defines no measure",
    doubt="Measures, or their rules, are vague or stand in another document",
    nothing="No measure with its count and target was found in what was read",
)


def _answer(material: Material) -> Answer:
    if not by_results(material):
        return does_not_apply(NO_RESULTS)
    met = (*care_safeguards.MEASURES.seen(material.reading), *material.stated("quality_gate"))
    outside = evidence_of(material.plain(*_OUTSIDE))
    undefined = evidence_of(material.plain(*_UNDEFINED))
    harmful = evidence_of(material.plain(*_HARMFUL))
    is_bare = not met and not outside
    contrary = (*harmful, *(undefined if is_bare else ()))
    untold = evidence_of(material.unclear(*_UNDEFINED, *_HARMFUL))
    doubtful = (*(() if is_bare else undefined), *outside, *untold)
    beside = evidence_of(material.plain("quality-gate"))
    return weigh(material, Scales(met, contrary, doubtful, beside), _BECAUSE)


QUESTION = Question(
    id="gf_q09",
    text="Are measures clear and relevant to mental health?",
    rule=(
        "Yes when every measure found has its count and target in the text and is about mental "
        "health care. No when none is defined, or less care is paid for; else unclear."
    ),
    checks=("quality-gate", *_UNDEFINED, *_OUTSIDE, *_HARMFUL),
    answer=_answer,
)
