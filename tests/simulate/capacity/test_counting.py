"""Counts by inversion against the laws they stand for."""

import numpy as np
import pytest
from scipy import stats  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.capacity import counting

GRID = (np.arange(20_000) + 0.5) / 20_000


@pytest.mark.parametrize("mean", [0.0, 0.3, 4.0, 11.9])
def test_small_poisson_counts_are_exact(mean: float) -> None:
    found = counting.poisson(GRID, np.full(GRID.shape, mean))
    np.testing.assert_array_equal(found, stats.poisson.ppf(GRID, mean).astype(int))


@pytest.mark.parametrize(("trials", "chance"), [(0, 0.4), (1, 0.5), (30, 0.1), (30, 0.93), (40, 1)])
def test_small_binomial_counts_are_exact(trials: int, chance: float) -> None:
    found = counting.binomial(GRID, np.full(GRID.shape, trials), chance)
    if chance > 0.5:
        # Inverted from the other side: the same law, met at the same grid of chances.
        expected = trials - stats.binom.ppf(1 - GRID, trials, 1 - chance)
    else:
        expected = stats.binom.ppf(GRID, trials, chance)
    np.testing.assert_array_equal(found, expected.astype(int))


@pytest.mark.parametrize("mean", [12.5, 40.0, 900.0])
def test_large_poisson_counts_misplace_less_than_two_in_a_thousand(mean: float) -> None:
    found = counting.poisson(GRID, np.full(GRID.shape, mean))
    reached = np.bincount(found).cumsum() / GRID.size
    exact = stats.poisson.cdf(np.arange(reached.size), mean)
    assert abs(reached - exact).max() < 0.002


@pytest.mark.parametrize(("trials", "chance"), [(60, 0.3), (1_300, 0.01), (800, 0.9), (5_000, 0.5)])
def test_large_binomial_counts_misplace_less_than_two_in_a_thousand(
    trials: int, chance: float
) -> None:
    found = counting.binomial(GRID, np.full(GRID.shape, trials), chance)
    reached = np.bincount(found, minlength=trials + 1).cumsum() / GRID.size
    exact = stats.binom.cdf(np.arange(trials + 1), trials, chance)
    assert abs(reached - exact).max() < 0.002


def test_more_luck_never_gives_a_smaller_count() -> None:
    for mean in (5.0, 50.0):
        assert (np.diff(counting.poisson(GRID, np.full(GRID.shape, mean))) >= 0).all()
    for chance in (0.2, 0.8):
        found = counting.binomial(GRID, np.full(GRID.shape, 300), chance)
        assert (np.diff(found) >= 0).all()


def test_a_count_never_exceeds_its_people() -> None:
    sure = np.full(4, 1 - 2.0**-53)
    assert counting.binomial(sure, np.array([3, 100, 5_000, 0]), 0.4).tolist()[::3] == [3, 0]
    assert (
        counting.binomial(sure, np.array([3, 20, 100, 5_000]), 0.9) <= [3, 20, 100, 5_000]
    ).all()


@pytest.mark.parametrize("spread", [0.06, 0.25, 0.26, 0.8])
def test_levels_are_gamma_with_a_mean_of_one_and_their_spread(spread: float) -> None:
    found = counting.level(GRID, spread)
    assert found.mean() == pytest.approx(1, abs=1e-3)
    assert found.std() == pytest.approx(spread, rel=0.01)
    reached = stats.gamma.cdf(found, 1 / spread**2, scale=spread**2)
    assert abs(reached - GRID).max() < 0.001


def test_no_spread_leaves_every_level_at_one() -> None:
    assert (counting.level(GRID, 0.0) == 1).all()
