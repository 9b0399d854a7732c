"""Question 12: whether measures can adapt."""

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import NO_RESULTS, Because, Scales, by_results, does_not_apply, weigh

_CHECKS = ("recalibration-process", "measure-change")
_BECAUSE = Because(
    yes="Measures or targets change by a process of both sides",
    no="Only the plan may change them",
    absent="A text that was read whole gives no process of both sides",
    doubt="A change is spoken of, and not by whom",
    nothing="How measures or targets change was not found in what was read",
)


def _answer(material: Material) -> Answer:
    if not by_results(material):
        return does_not_apply(NO_RESULTS)
    met = safeguards.RECALIBRATION.seen(material.reading)
    contrary = evidence_of(material.plain(*_CHECKS))
    doubtful = () if met else evidence_of(material.unclear(*_CHECKS))
    return weigh(material, Scales(met, contrary, doubtful), _BECAUSE)


QUESTION = Question(
    id="gf_q12",
    text="Can measures adapt?",
    rule=(
        "Yes when both sides change measures or reset the model together. No when only the plan "
        "may, or a whole text gives no process; else unclear."
    ),
    checks=_CHECKS,
    answer=_answer,
)
