"""Failure: declared outcomes, from the first to the last score."""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.course_rows import ScoreRows, gather
from fairterms.outcomes.expected_response.failure import DETERIORATION, judge
from fairterms.reference.instrument_facts import Direction
from tests.outcomes.expected_response.made_up_courses import FAILURE


def four() -> Courses:
    rows = ScoreRows(
        ["better", "better", "same", "same", "same", "worse", "worse", "one", "none"],
        [0, 9, 0, 5, 9, 0, 9, 0, 0],
        [20, 15, 20, 5, 15.5, 20, 25, 20, np.nan],
    )
    return gather(rows, Direction.HIGHER_IS_WORSE)


def test_only_the_first_and_the_last_score_decide() -> None:
    found = judge(FAILURE, four())
    assert found.is_failure.tolist() == [False, True, True, False, False]


def test_a_course_with_one_score_has_no_known_end() -> None:
    assert judge(FAILURE, four()).is_judged.tolist() == [True, True, True, False, False]


def test_deterioration_is_another_failure_than_no_improvement() -> None:
    found = judge(replace(FAILURE, name="worse", classes=DETERIORATION), four())
    assert found.is_failure.tolist() == [False, False, True, False, False]
