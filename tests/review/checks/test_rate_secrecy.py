"""The terms may not be shown to anyone."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Provider shall not disclose the Fees to any third party.", "disclose the Fees"),
        ("Provider may not share the terms of this Agreement with anyone.", "terms"),
        ("Provider agrees to keep the rates in Exhibit A strictly confidential.", "confidential"),
        ("Provider shall maintain in confidence the compensation it is paid.", "in confidence"),
        ("Provider will not reveal the reimbursement it receives to other providers.", "reveal"),
        (
            "Nothing in this section permits Provider to disclose rates to a Member.",
            "disclose rates",
        ),
        (
            (
                "Provider shall not publish the fee schedule, except to its attorneys and as "
                "required by law."
            ),
            "fee schedule",
        ),
        ("The terms of this Agreement are confidential.", "confidential"),
        ("Neither party shall disclose the terms of this Agreement to anyone.", "Neither party"),
    ],
)
def test_secret_terms_are_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("rate-secrecy", agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall not disclose the Fees, except to its auditors and any regulator.",
        (
            "Each party shall keep the financial terms of this Agreement confidential, except that "
            "it may show them to its lawyers and accountants."
        ),
        "Neither party shall disclose the rates except as required by law.",
        "Plan shall not disclose Provider's rates to others.",
        "Provider shall keep medical records confidential under this Agreement.",
        "Nothing in this Agreement prohibits Provider from disclosing its rates.",
        "Provider may disclose the terms of this Agreement to anyone.",
        "Provider shall protect confidential information that it receives under this Agreement.",
        "Provider shall not disclose Member information or fees that Members paid.",
        "Provider's rates shall not be considered confidential.",
    ],
)
def test_openings_and_other_secrets_are_not(look: Look, clause: str) -> None:
    assert look("rate-secrecy", agreement(clause)) == ()


def test_a_bar_with_the_usual_ways_out_elsewhere_is_small(look: Look) -> None:
    bar = "Nothing in this section permits Provider to disclose the rates."
    out = "Either party may disclose information to its legal advisors and to a regulator."
    (finding,) = look("rate-secrecy", agreement(bar, out))
    assert finding.severity is Severity.LOW


def test_mutual_secrecy_in_a_general_contract_is_silent(look: Look) -> None:
    text = (
        "SUPPLY AGREEMENT\nThis Agreement is made between Oak Lamps, Inc. and Birch Wire, LLC.\n"
        "1. The terms of this Agreement are confidential."
    )
    assert look("rate-secrecy", text) == ()
