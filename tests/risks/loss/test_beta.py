"""Uncertain probabilities."""

from math import exp, log

import numpy as np
import pytest

from fairterms.risks.loss import beta
from fairterms.risks.loss.beta import Beta


@pytest.mark.parametrize(
    ("low", "high"),
    [(1e-8, 1e-6), (1e-6, 0.999999), (0.01, 0.05), (0.1, 0.4), (0.05, 0.95), (0.5, 0.51)],
)
def test_the_ends_are_the_5_and_95_percent_points(low: float, high: float) -> None:
    found = Beta.from_interval(low, high).quantile([0.05, 0.95])
    assert found == pytest.approx([low, high], rel=1e-4)


def test_a_range_around_one_half_is_symmetric() -> None:
    fitted = Beta.from_interval(0.3, 0.7)
    assert fitted.mean == pytest.approx(0.5)
    assert fitted.alpha == pytest.approx(fitted.beta)


def test_a_flat_belief_is_the_uniform_distribution() -> None:
    fitted = Beta.from_interval(0.05, 0.95)
    assert (fitted.alpha, fitted.beta) == pytest.approx((1.0, 1.0), abs=1e-5)


@pytest.mark.parametrize(("low", "high"), [(0.4, 0.1), (0.2, 0.2), (0.0, 0.5), (0.5, 1.0)])
def test_a_range_outside_of_0_to_1_or_back_to_front_is_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="is not a range of probabilities"):
        Beta.from_interval(low, high)


def test_a_range_too_narrow_for_any_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="is too wide, or too narrow"):
        Beta.from_interval(0.5, 0.5 + 1e-9)


def test_another_mean_keeps_the_weight_of_evidence_and_lowers_every_quantile() -> None:
    whole = Beta(2.0, 6.0)
    half = whole.with_mean(whole.mean / 2)
    assert half.mean == pytest.approx(0.125)
    assert half.alpha + half.beta == pytest.approx(8.0)
    points = np.linspace(0.01, 0.99, 50)
    assert (half.quantile(points) < whole.quantile(points)).all()


def test_a_crossing_is_found_in_few_steps() -> None:
    asked: list[float] = []

    def rising(at: float) -> float:
        asked.append(at)
        return exp(at) - 3

    assert beta._root(rising, -30, 30) == pytest.approx(log(3), abs=1e-13)
    assert len(asked) < 45  # halving alone asks twice for each of some fifty steps


def test_where_nothing_crosses_the_nearer_end_is_taken() -> None:
    assert beta._root(lambda at: at + 1, 0, 1) == 0
    assert beta._root(lambda at: at - 2, 0, 1) == 1
