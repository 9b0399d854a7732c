"""Seen after hospital."""

import pytest

from fairterms.reference.measure import Options
from fairterms.reference.measures.follow_up_after_discharge import LONG, MEASURE, SHORT
from tests.reference.made_patients import day, is_reached, judged, patient, stay, visits

OPTIONS: Options = {
    "short_days": 7,
    "long_days": 30,
    "same_day_visit": "does not count",
    "readmitted_within": 30,
    "places": "any",
    "diagnoses": "any",
    "observed_until": "2028-12-31",
}


@pytest.mark.parametrize(
    ("at", "short", "long"),
    [
        ("03-01", False, False),
        ("03-02", True, True),
        ("03-08", True, True),
        ("03-09", False, True),
        ("03-31", False, True),
        ("04-01", False, False),
    ],
)
def test_each_time_holds_on_its_last_day(at: str, short: bool, long: bool) -> None:
    who = patient(stay("02-20", "03-01"), visits(at))
    assert is_reached(MEASURE, who, OPTIONS, SHORT) is short
    assert is_reached(MEASURE, who, OPTIONS, LONG) is long


def test_a_visit_on_the_day_of_discharge_counts_where_declared() -> None:
    who = patient(stay("02-20", "03-01"), visits("03-01"))
    assert is_reached(MEASURE, who, {**OPTIONS, "same_day_visit": "counts"}, SHORT) is True


@pytest.mark.parametrize(("back", "expected"), [("03-31", None), ("04-01", False)])
def test_a_return_within_30_days_excuses_the_discharge(back: str, expected: bool | None) -> None:
    who = patient(stay("02-20", "03-01"), stay(back, "2028-02-01"))
    assert is_reached(MEASURE, who, OPTIONS, SHORT) is expected


def test_stays_that_touch_are_one_and_the_last_discharge_counts() -> None:
    who = patient(stay("02-20", "03-01"), stay("03-01", "03-10"), visits("03-12"))
    found = [one for one in judged(MEASURE, who, OPTIONS) if one.group == SHORT]
    assert [one.day for one in found] == [day("03-10")]
    assert is_reached(MEASURE, who, OPTIONS, SHORT) is True


@pytest.mark.parametrize(
    ("out", "cases"), [("2026-12-31", 0), ("01-01", 2), ("12-31", 2), ("2028-01-01", 0)]
)
def test_the_discharge_lies_in_the_period(out: str, cases: int) -> None:
    found = judged(MEASURE, patient(stay("2026-12-20", out)), OPTIONS)
    assert sum(bool(one.counts) for one in found) == cases


@pytest.mark.parametrize(("until", "expected"), [("2027-03-08", True), ("2027-03-07", None)])
def test_nobody_is_judged_before_the_time_is_over(until: str, expected: bool | None) -> None:
    who = patient(stay("02-20", "03-01"), visits("03-02"))
    assert is_reached(MEASURE, who, {**OPTIONS, "observed_until": until}, SHORT) is expected


@pytest.mark.parametrize(("died", "expected"), [("2027-03-08", None), ("2027-03-09", False)])
def test_death_within_the_time_excuses(died: str, expected: bool | None) -> None:
    who = patient(stay("02-20", "03-01"), death_date=day(died))
    assert is_reached(MEASURE, who, OPTIONS, SHORT) is expected


def test_only_declared_places_and_diagnoses_count() -> None:
    who = patient(stay("02-20", "03-01", "I10", "51"))
    assert is_reached(MEASURE, who, {**OPTIONS, "diagnoses": "F"}, SHORT) is None
    assert is_reached(MEASURE, who, {**OPTIONS, "diagnoses": "F, I1"}, SHORT) is False
    assert is_reached(MEASURE, who, {**OPTIONS, "places": "21"}, SHORT) is None
    assert is_reached(MEASURE, who, {**OPTIONS, "places": "21, 51"}, SHORT) is False


def test_missed_visits_are_no_follow_up() -> None:
    who = patient(stay("02-20", "03-01"), visits("03-02", status="missed"))
    assert is_reached(MEASURE, who, OPTIONS, LONG) is False


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(
        MEASURE, patient(stay("02-20", "03-01"), stay("03-20", "03-25"), visits("03-15")), OPTIONS
    )[1]
    assert [str(step) for step in found.trace] == [
        "yes: The 30 days after the discharge are over (until 2027-03-31)",
        "yes: Excluded for a return to hospital or for death (admitted again 2027-03-20)",
        "yes: A kept visit from 2027-03-02 to 2027-03-31 (2027-03-15)",
    ]
