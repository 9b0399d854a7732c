"""The plan may end the incentive, and what was earned may lapse."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

CHECK = "incentive-at-will"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Plan may suspend or discontinue the Program at any time upon notice.", "may suspend"),
        ("Payor reserves the right to terminate the incentive program.", "reserves the right"),
        ("The bonus may be discontinued by Plan in its discretion.", "may be discontinued"),
        ("Upon termination, any unpaid incentive amounts are forfeited.", "forfeited"),
        ("No further payments will be made under this Exhibit if it is terminated.", "No further"),
        (
            "Group must be under contract on the last day of the year to receive any bonus.",
            "last day",
        ),
        ("Incentive payments are not prorated for a part of the year.", "not prorated"),
        ("If Provider leaves, it forfeits all shared savings.", "forfeits"),
        ("HMO may withdraw the quality bonus.", "may withdraw"),
        (
            (
                "Provider must participate for the full calendar year to be eligible for the "
                "incentive "
                "payment."
            ),
            "full calendar year",
        ),
    ],
)
def test_an_incentive_that_can_be_called_off_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "If the program ends, amounts earned to the end date are paid pro rata.",
        "Plan may end the Program. Amounts earned to the end date are paid pro rata.",
        "Either party may terminate the incentive program by notice.",
        "Provider may end the incentive program.",
        "If the Quality Score is under 60%, the withheld amount is forfeited.",
        "The parties may discontinue the Program by mutual agreement.",
        "The withheld amount is not prorated when a claim is late, whoever terminates.",
        "If this Agreement ends in June, there are no shared savings and no Shared Loss.",
        "Plan may terminate this Agreement for breach.",
    ],
)
def test_earned_sums_that_are_paid_or_mutual_rights_are_not(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_ending_and_lapse_are_told_together(look: Look) -> None:
    ends = "Plan may discontinue the Program."
    lapse = "Amounts not paid when the Program is discontinued are not payable."
    (finding,) = look(CHECK, agreement(ends, lapse))
    assert "sums not yet paid lapse" in finding.why
    assert len(finding.more_evidence) == 1


def test_without_an_incentive_it_says_nothing(look: Look) -> None:
    bad = agreement("Plan may discontinue the Program.")
    assert look(CHECK, bad, features=Features(has_target=True)) == ()


def test_an_outcomes_payment_is_an_incentive(look: Look) -> None:
    ends = "Plan may suspend or end the Outcomes Payment at any time."
    (finding,) = look("incentive-at-will", agreement(ends))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert ends in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        (
            "Provider shall not be entitled to any portion of shared savings if this Agreement is "
            "terminated before the day on which they are paid."
        ),
        (
            "Provider is not eligible for an incentive payment unless this Agreement was in effect "
            "through the end of the contract year."
        ),
    ],
)
def test_pay_that_ends_with_the_agreement_is_found(look: Look, clause: str) -> None:
    (finding,) = look("incentive-at-will", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "terminated" in finding.evidence.text or "in effect" in finding.evidence.text


def test_shares_that_are_paid_after_the_end_are_not_at_will(look: Look) -> None:
    clause = (
        "If this Agreement is terminated, Provider is entitled to the shared savings it earned, "
        "and "
        "they are paid pro rata."
    )
    assert look("incentive-at-will", agreement(clause)) == ()
