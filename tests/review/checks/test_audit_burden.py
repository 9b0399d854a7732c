"""Audits of the group that cost it much."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "Provider shall furnish copies of medical records to Plan without charge.",
            "without charge",
        ),
        (
            "Plan may audit Provider's records at any time, without prior notice.",
            "without prior notice",
        ),
        (
            "Plan may extrapolate the results of a sample of claims to all claims in an audit.",
            "extrapolate",
        ),
        (
            (
                "Provider shall deliver copies of records to Plan within five (5) business "
                "days of a request."
            ),
            "five (5) business days",
        ),
        ("Provider shall submit the requested records to Plan within 10 days.", "10 days"),
        ("Provider shall immediately furnish records to Plan on request.", "immediately"),
        ("Plan may inspect Provider's premises unannounced.", "unannounced"),
        (
            "Provider shall give Plan access to its records at Provider's own expense.",
            "own expense",
        ),
    ],
)
def test_a_costly_audit_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("audit-burden", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        (
            "Plan may audit Provider's records on thirty (30) days' notice in an agreed "
            "sample and shall pay for copies."
        ),
        "Results of an audit shall not be extrapolated beyond the sample of claims.",
        "Provider may audit Plan's records without charge.",
        (
            "Provider shall furnish records to Plan within forty-five (45) days, and Plan "
            "pays the cost of copies."
        ),
        (
            "Provider shall give the Department of Insurance access to its records without "
            "charge, as the law requires."
        ),
        "Provider shall transfer records to the next provider at no cost to the Member.",
        "Plan may not inspect records without prior notice.",
        "Extrapolation of a sample of claims in an audit of Provider is prohibited.",
        (
            "Provider shall furnish copies of records to Plan and to the patient at no cost "
            "to the Member."
        ),
        "Provider shall give the Department and Plan access to records without charge, by law.",
    ],
)
def test_a_measured_audit_is_not(look: Look, clause: str) -> None:
    assert look("audit-burden", agreement(clause)) == ()


def test_records_that_are_provided_free_to_the_plan_are_found(look: Look) -> None:
    clause = "Medical records shall be provided at no charge to Plan, and Provider copies them."
    (finding,) = look("audit-burden", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "at no charge" in finding.evidence.text
