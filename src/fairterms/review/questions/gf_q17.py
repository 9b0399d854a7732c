"""Question 17: whether compliance duties are detailed."""

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import Because, Scales, weigh

_CHECKS = ("manual-incorporated", "manual-change-notice", "penalty-pass-through")
_BECAUSE = Because(
    yes="You must comply with rules, and every document that binds you was supplied",
    no=(
        "You are bound by documents that are not at hand and that the plan may change "
        "alone, or by fines you did not cause"
    ),
    absent="A text that was read whole has no detail",
    doubt="You are bound by documents that are not at hand",
    nothing="No duty to comply was found in what was read",
)


def _answer(material: Material) -> Answer:
    outside = evidence_of(material.plain("manual-incorporated"))
    moving = evidence_of(material.plain("manual-change-notice"))
    fines = evidence_of(material.plain("penalty-pass-through"))
    contrary = (*fines, *((*outside, *moving) if outside and moving else ()))
    untold = evidence_of(material.unclear(*_CHECKS))
    met = () if outside else safeguards.SET_DOCUMENTS.seen(material.reading)
    return weigh(material, Scales(met, contrary, (*outside, *untold), moving), _BECAUSE)


QUESTION = Question(
    id="gf_q17",
    text="Are compliance duties detailed?",
    rule=(
        "Yes when every document that binds the group was supplied. Unclear when one was not; no "
        "when the plan may also change it alone, or passes its fines down."
    ),
    checks=_CHECKS,
    answer=_answer,
)
