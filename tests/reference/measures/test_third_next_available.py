"""The third open appointment."""

import pytest

from fairterms.reference.clinical.facts import Encounter
from fairterms.reference.clinical.period import Period
from fairterms.reference.measure import Options, Population
from fairterms.reference.measure_logic.time_to_event import median_of
from fairterms.reference.measures.third_next_available import MEASURE
from tests.reference.made_patients import day, judged, patient, requests, visits

OPTIONS: Options = {
    "visit_types": "any",
    "listed_days": 30,
    "days": "calendar",
    "holidays": "none",
}


def free(*days: str) -> tuple[Encounter, ...]:
    return visits(*days, status="free")


def test_the_third_slot_counts_not_the_next() -> None:
    found = judged(
        MEASURE, patient(requests("03-01"), free("03-01", "03-09", "03-05", "03-20")), OPTIONS
    )
    assert [(one.amount, one.count(Population.NUMERATOR), one.clinician) for one in found] == [
        (8, 1, "ann")
    ]


def test_slots_before_the_sample_day_are_gone() -> None:
    found = judged(
        MEASURE, patient(requests("03-02"), free("03-01", "03-02", "03-03", "03-04")), OPTIONS
    )
    assert found[0].amount == 2


@pytest.mark.parametrize(("third", "days", "reached"), [("03-31", 30, 1), ("04-01", 30, 0)])
def test_slots_beyond_the_list_are_not_seen_and_the_wait_is_at_least_its_length(
    third: str, days: int, reached: int
) -> None:
    found = judged(MEASURE, patient(requests("03-01"), free("03-02", "03-03", third)), OPTIONS)[0]
    assert (found.amount, found.count(Population.NUMERATOR)) == (days, reached)
    assert found.count(Population.DENOMINATOR) == 1


def test_a_full_calendar_does_not_vanish_from_the_median() -> None:
    full = judged(MEASURE, patient(requests("03-01")), OPTIONS)
    some = judged(MEASURE, patient(requests("03-01"), free("03-01", "03-02", "03-04")), OPTIONS)
    assert median_of([*some, *some, *full]) == 3
    assert median_of([*some, *full, *full]) is None


def test_only_declared_kinds_of_slot_count() -> None:
    slots = [
        Encounter(f"s{n}", status="free", period=Period.on(day(at)), visit_type=kind)
        for n, (at, kind) in enumerate(
            [("03-01", "Urgent"), ("03-02", "new"), ("03-03", "New"), ("03-04", "new")]
        )
    ]
    who = patient(requests("03-01"), *slots)
    assert judged(MEASURE, who, {**OPTIONS, "visit_types": "new"})[0].amount == 3
    assert judged(MEASURE, who, OPTIONS)[0].amount == 2


def test_taken_slots_are_not_open() -> None:
    who = patient(requests("03-01"), free("03-01", "03-02"), visits("03-03", "03-04"))
    assert judged(MEASURE, who, OPTIONS)[0].count(Population.NUMERATOR) == 0


def test_business_days_leave_out_the_weekend() -> None:
    who = patient(requests("03-05"), free("03-05", "03-05", "03-08"))
    who = patient(requests("03-05"), free("03-05", "03-06", "03-08"))
    assert judged(MEASURE, who, {**OPTIONS, "days": "business"})[0].amount == 1


def test_sample_days_outside_the_period_do_not_count() -> None:
    assert judged(MEASURE, patient(requests("2026-12-31")), OPTIONS)[0].counts == {}


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(
        MEASURE, patient(requests("03-01"), visits("03-02", "03-03", status="free")), OPTIONS
    )[0]
    assert [str(step) for step in found.trace] == [
        "no: Three open appointments within 30 calendar days of 2027-03-01 (2 listed)",
    ]
