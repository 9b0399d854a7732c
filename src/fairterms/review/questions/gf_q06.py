"""Question 6: whether reporting is defined and achievable."""

import re

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question
from fairterms.review.weighing import Because, Scales, weigh
from fairterms.units.finding import Evidence, QuoteEvidence

_CHECKS = ("reporting-burden",)
_OPEN = re.compile(
    r"\b(?:any|all|such|other) [\w ]{0,40}(?:reports?|data|information)\b|\brequests?\b|"
    r"\brequir\w+|"
    r"\bspecifi\w+ by\b|\bmay change\b|\bset forth in\b|\bdesignat\w+",
    re.IGNORECASE,
)
_BECAUSE = Because(
    yes=("The reports and their fields are listed, and a test showed that the group can make them"),
    no="The plan says later and alone what must be reported",
    absent="A text that was read whole has no list of reports",
    doubt=(
        "The reports are listed; whether the group can make them was not tested in what was given"
    ),
    nothing="No list of reports and their fields was found in what was read",
)


def _answer(material: Material) -> Answer:
    listed = safeguards.FIELDS.seen(material.reading)
    tested = material.stated("capacity_test")
    contrary = _left_open(material)
    if listed and tested:
        return weigh(material, Scales((*listed, *tested), contrary), _BECAUSE)
    return weigh(material, Scales((), contrary, listed), _BECAUSE)


def _left_open(material: Material) -> tuple[Evidence, ...]:
    """Return the words that leave open what is reported; a short deadline is another question."""
    return tuple(
        quote
        for finding in material.plain(*_CHECKS)
        for quote in (finding.evidence, *finding.more_evidence)
        if isinstance(quote, QuoteEvidence) and _OPEN.search(quote.text)
    )


QUESTION = Question(
    id="gf_q06",
    text="Is reporting defined and achievable?",
    rule=(
        "Yes when the reports and fields are listed and a capacity test was passed. No when the "
        "plan decides later what is reported; a list alone is unclear."
    ),
    checks=_CHECKS,
    answer=_answer,
)
