"""Care after the end goes on for as long as the plan wishes."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            (
                "After termination, Provider shall continue to treat Members for as long as "
                "Plan requests."
            ),
            "as long as Plan requests",
        ),
        (
            (
                "Upon termination Provider shall, at Plan's discretion, continue to furnish "
                "Covered Services to Members."
            ),
            "discretion",
        ),
        (
            (
                "Provider shall continue care of Members after termination for 90 days or "
                "such longer period as Plan requires."
            ),
            "longer period as Plan requires",
        ),
        (
            (
                "Following expiration, Provider must provide Covered Services to Members "
                "until Plan has arranged for another provider."
            ),
            "until Plan has arranged",
        ),
        (
            (
                "When this Agreement terminates, Provider agrees to continue services to "
                "Members for the period determined by Plan."
            ),
            "determined by Plan",
        ),
        (
            (
                "After termination, at the option of Plan, Provider shall continue to provide "
                "Covered Services to Members."
            ),
            "option of Plan",
        ),
        (
            "After termination Provider shall continue to treat patients without compensation.",
            "without compensation",
        ),
    ],
)
def test_a_duty_at_the_plans_will_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("post-termination-care", agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        (
            "After termination, Provider shall continue to treat Members in active treatment "
            "for up to ninety (90) days at contract rates."
        ),
        (
            "After termination, Provider shall continue care for such longer period as the "
            "law requires."
        ),
        (
            "After termination, Provider shall continue services to Members for the period "
            "that the Colorado statute sets."
        ),
        (
            "If Plan becomes insolvent, Provider shall continue to furnish Covered Services "
            "to Members without compensation as the law requires."
        ),
        "After termination, Provider may continue to treat Members at the Member's request.",
        (
            "After termination, Plan shall continue to pay for services to Members for as "
            "long as Provider requests."
        ),
        "After termination, Provider shall furnish copies of records at Plan's request.",
        "After termination Provider shall treat Members for 60 days and report at Plan's request.",
        "After termination Provider shall continue care of Members without charge as the law says.",
    ],
)
def test_a_duty_with_an_end_is_not(look: Look, clause: str) -> None:
    assert look("post-termination-care", agreement(clause)) == ()


def test_a_will_whose_owner_was_removed_from_the_text_is_found(look: Look) -> None:
    clause = "After termination, Provider shall, at discretion, continue to treat Members."
    (finding,) = look("post-termination-care", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "at discretion" in finding.evidence.text


def test_a_software_licence_needs_no_such_clause(look: Look) -> None:
    text = (
        "SOFTWARE LICENCE\nThis Agreement is between Fir Inc. and Yew Inc.\n1. After termination "
        "the Contractor shall continue services for as long as the Company requests.\n"
    )
    assert look("post-termination-care", text) == ()


def test_after_this_agreement_ends_is_an_end(look: Look) -> None:
    clause = (
        "After this Agreement ends Provider shall go on treating Members for as long as Plan asks."
    )
    (finding,) = look("post-termination-care", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text
