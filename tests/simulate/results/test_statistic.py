"""Statistics of years: the traps of tails and atoms, and errors that mean what they say."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.simulate.results import statistic
from fairterms.simulate.results.statistic import TailMean

ONE = np.zeros(1_000, dtype=np.int64)
MANY = np.arange(1_000) % 16
DICE = np.random.default_rng(2027)


def atoms(number: int = 1_000) -> np.ndarray:
    """Return payments of which 65.9 % are exactly nothing, 17 % a loss and the rest a gain."""
    share = (np.arange(number) + 0.5) / number
    return np.where(
        share < 0.17, -60_000 * (0.17 - share) / 0.17, np.where(share < 0.829, 0.0, 9e4)
    )


def test_the_tail_of_a_quantile_at_zero_is_not_all_years_at_or_below_it() -> None:
    values = atoms()
    assert np.mean(values == 0) == pytest.approx(0.659)
    assert statistic.quantile(values, 0.2, ONE).value == 0
    tail = statistic.tail_mean(values, 0.2, ONE).value
    wrong = values[values <= 0].mean()
    # 17 % of years lose 30,000 on average, spread over the lowest 20 %.
    assert tail == pytest.approx(-25_500, abs=1)
    assert wrong == pytest.approx(-6_152, abs=1)


def test_the_last_year_of_the_tail_counts_with_its_part_only() -> None:
    values = np.array([-100.0, -50.0, 0.0, 10.0])
    two = np.array([0, 0, 0, 0])
    assert statistic.tail_mean(values, 0.5, two).value == -75
    assert statistic.tail_mean(values, 0.375, two).value == pytest.approx((-100 - 25) / 1.5)
    assert statistic.tail_mean(values, 0.1, two).value == -100


def test_value_at_risk_does_not_see_depth_and_the_tail_mean_does() -> None:
    mild, deep = np.zeros(1_000), np.zeros(1_000)
    mild[:60], deep[:60] = -1_000, -1_000
    deep[:20] = -500_000
    assert statistic.quantile(mild, 0.05, ONE).value == statistic.quantile(deep, 0.05, ONE).value
    assert statistic.tail_mean(deep, 0.05, ONE).value < statistic.tail_mean(mild, 0.05, ONE).value


def test_value_at_risk_is_not_subadditive_and_the_tail_mean_is() -> None:
    one, two = np.zeros(1_000), np.zeros(1_000)
    one[:40], two[40:80] = -1_000, -1_000
    quantiles = [statistic.quantile(loss, 0.05, ONE).value for loss in (one, two, one + two)]
    tails = [statistic.tail_mean(loss, 0.05, ONE).value for loss in (one, two, one + two)]
    assert quantiles == [0, 0, -1_000]  # together worse than the sum of nothing
    assert tails[2] >= tails[0] + tails[1]


def test_where_a_cap_binds_quantile_and_tail_mean_coincide() -> None:
    values = np.maximum(DICE.normal(0, 50_000, 1_000), -40_000)
    assert statistic.tail_mean(values, 0.05, ONE).value == -40_000
    assert statistic.quantile(values, 0.05, ONE).value == -40_000


def test_positive_is_good_so_the_best_years_lie_above_the_worst() -> None:
    values = np.arange(1_000.0)
    assert statistic.tail_mean(values, 0.05, ONE).value == pytest.approx(24.5)
    assert statistic.best_mean(values, 0.05, ONE).value == pytest.approx(974.5)


def test_a_quantile_is_a_year_and_never_a_number_between_two() -> None:
    values = np.repeat([0.0, 100.0], 500)
    assert statistic.quantile(values, 0.5, ONE).value == 0
    assert statistic.quantile(values, 0.501, ONE).value == 100
    assert statistic.quantile(np.arange(1.0, 101.0), 0.07, ONE[:100]).value == 7


def test_plain_errors_are_those_of_the_formulas() -> None:
    values = DICE.normal(10, 3, 1_000)
    mask = np.arange(1_000) < 170
    assert statistic.mean(values, ONE).error == pytest.approx(values.std(ddof=1) / 1_000**0.5)
    assert statistic.probability(mask, ONE).error == pytest.approx((0.17 * 0.83 / 1_000) ** 0.5)
    # The median of a normal has the error 1.2533 s/√Y, its deviation s/√(2Y).
    assert statistic.quantile(values, 0.5, ONE).error == pytest.approx(0.1189, rel=0.3)
    assert statistic.standard_deviation(values, ONE).error == pytest.approx(0.0671, rel=0.15)


def test_the_error_of_the_tail_mean_counts_where_the_tail_begins() -> None:
    values = np.arange(1_000.0)
    tail = np.arange(50.0)
    variance = tail.var() + 0.95 * (tail.mean() - 49) ** 2
    found = statistic.tail_mean(values, 0.05, ONE)
    assert found.error == pytest.approx((variance / 50) ** 0.5)


def test_what_was_never_seen_is_not_impossible() -> None:
    never = statistic.probability(np.zeros(1_000, dtype=bool), ONE)
    always = statistic.probability(np.ones(1_000, dtype=bool), MANY)
    assert never.value == 0
    assert never.interval()[1] == pytest.approx(3 / 1_000, rel=0.03)
    assert always.value == 1
    assert always.error > 0


@pytest.mark.parametrize("blocks", [ONE, MANY], ids=["one block", "sixteen"])
def test_errors_are_as_large_as_results_vary_from_run_to_run(blocks: np.ndarray) -> None:
    found: dict[str, list[tuple[float, float]]] = {}
    for seed in range(60):
        values = np.random.default_rng(seed).gumbel(0, 1, 1_000)
        for name, one in {
            "mean": statistic.mean(values, blocks),
            "chance": statistic.probability(values < -1, blocks),
            "quantile": statistic.quantile(values, 0.05, blocks),
            "tail": statistic.tail_mean(values, 0.05, blocks),
            "spread": statistic.standard_deviation(values, blocks),
        }.items():
            found.setdefault(name, []).append((one.value, one.error))
    for name, pairs in found.items():
        value, error = np.array(pairs).T
        assert error.mean() == pytest.approx(value.std(), rel=0.3), name


def test_blocks_that_agree_better_than_chance_have_a_smaller_error() -> None:
    values = np.tile(np.arange(100.0), 16)
    blocks = np.repeat(np.arange(16), 100)
    assert statistic.mean(values, blocks).error == pytest.approx(0, abs=1e-12)
    assert statistic.mean(values, np.zeros(1_600, dtype=np.int64)).error > 0.5


def test_a_difference_on_the_same_years_is_surer_than_two_errors_together() -> None:
    years = DICE.normal(0, 100_000, 1_000)
    first, second = years * 0.5 + 300, years * 0.5
    for blocks in (ONE, MANY):
        found = statistic.paired_difference(first, second, blocks)
        assert found.value == pytest.approx(300)
        assert found.error < 1e-6
        tail = statistic.paired_difference(first, second, blocks, TailMean(0.05))
        assert tail.value == pytest.approx(300)
        assert tail.error < 1e-6
    assert statistic.mean(first, ONE).error > 1_000


def test_a_paired_difference_of_tails_needs_its_own_error() -> None:
    years = DICE.normal(0, 1, 1_000)
    found = statistic.paired_difference(years, np.maximum(years, -2), MANY, TailMean(0.05))
    assert found.value < 0
    assert 0 < found.error < 0.1


def test_interval_of_holds_what_it_says() -> None:
    low, high = statistic.interval_of(np.arange(1_000.0), 0.8)
    assert (low, high) == (100, 899)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(-50, 50), min_size=2, max_size=40), st.sampled_from([0.05, 0.2, 0.5]))
def test_the_tail_lies_between_the_worst_year_and_the_mean(rows: list[int], alpha: float) -> None:
    values = np.array(rows, dtype=np.float64)
    blocks = np.zeros(len(rows), dtype=np.int64)
    tail = statistic.tail_mean(values, alpha, blocks).value
    assert values.min() - 1e-9 <= tail <= values.mean() + 1e-9
    assert tail <= statistic.quantile(values, alpha, blocks).value + 1e-9


@settings(max_examples=12, deadline=None)
@given(st.lists(st.floats(-1e6, 1e6), min_size=8, max_size=30))
def test_the_order_of_the_years_does_not_matter(rows: list[float]) -> None:
    values = np.array(rows)
    blocks = np.arange(len(rows)) % 2
    order = np.random.default_rng(1).permutation(len(rows))
    for found in (statistic.mean, statistic.standard_deviation):
        one, two = found(values, blocks), found(values[order], blocks[order])
        assert one.value == pytest.approx(two.value, abs=1e-6)
        assert one.error == pytest.approx(two.error, abs=1e-6)
