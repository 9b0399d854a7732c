"""The run rules, on rows made for them."""

from collections.abc import Sequence

import numpy as np
import pytest

from fairterms.monitor.indicators.rules import Rule, rings
from fairterms.outcomes.comparison.chance import floats


def rung(values: Sequence[float], centre: float = 0, gap_at: int = 0) -> dict[Rule, list[int]]:
    """Return which places each rule marks; a gap stands before a place."""
    is_next = np.array([at not in (0, gap_at) for at in range(len(values))])
    quiet = np.zeros((1, len(values)), dtype=np.bool_)
    found = rings(floats([values]), floats([[centre]]), quiet, is_next)
    return {rule: np.flatnonzero(marks[0]).tolist() for rule, marks in found.items()}


def test_the_eighth_value_on_one_side_rings_and_the_seventh_does_not() -> None:
    values = [1, 2, 1, 2, 1, 2, 1, 2, 1]
    assert rung(values)[Rule.ONE_SIDE] == [7, 8]
    assert rung([-one for one in values])[Rule.ONE_SIDE] == [7, 8]


@pytest.mark.parametrize("breaker", [0.0, -1.0])
def test_a_value_at_the_usual_level_or_beyond_it_ends_a_row(breaker: float) -> None:
    assert rung([1, 2, 1, 2, breaker, 2, 1, 2, 1, 2, 1])[Rule.ONE_SIDE] == []


def test_the_sixth_value_that_rises_rings_and_so_does_the_sixth_that_falls() -> None:
    rising = [-3.0, -2, -1, 1, 2, 3]
    assert rung(rising)[Rule.ONE_WAY] == [5]
    assert rung(rising[:5])[Rule.ONE_WAY] == []
    assert rung(rising[::-1])[Rule.ONE_WAY] == [5]
    assert rung([-3, -2, -1, -1, 2, 3, 4])[Rule.ONE_WAY] == []


def test_a_gap_ends_every_row() -> None:
    assert rung([1, 2, 1, 2, 1, 2, 1, 2], gap_at=4)[Rule.ONE_SIDE] == []
    assert rung([1, 2, 3, 4, 5, 6], gap_at=3)[Rule.ONE_WAY] == []
    # After the gap a row of its own may ring.
    assert rung([9, 9, 1, 2, 3, 4, 5, 6], gap_at=2)[Rule.ONE_WAY] == [7]


def test_many_charts_ring_each_by_itself() -> None:
    values = floats([[1.0] * 8, [1.0] * 7 + [-1.0]])
    outside = np.array([[False] * 8, [True] + [False] * 7])
    is_next = np.array([False] + [True] * 7)
    found = rings(values, floats([[0], [0]]), outside, is_next)
    assert found[Rule.ONE_SIDE].any(axis=1).tolist() == [True, False]
    assert found[Rule.OUTSIDE].tolist() == outside.tolist()
