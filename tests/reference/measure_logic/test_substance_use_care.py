"""What a record says of care for a substance use disorder, before anything is judged."""

from dataclasses import replace
from datetime import date

from fairterms.reference.clinical.facts import Condition, Encounter
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure_logic.substance_use_care import (
    DISORDER,
    LONG_ACTING,
    SESSIONS,
    VALUE_SETS,
    SubstanceUseCare,
)
from fairterms.units.period import Period
from tests.reference.invented import code, diagnosis, done, order, visit

SETS = ValueSets.of({name: (code(name),) for name in VALUE_SETS})
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
DAY = date(2025, 6, 1)


def first(*visits: Encounter, conditions: tuple[Condition, ...]) -> str:
    record = PatientRecord("1", encounters=visits, conditions=conditions)
    found = SubstanceUseCare(record, SETS).first_visit(YEAR, date(2025, 11, 14))
    return found.id if found else ""


def test_visits_of_one_day_go_by_the_hour_as_written() -> None:
    noon = visit("Office Visit", "2025-06-01T12:00:00Z", "2025-06-01T13:00:00Z", id="noon")
    nine = visit("Office Visit", "2025-06-01T09:00:00Z", "2025-06-01T13:00:00Z", id="nine")
    onset = (diagnosis(DISORDER, "2025-06-01T12:30:00Z"),)
    assert first(noon, nine, conditions=onset) == "nine"


def test_days_go_before_hours_when_offsets_differ() -> None:
    late = visit(
        "Office Visit", "2025-06-01T23:00:00-10:00", "2025-06-02T02:00:00-10:00", id="late"
    )
    early = visit("Office Visit", "2025-06-02T08:00:00Z", "2025-06-02T12:00:00Z", id="early")
    onset = (diagnosis(DISORDER, "2025-06-02T10:30:00Z"),)
    assert first(early, late, conditions=onset) == "late"


def test_signs_before_are_told_with_their_days() -> None:
    seen = visit("Office Visit", DAY, diagnoses=("sud",))
    record = PatientRecord(
        "1",
        encounters=(seen,),
        conditions=(diagnosis(DISORDER, DAY, id="sud"),),
        procedures=(done(SESSIONS[0], DAY),),
        medication_orders=(order(LONG_ACTING, DAY),),
    )
    assert list(SubstanceUseCare(record, SETS).history(Period(DAY, DAY))) == [
        "treated on 2025-06-01",
        "a visit for it on 2025-06-01",
        "medicine ordered on 2025-06-01",
    ]


def test_events_without_a_day_are_left_out() -> None:
    record = PatientRecord(
        "1",
        procedures=(replace(done(SESSIONS[0], DAY), when=None),),
        medication_orders=(replace(order(LONG_ACTING, DAY), authored=None),),
    )
    care = SubstanceUseCare(record, SETS)
    assert care.long_acting() == care.short_events() == []
