"""The Poisson-binomial distribution against every outcome written out, and known special cases."""

from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.comparison.poisson_binomial import distribution, judge

CHANCES = st.lists(st.floats(0, 1), min_size=1, max_size=8)


@given(CHANCES)
def test_it_is_the_sum_over_every_outcome(chances: list[float]) -> None:
    slow = np.zeros(len(chances) + 1)
    for case in product([0, 1], repeat=len(chances)):
        slow[sum(case)] += np.prod([p if y else 1 - p for p, y in zip(chances, case, strict=True)])
    np.testing.assert_allclose(distribution(chances), slow, atol=1e-14)


@pytest.mark.parametrize("n", [1, 64, 65, 300])
def test_equal_chances_make_it_binomial_even_far_out(n: int) -> None:
    exact = [comb(n, k) * 0.3**k * 0.7 ** (n - k) for k in range(n + 1)]
    np.testing.assert_allclose(distribution(np.full(n, 0.3)), exact, rtol=1e-10)


def test_mean_and_variance_are_sums_over_patients() -> None:
    chances = np.random.default_rng(1).random(500)
    shares, counts = distribution(chances), np.arange(501)
    assert shares.sum() == pytest.approx(1)
    assert shares @ counts == pytest.approx(chances.sum())
    variance = shares @ counts**2 - chances.sum() ** 2
    assert variance == pytest.approx((chances * (1 - chances)).sum())


@given(CHANCES, st.data())
def test_tails_overlap_in_the_count_itself(chances: list[float], data: st.DataObject) -> None:
    observed = data.draw(st.integers(0, len(chances)))
    tails = judge(observed, chances)
    assert tails.low + tails.high - tails.at == pytest.approx(1)
    assert 0 <= tails.both <= 1


def test_a_usual_count_is_not_unusual_and_an_odd_one_is() -> None:
    assert judge(50, np.full(100, 0.5)).both == pytest.approx(1)
    assert judge(70, np.full(100, 0.5)).both < 1e-4
    assert judge(30, np.full(100, 0.5)).both == pytest.approx(judge(70, np.full(100, 0.5)).both)
