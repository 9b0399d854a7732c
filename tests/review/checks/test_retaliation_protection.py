"""Nothing shields those who report, appeal or speak up."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "Neither party takes adverse action because of a good-faith report to a regulator.",
        "Plan shall not terminate Provider because Provider has filed an appeal or a complaint.",
        "Plan shall not retaliate against any clinician for reporting a concern.",
        (
            "Plan may not penalize Provider on account of an audit, a grievance or advocacy "
            "for a patient."
        ),
        "No retaliation shall follow a report to an agency.",
        "Provider is protected from retaliation for having testified before an agency.",
    ],
)
def test_a_broad_shield_clears_it(look: Look, clause: str) -> None:
    assert look("retaliation-protection", agreement(clause)) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall not discriminate against a Member because of race or source of payment.",
        "Plan shall not discriminate against a provider because of its license.",
        "Plan may terminate this Agreement on ninety days' notice.",
        "Provider shall report fraud to Plan.",
    ],
)
def test_other_protections_do_not(look: Look, clause: str) -> None:
    (finding,) = look("retaliation-protection", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_a_blank_page_or_a_missing_document_makes_it_unclear(look: Look) -> None:
    (blank,) = look("retaliation-protection", agreement(), unread=1)
    (manual,) = look(
        "retaliation-protection", agreement("Provider shall comply with the Provider Manual.")
    )
    assert blank.status is manual.status is Status.UNCLEAR


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            (
                "Plan shall not terminate or penalize a clinician because the clinician has "
                "advised a Member about treatment."
            ),
            "advised a Member",
        ),
        (
            (
                "Plan shall not refuse to contract with Provider solely because Provider has "
                "in good faith communicated with a patient."
            ),
            "communicated with a patient",
        ),
        (
            "Plan shall not penalize Provider for discussing treatment options with a Member.",
            "discussing treatment",
        ),
    ],
)
def test_a_narrow_shield_is_partial(look: Look, clause: str, words: str) -> None:
    (finding,) = look("retaliation-protection", agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


def test_a_software_licence_needs_no_such_clause(look: Look) -> None:
    text = "SOFTWARE LICENCE\nThis Agreement is between Fir Inc. and Yew Inc.\n1. Yew pays a fee.\n"
    assert look("retaliation-protection", text) == ()


def test_a_shield_of_members_is_not_one_of_clinicians(look: Look) -> None:
    clause = "Provider shall not penalize any Member because the Member has filed a grievance."
    (finding,) = look("retaliation-protection", agreement(clause))
    assert isinstance(finding.evidence, AbsenceEvidence)
