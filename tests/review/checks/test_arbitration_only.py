"""Disputes must go to arbitration, and courts are shut out."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "Any dispute shall be resolved by binding arbitration in Plan's county.",
            "binding arbitration",
        ),
        ("The parties agree to arbitrate all claims under this Agreement.", "agree to arbitrate"),
        (
            (
                "All controversies shall be finally settled by arbitration under the rules of "
                "an institute."
            ),
            "settled by arbitration",
        ),
        (
            "Disputes must be submitted to arbitration, and the award is final.",
            "submitted to arbitration",
        ),
        ("Arbitration is the sole and exclusive remedy for a dispute.", "sole and exclusive"),
        (
            (
                "Unresolved disputes will be determined by a single arbitrator, and no court "
                "shall hear them."
            ),
            "arbitrator",
        ),
        (
            "Each party waives the courts, and any claim is referred to mandatory arbitration.",
            "mandatory arbitration",
        ),
    ],
)
def test_arbitration_that_shuts_out_courts_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("arbitration-only", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Arbitration takes place only if both parties later agree to it in writing.",
        "The parties may agree to submit a dispute to arbitration.",
        "A dispute may go to non-binding arbitration before a court hears it.",
        "No party is required to submit a dispute to binding arbitration.",
        "A dispute is submitted to arbitration if both parties choose it after it arises.",
        "Provider may elect binding arbitration or go to court.",
        "Costs are borne as decided in the award of the arbitrator.",
        "Member grievances are decided by binding arbitration under the benefit plan.",
    ],
)
def test_arbitration_by_choice_is_not(look: Look, clause: str) -> None:
    assert look("arbitration-only", agreement(clause)) == ()


def test_what_makes_it_harder_is_told(look: Look) -> None:
    must = "Every dispute shall be resolved by binding arbitration."
    city = "The arbitration shall be held in the city where Plan has its office."
    hidden = "The arbitration is confidential."
    alone = "The parties waive any right to join claims in arbitration."
    jury = "In arbitration the parties waive a jury."
    (finding,) = look("arbitration-only", agreement(city, hidden, alone, jury, must))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert must in finding.evidence.text
    assert finding.why.startswith(
        "Disputes must go to binding arbitration, in a place that the text fixes, in secret, "
        "without joining others, without a jury or urgent orders."
    )


def test_arbitration_that_only_comes_before_a_court_shuts_none(look: Look) -> None:
    clause = (
        "The parties agree, as a condition precedent to any civil action in a court, to submit to "
        "arbitration every dispute under this Agreement."
    )
    assert look("arbitration-only", agreement(clause)) == ()
