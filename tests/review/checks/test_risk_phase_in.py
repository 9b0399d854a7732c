"""Losses are owed from the first year, without steps."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

OWED = "Provider shall pay Plan half of any deficit."


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall pay half of any deficit from the Effective Date.",
        "Beginning with the first performance year, Provider shall bear its share of the deficit.",
        "Provider assumes full risk as of the Effective Date.",
        "Provider shall owe its share of the shared loss in the first year.",
        "From day one Provider shall share in any shortfall.",
        "Provider is at risk for the deficit in Performance Year 1.",
    ],
)
def test_losses_from_the_first_day_are_found(look: Look, clause: str) -> None:
    (finding,) = look("risk-phase-in", agreement(clause, OWED))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Years 1 and 2 are upside only.",
        "There is no shared loss in the first two years.",
        "Provider's share of losses is phased in over three years.",
        "Provider's share of a loss is 20% in 2027 and 40% in 2028.",
        "Downside risk begins in the third performance year by joint decision.",
        "In the first year Provider does not owe any deficit.",
    ],
)
def test_steps_clear_it(look: Look, clause: str) -> None:
    assert look("risk-phase-in", agreement(clause, OWED)) == ()


def test_no_steps_are_an_absence_with_the_duty_beside_it(look: Look) -> None:
    (finding,) = look("risk-phase-in", agreement(OWED))
    assert isinstance(finding.evidence, AbsenceEvidence)
    (quote,) = finding.more_evidence
    assert isinstance(quote, QuoteEvidence)
    assert OWED in quote.text
    (unclear,) = look("risk-phase-in", agreement(OWED), unread=1)
    assert unclear.status is Status.UNCLEAR
    manual = "Provider shall comply with the provider manual."
    (outside,) = look("risk-phase-in", agreement(OWED, manual))
    assert outside.status is Status.UNCLEAR


@pytest.mark.parametrize(
    "clause",
    ["Plan withholds 3% of fees.", "Plan shall pay half of any deficit in the first year."],
)
def test_without_losses_of_the_group_it_says_nothing(look: Look, clause: str) -> None:
    assert look("risk-phase-in", agreement(clause)) == ()


def test_without_downside_it_says_nothing(look: Look) -> None:
    upside = Features(has_target=True, has_incentive=True)
    assert look("risk-phase-in", agreement(OWED), features=upside) == ()
