"""Missed appointments."""

import pytest

from fairterms.reference.measure import Options, Population
from fairterms.reference.measures.no_show import MEASURE, NO_STATUS
from tests.reference.made_patients import judged, patient, visits

OPTIONS: Options = {
    "missed_statuses": "missed, noshow",
    "left_out_statuses": "cancelled",
    "appointments": "every",
}


def counted(*facts: object, **changes: str | float) -> tuple[int, int]:
    found = judged(MEASURE, patient(*facts), {**OPTIONS, **changes})
    return (
        sum(one.count(Population.NUMERATOR) for one in found),
        sum(one.count(Population.DENOMINATOR) for one in found),
    )


def test_each_appointment_is_a_case() -> None:
    assert counted(visits("01-05", "02-05"), visits("03-05", status="missed")) == (1, 3)
    found = judged(MEASURE, patient(visits("01-05"), visits("03-05", status="missed")), OPTIONS)
    assert [one.case for one in found] == ["ann-finished-01-05", "ann-missed-03-05"]


def test_a_cancelled_one_is_left_out_or_missed_as_the_words_say() -> None:
    facts = (visits("01-05"), visits("03-05", status="cancelled"))
    assert counted(*facts) == (0, 1)
    both = {"missed_statuses": "missed, Cancelled", "left_out_statuses": "none"}
    assert counted(*facts, **both) == (1, 2)


def test_a_word_the_contract_does_not_hold_is_reported() -> None:
    found = judged(MEASURE, patient(visits("01-05"), visits("03-05", status="booked")), OPTIONS)
    assert [one.findings for one in found] == [(NO_STATUS,)]
    assert judged(MEASURE, patient(visits("01-05")), OPTIONS)[0].findings == ()


@pytest.mark.parametrize(
    ("at", "cases"), [("2026-12-31", 0), ("01-01", 1), ("12-31", 1), ("2028-01-01", 0)]
)
def test_the_appointment_lies_in_the_period(at: str, cases: int) -> None:
    assert counted(visits(at, status="missed")) == (cases, cases)


def test_the_first_of_each_patient_is_another_rate() -> None:
    facts = (visits("02-05", "03-05"), visits("01-05", status="missed"))
    assert counted(*facts, appointments="first of each patient") == (1, 1)


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(MEASURE, patient(visits("03-05", status="missed")), OPTIONS)[0]
    assert [str(step) for step in found.trace] == [
        "yes: The appointment on 2027-03-05 was missed (on record as missed)",
    ]
