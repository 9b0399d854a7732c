"""Every sign of hospice care in 2024, one case on each side of the period."""

from dataclasses import replace
from typing import Any

import pytest

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure_logic.hospice_2024 import (
    DISCHARGED_TO_HOSPICE,
    HOSPICE_QUESTION,
    VALUE_SETS,
    YES,
    ask_hospice,
)
from fairterms.reference.measure_logic.steps import Steps
from tests.reference.invented import (
    YEAR,
    code,
    diagnosis,
    done,
    found,
    request,
    visit,
)

SETS = ValueSets.of({name: (code(name),) for name in VALUE_SETS})
(QUESTION,) = HOSPICE_QUESTION
AROUND = [
    ("2024-12-01", "2024-12-31", False),
    ("2024-12-01", "2025-01-01", True),
    ("2025-12-31", "2026-01-31", True),
    ("2026-01-01", "2026-01-31", False),
]


def in_hospice(**facts: Any) -> bool:
    return ask_hospice(Steps(), PatientRecord("1", **facts), YEAR, SETS)


def test_the_codes_the_measures_name_themselves() -> None:
    assert {str(each) for each in (*DISCHARGED_TO_HOSPICE, *HOSPICE_QUESTION, *YES)} == {
        "snomed-ct 428361000124107",
        "snomed-ct 428371000124100",
        "loinc 45755-6",
        "snomed-ct 373066001",
    }


def test_nothing_on_record_is_no_hospice_care() -> None:
    steps = Steps()
    assert not ask_hospice(steps, PatientRecord("1"), YEAR, SETS)
    assert steps.taken[0].because == "none on record"


@pytest.mark.parametrize(("first", "last", "expected"), AROUND)
def test_a_visit_a_procedure_or_an_assessment_shares_a_day_with_the_period(
    first: str, last: str, expected: bool
) -> None:
    care = visit("Hospice Encounter", first, last)
    assert in_hospice(encounters=(care,)) is expected
    procedure = done("Hospice Care Ambulatory", first, last)
    assert in_hospice(procedures=(procedure,)) is expected
    answer = replace(found(QUESTION, first, answers=tuple(YES)), when=care.period)
    assert in_hospice(observations=(answer,)) is expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-12-01", "2024-12-31", False),
        ("2024-12-01", "2025-01-01", True),
        ("2025-12-01", "2025-12-31", True),
        ("2025-12-01", "2026-01-01", False),
    ],
)
@pytest.mark.parametrize("where", sorted(DISCHARGED_TO_HOSPICE, key=str))
def test_a_stay_ends_in_the_period_with_discharge_to_hospice(
    where: Code, first: str, last: str, expected: bool
) -> None:
    stay = visit("Encounter Inpatient", first, last, discharge=(where,))
    assert in_hospice(encounters=(stay,)) is expected


def test_a_stay_with_another_discharge_or_none_yet_does_not_count() -> None:
    stay = visit("Encounter Inpatient", "2025-03-01", discharge=(code("home"),))
    assert not in_hospice(encounters=(stay,))
    assert not in_hospice(encounters=(replace(stay, discharge=()),))
    lasting = replace(stay, discharge=tuple(DISCHARGED_TO_HOSPICE), period=None)
    assert not in_hospice(encounters=(lasting,))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2024-12-31", False),
        ("2025-01-01", True),
        ("2025-12-31T23:00:00-05:00", True),
        ("2026-01-01", False),
    ],
)
def test_an_order_is_written_in_the_period(when: str, expected: bool) -> None:
    assert in_hospice(service_requests=(request("Hospice Care Ambulatory", when),)) is expected


@pytest.mark.parametrize(
    ("onset", "status", "expected"),
    [
        ("2020-01-01", "active", True),
        ("2020-01-01", "resolved", False),
        ("2025-06-01", "resolved", True),
        ("2026-01-01", "active", False),
    ],
)
def test_a_diagnosis_is_open_while_active_and_of_unknown_end_when_over(
    onset: str, status: str, expected: bool
) -> None:
    given = diagnosis("Hospice Diagnosis", onset, clinical_status=status)
    assert in_hospice(conditions=(given,)) is expected


def test_statuses_that_do_not_count() -> None:
    when = "2025-06-01"
    for status in ("planned", "cancelled", "entered-in-error", "unknown"):
        assert not in_hospice(encounters=(visit("Hospice Encounter", when, status=status),))
    for status in ("preliminary", "unknown"):
        answer = found(QUESTION, when, answers=tuple(YES), status=status)
        assert not in_hospice(observations=(answer,))
    order = request("Hospice Care Ambulatory", when)
    for change in ({"status": "draft"}, {"intent": "plan"}, {"is_do_not_perform": True}):
        changed = replace(order, **change)
        assert not in_hospice(service_requests=(changed,))
    planned = replace(done("Hospice Care Ambulatory", when), status="in-progress")
    assert not in_hospice(procedures=(planned,))


def test_an_answer_other_than_yes_does_not_count() -> None:
    assert not in_hospice(observations=(found(QUESTION, "2025-06-01", answers=(code("no"),)),))


def test_a_visit_counts_from_arrival_on() -> None:
    for status in ("finished", "arrived", "triaged", "in-progress", "onleave"):
        care = visit("Hospice Encounter", "2025-06-01", status=status)
        assert in_hospice(encounters=(care,))
