"""Answers are whole, or there is none."""

import numpy as np

from fairterms.audit.release.solver import cheapest


def test_an_answer_that_would_be_a_half_is_asked_again_in_whole_numbers() -> None:
    triangle = np.array([[1, 1, 0], [1, 0, 1], [0, 1, 1]])
    low, high = np.array([1.0, 1.0, 1.0]), np.array([np.inf] * 3)
    found = cheapest(np.array([1.0, 1.0, 1.0]), triangle, low, high)
    assert found is not None
    assert found.sum() == 2  # linear programming says 1.5


def test_sums_that_no_whole_people_give_have_no_answer() -> None:
    triangle = np.array([[1, 1, 0], [1, 0, 1], [0, 1, 1]])
    assert cheapest(np.ones(3), triangle, np.ones(3), np.ones(3)) is None
