"""The group bears losses without a maximum."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "Provider is required to pay its portion of any deficit to Plan.",
        "Provider shall pay Plan fifty percent (50%) of the shared loss.",
        "Provider shall be responsible for its share of the shortfall.",
        "The deficit shall be shared equally by Plan and Provider.",
        "If costs exceed the target, Provider shall repay the difference to Plan.",
        "Provider bears the downside risk of the program.",
        "Group assumes full financial risk for the cost of care.",
    ],
)
def test_a_share_of_losses_without_a_maximum_is_found(look: Look, clause: str) -> None:
    (finding,) = look("loss-cap", agreement(clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall pay its share of the deficit, not more than 2% of fees.",
        "Provider shall pay half of the shared loss. The Loss Cap is 3% of the target.",
        "Provider pays its share of the deficit. The maximum loss is $40,000 a year.",
        "Provider shall pay its share of the shortfall. Provider never owes more than $10,000.",
        "Plan withholds five percent (5%) of fees.",
        "The program is upside only.",
    ],
)
def test_a_maximum_with_its_amount_clears_it(look: Look, clause: str) -> None:
    assert look("loss-cap", agreement(clause)) == ()


def test_a_maximum_without_an_amount_is_found(look: Look) -> None:
    clause = "Provider shall pay its share of the deficit up to the Loss Cap that Plan sets."
    (finding,) = look("loss-cap", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


def test_a_cap_on_gains_is_none_on_losses(look: Look) -> None:
    clause = "Provider shall pay half of the deficit."
    (finding,) = look("loss-cap", agreement(clause, "The savings cap is 5% of the target."))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "trap",
    [
        "Provider shall repay the unearned part of the advance.",
        "Plan shall bear its share of the deficit.",
        "Provider shall indemnify Plan for losses.",
    ],
)
def test_other_sums_are_no_losses(look: Look, trap: str) -> None:
    (finding,) = look("loss-cap", agreement(trap))
    assert isinstance(finding.evidence, AbsenceEvidence)
    (unclear,) = look("loss-cap", agreement(trap), unread=1)
    assert unclear.status is Status.UNCLEAR


def test_without_downside_it_says_nothing(look: Look) -> None:
    upside = Features(has_target=True, has_incentive=True)
    assert look("loss-cap", agreement(), features=upside) == ()


def test_a_maximum_without_an_amount_is_unclear_in_a_part_of_an_agreement(look: Look) -> None:
    clause = "Provider shall pay its share of the deficit up to the Loss Cap that Plan sets."
    part = f"Provider bills each Member a copayment for Covered Services by capitation. {clause}"
    (finding,) = look("loss-cap", part)
    assert finding.status is Status.UNCLEAR
    (finding,) = look("loss-cap", agreement(clause))
    assert finding.status is Status.FINDING
