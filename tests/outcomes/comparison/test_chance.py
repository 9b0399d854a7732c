"""Tails agree with plain sums over every outcome."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.comparison.chance import (
    beta_binomial_chances,
    beta_quantile,
    binomial_at_most,
    binomial_chances,
    normal_probability,
    normal_quantile,
    poisson_at_most,
    wilson_limits,
)


def plain_binomial(k: int, n: int, p: float) -> float:
    return sum(math.comb(n, x) * p**x * (1 - p) ** (n - x) for x in range(k + 1))


@settings(deadline=None, max_examples=30)
@given(n=st.integers(1, 60), k=st.integers(-2, 62), p=st.floats(0.01, 0.99))
def test_the_binomial_tail_is_the_sum_of_its_outcomes(n: int, k: int, p: float) -> None:
    assert float(binomial_at_most(k, n, p)) == pytest.approx(plain_binomial(min(k, n), n, p))


@settings(deadline=None, max_examples=20)
@given(n=st.integers(0, 80), p=st.floats(0.0, 1.0))
def test_chances_of_all_counts_sum_to_one(n: int, p: float) -> None:
    assert float(binomial_chances(n, p).sum()) == pytest.approx(1)
    assert float(beta_binomial_chances(n, 1 + 9 * p, 3).sum()) == pytest.approx(1)


def test_chances_of_counts_add_up_to_their_tail() -> None:
    chances = binomial_chances(40, [0.2, 0.7])
    for row, p in zip(chances, (0.2, 0.7), strict=True):
        assert float(row[:18].sum()) == pytest.approx(float(binomial_at_most(17, 40, p)))


def test_a_beta_binomial_with_a_sure_rate_is_binomial() -> None:
    near = beta_binomial_chances(30, 3e7, 7e7)
    assert near == pytest.approx(binomial_chances(30, 0.3)[0], abs=1e-6)


def test_a_beta_binomial_has_its_own_mean_and_wider_spread() -> None:
    chances, k = beta_binomial_chances(50, 4, 6), np.arange(51)
    mean = float((chances * k).sum())
    variance = float((chances * (k - mean) ** 2).sum())
    assert mean == pytest.approx(20)
    # n p q (α + β + n) / (α + β + 1)
    assert variance == pytest.approx(50 * 0.24 * 60 / 11)


def test_the_poisson_tail_is_the_sum_of_its_outcomes() -> None:
    plain = sum(math.exp(-7.5) * 7.5**x / math.factorial(x) for x in range(5))
    assert float(poisson_at_most(4, 7.5)) == pytest.approx(plain)
    assert float(poisson_at_most(-1, 7.5)) == 0


def test_quantiles_undo_probabilities() -> None:
    z = np.linspace(-4, 4, 33)
    assert normal_quantile(normal_probability(z)) == pytest.approx(z)
    assert float(beta_quantile(0.3, 1, 1)) == pytest.approx(0.3)


@pytest.mark.parametrize(("reached", "n"), [(0, 1), (0, 50), (50, 50), (1, 2), (677, 1000)])
def test_limits_of_a_rate_hold_the_rate_and_stay_possible(reached: int, n: int) -> None:
    low, high = wilson_limits(reached, n)
    assert 0 <= low <= reached / n <= high <= 1
    assert low < high
