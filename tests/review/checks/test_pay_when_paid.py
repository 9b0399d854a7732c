"""Payment hangs on the plan being paid by someone else."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "Payment under this Exhibit is contingent upon Plan's receipt of funds from the State.",
        "Plan shall pay the add-on only after Plan has received payment from the Agency.",
        "The rate is payable once the State has funded Plan for the service.",
        "Upon receipt of funds from the employer, Plan shall pay the claim.",
        "Company has no obligation to pay any claim until the Payor has funded the account.",
        "If a plan sponsor fails to fund its account, Plan is not obligated to pay Provider.",
        "Payment of the incentive is subject to the availability of State funds.",
        "Fees are due within ten (10) days after receipt of payment from the self-funded customer.",
    ],
)
def test_payment_that_waits_for_anothers_money_is_found(look: Look, clause: str) -> None:
    (finding,) = look("pay-when-paid", agreement(clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Plan shall pay within thirty (30) days after receipt of a clean claim from Provider.",
        "Plan owes payment whether or not Plan has received funds from the State.",
        "Payment shall not be contingent on receipt of funds from the State.",
        "Payment of a claim is conditioned on compliance with the laws of the State.",
        "Provider shall pay its subcontractors upon receipt of payment from Plan.",
        "Provider shall pay Plan its share after Provider has received payment from the State.",
        "Plan pays as secondary payor after the primary payor has paid.",
        "Provider agrees to accept payment from Plan as payment in full.",
        "Payments that Provider receives from Plan are, in part, from federal funds.",
    ],
)
def test_other_conditions_are_not(look: Look, clause: str) -> None:
    assert look("pay-when-paid", agreement(clause)) == ()


def test_it_says_nothing_on_other_contracts(look: Look) -> None:
    lease = 'This Lease is between Alder, Inc. ("Owner") and Birch, LLC ("Tenant").\n'
    clause = "Payment is contingent upon receipt of funds from the State.\n"
    assert look("pay-when-paid", lease + clause) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "Provider's compensation is 70% of the fees collected for its services.",
        "Plan shall pay Provider eighty percent (80%) of all amounts actually collected.",
    ],
)
def test_a_share_of_what_is_collected_waits_for_it(look: Look, clause: str) -> None:
    (finding,) = look("pay-when-paid", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "collected" in finding.evidence.text


def test_a_share_of_the_fee_schedule_waits_for_nothing(look: Look) -> None:
    clause = "Plan shall pay 90% of the fee schedule; overpaid fees are collected by the State."
    assert look("pay-when-paid", agreement(clause)) == ()
