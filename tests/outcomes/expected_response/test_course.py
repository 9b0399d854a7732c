"""Courses: their order, their time and their parts."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.expected_response.course import TimeCount, TimeScale
from fairterms.outcomes.expected_response.course_rows import ScoreRows, gather
from fairterms.reference.instrument_facts import Direction
from tests.outcomes.expected_response.made_up_courses import three

WORSE = Direction.HIGHER_IS_WORSE


def test_first_and_last_scores_are_told_from_the_others() -> None:
    found = three()
    assert found.position.tolist() == [0, 1, 0, 1]
    assert found.is_last.tolist() == [False, True, False, True]


def test_sessions_count_from_the_first_and_may_skip() -> None:
    rows = ScoreRows(["a", "a", "a"], [0, 7, 14], [9, 8, 7], session=[3, 4, 8])
    found = gather(rows, WORSE)
    by_session = found.time(TimeScale(TimeCount.SESSIONS, 1))
    assert by_session == pytest.approx(np.log1p([0, 1, 5]))
    assert found.time(TimeScale(TimeCount.DAYS, 7)) == pytest.approx(np.log1p([0, 1, 2]))


def test_a_part_of_the_patients_keeps_their_own_scores() -> None:
    part = three().take([False, True, True])
    assert part.ids == ("b", "c")
    assert part.series.patient.tolist() == [0, 0]
    assert part.series.score.tolist() == [20, 18]
    assert part.start_day.tolist() == [5, 0]


def test_the_first_scores_alone_keep_every_patient() -> None:
    part = three().until_score(1)
    assert part.n == 3
    assert part.series.score.tolist() == [12, 20]


def test_the_worse_side_follows_the_instrument() -> None:
    rows = ScoreRows(["a"], [0], [9])
    assert gather(rows, WORSE).worse_sign == 1
    assert gather(rows, Direction.HIGHER_IS_BETTER).worse_sign == -1


def test_scores_out_of_order_are_our_own_mistake() -> None:
    found = three()
    with pytest.raises(AssertionError, match="by patient"):
        replace(found, series=found.series.take(np.array([2, 3, 0, 1])))
    with pytest.raises(AssertionError, match="by day"):
        replace(found, series=found.series.take(np.array([1, 0, 2, 3])))
