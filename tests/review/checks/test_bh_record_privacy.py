"""Wide access to therapy records, without the rules that protect them."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

WIDE = "Provider shall release to Plan any treatment record that Plan requests."


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (WIDE, "any treatment record"),
        ("Provider shall permit Plan to copy all medical records of Members.", "all medical"),
        (
            (
                "On request, Provider shall furnish copies of treatment records and such other "
                "information as Plan considers necessary."
            ),
            "treatment records",
        ),
        ("Plan may inspect any and all patient records at any time.", "any and all patient"),
        (
            "Plan has the right to access all clinical records, including session notes.",
            "all clinical records",
        ),
        ("Provider agrees to give Plan the complete chart of each patient.", "complete chart"),
        ("Provider shall send any patient records upon request.", "any patient records"),
        ("Provider authorizes Plan to review all patient records.", "all patient records"),
        (
            "Plan shall have access upon demand to the books and records about Members.",
            "books and records",
        ),
    ],
)
def test_wide_access_without_protection_is_critical(look: Look, clause: str, words: str) -> None:
    (finding,) = look("bh-record-privacy", agreement(clause))
    assert finding.severity is Severity.CRITICAL
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "protection",
    [
        "Each party shall share only the minimum necessary.",
        "Disclosures follow 45 CFR 164.502(b).",
        (
            "Plan never asks for psychotherapy notes, and 42 CFR Part 2 applies to records of "
            "substance use."
        ),
    ],
)
def test_protection_anywhere_clears_it(look: Look, protection: str) -> None:
    assert look("bh-record-privacy", agreement(WIDE, protection)) == ()


@pytest.mark.parametrize(
    "protection",
    [
        "Records that 42 CFR Part 2 protects are kept as it requires.",
        "Psychotherapy notes stay with the clinician.",
    ],
)
def test_half_of_it_makes_it_less_severe(look: Look, protection: str) -> None:
    (finding,) = look("bh-record-privacy", agreement(WIDE, protection))
    assert finding.severity is Severity.HIGH
    assert "minimum necessary" in finding.why


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall keep treatment records for seven years.",
        "Provider shall give Plan the records that are the minimum necessary to decide a claim.",
        "Provider shall release any treatment record only with the patient's authorization.",
        "Plan shall not request all medical records of a patient.",
        "Provider shall make all medical records available to CMS.",
        "Plan shall provide all records of a Member's claims to Provider.",
        "Provider may inspect all records of Members that Plan holds.",
        "Provider shall give Plan all records of its credentialing.",
        "Provider shall give Plan all medical license records.",
    ],
)
def test_narrow_access_and_other_readers_are_not(look: Look, clause: str) -> None:
    assert look("bh-record-privacy", agreement(clause)) == ()


def test_a_blank_page_makes_it_unclear(look: Look) -> None:
    (finding,) = look("bh-record-privacy", agreement(WIDE), unread=1)
    assert finding.status is Status.UNCLEAR
    assert isinstance(finding.evidence, QuoteEvidence)


def test_a_manual_not_supplied_makes_it_unclear(look: Look) -> None:
    manual = "Provider shall comply with the Provider Manual."
    (finding,) = look("bh-record-privacy", agreement(WIDE, manual))
    assert finding.status is Status.UNCLEAR


def test_records_lead_before_other_information(look: Look) -> None:
    other = "Provider shall give Plan all patient information."
    (finding,) = look("bh-record-privacy", agreement(other, WIDE))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert WIDE in finding.evidence.text
