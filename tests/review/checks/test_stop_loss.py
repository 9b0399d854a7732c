"""Stop-loss is missing, or named without an amount."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "A stop-loss method will apply to episode costs.",
        "High-cost outliers are limited by a method of Plan.",
        "A risk corridor is set by Plan each year.",
    ],
)
def test_a_stop_loss_without_an_amount_is_found(look: Look, clause: str) -> None:
    (finding,) = look("stop-loss", agreement(stop_loss=clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "A stop-loss applies. Costs over one hundred thousand dollars per Member do not count.",
        "The risk corridor is two percent (2%) of the target.",
        "Costs are truncated at $250,000 per Member.",
        "Claims exceeding $80,000 for any one Member are removed.",
        "Catastrophic cases over $150,000 do not count.",
        "The individual claim limit is $60,000.",
    ],
)
def test_a_stop_loss_with_its_amount_clears_it(look: Look, clause: str) -> None:
    assert look("stop-loss", agreement(stop_loss=clause)) == ()


@pytest.mark.parametrize(
    "trap",
    [
        "The Outlier Rate is paid for an admission over the outlier threshold of $9,000.",
        "A party may tell its insurers and reinsurers of the award.",
    ],
)
def test_other_uses_of_the_words_do_not(look: Look, trap: str) -> None:
    (finding,) = look("stop-loss", agreement(stop_loss=trap))
    assert isinstance(finding.evidence, AbsenceEvidence)
    (unclear,) = look("stop-loss", agreement(stop_loss=trap), unread=1)
    assert unclear.status is Status.UNCLEAR


def test_without_downside_it_says_nothing(look: Look) -> None:
    upside = Features(has_target=True, has_incentive=True)
    assert look("stop-loss", agreement(without=("stop_loss",)), features=upside) == ()


def test_a_charge_that_the_plan_sets_later_is_found(look: Look) -> None:
    amount = "The stop-loss starts at $50,000 per Member."
    charge = "The Stop-Loss Charge for later years is the sum stated in a notice of Plan."
    (finding,) = look("stop-loss", agreement(stop_loss=f"{amount} {charge}"))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert charge in finding.evidence.text
    fixed = "The Stop-Loss Charge for later years is $2 per Member."
    assert look("stop-loss", agreement(stop_loss=f"{amount} {fixed}")) == ()
