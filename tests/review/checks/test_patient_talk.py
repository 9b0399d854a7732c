"""Clinicians may not speak freely, or nothing protects it when they do."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Provider shall not disparage Plan or its policies.", "disparage"),
        ("Provider agrees not to criticize Plan to any person.", "criticize"),
        ("Provider shall refrain from derogatory remarks about Plan.", "derogatory"),
        (
            "Provider may not discuss with Members treatment options that Plan does not cover.",
            "discuss with Members",
        ),
        ("Provider shall not inform Members of the terms of its compensation.", "inform Members"),
        (
            "Provider is prohibited from making negative statements about Plan to Members.",
            "negative statements",
        ),
        ("Provider shall not undermine the confidence of Members in Plan.", "undermine"),
    ],
)
def test_a_gag_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("patient-talk", agreement(clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        (
            "Provider shall not be prohibited from discussing fully with a Member any issue "
            "of the Member's health."
        ),
        (
            "Nothing in this Agreement prohibits Provider from discussing treatment options "
            "with a Member."
        ),
        "Provider may freely discuss with a patient any treatment, whether covered or not.",
        "Plan shall not penalize a clinician for advising a Member about care.",
        (
            "Plan shall not terminate Provider because Provider has in good faith "
            "communicated with a Member about care."
        ),
        (
            "Plan may not restrict what Provider tells a patient; a clinician may discuss any "
            "care, cost or plan term with patients."
        ),
        (
            "Provider is free to communicate openly with Members about all treatment options. "
            "Provider shall not disclose a Member's protected health information."
        ),
    ],
)
def test_protected_talk_is_not(look: Look, clause: str) -> None:
    assert look("patient-talk", agreement(clause)) == ()


def test_silence_is_found_and_is_less_than_a_ban(look: Look) -> None:
    (finding,) = look("patient-talk", agreement())
    assert finding.severity is Severity.HIGH
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_a_blank_page_or_a_missing_document_makes_silence_unclear(look: Look) -> None:
    (blank,) = look("patient-talk", agreement(), unread=1)
    (manual,) = look("patient-talk", agreement("Provider shall comply with the Provider Manual."))
    assert blank.status is manual.status is Status.UNCLEAR


def test_a_plan_that_keeps_silent_is_no_gag(look: Look) -> None:
    free = "Provider may freely discuss any treatment with a patient."
    assert look("patient-talk", agreement(free, "Plan shall not disparage Provider.")) == ()


def test_a_software_licence_needs_no_such_clause(look: Look) -> None:
    text = "SOFTWARE LICENCE\nThis Agreement is between Fir Inc. and Yew Inc.\n1. Yew pays a fee.\n"
    assert look("patient-talk", text) == ()


@pytest.mark.parametrize(
    "clause",
    [
        (
            "Provider shall not disclose to a Member the protected health information of "
            "another Member."
        ),
        "Nothing here is construed to mean that Provider shall not criticize Plan.",
    ],
)
def test_privacy_and_double_negatives_are_no_gags(look: Look, clause: str) -> None:
    free = "Provider may freely discuss any treatment with a patient."
    assert look("patient-talk", agreement(free, clause)) == ()
