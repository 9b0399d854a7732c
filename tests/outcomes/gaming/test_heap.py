"""A heap is what stands out of a smooth line, of whatever smooth shape."""

import numpy as np
import pytest

from fairterms.outcomes.gaming.evidence import Lacking
from fairterms.outcomes.gaming.heap import measure


def shapes(
    draws: np.random.Generator, name: str, n: int
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    if name == "normal":
        return np.clip(np.round(draws.normal(12, 5, n)), 0, 27)
    if name == "skewed":
        return np.clip(np.floor(draws.gamma(1.6, 5.0, n)), 0, 27)
    if name == "falling":
        return np.clip(np.floor(draws.exponential(6, n)), 0, 27)
    trait = np.where(draws.random(n) < 0.5, draws.normal(7, 3, n), draws.normal(15, 4, n))
    return np.clip(np.round(trait), 0, 27)


@pytest.mark.parametrize("name", ["normal", "skewed", "falling", "mixed"])
def test_smooth_shapes_give_false_alarms_about_as_often_as_declared(name: str) -> None:
    draws = np.random.default_rng(7)
    p = np.array([measure(shapes(draws, name, 1_000), 10, 0, 27).tail.p_value for _ in range(150)])
    assert (p <= 0.05).mean() < 0.10
    assert (p <= 0.01).mean() < 0.04


def test_moved_scores_are_counted_about_right() -> None:
    draws = np.random.default_rng(2)
    scores = shapes(draws, "normal", 20_000)
    moved = np.isin(scores, (8, 9)) & (draws.random(20_000) < 0.3)
    scores[moved & (draws.random(20_000) < 0.5)] = 11
    scores[moved & (scores != 11)] = 10
    found = measure(scores, 10, 0, 27)
    assert found.tail.p_value < 1e-6
    assert found.moved == pytest.approx(moved.sum(), rel=0.35)


def test_without_scores_below_the_cut_nothing_is_tested() -> None:
    scores = shapes(np.random.default_rng(1), "normal", 1_000)
    with pytest.raises(Lacking, match="also below the cut"):
        measure(scores[scores >= 10], 10, 0, 27)
    with pytest.raises(Lacking, match="enough screening scores"):
        measure(scores[:60], 10, 0, 27)
    with pytest.raises(Lacking, match="enough screening scores"):
        measure(scores, 2, 0, 27)
