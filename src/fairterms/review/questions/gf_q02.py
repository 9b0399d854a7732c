"""Question 2: whether payment terms are clear and unconditional."""

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import Because, Scales, weigh
from fairterms.units.finding import Finding, Severity

_CHANGES = (
    "amend-unilateral",
    "amend-notice-days",
    "amend-objection-right",
    "amend-retroactive",
    "manual-incorporated",
    "manual-change-notice",
    "fee-schedule-change",
)
_PAYMENT = ("prompt-pay", "recoup-limits", "recoup-during-dispute", "pay-when-paid")
_AT_WILL = ("fee-schedule-change", "amend-unilateral", "incentive-at-will")
_OUTSIDE = ("manual-incorporated", "vbp-terms-outside")
_BECAUSE = Because(
    yes=(
        "The time of payment is stated, and nothing found lets the plan change or take "
        "back pay at will"
    ),
    no="The plan may change pay alone, take it back, or make it wait for something else",
    absent="A safeguard of pay is missing from a text that was read whole",
    doubt=("When pay comes, or a rule it hangs on, is vague or stands in a document not supplied"),
    nothing="No sentence that says when pay comes was found in what was read",
)


def _answer(material: Material) -> Answer:
    critical = _of(material.plain(*_CHANGES, *_PAYMENT), Severity.CRITICAL)
    contrary = evidence_of((*material.plain(*_AT_WILL), *critical))
    late = _of(material.plain("prompt-pay"), Severity.MEDIUM)
    untold = _of(material.unclear(*_CHANGES, *_PAYMENT), Severity.CRITICAL)
    doubtful = evidence_of((*late, *material.plain(*_OUTSIDE), *untold))
    beside = evidence_of(material.plain(*_CHANGES, *_PAYMENT))
    met = safeguards.PAID_IN_TIME.seen(material.reading)
    return weigh(material, Scales(met, contrary, doubtful, beside), _BECAUSE)


def _of(found: tuple[Finding, ...], least: Severity) -> tuple[Finding, ...]:
    return tuple(one for one in found if one.severity >= least)


QUESTION = Question(
    id="gf_q02",
    text="Are payment terms clear and unconditional?",
    rule=(
        "No when any critical finding stands about changes, pay or recovery, or the plan may "
        "change pay at will. Yes when none does and the text says when pay comes; else unclear."
    ),
    checks=(*_CHANGES, *_PAYMENT, "incentive-at-will", "vbp-terms-outside"),
    answer=_answer,
)
