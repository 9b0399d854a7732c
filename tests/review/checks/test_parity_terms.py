"""No promise of parity for mental health, or heavier rules and lower pay for it."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "Plan administers mental health benefits in accordance with the parity law.",
        "Plan certifies compliance with MHPAEA each year and shares its analysis.",
        "Behavioral health services are subject to no more review than medical services are.",
        "Parity between mental health and other care is maintained.",
        "Plan's rules for substance use treatment are comparable to those for medical care.",
    ],
)
def test_a_promise_of_parity_clears_it(look: Look, clause: str) -> None:
    assert look("parity-terms", agreement(clause)) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "Rates are kept in parity with those of other payers.",
        "Provider shall treat Members the same as its other patients.",
        "Plan pays a clean claim for a medical service in thirty days.",
        "No session of therapy needs authorization after the third visit.",
    ],
)
def test_other_kinds_of_parity_do_not(look: Look, clause: str) -> None:
    (finding,) = look("parity-terms", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_a_blank_page_or_a_missing_document_makes_it_unclear(look: Look) -> None:
    (blank,) = look("parity-terms", agreement(), unread=1)
    (manual,) = look("parity-terms", agreement("Provider shall comply with the Provider Manual."))
    assert blank.status is manual.status is Status.UNCLEAR


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Every tenth session requires prior approval by Plan.", "tenth session"),
        ("Prior authorization is required after eight (8) visits.", "after eight"),
        (
            "After the sixth session, Provider shall obtain a certification from Plan.",
            "sixth session",
        ),
        (
            "Authorization is given for three (3) sessions, and review follows every 3 sessions.",
            "every 3 sessions",
        ),
        ("Psychotherapy is paid at 75% of the rate for medical services.", "75%"),
        (
            "Behavioral health services are paid at lower rates than medical services.",
            "lower rates",
        ),
    ],
)
def test_heavier_rules_and_lower_pay_are_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("parity-terms", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


def test_a_software_licence_needs_no_such_clause(look: Look) -> None:
    text = "SOFTWARE LICENCE\nThis Agreement is between Fir Inc. and Yew Inc.\n1. Yew pays a fee.\n"
    assert look("parity-terms", text) == ()


def test_visits_of_other_care_are_no_heavier_rule(look: Look) -> None:
    promise = "Plan administers mental health benefits in accordance with the parity law."
    other = "Physical therapy needs authorization after ten visits."
    assert look("parity-terms", agreement(promise, other)) == ()
