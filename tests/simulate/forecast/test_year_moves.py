"""What whole years bring moves figures, and never their mean."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.simulate.forecast.year_moves import (
    BLOCKS,
    YearMoves,
    moves_of,
    own_scores,
    points_of,
)
from tests.simulate.forecast.plans import FORECAST, declared

SPREADS = {"trend": "4 %", "acuity": "3 %"}


def moves(year: int = 0, number: int = 1_024, **spreads: str) -> YearMoves:
    forecast = declared(**(spreads or SPREADS))
    return moves_of(forecast, points_of(forecast, 2027, number), year)


@pytest.mark.parametrize("weights", [{"trend": 1.0}, {"trend": -0.6}, {"trend": 2, "acuity": 1}])
def test_a_spread_does_not_move_the_mean_whatever_the_weight(weights: dict[str, float]) -> None:
    found = moves(trend="20 %", acuity="5 %").multiplier(weights)
    assert found.mean() == pytest.approx(1.0, abs=4 * found.std() / np.sqrt(len(found)))
    assert found.std() > 0.02


def test_a_weight_turns_a_factor_round() -> None:
    found = moves()
    with_it, against = found.multiplier({"trend": 1.0}), found.multiplier({"trend": -1.0})
    assert np.corrcoef(with_it, against)[0, 1] < -0.99
    assert np.all(found.multiplier({}) == 1)


def test_a_centre_counts_in_full() -> None:
    forecast = declared(**SPREADS).with_factor("trend", centre=0.05, spread=0.0)
    found = moves_of(forecast, points_of(forecast, 2027, 64), 0)
    assert np.allclose(found.multiplier({"trend": 1.0}), 1.05)
    assert np.allclose(found.multiplier({"trend": 2.0}), 1.05**2)
    assert np.allclose(found.shares["trend"], 0.05)


def test_factors_move_independently_of_each_other() -> None:
    found = moves()
    assert abs(np.corrcoef(found.logs["trend"], found.logs["acuity"])[0, 1]) < 0.1


def test_rates_and_figures_with_a_spread_have_a_number_of_their_own() -> None:
    assert own_scores(declared()) == ("rate of response",)
    more = FORECAST.replace('follows = "members"', 'follows = "members"\nspread = "2 %"')
    assert own_scores(declared(more)) == ("rate of response", "figure member_months")
    assert set(moves().scores) == {"rate of response"}


def test_the_blocks_are_of_one_size_and_another_seed_gives_other_points() -> None:
    forecast = declared(**SPREADS)
    points, others = (points_of(forecast, seed, 1_024) for seed in (1, 2))
    assert set(np.bincount(points.block)) == {1_024 // BLOCKS}
    assert not np.array_equal(points.values, others.values)
    assert np.array_equal(points_of(forecast, 1, 1_024).values, points.values)


def test_a_factor_that_is_not_named_moves_nothing() -> None:
    found = moves(trend="4 %")
    still = replace(found, logs={**found.logs, "trend": found.logs["trend"] + 1})
    assert np.array_equal(still.multiplier({"acuity": 1.0}), found.multiplier({"acuity": 1.0}))
