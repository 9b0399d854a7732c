"""A result exactly on its target meets it, whatever a computer makes of the decimals."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.targets.target import Direction, Target

AT_LEAST, AT_MOST = Direction.AT_LEAST, Direction.AT_MOST


@pytest.mark.parametrize(
    ("rate", "n", "least", "most"),
    [(0.07, 100, 7, 7), (0.675, 40, 27, 27), (0.6, 41, 25, 24), (0.0, 9, 0, 0), (1.0, 9, 9, 9)],
)
def test_the_edge_is_the_last_count_that_is_good(
    rate: float, n: int, least: int, most: int
) -> None:
    assert Target(rate, AT_LEAST).edge(n) == least
    assert Target(rate, AT_MOST).edge(n) == most


@given(percent=st.integers(0, 1000), n=st.integers(1, 3000))
def test_the_edge_is_exact_in_tenths_of_a_per_cent(percent: int, n: int) -> None:
    target = Target(percent / 1000, AT_LEAST)
    edge = target.edge(n)
    assert Fraction(edge, n) >= Fraction(percent, 1000)
    assert edge == 0 or Fraction(edge - 1, n) < Fraction(percent, 1000)
    assert target.is_met(edge, n)
    assert not target.is_met(edge - 1, n)


@settings(deadline=None)
@given(
    percent=st.integers(1, 99),
    n=st.integers(1, 400),
    rate=st.floats(0.05, 0.9),
    direction=st.sampled_from(Direction),
)
def test_a_better_provider_misses_less_often(
    percent: int, n: int, rate: float, direction: Direction
) -> None:
    target = Target(percent / 100, direction)
    step = 0.05 if direction is AT_LEAST else -0.05
    assert target.chance_missed(rate + step, n) <= target.chance_missed(rate, n) + 1e-12


def test_to_reach_and_to_avoid_mirror_each_other() -> None:
    reach = Target(0.6, AT_LEAST).chance_missed(0.7, 50)
    avoid = Target(0.4, AT_MOST).chance_missed(0.3, 50)
    assert float(reach) == pytest.approx(float(avoid))


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("rate", [0.55, 0.0, 1.0, 0.1 + 0.2, 1 / 3, 2e-5, 2e-20])
def test_many_sizes_at_once_agree_with_one_by_one(direction: Direction, rate: float) -> None:
    target, sizes = Target(rate, direction), np.arange(1, 400, dtype=np.int64)
    assert target._edges(sizes).tolist() == [target.edge(int(n)) for n in sizes]
    one_by_one = [float(target.chance_missed(0.6, int(n))) for n in sizes]
    assert target.chances_missed(0.6, sizes) == pytest.approx(one_by_one)


def test_exactly_on_the_target_is_not_better_than_it() -> None:
    assert not Target(0.5, AT_LEAST).is_better(0.5)
    assert Target(0.5, AT_LEAST).is_better(0.51)
    assert Target(0.05, AT_MOST).is_better(0.04)
