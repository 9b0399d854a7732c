"""Gains are gated, capped or forfeited, and losses are not."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

OWED = "Provider shall pay Plan half of any deficit."


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall pay its share of a deficit whether or not the quality criteria are met.",
        "Provider, without regard to eligibility, is required to pay its portion of any deficit.",
        "Quality does not change the amount of a loss.",
        "The administrative reduction applies to savings only.",
        "The minimum does not apply to losses.",
        "Shared savings shall not exceed 2% of the target.",
        "Provider's savings are limited to the Gain Share Limit.",
        "If Provider leaves in the year, any savings are forfeited.",
    ],
)
def test_gains_cut_where_losses_are_not_are_found(look: Look, clause: str) -> None:
    (finding,) = look("gain-loss-asymmetry", agreement(clause, OWED))
    assert finding.severity is Severity.CRITICAL
    quotes = (finding.evidence, *finding.more_evidence)
    assert isinstance(quotes[0], QuoteEvidence)
    assert clause in quotes[0].text


def test_a_larger_share_of_losses_is_found(look: Look) -> None:
    gain = "Provider shall receive forty percent (40%) of the savings."
    loss = "Provider shall pay sixty percent (60%) of the deficit."
    (finding,) = look("gain-loss-asymmetry", agreement(gain, loss))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert loss in finding.evidence.text
    even = "Provider shall pay forty percent (40%) of the deficit."
    assert look("gain-loss-asymmetry", agreement(gain, even)) == ()


def test_a_gate_on_gains_alone_is_found(look: Look) -> None:
    gate = "Provider earns savings only if its quality score is at least 80%."
    (finding,) = look("gain-loss-asymmetry", agreement(gate, OWED))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert gate in finding.evidence.text
    eased = "Provider shall pay half of any deficit, reduced by its quality score."
    assert look("gain-loss-asymmetry", agreement(gate, eased)) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "The same quality gate applies to savings and to losses.",
        "The first two years are upside only.",
        "Neither the savings nor the deficit of a year may exceed 2% of the fees.",
        "Provider shall receive half of the savings.",
        "Shared savings shall not exceed 2% and the Loss Cap is 2% of the target.",
        "The minimum applies to savings and to losses alike.",
        "If Provider leaves, savings are forfeited and losses are forgiven alike.",
    ],
)
def test_even_terms_are_not(look: Look, clause: str) -> None:
    assert look("gain-loss-asymmetry", agreement(clause, OWED)) == ()


def test_upside_only_is_not(look: Look) -> None:
    capped = "Shared savings shall not exceed 2% of the target."
    assert look("gain-loss-asymmetry", agreement(capped)) == ()
    upside = Features(has_target=True, has_incentive=True)
    assert look("gain-loss-asymmetry", agreement(capped, OWED), features=upside) == ()
