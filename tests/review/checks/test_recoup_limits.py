"""The plan may take back what it paid, without a limit of time or without notice."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

LIMIT = "Plan recovers no overpayment after twelve (12) months and gives notice of each claim."


@pytest.mark.parametrize(
    "clause",
    [
        "Plan may recover any overpayment by offset.",
        "Plan is entitled to recoup all amounts paid in error.",
        "shall be entitled to offset any overpayments against sums due to Provider.",
        "Provider shall refund any overpayment within thirty (30) days of a request.",
        "Physician agrees to authorize Plan to deduct any sums that Physician may owe to Plan.",
        "Any overpayment may be recovered at any time from later remittances.",
        "Plan reserves the right to retract any payments made in error.",
    ],
)
def test_a_right_without_a_limit_is_found(look: Look, clause: str) -> None:
    (finding,) = look("recoup-limits", agreement(clause))
    assert finding.severity is Severity.CRITICAL
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Recovery of an overpayment shall occur automatically without advance notice to Provider.",
        "Plan may adjust claims without notice to correct an overpayment.",
        "Overpayment recoveries are made without prior notification.",
        "No notice is needed: automatic offset of an overpayment is allowed.",
    ],
)
def test_recovery_without_notice_leads(look: Look, clause: str) -> None:
    (finding,) = look("recoup-limits", agreement("Plan may recover any overpayment.", clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Plan may recover an overpayment within thirty-six (36) months after payment.",
        "Plan may recoup sums paid in error up to five (5) years after the date of payment.",
    ],
)
def test_a_long_reach_back_is_found(look: Look, clause: str) -> None:
    (finding,) = look("recoup-limits", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text
    assert "24 months" in finding.why


@pytest.mark.parametrize(
    "clause",
    [
        f"Plan may recover any overpayment. {LIMIT}",
        "After written notice Plan may recoup an overpayment, not more than 365 days old.",
        "Plan shall give notice and recover no overpayment more than 18 months after payment.",
        "With notice, Plan may recover overpayments within the time limits of State law.",
        f"Plan gives notice and may then offset an overpayment. {LIMIT}",
    ],
)
def test_a_limit_with_notice_clears_it(look: Look, clause: str) -> None:
    assert look("recoup-limits", agreement(clause)) == ()


def test_a_limit_without_any_notice_is_less_severe(look: Look) -> None:
    clause = "Plan may recoup an overpayment within twelve (12) months after payment."
    (finding,) = look("recoup-limits", agreement(clause))
    assert finding.severity is Severity.HIGH
    (unclear,) = look("recoup-limits", agreement(clause), unread=1)
    assert unclear.status is Status.UNCLEAR


def test_a_right_that_does_not_say_any_is_unclear_with_a_page_unread(look: Look) -> None:
    clause = "After notice, Plan may recoup an overpayment."
    (finding,) = look("recoup-limits", agreement(clause))
    assert finding.status is Status.FINDING
    (unclear,) = look("recoup-limits", agreement(clause), unread=1)
    assert unclear.status is Status.UNCLEAR
    (said,) = look("recoup-limits", agreement("Plan may recoup any overpayment."), unread=1)
    assert said.status is Status.FINDING


def test_silence_is_an_absence(look: Look) -> None:
    (finding,) = look("recoup-limits", agreement(without=("recovery",)))
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.severity is Severity.HIGH
    (unclear,) = look("recoup-limits", agreement(without=("recovery",)), unread=1)
    assert unclear.status is Status.UNCLEAR


@pytest.mark.parametrize(
    "clause",
    [
        "Provider may recover any underpayment from Plan.",
        "Plan shall recoup the Infrastructure Advance from shared savings.",
        "Plan shall not recover any overpayment from a Member.",
        "Plan shall refund any overpaid premiums to Members.",
    ],
)
def test_other_recoveries_are_not(look: Look, clause: str) -> None:
    assert look("recoup-limits", agreement(clause, LIMIT)) == ()


def test_it_says_nothing_on_other_contracts(look: Look) -> None:
    lease = 'This Lease is between Alder, Inc. ("Owner") and Birch, LLC ("Tenant").\n'
    assert look("recoup-limits", lease + "Tenant shall pay the rent.\n") == ()
