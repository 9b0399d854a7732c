"""The best values of one attribute against every subset there is."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.exceptions.score_curve import (
    TERMS,
    Floats,
    add_outcomes,
    costs,
    cut_runs,
    grid_heights,
    peaks,
)
from fairterms.outcomes.exceptions.value_choice import choose_values


def curves_of(seed: int, values: int) -> Floats:
    """Return the curves of made-up patients, shape (values, TERMS)."""
    draws = np.random.default_rng(seed)
    count = int(draws.integers(5, 400))
    place = draws.integers(values, size=count)
    p = draws.uniform(0.02, 0.9, count)
    lifted = p * np.exp(draws.normal(0, 0.6, values))[place]
    y = draws.random(count) < np.minimum(lifted, 0.98)
    return add_outcomes(
        costs(p, cut_runs(place, values)),
        np.bincount(place, weights=y.astype(np.float64), minlength=values).astype(np.float64),
    )


def best_of_all(curves: Floats, penalty: float) -> float:
    """Return the highest score over every subset."""
    values, found = len(curves), []
    for size in range(1, values + 1):
        for chosen in combinations(range(values), size):
            total = curves[list(chosen)].sum(axis=0)
            named = 0 if size == values else size
            found.append(float(peaks(total, grid_heights(total))[1]) - penalty * named)
    return max(found)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 100_000), st.integers(2, 6), st.sampled_from([0.0, 0.5, 1.0, 3.0]))
def test_no_subset_is_better(seed: int, values: int, penalty: float) -> None:
    curves = curves_of(seed, values)
    chosen, score = choose_values(curves[None], penalty)
    assert score[0] == pytest.approx(best_of_all(curves, penalty), abs=1e-7)
    total = curves[chosen[0]].sum(axis=0)
    named = 0 if chosen[0].all() else int(chosen[0].sum())
    again = float(peaks(total, grid_heights(total))[1]) - penalty * named
    assert score[0] == pytest.approx(again, abs=1e-9)


def test_several_searches_do_not_mix() -> None:
    both = np.stack([curves_of(1, 4), curves_of(2, 4)])
    _, together = choose_values(both, 0.5)
    alone = [choose_values(each[None], 0.5)[1][0] for each in both]
    assert together.tolist() == pytest.approx(alone, abs=1e-12)


def test_at_least_one_value_is_in() -> None:
    chosen, score = choose_values(np.zeros((1, 3, TERMS)), 1.0)
    assert chosen.any()
    assert score[0] == 0  # all of them name none


def test_a_value_that_gains_less_than_the_penalty_stays_out() -> None:
    place = np.repeat(np.arange(4), 200)
    plain = costs(np.full(800, 0.3), cut_runs(place, 4))
    curves = add_outcomes(plain, np.array([120.0, 118.0, 66.0, 60.0]))
    chosen, _ = choose_values(curves[None], 1.0)
    assert chosen[0].tolist() == [True, True, False, False]
    chosen, _ = choose_values(curves[None, [0, 1, 3, 3]], 0.0)
    assert chosen[0].tolist() == [True, True, False, False]
