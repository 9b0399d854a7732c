"""Question 4: whether benchmarks are transparent in method and reporting."""

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import NO_RESULTS, Because, Scales, does_not_apply, weigh

_METHOD = ("benchmark-method", "attribution-method")
_REPORTING = ("reconciliation-terms", "audit-of-plan")
_BECAUSE = Because(
    yes="The formula and its inputs are in the text, so that you can do the sum again",
    no=(
        "The plan alone sets the benchmark or a part of it, says alone who is counted, "
        "or gives no method"
    ),
    absent="A text that was read whole gives no method",
    doubt="A method is written, and how results are reported or checked is left open",
    nothing="No formula for what results are compared with was found in what was read",
)


def _answer(material: Material) -> Answer:
    stated = material.stated("benchmark")
    if not stated and not material.reading.features.has_target:
        return does_not_apply(NO_RESULTS)
    met = (*safeguards.FORMULA.seen(material.reading), *stated)
    contrary = evidence_of(material.plain(*_METHOD))
    reporting = (*material.plain(*_REPORTING), *material.unclear(*_METHOD, *_REPORTING))
    return weigh(material, Scales(met, contrary, evidence_of(reporting)), _BECAUSE)


QUESTION = Question(
    id="gf_q04",
    text="Are benchmarks transparent in method and reporting?",
    rule=(
        "Yes when the text lets the group do the sum again and check it. No when the plan alone "
        "sets the benchmark, a part of it or who is counted; else unclear."
    ),
    checks=(*_METHOD, *_REPORTING),
    answer=_answer,
)
