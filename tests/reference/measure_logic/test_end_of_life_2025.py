"""Hospice and palliative care: what is found says what it is and when."""

from datetime import date

import pytest

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure_logic.end_of_life_2025 import (
    HOSPICE_SETS,
    PALLIATIVE_SETS,
    hospice,
    is_certain,
    palliative,
)
from fairterms.units.period import Period
from tests.reference.measures.made_up_care import (
    FACIT_PAL,
    HOSPICE_ELSEWHERE,
    HOSPICE_FORM,
    YES,
    answer,
    diagnosis,
    made_up,
    order,
    procedure,
    visit,
)

SETS = ValueSets.of({name: made_up(name) for name in (*HOSPICE_SETS, *PALLIATIVE_SETS)})
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
DAY = "2026-05-01"
ALL = PatientRecord(
    "1",
    encounters=(
        visit("Encounter Inpatient", "2026-04-01", DAY, discharge=HOSPICE_ELSEWHERE),
        visit("Hospice Encounter", DAY),
        visit("Palliative Care Encounter", DAY),
    ),
    observations=(answer(HOSPICE_FORM, YES, DAY), answer(FACIT_PAL, (), DAY)),
    conditions=(
        diagnosis("Hospice Diagnosis", DAY),
        diagnosis("Palliative Care Diagnosis", DAY, "2026-06-01"),
    ),
    procedures=(
        procedure("Hospice Care Ambulatory", DAY),
        procedure("Palliative Care Intervention", DAY),
    ),
    service_requests=(order("Hospice Care Ambulatory", DAY),),
)


def test_every_sign_of_hospice_care_is_named_with_its_day() -> None:
    assert hospice(ALL, SETS, YEAR) == [
        "discharged to hospice 2026-05-01",
        "hospice visit 2026-05-01",
        "hospice assessment 2026-05-01",
        "hospice order 2026-05-01",
        "hospice procedure 2026-05-01",
        "hospice diagnosis 2026-05-01 to now",
    ]


def test_every_sign_of_palliative_care_is_named_with_its_day() -> None:
    assert palliative(ALL, SETS, YEAR) == [
        "palliative assessment 2026-05-01",
        "palliative diagnosis 2026-05-01 to 2026-06-01",
        "palliative visit 2026-05-01",
        "palliative procedure 2026-05-01",
    ]


def test_nothing_is_found_in_another_year() -> None:
    before = Period(date(2025, 1, 1), date(2025, 12, 31))
    assert hospice(ALL, SETS, before) == palliative(ALL, SETS, before) == []


@pytest.mark.parametrize(
    ("status", "verification", "answered"),
    [("active", "confirmed", True), ("resolved", "confirmed", False), ("active", "", False)],
)
def test_a_diagnosis_is_certain_when_active_and_confirmed(
    status: str, verification: str, answered: bool
) -> None:
    one = diagnosis("x", DAY, clinical_status=status, verification=verification)
    assert is_certain(one) is answered
