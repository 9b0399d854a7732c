"""Two ways to tell how providers differ stand side by side, with the published counts."""

import math

import pytest

from fairterms.outcomes.comparison.provider_spread import (
    Spread,
    spread_of_funnel,
    spread_of_prior,
    state,
)
from fairterms.outcomes.comparison.reliability import GRADES
from fairterms.outcomes.comparison.shrinkage import Prior

# NHS England, NHS Talking Therapies, annual report 2024-25: beta-binomial fits over providers.
PUBLISHED = [
    ("improvement", 45.73, 22.81, (70, 162, 626)),
    ("recovery", 22.84, 22.69, (47, 109, 419)),
    ("reliable recovery", 21.87, 24.50, (47, 111, 426)),
    ("deterioration", 37.37, 584.37, (623, 1453, 5605)),
]


@pytest.mark.parametrize(("measure", "alpha", "beta", "counts"), PUBLISHED)
def test_counts_for_each_grade_are_as_published(
    measure: str, alpha: float, beta: float, counts: tuple[int, ...]
) -> None:
    spread = spread_of_prior(Prior(alpha, beta), 145)
    assert tuple(round(spread.count_for(grade)) for grade in GRADES) == counts


def test_the_two_ways_disagree_and_both_are_shown() -> None:
    fitted = spread_of_prior(Prior(45.73, 22.81), 145)
    tamed = spread_of_funnel(0.00060091, 0.674627, 145)
    assert round(100 * math.sqrt(fitted.between_variance), 1) == 5.7
    assert round(100 * math.sqrt(tamed.between_variance), 1) == 2.3
    found = state(100, (fitted, tamed))
    assert [spread.method for spread in found.spreads] == [
        "beta-binomial fit",
        "funnel overdispersion",
    ]
    assert found.reliabilities[0] > found.reliabilities[1] == found.cautious
    assert found.counts == ((70, 163, 626), (417, 971, 3745))


def test_a_funnel_without_overdispersion_says_no_count_is_enough() -> None:
    found = state(5000, (spread_of_funnel(0.0, 0.6, 40),))
    assert found.cautious == 0
    assert found.counts == ((None, None, None),)


def test_the_count_of_a_beta_binomial_is_its_weight_and_one_patient() -> None:
    assert spread_of_prior(Prior(20, 30), 9).count_for(0.5) == pytest.approx(51)


def test_no_patient_means_no_reliability() -> None:
    assert float(Spread("given", 0.5, 0.01, 20).at(0)) == 0
