"""A target that follows the group's own last result."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

CHECK = "benchmark-ratchet"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("The target for each later year becomes the previous year's result.", "previous year"),
        ("The benchmark is rebased annually.", "rebased annually"),
        ("The budget is reduced by savings achieved in the prior year.", "savings"),
        ("The target is the prior year's score plus two points.", "plus two points"),
        (
            (
                "The Benchmark for a Performance Year is Provider's actual cost in the preceding "
                "Performance Year less two percent."
            ),
            "preceding",
        ),
        (
            (
                "The target for the next year shall be the lower of the current target and the "
                "actual "
                "cost of Provider."
            ),
            "lower of",
        ),
        ("Savings of one year reduce the benchmark of the next year's target.", "Savings"),
        ("Each year the threshold is reset to the prior year's performance.", "prior year"),
        ("Provider's prior year score serves as the new quality target.", "prior year score"),
        ("Plan will update the budget to the most recent 12 months of claims.", "most recent"),
        ("The baseline is adjusted each year to Group's last year's spending.", "last year"),
    ],
)
def test_a_target_that_follows_the_last_result_is_found(
    look: Look, clause: str, words: str
) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Targets hold for three years and never fall below the norm.",
        "The benchmark is fixed for the term and is not reset by the prior year's result.",
        "The benchmark is the average of the three calendar years before the first year.",
        "The benchmark is the higher of the prior year's benchmark and the regional average.",
        "The target is the prior year's cost of the whole state-wide population, trended.",
        "The benchmark is based on the preceding year's cost, blended with a regional norm.",
        "The target is the benchmark rate, or improves on the prior year's rate by 5 points.",
        "Prior authorization targets the previous year of results.",
    ],
)
def test_a_target_with_a_floor_a_norm_or_a_fixed_period_is_not(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_a_floor_in_the_next_sentence_holds_the_target(look: Look) -> None:
    moves = "The target becomes the prior year's result."
    floor = "The target does not fall below $38."
    assert look(CHECK, agreement(f"{moves} It is told in May.")) != ()
    assert look(CHECK, agreement(f"{moves} {floor}")) == ()


def test_without_a_target_it_says_nothing(look: Look) -> None:
    bad = agreement("The benchmark is rebased annually.")
    assert look(CHECK, bad, features=Features(has_incentive=True)) == ()


def test_the_cost_of_the_year_before_is_the_last_result(look: Look) -> None:
    clause = "Each year the benchmark is reset to Provider's own cost of the year before."
    (finding,) = look("benchmark-ratchet", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text
