"""CMS136 of 2024: one case on each side of every date and of every number of days."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.reference.clinical.calendar import add_months
from fairterms.reference.clinical.facts import Encounter, MedicationOrder
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.measure import MeasurementPeriod
from fairterms.reference.measure_logic.adhd_care import (
    AMBULATORY,
    DRUGS,
    FIRST_VISITS,
    FOLLOW_UPS,
    INPATIENT,
    MENTAL_DISORDERS,
    METHAMPHETAMINE,
    NARCOLEPSY,
    VIRTUAL,
    WITH_MEDICINES,
)
from fairterms.reference.measures.cms136_2024 import CONTINUATION, INITIATION, MEASURE, intake
from tests.reference.invented import (
    YEAR,
    code,
    day,
    diagnosis,
    judge,
    order,
    sets,
    span,
    verdict,
    visit,
)

INDEX = date(2024, 9, 1)
DRUG = "Methylphenidate"


def patient(index: date = INDEX, days: float | None = 301) -> PatientRecord:
    """A child of eight, seen on the day the medicine is ordered and three times after."""
    return PatientRecord(
        "1",
        birth_date=date(2016, 6, 1),
        encounters=tuple(visit("Office Visit", day(index, plus)) for plus in (0, 10, 100, 200)),
        medication_orders=(order(DRUG, index, days),),
    )


def seen(*plus: int, also: tuple[Encounter, ...] = ()) -> PatientRecord:
    """The same child, seen on these days after the index day."""
    visits = tuple(visit("Office Visit", day(INDEX, each)) for each in (0, *plus))
    return replace(patient(), encounters=(*visits, *also))


def ordered(*orders: MedicationOrder) -> PatientRecord:
    return replace(patient(), medication_orders=orders)


def both(given: PatientRecord, period: MeasurementPeriod = YEAR) -> tuple[str, str]:
    return (
        verdict(judge(MEASURE, given, INITIATION, period)),
        verdict(judge(MEASURE, given, CONTINUATION, period)),
    )


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        ("2024-02-29", "out"),
        ("2024-03-01", "reached"),
        ("2025-02-28", "reached"),
        ("2025-03-01", "out"),
    ],
)
def test_the_intake_runs_from_march_to_february(index: str, expected: str) -> None:
    assert both(patient(day(index))) == (expected, expected)


@pytest.mark.parametrize(("index", "expected"), [("2024-02-29", "reached"), ("2024-03-01", "out")])
def test_the_intake_ends_on_29_february_in_a_leap_year(index: str, expected: str) -> None:
    assert both(patient(day(index)), MeasurementPeriod.year(2024))[0] == expected


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        ("2018-03-02", "out"),
        ("2018-03-01", "reached"),
        ("2012-03-01", "reached"),
        ("2012-02-28", "out"),
    ],
)
def test_they_are_6_when_the_intake_begins_and_12_when_it_ends(birth: str, expected: str) -> None:
    given = replace(patient(), birth_date=day(birth))
    assert both(given) == (expected, expected)


def test_the_year_of_the_first_day_sets_the_intake() -> None:
    fiscal = MeasurementPeriod(date(2024, 10, 1), date(2025, 9, 30))
    assert str(intake(fiscal)) == "2023-03-01 to 2024-02-29"


def test_without_a_birth_date_nobody_is_counted() -> None:
    assert both(replace(patient(), birth_date=None)) == ("out", "out")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (-200, -121, INDEX),
        (-200, -120, day(INDEX, 150)),
        (-1, 20, day(INDEX, -1)),
        (0, 20, INDEX),
    ],
)
def test_no_order_is_active_in_the_120_days_before(first: int, last: int, expected: date) -> None:
    other = replace(
        order("Clonidine", "2020-01-01", None),
        bounds=span(day(INDEX, first), day(INDEX, last)),
    )
    later = replace(order(DRUG, day(INDEX, 150), 30), status="completed")
    start = replace(order(DRUG, INDEX, 20), status="completed")
    assert judge(MEASURE, ordered(other, start, later), INITIATION).day == expected


@pytest.mark.parametrize("days", [200, 300])
@pytest.mark.parametrize(
    ("status", "expected"), [("active", "out"), ("completed", "reached"), ("stopped", "reached")]
)
def test_only_an_active_order_prevents_a_new_start(days: int, status: str, expected: str) -> None:
    earlier = replace(order("Clonidine", "2024-02-10", days), status=status)
    assert both(ordered(earlier, order(DRUG, INDEX)))[0] == expected


def test_an_order_before_the_intake_is_no_new_start_but_prevents_one() -> None:
    index = date(2024, 3, 1)
    before = order("Clonidine", "2024-02-29", 1)
    given = replace(patient(index), medication_orders=(before, order(DRUG, index)))
    assert both(given) == ("out", "out")


@pytest.mark.parametrize(
    "change", [{"status": "draft"}, {"intent": "proposal"}, {"is_do_not_perform": True}]
)
def test_what_is_not_ordered_starts_nothing(change: dict[str, object]) -> None:
    given = ordered(replace(order(DRUG, INDEX, 301), **change))  # type: ignore[arg-type]
    assert both(given) == ("out", "out")


@pytest.mark.parametrize("drug", DRUGS)
def test_every_drug_counts(drug: str) -> None:
    assert both(ordered(order(drug, INDEX, 301))) == ("reached", "reached")


def test_the_drug_named_by_its_code_counts_and_others_do_not() -> None:
    (methamphetamine,) = METHAMPHETAMINE
    assert both(ordered(order(methamphetamine, INDEX, 301))) == ("reached", "reached")
    assert both(ordered(order("Aspirin", INDEX, 301))) == ("out", "out")


@pytest.mark.parametrize(("plus", "expected"), [(-1, "out"), (0, "reached")])
def test_they_were_seen_in_the_six_months_before(plus: int, expected: str) -> None:
    first = day(add_months(INDEX, -6), plus)
    visits = (visit("Office Visit", first), *patient().encounters[1:])
    assert both(replace(patient(), encounters=visits)) == (expected, expected)


@pytest.mark.parametrize(("last", "expected"), [(0, "reached"), (1, "out")])
def test_the_visit_before_ends_by_the_index_day(last: int, expected: str) -> None:
    first = visit("Office Visit", day(INDEX, -1), day(INDEX, last))
    given = replace(patient(), encounters=(first, *patient().encounters[1:]))
    assert both(given) == (expected, expected)


@pytest.mark.parametrize("kind", [*FIRST_VISITS, "Outpatient Consultation"])
def test_the_kinds_of_visit_before(kind: str) -> None:
    given = replace(patient(), encounters=(visit(kind, INDEX), *patient().encounters[1:]))
    expected = "reached" if kind in FIRST_VISITS else "out"
    assert both(given) == (expected, expected)


def stay(plus: int, **more: object) -> PatientRecord:
    hospital = visit(INPATIENT, day(INDEX, plus), principal_diagnosis="m")
    found = diagnosis(MENTAL_DISORDERS, "2020-01-01", id="m")
    given = replace(hospital, **more)  # type: ignore[arg-type]
    return replace(patient(), encounters=(*patient().encounters, given), conditions=(found,))


@pytest.mark.parametrize(
    ("plus", "expected"),
    [
        (0, ("reached", "reached")),
        (1, ("out", "out")),
        (30, ("out", "out")),
        (31, ("reached", "out")),
        (300, ("reached", "out")),
        (301, ("reached", "reached")),
    ],
)
def test_a_hospital_stay_for_a_mental_disorder_ends_a_phase(
    plus: int, expected: tuple[str, str]
) -> None:
    assert both(stay(plus)) == expected


def test_only_the_first_diagnosis_of_a_stay_that_took_place_counts() -> None:
    assert both(stay(5, principal_diagnosis="", diagnoses=("m",))) == ("reached", "reached")
    assert both(stay(5, status="cancelled")) == ("reached", "reached")


@pytest.mark.parametrize(
    ("plus", "expected"),
    [(0, "missed"), (1, "reached"), (30, "reached"), (31, "missed")],
)
def test_they_are_seen_in_days_1_to_30(plus: int, expected: str) -> None:
    assert both(seen(plus, 100, 200)) == (expected, expected)


@pytest.mark.parametrize(("first", "last", "expected"), [(0, 5, "missed"), (30, 35, "reached")])
def test_a_visit_counts_by_the_day_it_begins(first: int, last: int, expected: str) -> None:
    long = visit("Office Visit", day(INDEX, first), day(INDEX, last))
    assert both(seen(100, 200, also=(long,)))[0] == expected


@pytest.mark.parametrize("kind", [*FOLLOW_UPS, VIRTUAL, INPATIENT])
def test_the_kinds_of_visit_after(kind: str) -> None:
    given = seen(100, 200, also=(visit(kind, day(INDEX, 5)),))
    expected = "reached" if kind in FOLLOW_UPS else "missed"
    assert both(given) == (expected, expected)


def test_a_visit_that_was_cancelled_does_not_count() -> None:
    given = seen(100, 200, also=(visit("Office Visit", day(INDEX, 5), status="cancelled"),))
    assert both(given)[0] == "missed"


def test_a_visit_with_medicines_counts_only_in_an_ambulatory_place() -> None:
    plain = visit(WITH_MEDICINES, day(INDEX, 5))
    ambulatory = replace(plain, places=(code(AMBULATORY),))
    assert both(seen(100, 200, also=(plain,)))[0] == "missed"
    assert both(seen(100, 200, also=(ambulatory,)))[0] == "reached"


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (30, 300, "missed"),
        (31, 300, "reached"),
        (31, 301, "missed"),
        (100, 100, "missed"),
        (100, 101, "reached"),
    ],
)
def test_they_are_seen_on_two_days_from_31_to_300(one: int, two: int, expected: str) -> None:
    assert both(seen(10, one, two))[1] == expected


@pytest.mark.parametrize(
    ("visits", "virtual", "expected"),
    [
        ((100,), (30,), "missed"),
        ((100,), (31,), "reached"),
        ((100,), (300,), "reached"),
        ((100,), (301,), "missed"),
        ((100,), (100,), "missed"),
        ((100,), (100, 101), "reached"),
        ((), (100, 200), "missed"),
    ],
)
def test_one_of_the_two_may_be_virtual(
    visits: tuple[int, ...], virtual: tuple[int, ...], expected: str
) -> None:
    calls = tuple(visit(VIRTUAL, day(INDEX, each)) for each in virtual)
    assert both(seen(10, *visits, also=calls))[1] == expected


@pytest.mark.parametrize(("days", "expected"), [(209, "out"), (210, "reached")])
def test_210_days_are_covered(days: int, expected: str) -> None:
    assert both(patient(days=days)) == ("reached", expected)


@pytest.mark.parametrize(("later", "expected"), [(300, "reached"), (301, "out")])
def test_cover_counts_from_the_index_day_to_day_300(later: int, expected: str) -> None:
    assert both(ordered(order(DRUG, INDEX, 209), order(DRUG, day(INDEX, later), 1)))[1] == expected


def test_cover_from_before_the_index_day_does_not_count() -> None:
    index = date(2024, 3, 1)
    earlier = replace(order("Clonidine", "2024-02-01", 29), status="completed")
    given = replace(patient(index), medication_orders=(earlier, order(DRUG, index, 209)))
    assert both(given) == ("reached", "out")


@pytest.mark.parametrize(("second", "expected"), [(DRUG, "reached"), ("Clonidine", "out")])
def test_only_orders_of_one_drug_are_laid_end_to_end(second: str, expected: str) -> None:
    orders = (order(DRUG, INDEX, 110), order(second, day(INDEX, 10), 100))
    assert both(ordered(*orders))[1] == expected


def test_an_order_of_unknown_length_covers_nothing() -> None:
    assert both(patient(days=None)) == ("out", "out")


@pytest.mark.parametrize(
    ("onset", "expected"), [("2025-12-31", "excluded"), ("2026-01-01", "reached")]
)
def test_narcolepsy_by_the_end_of_the_year_excludes(onset: str, expected: str) -> None:
    for status in ("active", "resolved"):
        found = diagnosis(NARCOLEPSY, onset, clinical_status=status)
        given = replace(patient(), conditions=(found,))
        assert both(given) == (expected, expected)


def test_hospice_care_excludes() -> None:
    care = visit("Hospice Encounter", "2025-01-01")
    assert both(seen(10, 100, 200, also=(care,))) == ("excluded", "excluded")


def test_the_trace_says_every_step_with_its_dates() -> None:
    trace = judge(MEASURE, patient(days=209), CONTINUATION).trace
    assert [(step.is_met, step.because) for step in trace] == [
        (True, "from 2024-09-01"),
        (True, "aged 7 on 2024-03-01 and 8 on 2025-02-28"),
        (True, "on 2024-09-01"),
        (False, "none on record"),
        (False, "none on record"),
        (True, "on 2024-09-11"),
        (False, "209 days covered"),
        (False, "none on record"),
        (True, "2 days with a visit, no day with a virtual one"),
    ]


def test_a_child_without_an_order_is_in_neither_part() -> None:
    judged = MEASURE.judged(PatientRecord("2"), YEAR, sets(MEASURE))
    assert [(each.group, verdict(each), len(each.trace)) for each in judged] == [
        (INITIATION, "out", 1),
        (CONTINUATION, "out", 1),
    ]


def test_the_code_lists_go_by_their_published_names() -> None:
    assert MEASURE.value_sets == (
        "Ambulatory",
        "Atomoxetine",
        "Behavioral Health Follow up Visit",
        "Clonidine",
        "Dexmethylphenidate",
        "Dextroamphetamine",
        "Encounter Inpatient",
        "Guanfacine Medications",
        "Home Healthcare Services",
        "Hospice Care Ambulatory",
        "Hospice Diagnosis",
        "Hospice Encounter",
        "Lisdexamfetamine",
        "Mental Behavioral and Neurodevelopmental Disorders",
        "Methylphenidate",
        "Narcolepsy",
        "Office Visit",
        "Outpatient Consultation",
        "Preventive Care Services Group Counseling",
        "Preventive Care Services Individual Counseling",
        "Preventive Care Services, Initial Office Visit, 0 to 17",
        "Preventive Care, Established Office Visit, 0 to 17",
        "Psych Visit Diagnostic Evaluation",
        "Psych Visit Psychotherapy",
        "Psychotherapy and Pharmacologic Management",
        "Telephone Visits",
        "Virtual Encounter",
    )
    assert MEASURE.groups == ("initiation", "continuation")
    assert [str(each) for each in METHAMPHETAMINE] == ["rxnorm 977860"]
