"""Question 16: whether extra is paid for high-need patients."""

from fairterms.review import care_safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import NO_RESULTS, Because, Scales, by_results, does_not_apply, weigh
from fairterms.units.finding import AbsenceEvidence, Evidence

_CHECKS = ("high-need-payment",)
_BECAUSE = Because(
    yes="The text states an amount for patients in high need",
    no="The text says that patients' need changes no payment",
    absent="A text that was read whole has no pay for high need",
    doubt="Need is spoken of, and no amount is stated",
    nothing="No amount for patients in high need was found in what was read",
)


def _answer(material: Material) -> Answer:
    if not by_results(material):
        return does_not_apply(NO_RESULTS)
    met = (
        *care_safeguards.HIGH_NEED_PAY.seen(material.reading),
        *material.stated("high_need_payment"),
    )
    plain = evidence_of(material.plain(*_CHECKS))
    nowhere = tuple(one for one in plain if isinstance(one, AbsenceEvidence))
    refused = care_safeguards.CIRCUMSTANCES_REFUSED.seen(material.reading)
    contrary: tuple[Evidence, ...] = () if met else (*refused, *nowhere)
    doubts = (*plain, *evidence_of(material.unclear(*_CHECKS)))
    return weigh(material, Scales(met, contrary, () if met else doubts, plain), _BECAUSE)


QUESTION = Question(
    id="gf_q16",
    text="Is extra paid for high-need patients?",
    rule=(
        "Yes when an amount is stated. No when the text says need changes nothing, or a whole text "
        "has no such pay; need that is only spoken of is unclear."
    ),
    checks=_CHECKS,
    answer=_answer,
)
