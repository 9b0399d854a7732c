"""The wait for the first and the second visit."""

import pytest

from fairterms.reference.measure import Options
from fairterms.reference.measures.days_to_first_visit import FIRST, MEASURE, NO_REQUEST, SECOND
from tests.reference.made_patients import is_reached, judged, patient, requests, visits

OPTIONS: Options = {
    "first_within": 10,
    "second_within": 14,
    "clear_days": 180,
    "days": "calendar",
    "holidays": "none",
    "observed_until": "2028-12-31",
}


@pytest.mark.parametrize(("at", "expected"), [("03-01", True), ("03-11", True), ("03-12", False)])
def test_a_visit_on_the_last_day_is_in_time(at: str, expected: bool) -> None:
    who = patient(requests("03-01"), visits(at))
    assert is_reached(MEASURE, who, OPTIONS, FIRST) is expected


@pytest.mark.parametrize(("at", "expected"), [("03-15", True), ("03-16", False)])
def test_business_days_leave_out_weekends(at: str, expected: bool) -> None:
    """1 March 2027 is a Monday."""
    who = patient(requests("03-01"), visits(at))
    assert is_reached(MEASURE, who, {**OPTIONS, "days": "business"}, FIRST) is expected
    off = {**OPTIONS, "days": "business", "holidays": "2027-03-03"}
    assert is_reached(MEASURE, who, off, FIRST) is True


@pytest.mark.parametrize(("at", "expected"), [("03-19", True), ("03-20", False), ("03-05", False)])
def test_the_second_visit_is_counted_from_the_first_and_is_another_day(
    at: str, expected: bool
) -> None:
    who = patient(requests("03-01"), visits("03-05"), visits(at, clinician="bob"))
    assert is_reached(MEASURE, who, OPTIONS, SECOND) is expected


def test_a_patient_who_never_came_counts_once_the_time_is_over() -> None:
    who = patient(requests("03-01"))
    assert is_reached(MEASURE, who, {**OPTIONS, "observed_until": "2027-03-11"}, FIRST) is False
    assert is_reached(MEASURE, who, {**OPTIONS, "observed_until": "2027-03-10"}, FIRST) is None
    assert is_reached(MEASURE, who, OPTIONS, SECOND) is None


def test_whoever_was_seen_early_is_not_judged_before_whoever_still_waits() -> None:
    who = patient(requests("03-01"), visits("03-02"))
    assert is_reached(MEASURE, who, {**OPTIONS, "observed_until": "2027-03-10"}, FIRST) is None


def test_requests_before_one_visit_are_one_wait_from_the_earliest() -> None:
    who = patient(requests("03-01", "03-08"), visits("03-12"))
    assert is_reached(MEASURE, who, OPTIONS, FIRST) is False
    found = [one for one in judged(MEASURE, who, OPTIONS) if one.group == FIRST]
    assert [one.amount for one in found] == [11]


@pytest.mark.parametrize(("clear", "expected"), [(59, True), (60, None)])
def test_a_patient_seen_shortly_before_is_not_new(clear: int, expected: bool | None) -> None:
    who = patient(requests("03-02"), visits("01-01", "03-05"))
    assert is_reached(MEASURE, who, {**OPTIONS, "clear_days": clear}, FIRST) is expected


@pytest.mark.parametrize(
    ("at", "counts"), [("2026-12-31", 0), ("01-01", 1), ("12-31", 1), ("2028-01-01", 0)]
)
def test_the_request_lies_in_the_period(at: str, counts: int) -> None:
    found = judged(MEASURE, patient(requests(at)), OPTIONS)
    assert sum(bool(one.counts) for one in found) == counts


def test_withdrawn_requests_are_nobodys_wait() -> None:
    assert is_reached(MEASURE, patient(requests("03-01", status="revoked")), OPTIONS, FIRST) is None


def test_visits_without_any_request_say_what_the_tables_lack() -> None:
    found = judged(MEASURE, patient(visits("03-01")), OPTIONS)
    assert [(one.counts, one.findings) for one in found] == [({}, (NO_REQUEST,))]
    assert judged(MEASURE, patient(), OPTIONS)[0].findings == ()


def test_missed_visits_end_no_wait() -> None:
    who = patient(requests("03-01"), visits("03-02", status="missed"))
    assert is_reached(MEASURE, who, OPTIONS, FIRST) is False


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(MEASURE, patient(requests("03-01"), visits("03-05", "03-30")), OPTIONS)[1]
    assert [str(step) for step in found.trace] == [
        "yes: The time to be seen after 2027-03-01 is over (until 2027-03-11)",
        "yes: Seen within 10 calendar days of 2027-03-01 (on 2027-03-05, after 4)",
        "yes: The time to be seen after 2027-03-05 is over (until 2027-03-19)",
        "no: Seen within 14 calendar days of 2027-03-05 (on 2027-03-30, after 25)",
    ]
