"""What both years of CMS149 ask: one case on each side of every date, judged by both."""

from dataclasses import replace

import pytest

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.measure_logic.dementia_care import INTERACTION
from fairterms.reference.measures import cms149_2024, cms149_2025
from tests.reference.dementia_cases import ASSESSMENT, DAY, MORNING, onset, patient, refusal
from tests.reference.invented import day, found, judge, span, verdict, visit

YEARS = (cms149_2024.MEASURE, cms149_2025.MEASURE)


def word(given: PatientRecord) -> str:
    """The verdict of both years, which must be one."""
    (only,) = {verdict(judge(measure, given)) for measure in YEARS}
    return only


def test_other_reasons_and_other_questions_do_not_except() -> None:
    assert word(patient(refusal("2025-06-30T09:30:00Z", reason="No time"))) == "missed"
    assert word(patient(refusal("2025-06-30T09:30:00Z", kind="Weight"))) == "missed"


def test_only_what_was_cancelled_is_a_refusal() -> None:
    stands = replace(refusal("2025-06-30T09:30:00Z"), status="final")
    assert word(patient(stands)) == "missed"
    undated = replace(refusal("2025-06-30T09:30:00Z"), issued=None)
    assert word(patient(undated)) == "missed"


def test_a_refusal_counts_nothing_once_cognition_was_assessed() -> None:
    assert word(patient(refusal("2025-06-30T09:30:00Z"), found(ASSESSMENT, DAY))) == "reached"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2024-06-29T23:59:59Z", "missed"),
        ("2024-06-30", "reached"),
        ("2025-06-30T23:00:00Z", "reached"),
        ("2025-07-01", "missed"),
    ],
)
def test_cognition_is_assessed_in_the_12_months_to_the_end_of_the_visit(
    when: str, expected: str
) -> None:
    assert word(patient(found(ASSESSMENT, when))) == expected


def test_the_12_months_count_from_the_last_day_of_a_long_visit() -> None:
    stay = visit("Nursing Facility Visit", "2025-01-10", "2025-06-30")
    given = patient(found(ASSESSMENT, "2024-06-30"), visits=(stay, MORNING))
    assert word(given) == "reached"
    given = patient(found(ASSESSMENT, "2024-06-30"), visits=(stay, stay))
    assert word(given) == "reached"
    assert word(patient(found(ASSESSMENT, "2024-06-29"), visits=(stay, stay))) == "missed"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("final", "reached"),
        ("preliminary", "reached"),
        ("amended", "reached"),
        ("corrected", "reached"),
        ("registered", "missed"),
        ("entered-in-error", "missed"),
    ],
)
def test_an_assessment_whose_result_stands_counts(status: str, expected: str) -> None:
    assert word(patient(found(ASSESSMENT, DAY, status=status))) == expected


def test_an_assessment_without_a_value_or_of_something_else_does_not_count() -> None:
    assert word(patient(found(ASSESSMENT, DAY, has_value=False))) == "missed"
    assert word(patient(found("Weight", DAY))) == "missed"


def test_a_plain_contact_is_no_visit_for_cognition() -> None:
    contacts = (visit(INTERACTION, DAY), visit(INTERACTION, "2025-02-01"))
    assert word(patient(visits=contacts)) == "out"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-12-31", "2025-01-01", "out"),
        ("2025-01-01", "2025-01-01", "missed"),
        ("2025-12-31", "2025-12-31", "missed"),
        ("2025-12-31", "2026-01-01", "out"),
    ],
)
def test_all_of_both_visits_lies_in_the_year(first: str, last: str, expected: str) -> None:
    alone = visit("Office Visit", first, last)
    assert word(patient(visits=(alone, visit(INTERACTION, "2025-02-01")))) == expected
    assert word(patient(visits=(MORNING, visit(INTERACTION, first, last)))) == expected


def test_the_first_of_several_visits_gives_the_day_and_the_clinician() -> None:
    later = replace(MORNING, clinician="C2")
    first = visit("Nursing Facility Visit", "2025-03-01", "2025-08-01")
    given = patient(visits=(later, replace(first, clinician="C1")))
    for measure in YEARS:
        judged = judge(measure, given)
        assert (judged.day, judged.clinician) == (day("2025-03-01"), "C1")


def test_a_refusal_at_one_of_several_visits_excepts() -> None:
    visits = (visit("Office Visit", "2025-03-01"), MORNING)
    assert word(patient(refusal("2025-06-30T09:30:00Z"), visits=visits)) == "excepted"


def test_an_assessment_over_several_days_counts_by_its_first() -> None:
    begun = replace(found(ASSESSMENT, DAY), when=span(DAY, day(DAY, 5)))
    assert word(patient(begun)) == "reached"
    old = replace(begun, when=span("2024-06-29", DAY))
    assert word(patient(old)) == "missed"


def test_two_visits_are_needed_and_both_finished() -> None:
    assert word(patient(visits=(MORNING,))) == "out"
    assert word(patient(visits=(MORNING, MORNING))) == "missed"
    unfinished = replace(MORNING, status="in-progress")
    assert word(patient(visits=(MORNING, unfinished))) == "out"
    contacts = (visit(INTERACTION, DAY), visit(INTERACTION, "2025-02-01"))
    assert word(patient(visits=(unfinished, *contacts))) == "missed"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"clinical_status": "resolved"}, "out"),
        ({"clinical_status": "recurrence"}, "missed"),
        ({"verification": "confirmed"}, "missed"),
        ({"verification": "provisional"}, "missed"),
        ({"verification": "unconfirmed"}, "out"),
        ({"verification": "refuted"}, "out"),
        ({"verification": "entered-in-error"}, "out"),
    ],
)
def test_the_diagnosis_is_active_and_not_doubted(change: dict[str, object], expected: str) -> None:
    assert word(onset("2020-01-01", **change)) == expected


def test_a_diagnosis_of_something_else_does_not_count() -> None:
    other = replace(patient().conditions[0], codes=())
    assert word(replace(patient(), conditions=(other,))) == "out"


def test_the_trace_says_every_step_with_its_dates() -> None:
    old = patient(found(ASSESSMENT, day(DAY, -400)))
    one, two = (judge(measure, old) for measure in YEARS)
    assert one == two
    assert one.day == DAY
    assert [(step.is_met, step.because) for step in one.trace] == [
        (True, "1 visit, the first on 2025-06-30"),
        (True, "2 visits"),
        (False, "1 assessment on other days"),
        (False, "no refusal otherwise"),
    ]
