"""Outcomes are numbered without gaps, and worths add up over issues."""

import numpy as np
import pytest

from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.units.refusal import Refusal

SPACE = OutcomeSpace((2, 3, 4))


def test_every_outcome_has_one_number() -> None:
    digits = SPACE.digits(np.arange(SPACE.size))
    assert len({tuple(row) for row in digits.tolist()}) == SPACE.size == 24
    assert [SPACE.number(row) for row in digits.tolist()] == list(range(24))


def test_another_option_for_one_issue_changes_that_issue_alone() -> None:
    number = SPACE.number((1, 2, 3))
    assert SPACE.digits(np.array([SPACE.changed(number, 1, 0)])).tolist() == [[1, 0, 3]]
    assert SPACE.changed(number, 2, 3) == number


def test_worths_of_options_add_up_in_the_order_of_the_outcomes() -> None:
    worths = [np.array([0.0, 100.0]), np.array([0.0, 10.0, 20.0]), np.array([0.0, 1.0, 2.0, 3.0])]
    assert SPACE.added(worths)[SPACE.number((1, 2, 3))] == 123.0
    assert SPACE.added(worths)[SPACE.number((0, 1, 2))] == 12.0


def test_without_issues_there_is_one_outcome() -> None:
    assert OutcomeSpace(()).size == 1
    assert OutcomeSpace(()).digits(np.array([0])).shape == (1, 0)


def test_too_many_outcomes_are_refused_with_their_number() -> None:
    with pytest.raises(Refusal, match="10,000,000 possible contracts"):
        OutcomeSpace((10,) * 7)
