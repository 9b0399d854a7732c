"""Which scores count."""

from fractions import Fraction

import pytest

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.facts import Observation
from fairterms.reference.clinical.period import Period
from fairterms.reference.measure_logic.score_course import course, window_after
from fairterms.units.refusal import Refusal
from tests.reference.made_patients import day, patient, scores

PHQ9 = "phq9"
TOTAL = Code("loinc", "44261-6")


def score(**more: object) -> Observation:
    facts: dict[str, object] = {
        "id": "a",
        "status": "final",
        "when": Period.on(day("03-01")),
        "number": 7.0,
    }
    return Observation(**(facts | more))  # type: ignore[arg-type]


def points(*found: Observation) -> list[Fraction]:
    return [one.points for one in course(patient(found), PHQ9, "worse").scores]


@pytest.mark.parametrize("status", ["final", "amended", "corrected", "completed"])
def test_a_score_that_stands_counts(status: str) -> None:
    assert points(score(instrument="phq9", status=status)) == [7]


@pytest.mark.parametrize("status", ["preliminary", "cancelled", "entered-in-error", ""])
def test_a_score_that_does_not_stand_does_not_count(status: str) -> None:
    assert points(score(instrument="phq9", status=status)) == []


def test_a_score_without_a_name_counts_by_the_code_of_its_total() -> None:
    assert points(score(codes=(TOTAL,))) == [7]
    assert points(score(codes=(Code("loinc", "70274-6"),))) == []
    assert points(score(codes=(TOTAL,), instrument="gad7")) == []


def test_a_score_without_points_or_day_does_not_count() -> None:
    assert points(score(instrument="phq9", number=None)) == []
    assert points(score(instrument="phq9", when=None)) == []


def test_scores_are_in_order_and_one_a_day() -> None:
    rows = scores(("03-01", 5), ("02-01", 9), ("03-01", 6))
    assert [one.points for one in course(patient(rows), PHQ9, "worse").scores] == [9, 6]
    assert [one.points for one in course(patient(rows), PHQ9, "better").scores] == [9, 5]


def test_of_equal_scores_the_earliest_is_best_and_worst() -> None:
    found = course(patient(scores(("03-01", 5), ("04-01", 5))), PHQ9, "worse")
    assert found.better(found.scores).day == found.worse(found.scores).day == day("03-01")


def test_points_are_exact() -> None:
    assert points(score(instrument="phq9", number=0.1)) == [Fraction(1, 10)]


def test_a_window_has_its_days_in_order() -> None:
    found = window_after(day("01-01"), {"from_day": 1, "until_day": 1})
    assert (found.first, found.last) == (day("01-02"), day("01-02"))
    with pytest.raises(Refusal, match="option until_day"):
        window_after(day("01-01"), {"from_day": 2, "until_day": 1})
    with pytest.raises(Refusal, match="option from_day"):
        window_after(day("01-01"), {"from_day": 0, "until_day": 1})
