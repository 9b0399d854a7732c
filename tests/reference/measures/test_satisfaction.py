"""The top answer."""

import pytest

from fairterms.reference.measure import Options
from fairterms.reference.measures.satisfaction import MEASURE, TOP
from tests.reference.made_patients import is_reached, judged, patient, scores, visits

OPTIONS: Options = {
    "instrument": "csq8",
    "same_day": "worse",
    "gap_days": 90,
    "from_day": 14,
    "until_day": 60,
    "which_answer": "last",
    "observed_until": "2028-12-31",
    "top_from": 28,
}
SEEN = visits("03-01")


@pytest.mark.parametrize(("points", "top"), [(27, False), (28, True), (32, True)])
def test_the_top_begins_at_the_declared_points(points: float, top: bool) -> None:
    who = patient(SEEN, scores(("04-01", points), instrument="csq8"))
    assert is_reached(MEASURE, who, OPTIONS, "answered") is True
    assert is_reached(MEASURE, who, OPTIONS, TOP) is top


def test_whoever_did_not_answer_is_in_the_first_part_alone() -> None:
    assert is_reached(MEASURE, patient(SEEN), OPTIONS, "answered") is False
    assert is_reached(MEASURE, patient(SEEN), OPTIONS, TOP) is None


@pytest.mark.parametrize(
    ("at", "answered"), [("03-14", False), ("03-15", True), ("04-30", True), ("05-01", False)]
)
def test_an_answer_counts_in_its_window(at: str, answered: bool) -> None:
    who = patient(SEEN, scores((at, 30), instrument="csq8"))
    assert is_reached(MEASURE, who, OPTIONS, "answered") is answered


@pytest.mark.parametrize(("which", "top"), [("first", True), ("last", False)])
def test_the_first_and_the_last_answer_are_two_readings(which: str, top: bool) -> None:
    who = patient(SEEN, scores(("03-20", 30), ("04-20", 20), instrument="csq8"))
    assert is_reached(MEASURE, who, {**OPTIONS, "which_answer": which}, TOP) is top


@pytest.mark.parametrize(("until", "answered"), [("2027-04-30", False), ("2027-04-29", None)])
def test_nobody_is_judged_before_the_time_is_over(until: str, answered: bool | None) -> None:
    found = is_reached(MEASURE, patient(SEEN), {**OPTIONS, "observed_until": until}, "answered")
    assert found is answered


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(MEASURE, patient(SEEN, scores(("04-01", 27), instrument="csq8")), OPTIONS)[0]
    assert [str(step) for step in found.trace] == [
        "yes: The time to answer is over (until 2027-04-30)",
        "yes: Answered from 2027-03-15 to 2027-04-30 (27 points on 2027-04-01)",
        "no: At 28 points or better (27 points on 2027-04-01)",
    ]
