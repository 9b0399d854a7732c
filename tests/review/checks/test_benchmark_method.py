"""A benchmark whose method is hidden, or that the plan sets."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "benchmark-method"
NO_TARGET = ("target", "quality")
"""Without these nothing in the agreement speaks of a target."""


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("The Benchmark is the amount determined by Plan.", "determined by Plan"),
        ("Plan shall set the cost target before each year.", "shall set the cost target"),
        ("The budget target, as established by Payor, applies to all Members.", "by Payor"),
        ("The Medical Budget is calculated by Health Plan each year.", "by Health Plan"),
        ("The Acceptable Cost Threshold is as Plan determines.", "as Plan determines"),
        ("The target cost is set in Plan's sole discretion.", "sole discretion"),
        ("HMO will establish the annual benchmark for the group.", "will establish"),
        ("The benchmark is a dollar amount, as defined by to which costs are compared.", "by to"),
    ],
)
def test_a_benchmark_that_the_plan_sets_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(CHECK, agreement(target=clause))
    assert finding.severity is Severity.CRITICAL
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Results are compared with a benchmark.",
        "Savings are the difference between costs and the expected cost of Members.",
        "The cost target is fair and reflects what Members need.",
    ],
)
def test_a_benchmark_without_any_method_is_found(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(target=clause))
    assert "no formula, data years or figure" in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "The Benchmark is calculated by Plan under Section B-2 of Exhibit B.",
        (
            "The benchmark is the weighted average of the PMPM costs of 2023, 2024 and 2025, "
            "trended "
            "forward by 3.8%."
        ),
        "The cost target is $41.20 per member per month.",
        "Plan shall calculate the benchmark as the sum of base year costs times the trend factor.",
        "The target cost is 85% of premium.",
        "Benchmark PMPM = Base Year PMPM \u00d7 Trend Factor \u00d7 Risk Ratio.",
        "The benchmark is set by the Joint Operating Committee by the formula in Exhibit B.",
        (
            "The benchmark uses historical expenditures of the three benchmark years, weighted "
            "10%, "
            "30% and 60%."
        ),
    ],
)
def test_a_benchmark_that_the_group_can_compute_is_not(look: Look, clause: str) -> None:
    exhibit = "\nEXHIBIT B\nThe method is the product of weight and trend.\n"
    assert look(CHECK, agreement(target=clause) + exhibit) == ()


def test_a_trend_that_the_plan_sets_later_is_less_grave(look: Look) -> None:
    method = "The benchmark is the average of base year costs times the trend factor of 1.04."
    later = "For later years the trend factors are as determined by Plan."
    (finding,) = look(CHECK, agreement(later, target=method))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert later in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "The cost target, $40 PMPM, is proposed by Provider.",
        "The benchmark is determined by the parties from the costs of the base year.",
        "The cost target is as determined by the State, and is $40.",
        "The quality target is 50%, as determined by NCQA.",
    ],
)
def test_a_benchmark_that_another_sets_is_not(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(target=clause)) == ()


def test_an_agreement_silent_on_its_benchmark_is_found_as_an_absence(look: Look) -> None:
    silent = agreement(without=NO_TARGET)
    (finding,) = look(CHECK, silent)
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.status is Status.FINDING
    (unread,) = look(CHECK, silent, unread=1)
    assert unread.status is Status.UNCLEAR
    manual = "Provider shall comply with the Provider Manual."
    (outside,) = look(CHECK, agreement(manual, without=NO_TARGET))
    assert outside.status is Status.UNCLEAR


def test_without_a_target_it_says_nothing(look: Look) -> None:
    bad = agreement(target="The Benchmark is the amount determined by Plan.")
    assert look(CHECK, bad, features=Features(has_incentive=True)) == ()
    lease = "LEASE\nThis Lease is between Oak LLC and Elm LLC. The rent target is set by Oak.\n"
    assert look(CHECK, lease) == ()
