"""Score curves against the formula, patient by patient."""

from math import exp, log, log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.exceptions.score_curve import (
    LONGEST,
    LONGEST_RUN,
    add_outcomes,
    costs,
    cut_runs,
    grid_heights,
    heights,
    peaks,
)
from tests.outcomes.exceptions import slow_scan

chances = st.floats(0.001, 0.999)


@settings(max_examples=16, deadline=None)
@given(
    st.lists(st.tuples(chances, st.booleans()), min_size=1, max_size=30),
    st.floats(0, LONGEST),
)
def test_a_curve_is_the_formula(patients: list[tuple[float, bool]], theta: float) -> None:
    p = np.array([each for each, _ in patients])
    y = float(sum(reached for _, reached in patients))
    curve = add_outcomes(costs(p, cut_runs(np.zeros(len(p), np.int64), 1)), np.array([y]))
    plain = y * theta - sum(log1p(each * (exp(theta) - 1)) for each in p.tolist())
    assert heights(curve, np.array([theta]))[0] == pytest.approx(plain, abs=1e-6)


@settings(max_examples=16, deadline=None)
@given(st.lists(st.tuples(chances, st.booleans()), min_size=1, max_size=30))
def test_the_peak_is_the_highest_score(patients: list[tuple[float, bool]]) -> None:
    p = [each for each, _ in patients]
    y = [float(reached) for _, reached in patients]
    runs = cut_runs(np.zeros(len(p), np.int64), 1)
    curve = add_outcomes(costs(np.array(p), runs), np.array([sum(y)]))
    _, height = peaks(curve, grid_heights(curve))
    assert height[0] == pytest.approx(slow_scan.score(y, p), abs=1e-6)


def test_long_runs_do_not_overflow_and_add_up() -> None:
    count = 5 * LONGEST_RUN + 3
    place = np.tile([0, 1], count)
    p = np.full(2 * count, 0.97)
    found = costs(p, cut_runs(place, 2))
    single = costs(p[:1], cut_runs(np.zeros(1, np.int64), 1))
    assert np.allclose(found, count * single, rtol=1e-12)


def test_a_profile_without_patients_costs_nothing() -> None:
    assert not costs(np.array([0.5]), cut_runs(np.array([1]), 3))[[0, 2]].any()


def test_the_strongest_departure_is_held_at_twenty() -> None:
    curve = add_outcomes(costs(np.array([0.5]), cut_runs(np.zeros(1, np.int64), 1)), np.ones(1))
    theta, _ = peaks(curve, grid_heights(curve))
    assert theta[0] == pytest.approx(log(20))
