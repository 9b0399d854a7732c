"""The plan as a partner as rows for other programs: one line a question."""

from fairterms.prepare.partner.assessment import PartnerAssessment
from fairterms.publish import csv_export

TITLES = (
    "question",
    "text",
    "about",
    "requirements",
    "stands",
    "because",
    "for",
    "against",
    "not yet weighed",
    "missing",
    "ask for",
)


def rows(assessment: PartnerAssessment) -> tuple[tuple[str, ...], ...]:
    """Return one line a question, with a cell for each of :data:`TITLES`."""
    return tuple(
        (
            one.question.name,
            one.question.text,
            one.question.theme.value,
            " ".join(one.question.requirements),
            one.outcome.value,
            one.because,
            "; ".join(map(str, one.speaks_for)),
            "; ".join(map(str, one.speaks_against)),
            "; ".join(map(str, one.undecided)),
            " ".join(one.missing),
            "; ".join(one.question.evidence),
        )
        for one in assessment.assessed
    )


def as_csv(assessment: PartnerAssessment) -> str:
    """Return one line a question as CSV."""
    return csv_export.render(TITLES, rows(assessment))
