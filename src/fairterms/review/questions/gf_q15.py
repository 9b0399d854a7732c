"""Question 15: whether population work is supported by shared data or tools."""

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import NO_RESULTS, Because, Scales, by_results, does_not_apply, weigh
from fairterms.units.finding import Severity

_CHECKS = ("data-feed", "network-undisclosed")
_BECAUSE = Because(
    yes="The plan sends member-level data, and the group has accepted a sample",
    no="The plan owes no member-level data, only what reports it chooses to send",
    absent="A text that was read whole has no duty of the plan to share data",
    doubt="Data are promised; no sample that the group accepted is in what was given",
    nothing="No duty of the plan to share data was found in what was read",
    talks="gf_q15",
)


def _answer(material: Material) -> Answer:
    if not by_results(material):
        return does_not_apply(NO_RESULTS)
    reading = material.reading
    promised = safeguards.DATA_FILES.seen(reading)
    accepted = (*safeguards.SAMPLE_ACCEPTED.seen(reading), *material.stated("feed_acceptance"))
    found = material.plain("data-feed")
    contrary = evidence_of(one for one in found if one.severity is Severity.CRITICAL)
    soft = evidence_of(one for one in found if one.severity is not Severity.CRITICAL)
    if accepted:
        return weigh(material, Scales((*accepted, *promised), contrary, soft), _BECAUSE)
    untold = evidence_of(material.unclear("data-feed"))
    return weigh(material, Scales((), contrary, (*promised, *soft, *untold)), _BECAUSE)


QUESTION = Question(
    id="gf_q15",
    text="Is population work supported by shared data or tools?",
    rule=(
        "Yes when the group has accepted a sample of the data the plan owes. No when the plan owes "
        "reports at most; data that are only promised are unclear. "
        "Where the text is silent, the plan's last word in the log counts."
    ),
    checks=_CHECKS,
    answer=_answer,
)
