"""Question 3: whether risk is phased in."""

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import Because, Scales, does_not_apply, weigh

_CHECKS = ("risk-phase-in", "gain-loss-asymmetry")
_BECAUSE = Because(
    yes="Risk comes by steps with dates, or the first years are upside only",
    no="You owe losses from the first year",
    absent="You owe losses, and a text that was read whole has no steps toward them",
    doubt="Steps are spoken of without dates",
    nothing="Some of your pay is at risk, and no steps with dates were found in what was read",
)


def _answer(material: Material) -> Answer:
    stated = material.stated("phase_in")
    if not stated and not material.reading.features.has_downside:
        return does_not_apply(
            "The agreement asks for no money back by results, so there is no risk to phase in."
        )
    met = (*safeguards.PHASE_IN.seen(material.reading), *stated)
    contrary = () if met else evidence_of(material.plain("risk-phase-in"))
    doubtful = () if met else evidence_of(material.unclear("risk-phase-in"))
    beside = evidence_of(material.plain(*_CHECKS))
    return weigh(material, Scales(met, contrary, doubtful, beside), _BECAUSE)


QUESTION = Question(
    id="gf_q03",
    text="Is risk phased in?",
    rule=(
        "Yes when the text gives steps with dates, or first years without losses. No when losses "
        "are owed and the whole text gives no steps; unclear when part of it was not read."
    ),
    checks=_CHECKS,
    answer=_answer,
)
