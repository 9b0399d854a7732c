"""Gaps, their intervals and their chances."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.equity.gap import NOTHING, chance_of_gap, estimate_gap, estimate_rate

counts = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(one=counts, other=counts)
def test_a_gap_turned_round_is_the_same_gap(one: tuple[int, int], other: tuple[int, int]) -> None:
    there = estimate_gap(estimate_rate(*one), estimate_rate(*other))
    back = estimate_gap(estimate_rate(*other), estimate_rate(*one))
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    assert -1 - 1e-9 <= there.low <= there.value <= there.high <= 1 + 1e-9
    assert chance_of_gap(one, other) == pytest.approx(chance_of_gap(other, one))


def test_the_interval_holds_the_truth_about_as_often_as_declared() -> None:
    draws = np.random.default_rng(6)
    pairs = zip(draws.binomial(40, 0.3, 1_500), draws.binomial(150, 0.5, 1_500), strict=True)
    found = [estimate_gap(estimate_rate(int(a), 40), estimate_rate(int(b), 150)) for a, b in pairs]
    assert np.mean([gap.low <= -0.2 <= gap.high for gap in found]) == pytest.approx(0.95, abs=0.02)


def test_chance_alone_makes_a_gap_as_often_as_it_says() -> None:
    draws = np.random.default_rng(7)
    pairs = zip(draws.binomial(80, 0.4, 2_000), draws.binomial(120, 0.4, 2_000), strict=True)
    p = np.array([chance_of_gap((int(a), 80), (int(b), 120)) for a, b in pairs])
    assert np.mean(p <= 0.05) == pytest.approx(0.05, abs=0.015)


def test_of_nobody_nothing_is_known() -> None:
    assert estimate_rate(0, 0) is NOTHING
    assert math.isnan(chance_of_gap((0, 0), (3, 9)))
    assert chance_of_gap((0, 5), (0, 9)) == 1.0
    assert math.isnan(estimate_gap(NOTHING, estimate_rate(1, 2)).low)
