"""When the plan must pay a claim is not said, is soft, or is far off."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

INTEREST = "Sums paid later bear interest of 1% for each month."


@pytest.mark.parametrize(
    "clause",
    [
        "Plan agrees to make best efforts to pay clean claims within thirty (30) days.",
        "Plan shall use commercially reasonable efforts to pay claims within 30 days of receipt.",
        "agrees to make good faith efforts to pay claims within forty-five (45) days.",
        "Plan will endeavor to pay each claim within thirty (30) days.",
        "Plan shall pay each clean claim within ninety (90) days after receipt.",
        "Claims are paid by Plan within forty (40) business days of receipt.",
        "Plan shall pay claims promptly.",
        "Plan shall reimburse Provider for Covered Services in a timely manner.",
        "Plan shall pay claims under its normal payment cycle.",
    ],
)
def test_soft_late_and_vague_times_are_found(look: Look, clause: str) -> None:
    (finding,) = look("prompt-pay", agreement(payment=clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        f"Plan shall pay each clean claim within thirty (30) days. {INTEREST}",
        f"Plan pays clean claims not later than 22 business days after receipt. {INTEREST}",
        "Plan shall pay claims within the time required by section 10 of the prompt payment law.",
        "Plan shall pay claims as required by the State's prompt-pay statute.",
        "Plan pays capitation by the tenth day of each month. A late fee of $50 is added.",
        "Clean claims shall be adjudicated and paid within 45 days, with interest as the law sets.",
    ],
)
def test_firm_times_and_laws_clear_it(look: Look, clause: str) -> None:
    assert look("prompt-pay", agreement(payment=clause)) == ()


def test_the_groups_own_times_are_not_the_plans(look: Look) -> None:
    own = "Provider shall submit claims within one hundred twenty (120) days."
    paid = f"Plan shall pay each clean claim within thirty (30) days. {INTEREST}"
    assert look("prompt-pay", agreement(own, payment=paid)) == ()
    appeal = "Payment of a claim may be appealed within ninety (90) days."
    assert look("prompt-pay", agreement(appeal, payment=paid)) == ()
    refund = "Provider shall pay back an overpaid claim within ninety (90) days."
    assert look("prompt-pay", agreement(refund, payment=paid)) == ()


def test_no_time_at_all_is_an_absence(look: Look) -> None:
    text = agreement(
        payment="Plan shall pay claims for Covered Services at the rates of Exhibit A."
    )
    text += "EXHIBIT A\nA visit is paid at $100.\n"
    (finding,) = look("prompt-pay", text)
    assert isinstance(finding.evidence, AbsenceEvidence)
    (unclear,) = look("prompt-pay", text, unread=1)
    assert unclear.status is Status.UNCLEAR
    manual = agreement(
        "Provider shall comply with the provider manual.", payment="Plan shall pay claims."
    )
    (outside,) = look("prompt-pay", manual)
    assert outside.status is Status.UNCLEAR


def test_days_without_interest_are_of_medium_severity(look: Look) -> None:
    (finding,) = look("prompt-pay", agreement())
    assert finding.severity is Severity.MEDIUM
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_interest_waived_is_quoted(look: Look) -> None:
    waived = "Plan shall not be responsible for interest on claims that it pays late."
    (finding,) = look("prompt-pay", agreement(waived))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert waived in finding.evidence.text


def test_it_says_nothing_on_other_contracts(look: Look) -> None:
    lease = 'This Lease is between Alder, Inc. ("Owner") and Birch, LLC ("Tenant").\n'
    assert look("prompt-pay", lease + "Owner shall pay claims for repairs.\n") == ()


def test_the_time_of_a_settlement_is_no_time_for_claims(look: Look) -> None:
    clauses = (
        "Plan shall pay Provider for Covered Services.",
        f"Payment of a settlement is due thirty (30) days after an objection. {INTEREST}",
    )
    (finding,) = look("prompt-pay", agreement(" ".join(clauses), without=("payment",)))
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.severity is Severity.HIGH


@pytest.mark.parametrize("services", ["Covered Services", "Contracted Services"])
def test_pay_for_services_under_any_name_needs_a_time(look: Look, services: str) -> None:
    text = agreement(
        f"Plan's compensation for {services} stands in Exhibit A.", without=["payment"]
    )
    (finding,) = look("prompt-pay", text)
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_to_give_notice_promptly_is_no_time_to_pay(look: Look) -> None:
    notice = (
        "Plan's compensation for Covered Services is in Exhibit A. On a mistaken payment, Provider "
        "shall promptly notify Plan."
    )
    (finding,) = look("prompt-pay", agreement(notice, without=["payment"]))
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_a_claim_that_was_not_timely_is_no_time_to_pay(look: Look) -> None:
    late = "Plan's payments for Covered Services are denied if the claim was not timely submitted."
    (finding,) = look("prompt-pay", agreement(late, without=["payment"]))
    assert isinstance(finding.evidence, AbsenceEvidence)
