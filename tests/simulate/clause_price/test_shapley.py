"""Fair shares add up, treat equals alike, and give nothing to who does nothing."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.simulate.clause_price import shapley
from fairterms.simulate.years import FloatArray

GAMES = some.integers(1, 5).flatmap(
    lambda n: some.lists(some.floats(-1e6, 1e6), min_size=1 << n, max_size=1 << n)
)


def by_orders(worth: FloatArray) -> FloatArray:
    """Work out fair shares the slow way: over all orders of joining."""
    n = len(worth).bit_length() - 1
    total = np.zeros(n)
    orders = list(permutations(range(n)))
    for order in orders:
        mask = 0
        for item in order:
            total[item] += worth[mask | 1 << item] - worth[mask]
            mask |= 1 << item
    return total / len(orders)


@given(GAMES)
@settings(max_examples=30, deadline=None)
def test_fair_shares_are_the_mean_over_all_orders_and_add_up(game: list[float]) -> None:
    worth = np.array(game)
    shares = shapley.fair_shares(worth)
    assert shares == pytest.approx(by_orders(worth), abs=1e-6)
    assert shares.sum() == pytest.approx(worth[-1] - worth[0], abs=1e-6)


def test_a_dummy_gets_nothing_and_equals_get_the_same() -> None:
    # Of four, the first two are alike, the third earns 7 in any company, the fourth nothing.
    def worth_of(mask: int) -> float:
        alike = (mask & 1) + (mask >> 1 & 1)
        return 10.0 * (alike > 0) + 7.0 * (mask >> 2 & 1)

    shares = shapley.fair_shares(np.array([worth_of(mask) for mask in range(16)]))
    assert shares.tolist() == pytest.approx([5.0, 5.0, 7.0, 0.0], abs=1e-12)


def test_given_the_rest_and_alone_are_the_two_ends() -> None:
    worth = np.array([100.0, 101.0, 102.0, 110.0])
    assert shapley.given_the_rest(worth).tolist() == [8.0, 9.0]
    assert shapley.alone(worth).tolist() == [1.0, 2.0]


def test_measures_and_blocks_ride_along() -> None:
    worth = np.random.default_rng(3).normal(size=(8, 3, 2))
    for price in (shapley.given_the_rest, shapley.alone, shapley.fair_shares):
        found = price(worth)
        assert found.shape == (3, 3, 2)
        assert found[:, 1, 0] == pytest.approx(price(worth[:, 1, 0]))
    assert shapley.interactions(worth)[:, :, 2, 1] == pytest.approx(
        shapley.interactions(worth[:, 2, 1])
    )


def test_two_that_do_the_same_work_have_an_interaction_below_zero() -> None:
    found = shapley.interactions(np.array([0.0, 10.0, 10.0, 10.0]))
    assert found.tolist() == [[0.0, -10.0], [-10.0, 0.0]]


def test_an_interaction_is_the_mean_over_the_company_of_the_others() -> None:
    # Whether the third is there decides how the first two go together: +6 without him, 0 with.
    worth = np.array([0.0, 0.0, 0.0, 6.0, 0.0, 0.0, 0.0, 0.0])
    found = shapley.interactions(worth)
    assert found[0, 1] == pytest.approx(3.0)
    assert found[0, 2] == pytest.approx(-3.0)


@given(GAMES)
@settings(max_examples=16, deadline=None)
def test_all_orders_sampled_give_the_exact_shares(game: list[float]) -> None:
    worth = np.array(game)
    n = len(worth).bit_length() - 1
    orders = [each for order in permutations(range(n)) for each in (order, order[::-1])]
    shares, _ = shapley.sampled_shares(dict(enumerate(worth)), orders)
    assert shares == pytest.approx(shapley.fair_shares(worth), abs=1e-6)


def test_sampled_shares_add_up_whatever_the_orders_and_know_their_error() -> None:
    worth = np.random.default_rng(5).normal(size=1 << 8)
    orders = shapley.antithetic_orders(8, 400, seed=1)
    shares, errors = shapley.sampled_shares(dict(enumerate(worth)), orders)
    assert shares.sum() == pytest.approx(worth[-1] - worth[0])
    missed = np.abs(shares - shapley.fair_shares(worth)) / errors
    assert 0.3 < missed.mean() < 1.4
    assert missed.max() < 4


def test_one_pair_of_orders_has_no_error_to_know() -> None:
    orders = shapley.antithetic_orders(3, 2, seed=1)
    _, errors = shapley.sampled_shares(dict(enumerate(np.arange(8.0))), orders)
    assert np.isnan(errors).all()


def test_orders_come_in_pairs_that_mirror_each_other_and_stay_the_same() -> None:
    orders = shapley.antithetic_orders(6, 10, seed=4)
    assert len(orders) == 10
    assert all(one == other[::-1] for one, other in zip(orders[::2], orders[1::2], strict=True))
    assert orders == shapley.antithetic_orders(6, 10, seed=4)
    assert orders != shapley.antithetic_orders(6, 10, seed=5)


def test_the_subsets_of_an_order_are_those_met_on_the_way() -> None:
    assert shapley.subsets_of([(1, 0, 2)]) == {0b000, 0b010, 0b011, 0b111}
