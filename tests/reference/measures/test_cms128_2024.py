"""CMS128 of 2024: one case on each side of every date and of every number of days."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import MeasurementPeriod
from fairterms.reference.measures.cms128_2024 import (
    ANTIDEPRESSANTS,
    DIAGNOSES,
    MEASURE,
    VISITS,
    intake,
)
from fairterms.units.refusal import Refusal
from tests.reference.invented import (
    YEAR,
    code,
    day,
    diagnosis,
    dispense,
    judge,
    order,
    sets,
    span,
    verdict,
    visit,
)

INDEX = date(2025, 1, 10)


def patient(index: date = INDEX, days: float | None = 300) -> PatientRecord:
    """Somebody who begins a medicine on the day of a visit and of the diagnosis."""
    return PatientRecord(
        "1",
        birth_date=date(1980, 6, 1),
        encounters=(visit("Office Visit", index),),
        conditions=(diagnosis(DIAGNOSES, index),),
        medication_dispenses=(dispense(ANTIDEPRESSANTS, index, days),),
    )


def both(given: PatientRecord) -> tuple[str, str]:
    return verdict(judge(MEASURE, given, "84 days")), verdict(judge(MEASURE, given, "180 days"))


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        ("2024-04-30", "out"),
        ("2024-05-01", "reached"),
        ("2025-04-30", "reached"),
        ("2025-05-01", "out"),
    ],
)
def test_the_intake_runs_from_may_to_april(index: str, expected: str) -> None:
    assert both(patient(day(index))) == (expected, expected)


def test_the_index_day_is_the_first_of_the_intake() -> None:
    early, late = dispense(ANTIDEPRESSANTS, "2024-04-30"), dispense(ANTIDEPRESSANTS, INDEX)
    middle = dispense(ANTIDEPRESSANTS, "2024-12-01")
    given = replace(patient(), medication_dispenses=(late, middle, early))
    assert judge(MEASURE, given, "84 days").day == date(2024, 12, 1)


@pytest.mark.parametrize(("birth", "expected"), [("2007-01-10", "reached"), ("2007-01-11", "out")])
def test_they_are_18_on_the_index_day(birth: str, expected: str) -> None:
    assert both(replace(patient(), birth_date=day(birth))) == (expected, expected)


def test_without_a_birth_date_nobody_is_counted() -> None:
    given = judge(MEASURE, replace(patient(), birth_date=None), "84 days")
    assert verdict(given) == "out"
    assert "no: 18 or older on the index day (no birth date on record)" in map(str, given.trace)


NEARBY = [(-61, "out"), (-60, "reached"), (60, "reached"), (61, "out")]


@pytest.mark.parametrize(("plus", "expected"), NEARBY)
def test_the_diagnosis_begins_within_60_days(plus: int, expected: str) -> None:
    given = replace(patient(), conditions=(diagnosis(DIAGNOSES, day(INDEX, plus)),))
    assert both(given)[0] == expected


@pytest.mark.parametrize(("plus", "expected"), NEARBY)
def test_the_visit_begins_within_60_days(plus: int, expected: str) -> None:
    given = replace(patient(), encounters=(visit("Office Visit", day(INDEX, plus)),))
    assert both(given)[0] == expected


def test_a_visit_counts_by_the_day_it_begins() -> None:
    long = visit("Nursing Facility Visit", day(INDEX, -61), day(INDEX, 10))
    assert both(replace(patient(), encounters=(long,)))[0] == "out"


@pytest.mark.parametrize("kind", VISITS)
def test_every_kind_of_visit_counts(kind: str) -> None:
    assert both(replace(patient(), encounters=(visit(kind, INDEX),)))[0] == "reached"


def test_a_condition_of_another_kind_does_not_count() -> None:
    assert both(replace(patient(), conditions=(diagnosis("Hay fever", INDEX),)))[0] == "out"
    assert both(replace(patient(), encounters=(visit("Dentist", INDEX),)))[0] == "out"
    other = (dispense("Aspirin", INDEX, 300),)
    assert both(replace(patient(), medication_dispenses=other))[0] == "out"


@pytest.mark.parametrize(
    ("status", "expected"),
    [("finished", "reached"), ("arrived", "reached"), ("planned", "out"), ("cancelled", "out")],
)
def test_the_visit_took_place(status: str, expected: str) -> None:
    given = replace(patient(), encounters=(visit("Office Visit", INDEX, status=status),))
    assert both(given)[0] == expected


@pytest.mark.parametrize(
    ("status", "expected"), [("completed", "reached"), ("on-hold", "reached"), ("stopped", "out")]
)
def test_the_medicine_was_handed_over(status: str, expected: str) -> None:
    (given,) = patient().medication_dispenses
    changed = replace(patient(), medication_dispenses=(replace(given, status=status),))
    assert both(changed)[0] == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (-200, -106, "reached"),
        (-200, -105, "excluded"),
        (-1, 20, "excluded"),
        (0, 20, "reached"),
    ],
)
def test_an_active_order_in_the_105_days_before_excludes(
    first: int, last: int, expected: str
) -> None:
    earlier = replace(
        order(ANTIDEPRESSANTS, "2020-01-01", None),
        bounds=span(day(INDEX, first), day(INDEX, last)),
    )
    given = replace(patient(), medication_orders=(earlier,))
    assert both(given) == (expected, expected)


@pytest.mark.parametrize(("days", "expected"), [(29, "reached"), (30, "excluded")])
def test_an_order_covers_its_days_from_the_day_it_was_written(days: int, expected: str) -> None:
    earlier = order(ANTIDEPRESSANTS, day(INDEX, -134), days)
    assert both(replace(patient(), medication_orders=(earlier,)))[0] == expected


@pytest.mark.parametrize(
    "change", [{"status": "completed"}, {"intent": "plan"}, {"is_do_not_perform": True}]
)
def test_only_an_order_that_stands_excludes(change: dict[str, object]) -> None:
    earlier = replace(order(ANTIDEPRESSANTS, day(INDEX, -10)), **change)  # type: ignore[arg-type]
    assert both(replace(patient(), medication_orders=(earlier,)))[0] == "reached"


def test_an_order_of_another_medicine_does_not_exclude() -> None:
    other = order("Aspirin", day(INDEX, -10))
    assert both(replace(patient(), medication_orders=(other,)))[0] == "reached"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (83, ("missed", "missed")),
        (84, ("reached", "missed")),
        (179, ("reached", "missed")),
        (180, ("reached", "reached")),
    ],
)
def test_84_and_180_days_are_covered(days: int, expected: tuple[str, str]) -> None:
    assert both(patient(days=days)) == expected


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        (83, 114, ("reached", "missed")),
        (83, 115, ("missed", "missed")),
        (179, 231, ("reached", "reached")),
        (179, 232, ("reached", "missed")),
    ],
)
def test_cover_counts_to_day_114_and_to_day_231(
    first: int, later: int, expected: tuple[str, str]
) -> None:
    supplies = (
        dispense(ANTIDEPRESSANTS, INDEX, first),
        dispense(ANTIDEPRESSANTS, day(INDEX, later), 1),
    )
    assert both(replace(patient(), medication_dispenses=supplies)) == expected


@pytest.mark.parametrize(("second", "expected"), [(42, "reached"), (41, "missed"), (0, "missed")])
def test_two_supplies_on_one_day_count_once(second: int, expected: str) -> None:
    supplies = (
        dispense(ANTIDEPRESSANTS, INDEX, 42),
        dispense(ANTIDEPRESSANTS, day(INDEX, second), 42),
    )
    assert both(replace(patient(), medication_dispenses=supplies))[0] == expected


def test_the_year_of_the_first_day_sets_the_intake() -> None:
    fiscal = MeasurementPeriod(date(2024, 10, 1), date(2025, 9, 30))
    assert str(intake(fiscal)) == "2023-05-01 to 2024-04-30"


def test_the_trace_names_the_closest_of_several_days() -> None:
    visits = tuple(visit("Office Visit", day(INDEX, plus)) for plus in (-70, 65, 90))
    trace = judge(MEASURE, replace(patient(), encounters=visits), "84 days").trace
    assert trace[3].because == f"the closest on {day(INDEX, 65)}"


def test_a_supply_from_before_the_intake_covers_its_days_after_the_index() -> None:
    index = date(2024, 5, 10)
    before = dispense(ANTIDEPRESSANTS, "2024-04-20", 104)
    supplies = (before, dispense(ANTIDEPRESSANTS, index, 1))
    assert both(replace(patient(index), medication_dispenses=supplies))[0] == "reached"
    shorter = (replace(before, supply=replace(before.supply, days=103)), supplies[1])
    assert both(replace(patient(index), medication_dispenses=shorter))[0] == "missed"


def test_a_supply_of_unknown_length_covers_nothing_and_is_told() -> None:
    assert judge(MEASURE, patient(), "84 days").findings == ()
    known, unknown = dispense(ANTIDEPRESSANTS, INDEX), dispense(ANTIDEPRESSANTS, INDEX, None)
    several = replace(patient(), medication_dispenses=(known, unknown, unknown))
    assert judge(MEASURE, several, "84 days").findings == (
        "2 dispensed antidepressants have no known length and cover nothing",
    )
    given = judge(MEASURE, patient(days=None), "84 days")
    assert verdict(given) == "out"
    assert given.findings == ("1 dispensed antidepressant has no known length and covers nothing",)


def test_hospice_care_excludes_and_no_excluded_patient_counts_as_reached() -> None:
    stay = visit("Hospice Encounter", "2025-06-01")
    given = replace(patient(), encounters=(*patient().encounters, stay))
    assert both(given) == ("excluded", "excluded")


def test_a_missing_code_list_is_refused_by_name() -> None:
    known = {n: (code(n),) for n in MEASURE.value_sets if n != "Hospice Encounter"}
    with pytest.raises(Refusal, match="Hospice Encounter"):
        MEASURE.judged(patient(), YEAR, ValueSets.of(known))


def test_the_trace_says_every_step_with_its_dates() -> None:
    assert [str(step) for step in judge(MEASURE, patient(days=90), "180 days").trace] == [
        "yes: an antidepressant was dispensed from 2024-05-01 to 2025-04-30 (first on 2025-01-10)",
        "yes: 18 or older on the index day (aged 44 on 2025-01-10)",
        "yes: major depression began within 60 days of 2025-01-10 (the closest on 2025-01-10)",
        "yes: a qualifying visit began within 60 days of 2025-01-10 (the closest on 2025-01-10)",
        "no: had hospice care in the measurement period (none on record)",
        "no: an active antidepressant order covers 2024-09-27 to 2025-01-09 (none on record)",
        "no: 180 or more days covered from 2025-01-10 to 2025-08-29 (90 days covered)",
    ]


def test_both_rates_are_given_even_for_somebody_without_a_medicine() -> None:
    judged = MEASURE.judged(PatientRecord("2"), YEAR, sets(MEASURE))
    assert [(each.group, verdict(each)) for each in judged] == [
        ("84 days", "out"),
        ("180 days", "out"),
    ]


def test_the_code_lists_go_by_their_published_names() -> None:
    assert MEASURE.value_sets == (
        "Annual Wellness Visit",
        "Antidepressant Medication",
        "Encounter Inpatient",
        "Home Healthcare Services",
        "Hospice Care Ambulatory",
        "Hospice Diagnosis",
        "Hospice Encounter",
        "Major Depression",
        "Nursing Facility Visit",
        "Office Visit",
        "Preventive Care Services Established Office Visit, 18 and Up",
        "Preventive Care Services Initial Office Visit, 18 and Up",
        "Psych Visit Diagnostic Evaluation",
        "Psych Visit Psychotherapy",
        "Telephone Visits",
        "Virtual Encounter",
    )
