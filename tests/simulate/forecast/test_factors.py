"""A factor moves a year by its spread, and a later year is less sure."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.simulate.forecast.factors import MEANINGS, Factor

SCORES = np.linspace(-3, 3, 7)


def test_a_usual_year_is_as_expected_and_one_score_moves_it_by_one_spread() -> None:
    moves = Factor("trend", 0.04).normal_moves(np.array([0.0, 1.0, -1.0]), 0)
    assert np.allclose(moves, [0.0, 0.04, -0.04])


def test_a_centre_and_a_growth_move_the_middle_by_their_share() -> None:
    moves = Factor("trend", 0.0, centre=0.10, grows=0.05).normal_moves(SCORES, 2)
    assert np.allclose(np.exp(moves), 1.10 * 1.05**2)


@given(st.floats(0, 0.5), st.integers(0, 4), st.sampled_from([0.0, 0.03]))
def test_the_variance_is_that_of_the_moves(spread: float, year: int, grows: float) -> None:
    factor = Factor("trend", spread, grows=grows)
    one, none = factor.normal_moves(np.array([1.0, 0.0]), year)
    assert factor.variance(year) == pytest.approx((one - none) ** 2, abs=1e-12)


def test_only_a_factor_that_grows_is_less_sure_in_a_later_year() -> None:
    assert Factor("trend", 0.04).variance(3) == Factor("trend", 0.04).variance(0)
    growing = Factor("trend", 0.04, grows=0.03)
    assert growing.variance(3) == pytest.approx(4 * growing.variance(0))


def test_every_factor_has_a_meaning_of_its_own() -> None:
    assert len(set(MEANINGS.values())) == len(MEANINGS) == 7
