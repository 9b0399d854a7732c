"""A gate before the reward: all or nothing, or blind to small numbers."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "quality-gate"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Provider earns the bonus only if it meets all quality measures.", "meets all quality"),
        ("All measures must be met for any incentive payment.", "All measures must be met"),
        ("If any quality measure is not met, no shared savings are paid.", "any quality measure"),
        ("The share earned is zero for all measures if one is low.", "zero for all measures"),
        ("The gate is all-or-nothing for the incentive.", "all-or-nothing"),
        ("Access is a must-pass measure for the bonus.", "must-pass"),
        (
            "Groups that do not meet the benchmarks for quality are ineligible for gain sharing.",
            "do not meet",
        ),
        (
            (
                "Contractor forfeits the withheld amount if it fails to meet each of the quality "
                "targets."
            ),
            "fails to meet",
        ),
        ("To receive the incentive, IPA must achieve each of its performance targets.", "achieve"),
    ],
)
def test_a_gate_of_all_or_nothing_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.HIGH
    assert "takes the whole reward" in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "A measure with fewer than 30 patients is not scored, and its weight is not earned.",
        "A measure with less than 25 cases is deemed not met.",
    ],
)
def test_small_numbers_that_count_against_the_group_are_found(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert "too few patients" in finding.why


@pytest.mark.parametrize(
    "clause",
    [
        "Provider is eligible for the incentive if it passes the quality gate.",
        "Quality certification is a prerequisite for the bonus payment.",
    ],
)
def test_a_gate_without_measures_is_found(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(clause, quality="Care is good."))
    assert "no measure with its target" in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Each measure earns its own share; below 30 cases it is not scored.",
        "A measure earns half its weight at 45% and all of it at 52%, with at least 30 patients.",
        "Provider shall meet all credentialing standards to be eligible for payment.",
        "Savings are multiplied by the quality score; a denominator under 30 is left out.",
        "A measure below 20 cases is not scored, and its weight is divided among the others.",
        "Provider must meet all standards of the law.",
        "If any measure is not met, no part but its own is lost and the bonus is paid pro rata.",
    ],
)
def test_measures_that_earn_each_their_share_are_no_gate(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_measures_that_pay_without_a_least_number_are_absent_or_unclear(look: Look) -> None:
    pays = "The bonus is $5 for each measure above 50%."
    (finding,) = look(CHECK, agreement(pays))
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.status is Status.FINDING
    (unread,) = look(CHECK, agreement(pays), unread=1)
    assert unread.status is Status.UNCLEAR
    (outside,) = look(CHECK, agreement(pays, "Provider shall comply with the Provider Manual."))
    assert outside.status is Status.UNCLEAR
    assert look(CHECK, agreement(pays, "A measure needs at least 30 patients.")) == ()


def test_without_an_incentive_it_says_nothing(look: Look) -> None:
    bad = agreement("All measures must be met for any payment.")
    assert look(CHECK, bad, features=Features(has_target=True)) == ()


def test_less_care_is_no_least_number_of_patients(look: Look) -> None:
    pays = "Provider earns a share of the incentive if the measure reaches 50%."
    less = "No one is rewarded for less care than patients need."
    (finding,) = look(CHECK, agreement(pays, less))
    assert isinstance(finding.evidence, AbsenceEvidence)
    count = "A measure with fewer than thirty (30) patients is not scored."
    assert look(CHECK, agreement(pays, less, count)) == ()


def test_no_savings_where_thresholds_are_not_met_is_a_gate(look: Look) -> None:
    clause = (
        "There are no shared savings for Provider if quality and access threshold measures are not "
        "met."
    )
    (finding,) = look("quality-gate", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "no shared savings" in finding.evidence.text
