"""Question 20: whether privacy duties match law."""

from fairterms.review import care_safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import Because, Scales, weigh

_CHECKS = ("data-ownership", "bh-record-privacy")
_BECAUSE = Because(
    yes=(
        "The laws are named, records are kept apart and uses are bounded; have an "
        "adviser confirm that this matches the law"
    ),
    no=("The plan may own or freely use patients' data, or see records without a safeguard"),
    absent=("A text that was read whole lacks a safeguard for therapy records or patients' data"),
    doubt="A part of the privacy duties is missing or could not be told",
    nothing="No privacy duty was found in what was read",
)


def _answer(material: Material) -> Answer:
    laws = care_safeguards.PRIVACY_LAW.seen(material.reading)
    least = care_safeguards.LEAST_DATA.seen(material.reading)
    contrary = evidence_of(material.plain(*_CHECKS))
    untold = evidence_of(material.unclear(*_CHECKS))
    if laws and least:
        return weigh(material, Scales((*least, *laws), contrary, untold), _BECAUSE)
    return weigh(material, Scales((), contrary, (*laws, *least, *untold)), _BECAUSE)


QUESTION = Question(
    id="gf_q20",
    text="Do privacy duties match law?",
    rule=(
        "Yes when the privacy laws and a limit such as the minimum necessary are written and no "
        "check objects; an adviser confirms. No when data are the plan's to own or use freely; "
        "else unclear."
    ),
    checks=_CHECKS,
    answer=_answer,
)
