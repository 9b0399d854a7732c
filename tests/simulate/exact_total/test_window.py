"""Outside its window a total has no chance to speak of; inside there is little room to spare."""

import numpy as np
import pytest
from scipy.special import bdtr, bdtrc  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.exact_total.window import OUTSIDE, window

COIN = np.array([0.0, 1.0])


@pytest.mark.parametrize("chance", [0.5, 0.1, 0.001])
def test_heads_of_many_coins_lie_in_their_window(chance: float) -> None:
    low, high = window(COIN, np.array([1 - chance, chance]), 2_000)
    assert low == 0 or bdtr(np.ceil(low) - 1, 2_000, chance) <= OUTSIDE
    assert bdtrc(np.ceil(high), 2_000, chance) <= OUTSIDE
    sd = np.sqrt(2_000 * chance * (1 - chance))
    assert high - 2_000 * chance < 8.5 * sd + 30


def test_no_window_reaches_beyond_what_can_be() -> None:
    low, high = window(COIN, np.array([0.5, 0.5]), 3)
    assert low == 0
    assert high == pytest.approx(3)


def test_a_cost_that_is_certain_has_a_window_from_nothing_to_all() -> None:
    assert window(np.array([0.0, 7.0]), np.array([0.0, 1.0]), 4) == (0.0, 28.0)


def test_one_dear_patient_lies_in_the_window() -> None:
    dollars = np.array([0.0, 1_000.0, 1e8])
    chance = np.array([0.5, 0.5 - 1e-11, 1e-11])
    low, high = window(dollars, chance, 3_000)
    assert OUTSIDE < 3_000 * 1e-11
    assert low < 1_500_000.0
    assert 1e8 + 1_500_000.0 < high < 4e8


def test_points_without_chance_do_not_widen_a_window() -> None:
    dollars, chance = np.array([0.0, 1.0, 4_000.0]), np.array([0.5, 0.5, 0.0])
    assert window(dollars, chance, 50) == window(COIN, np.array([0.5, 0.5]), 50)
