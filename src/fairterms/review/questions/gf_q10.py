"""Question 10: whether risk adjustment is provided for high need."""

from fairterms.review import care_safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import NO_RESULTS, Because, Scales, by_results, does_not_apply, weigh
from fairterms.units.finding import AbsenceEvidence, Evidence

_CHECKS = ("risk-adjustment",)
_BECAUSE = Because(
    yes="The model and what goes into it are named, and severity is not left out",
    no="The text says that nothing is adjusted",
    absent="A text that was read whole has no adjustment",
    doubt="Adjustment is named without its model or inputs, or it leaves severity out",
    nothing="No adjustment for patients' need was found in what was read",
)


def _answer(material: Material) -> Answer:
    if not by_results(material):
        return does_not_apply(NO_RESULTS)
    reading = material.reading
    model = care_safeguards.RISK_MODEL.seen(reading)
    named = care_safeguards.RISK_ADJUSTED.seen(reading)
    refused = care_safeguards.NOT_ADJUSTED.seen(reading)
    plain = evidence_of(material.plain(*_CHECKS))
    nowhere = tuple(one for one in plain if isinstance(one, AbsenceEvidence))
    is_named = bool(model or named)
    contrary: tuple[Evidence, ...] = nowhere if is_named else (*nowhere, *refused)
    doubts = (*plain, *(refused if is_named else ()), *evidence_of(material.unclear(*_CHECKS)))
    doubtful = doubts or (() if model else named)
    return weigh(material, Scales(model or named, contrary, doubtful), _BECAUSE)


QUESTION = Question(
    id="gf_q10",
    text="Is risk adjustment provided for high need?",
    rule=(
        "Yes when the model and its inputs are named and severity counts. No when the text says "
        "nothing is adjusted or a whole text is silent; a model unnamed, or blind to severity, is "
        "unclear."
    ),
    checks=_CHECKS,
    answer=_answer,
)
