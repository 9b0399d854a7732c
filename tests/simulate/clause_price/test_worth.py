"""Mean, bad years and chance of loss: of all years, of each block, and their errors."""

import numpy as np
import pytest

from fairterms.payment.book import Given
from fairterms.simulate.clause_price.worth import Gauge, estimate, sort_by_block
from fairterms.simulate.years import FloatArray, Years

NETS = np.random.default_rng(2).normal(10_000, 50_000, 1_600)
BLOCKS = np.arange(1_600) * 16 // 1_600


def lowest(nets: FloatArray, share: float) -> float:
    """Average the lowest share of years the plain way, weighting the last."""
    ordered = np.sort(nets)
    years = share * len(nets)
    whole = int(years)
    return float((ordered[:whole].sum() + (years - whole) * ordered[whole]) / years)


def test_the_three_measures_are_what_they_say() -> None:
    mean, tail, loss = Gauge(BLOCKS).measure(NETS)[0]
    assert mean == pytest.approx(NETS.mean())
    assert tail == pytest.approx(lowest(NETS, 0.05))
    assert loss == pytest.approx((NETS < 0).mean())


@pytest.mark.parametrize("count", [1, 7, 30, 41])
def test_a_share_that_is_no_whole_number_of_years_weights_the_last(count: int) -> None:
    nets = NETS[:count]
    assert Gauge(BLOCKS[:count]).measure(nets)[0, 1] == pytest.approx(lowest(nets, 0.05))


def test_a_year_that_leaves_exactly_nothing_is_no_loss() -> None:
    nets = np.array([0.0, -0.0, -0.01, 1.0])
    assert Gauge(np.zeros(4, dtype=np.int64)).measure(nets)[0, 2] == 0.25


def test_years_paid_alike_count_as_many_as_belong_to_the_worst() -> None:
    nets = np.concatenate((np.zeros(66), np.full(34, -100.0), np.full(100, 50.0)))
    assert Gauge(np.zeros(200, dtype=np.int64)).measure(nets)[0, 1] == pytest.approx(-100.0)
    assert Gauge(np.zeros(200, dtype=np.int64)).measure(-nets)[0, 1] == pytest.approx(-50.0)


def test_blocks_of_equal_size_average_to_the_whole() -> None:
    found = Gauge(BLOCKS).measure(NETS)
    assert found[1:].mean(axis=0) == pytest.approx(found[0])
    assert found[3, 0] == pytest.approx(NETS[200:300].mean())
    assert found[3, 2] == pytest.approx((NETS[200:300] < 0).mean())


def test_the_errors_are_those_of_another_sample() -> None:
    draws = np.random.default_rng(11)
    gauge = Gauge(BLOCKS)
    samples = [gauge.measure(draws.normal(0, 1, 1_600)) for _ in range(150)]
    values = np.array([one[0] for one in samples])
    errors = np.array([[estimate(one[:, at]).error for at in range(3)] for one in samples])
    assert errors.mean(axis=0) == pytest.approx(values.std(axis=0), rel=0.15)


def test_one_block_has_no_error_to_know() -> None:
    found = estimate(np.array([3.0, 3.0]))
    assert found.value == 3.0
    assert np.isnan(found.error)


def test_years_are_sorted_by_block_and_keep_together() -> None:
    blocks = np.array([1, 0, 1, 0])
    numbers = np.array([10.0, 20.0, 30.0, 40.0])
    years = Years(
        {"a": Given(numbers), "b": Given((numbers, -numbers))}, blocks, {"f": numbers}, numbers
    )
    found = sort_by_block(years)
    assert found.blocks.tolist() == [0, 0, 1, 1]
    wanted = [20.0, 40.0, 10.0, 30.0]
    assert found.figures["a"].values.tolist() == wanted  # type: ignore[union-attr]
    assert found.figures["b"].values[1].tolist() == [-one for one in wanted]
    assert found.factors["f"].tolist() == found.delivery.tolist() == wanted


def test_years_in_order_are_not_copied() -> None:
    years = Years({}, BLOCKS, {}, NETS)
    assert sort_by_block(years) is years
