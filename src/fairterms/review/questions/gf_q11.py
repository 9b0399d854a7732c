"""Question 11: whether reviews are joint and results open."""

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import (
    NO_RESULTS,
    Because,
    Scales,
    by_results,
    does_not_apply,
    weigh,
)

_CHECKS = ("meeting-cadence", "audit-of-plan")
_BECAUSE = Because(
    yes="Both sides meet at fixed times, and results are open to the group or its auditor",
    no="What the plan works out cannot be checked, or meetings are not joint and fixed",
    absent=(
        "A text that was read whole lacks fixed joint meetings, or results the group can check"
    ),
    doubt="Only one of the two, joint meetings and open results, was found",
    nothing="Neither joint meetings nor open results were found in what was read",
    talks="gf_q11",
)


def _answer(material: Material) -> Answer:
    if not by_results(material):
        return does_not_apply(NO_RESULTS)
    meetings = safeguards.JOINT_MEETINGS.seen(material.reading)
    results = safeguards.OPEN_RESULTS.seen(material.reading)
    contrary = evidence_of(material.plain(*_CHECKS))
    untold = evidence_of(material.unclear(*_CHECKS))
    both = (*meetings, *results)
    if contrary or (meetings and results):
        return weigh(material, Scales(both, contrary), _BECAUSE)
    return weigh(material, Scales((), (), both or untold), _BECAUSE)


QUESTION = Question(
    id="gf_q11",
    text="Are reviews joint and results open?",
    rule=(
        "Yes when both are written: joint meetings at fixed times, and results the group can "
        "check. No when either is denied or missing from a whole text; one alone is unclear. "
        "Where the text is silent, the plan's last word in the log counts."
    ),
    checks=_CHECKS,
    answer=_answer,
)
