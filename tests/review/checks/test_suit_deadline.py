"""Too little time to go to court, or less than the plan has."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            (
                "No action arising from this Agreement may be brought more than one (1) year "
                "after the cause of action arose."
            ),
            "one (1) year",
        ),
        (
            "Any lawsuit must be commenced within twelve months after the event, or it is barred.",
            "twelve months",
        ),
        (
            (
                "Provider must file any suit under this Agreement within one hundred eighty "
                "(180) days of the event."
            ),
            "one hundred eighty",
        ),
        (
            (
                "A demand for arbitration must be made within one year of the dispute or the "
                "claim is waived."
            ),
            "one year",
        ),
        (
            "The parties agree to a limitations period of two (2) years for any claim.",
            "two (2) years",
        ),
        (
            "Neither party may bring a legal action later than 18 months after it arose.",
            "18 months",
        ),
        ("Any cause of action not commenced within two years is forever barred.", "two years"),
    ],
)
def test_a_short_time_to_sue_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("suit-deadline", agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "An action may be brought within the period that the statute allows.",
        "No action may be brought more than six (6) years after it arose.",
        "No action may be brought after one year or the longer period that the statute allows.",
        "Plan may not bring an action against Provider more than one year after it arose.",
        "Provider shall submit claims within ninety (90) days after the date of service.",
        "Provider may appeal the denial of a claim within sixty (60) days.",
        "Provider shall submit a corrective action plan within thirty (30) days.",
        (
            "Either party may bring an action in court if mediation has not resolved the "
            "dispute within 120 days."
        ),
    ],
)
def test_the_statutory_time_is_not(look: Look, clause: str) -> None:
    assert look("suit-deadline", agreement(clause)) == ()


def test_a_plan_that_is_spared_is_told(look: Look) -> None:
    clause = (
        "No action may be brought more than one year after it arose, except that this does not "
        "apply to actions of Plan."
    )
    (finding,) = look("suit-deadline", agreement(clause))
    assert "The plan is not held to it." in finding.why
