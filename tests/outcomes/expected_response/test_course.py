"""Courses: rows in any order become courses, and nothing is lost in silence."""

import numpy as np
import pytest

from fairterms.outcomes.expected_response.course import (
    ALL,
    Courses,
    Intake,
    ScoreRows,
    TimeCount,
    TimeScale,
    gather,
)
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal

WORSE = Direction.HIGHER_IS_WORSE


def three() -> Courses:
    rows = ScoreRows(
        ["a", "b", "a", "c", "a", "b"],
        [110, 5, 100, 7, 103, 5],
        [9, 20, 12, np.nan, np.nan, 18],
    )
    return gather(rows, WORSE)


def test_scores_stand_by_patient_and_day_since_the_first() -> None:
    found = three()
    assert found.ids == ("a", "b", "c")
    assert found.series.patient.tolist() == [0, 0, 1, 1]
    assert found.series.day.tolist() == [0, 10, 0, 0]
    assert found.series.score.tolist() == [12, 9, 20, 18]
    assert found.start_day.tolist() == [100, 5, 0]


def test_days_count_from_the_declared_start() -> None:
    rows = ScoreRows(["a", "b", "a"], [107, 5, 110], [9, 20, 12], start={"a": 100, "b": 5})
    found = gather(rows, WORSE)
    assert found.series.day.tolist() == [7, 10, 0]
    assert found.start_day.tolist() == [100, 5]


@pytest.mark.parametrize(
    ("start", "says"),
    [({"a": 100}, "missing for 1 of 2"), ({"a": 108, "b": 5}, "1 lie before the start")],
    ids=["missing", "too late"],
)
def test_a_start_that_cannot_be_is_refused(start: dict[str, int], says: str) -> None:
    with pytest.raises(Refusal, match=says):
        gather(ScoreRows(["a", "b", "a"], [107, 5, 110], [9, 20, 12], start=start), WORSE)


def test_a_form_that_could_not_be_scored_is_a_form_and_no_score() -> None:
    assert three().forms.tolist() == [3, 2, 1]
    assert three().counts.tolist() == [2, 2, 0]


def test_first_and_last_scores_are_told_from_the_others() -> None:
    found = three()
    assert found.position.tolist() == [0, 1, 0, 1]
    assert found.is_last.tolist() == [False, True, False, True]


def test_without_severity_all_patients_are_one_group() -> None:
    assert three().groups == (ALL,)
    assert three().group.tolist() == [0, 0, 0]


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


def test_facts_at_intake_stand_beside_their_patient() -> None:
    intake = Intake(
        ("mild", "severe"), {"b": "severe", "a": "mild"}, ("age",), {"a": [40], "b": [50]}
    )
    found = gather(ScoreRows(["b", "a"], [0, 0], [9, 8]), WORSE, intake)
    assert found.group.tolist() == [1, 0]
    assert found.facts.tolist() == [[50], [40]]


def test_a_course_without_a_declared_group_is_refused_without_naming_it() -> None:
    intake = Intake(("mild",), {"a": "mild", "secret": "odd"})
    with pytest.raises(Refusal, match="2 courses without a declared severity group") as told:
        gather(ScoreRows(["a", "secret", "third"], [0, 0, 0], [9, 8, 7]), WORSE, intake)
    assert "secret" not in str(told.value)


def test_a_missing_fact_is_refused() -> None:
    intake = Intake(("all",), {"a": "all", "b": "all"}, ("age",), {"a": [40], "b": [np.nan]})
    with pytest.raises(Refusal, match="1 with missing facts"):
        gather(ScoreRows(["a", "b"], [0, 0], [9, 8]), WORSE, intake)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (ScoreRows(["a", "b"], [0], [9, 8]), "columns of 1, 2 rows"),
        (ScoreRows(["a", "b"], [0, np.nan], [9, 8]), "row 2 is not a whole number"),
        (ScoreRows(["a", "b", "c"], [0.5, 1, np.inf], [9, 8, 7]), "row 1 .*and 1 more rows"),
        (ScoreRows(["a"], [0], [9], session=[1.5]), "sessions: row 1"),
    ],
    ids=["lengths", "no day", "half days", "half a session"],
)
def test_rows_that_cannot_be_put_in_order_are_refused(rows: ScoreRows, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        gather(rows, WORSE)
