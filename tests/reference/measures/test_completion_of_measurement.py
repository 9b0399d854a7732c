"""Who has a first and a later score."""

import pytest

from fairterms.reference.measure import Options
from fairterms.reference.measures.completion_of_measurement import BOTH, FIRST, MEASURE
from tests.reference.made_patients import is_reached, judged, patient, scores, visits

OPTIONS: Options = {
    "instrument": "phq9",
    "same_day": "worse",
    "gap_days": 90,
    "first_within_days": 14,
    "from_day": 30,
    "until_day": 90,
    "observed_until": "2028-12-31",
}


@pytest.mark.parametrize(
    ("at", "expected"), [("02-14", False), ("02-15", True), ("03-15", True), ("03-16", False)]
)
def test_the_first_score_lies_near_the_first_visit(at: str, expected: bool) -> None:
    who = patient(visits("03-01"), scores((at, 14)))
    assert is_reached(MEASURE, who, OPTIONS, FIRST) is expected
    assert is_reached(MEASURE, who, OPTIONS, BOTH) is False


@pytest.mark.parametrize(
    ("at", "expected"), [("03-30", False), ("03-31", True), ("05-30", True), ("05-31", False)]
)
def test_the_later_score_lies_in_its_window(at: str, expected: bool) -> None:
    who = patient(visits("03-01"), scores(("03-01", 14), (at, 20)))
    assert is_reached(MEASURE, who, OPTIONS, FIRST) is True
    assert is_reached(MEASURE, who, OPTIONS, BOTH) is expected


def test_a_later_score_alone_completes_nothing() -> None:
    who = patient(visits("03-01"), scores(("04-15", 14)))
    assert is_reached(MEASURE, who, OPTIONS, BOTH) is False


@pytest.mark.parametrize(("gap", "cases"), [(59, 2), (58, 4)])
def test_each_episode_begun_in_the_period_is_a_case(gap: int, cases: int) -> None:
    who = patient(visits("03-01", "04-29"))
    assert len(judged(MEASURE, who, {**OPTIONS, "gap_days": gap})) == cases


def test_an_episode_begun_before_the_period_is_no_case() -> None:
    who = patient(visits("2026-12-31", "01-05"))
    assert is_reached(MEASURE, who, OPTIONS, FIRST) is None


@pytest.mark.parametrize(("until", "expected"), [("2027-05-30", False), ("2027-05-29", None)])
def test_nobody_is_judged_before_the_time_is_over(until: str, expected: bool | None) -> None:
    who = patient(visits("03-01"))
    assert is_reached(MEASURE, who, {**OPTIONS, "observed_until": until}, BOTH) is expected


def test_missed_visits_begin_nothing() -> None:
    assert is_reached(MEASURE, patient(visits("03-01", status="missed")), OPTIONS, FIRST) is None


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(MEASURE, patient(visits("03-01"), scores(("03-03", 14), ("04-15", 9))), OPTIONS)[
        0
    ]
    assert [str(step) for step in found.trace] == [
        "yes: A score within 14 days of the first visit on 2027-03-01 (14 points on 2027-03-03)",
        "yes: The time for a later score is over (until 2027-06-01, records until 2028-12-31)",
        "yes: A later score from 2027-04-02 to 2027-06-01 (9 points on 2027-04-15)",
    ]
