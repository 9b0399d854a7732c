"""CMS149 of 2025: one case on each side of every date."""

from dataclasses import replace

import pytest

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.measure_logic.dementia_care import INTERACTION
from fairterms.reference.measures.cms149_2025 import EDITION, MEASURE
from tests.reference.dementia_cases import ASSESSMENT, DAY, MORNING, onset, patient, refusal
from tests.reference.invented import day, found, judge, span, verdict, visit


def word(given: PatientRecord) -> str:
    return verdict(judge(MEASURE, given))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2025-06-30T10:00:00Z", "missed"),
        ("2025-06-30T10:00:01Z", "out"),
        ("2025-06-30T09:30:00-04:00", "out"),
    ],
)
def test_an_onset_that_shares_an_instant_with_the_visit(moment: str, expected: str) -> None:
    assert word(onset(moment)) == expected


@pytest.mark.parametrize(
    ("moment", "expected"), [("2025-06-30T09:00:00Z", "missed"), ("2025-06-30T08:59:59Z", "out")]
)
def test_an_end_that_shares_an_instant_with_the_visit(moment: str, expected: str) -> None:
    assert word(onset("2020-01-01", abatement=span(moment))) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2025-06-29T23:59:59Z", "missed"),
        ("2025-06-30T00:00:00Z", "excepted"),
        ("2025-06-30T23:59:59Z", "excepted"),
        ("2025-07-01", "missed"),
    ],
)
def test_a_refusal_noted_on_a_day_of_the_visit(moment: str, expected: str) -> None:
    assert word(patient(refusal(moment))) == expected


@pytest.mark.parametrize("kind", EDITION.assessments)
def test_the_patient_s_own_reason_for_any_assessment_excepts(kind: str) -> None:
    assert word(patient(refusal("2025-06-30T09:30:00Z", kind=kind))) == "excepted"


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


@pytest.mark.parametrize("kind", EDITION.assessments)
def test_every_kind_of_assessment_counts(kind: str) -> None:
    assert word(patient(found(kind, DAY))) == "reached"


@pytest.mark.parametrize("kind", EDITION.visits)
def test_every_kind_of_visit_counts(kind: str) -> None:
    assert word(patient(visits=(visit(kind, DAY), visit(INTERACTION, DAY)))) == "missed"


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
    judged = judge(MEASURE, patient(found(ASSESSMENT, day(DAY, -400))))
    assert judged.day == DAY
    assert [(step.is_met, step.because) for step in judged.trace] == [
        (True, "1 visit, the first on 2025-06-30"),
        (True, "2 visits"),
        (False, "1 assessment on other days"),
        (False, "no refusal otherwise"),
    ]
