"""Rows in any order become courses, and nothing is lost in silence."""

import numpy as np
import pytest

from fairterms.outcomes.expected_response.course import ALL
from fairterms.outcomes.expected_response.course_rows import Intake, ScoreRows, gather
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal
from tests.outcomes.expected_response.made_up_courses import three

WORSE = Direction.HIGHER_IS_WORSE


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


def test_without_severity_all_patients_are_one_group() -> None:
    assert three().groups == (ALL,)
    assert three().group.tolist() == [0, 0, 0]


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
