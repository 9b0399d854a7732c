"""CMS177 of 2024: one case on each side of every date, a judgement for each visit."""

from dataclasses import replace

import pytest

from fairterms.reference.clinical.facts import Encounter, Procedure
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Period
from fairterms.reference.measures.cms177_2024 import (
    DEPRESSION,
    MEASURE,
    SUICIDE_RISK_ASSESSMENT,
    VISITS,
)
from tests.reference.invented import (
    YEAR,
    code,
    day,
    diagnosis,
    done,
    judge,
    sets,
    span,
    verdict,
    visit,
)

(ASSESSMENT,) = SUICIDE_RISK_ASSESSMENT
NINE, TEN = "2025-06-30T09:00:00Z", "2025-06-30T10:00:00Z"


def seen(
    first: str = NINE, last: str = TEN, kind: str = "Office Visit", **more: object
) -> Encounter:
    return visit(kind, first, last, reasons=(code(DEPRESSION),), **more)


def patient(*visits: Encounter, procedures: tuple[Procedure, ...] = ()) -> PatientRecord:
    return PatientRecord(
        "1",
        birth_date=day("2012-06-01"),
        encounters=visits or (seen(),),
        conditions=(diagnosis(DEPRESSION, "2024-01-01", id="mdd"),),
        procedures=procedures,
    )


def word(given: PatientRecord) -> str:
    return verdict(judge(MEASURE, given))


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        ("2019-01-02", "out"),
        ("2019-01-01", "missed"),
        ("2008-01-02", "missed"),
        ("2008-01-01", "out"),
    ],
)
def test_they_are_6_to_16_when_the_year_begins(birth: str, expected: str) -> None:
    assert word(replace(patient(), birth_date=day(birth))) == expected


def test_without_a_birth_date_nobody_is_counted() -> None:
    assert word(replace(patient(), birth_date=None)) == "out"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-12-31T23:00:00Z", "2025-01-01T01:00:00Z", "out"),
        ("2025-01-01T00:00:00Z", "2025-01-01T01:00:00Z", "missed"),
        ("2025-12-31T22:00:00Z", "2025-12-31T23:59:59Z", "missed"),
        ("2025-12-31T22:00:00-05:00", "2025-12-31T23:00:00-05:00", "missed"),
        ("2025-12-31T23:00:00Z", "2026-01-01T00:00:00Z", "out"),
    ],
)
def test_all_of_the_visit_lies_in_the_year(first: str, last: str, expected: str) -> None:
    assert word(patient(seen(first, last))) == expected


@pytest.mark.parametrize(
    ("status", "expected"), [("finished", "missed"), ("in-progress", "out"), ("planned", "out")]
)
def test_the_visit_is_finished(status: str, expected: str) -> None:
    assert word(patient(seen(status=status))) == expected


def test_the_visit_names_depression_as_reason_or_diagnosis() -> None:
    plain = visit("Office Visit", NINE, TEN)
    assert word(patient(plain)) == "out"
    assert word(patient(replace(plain, diagnoses=("mdd",)))) == "missed"
    assert word(patient(replace(plain, diagnoses=("other",)))) == "out"
    assert word(patient(replace(plain, reasons=(code("A cold"),)))) == "out"


@pytest.mark.parametrize("kind", VISITS)
def test_every_kind_of_visit_counts(kind: str) -> None:
    assert word(patient(seen(kind=kind))) == "missed"


def test_a_visit_of_another_kind_is_not_judged() -> None:
    assert MEASURE.judged(patient(seen(kind="Dentist")), YEAR, sets(MEASURE)) == ()


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (NINE, TEN, "reached"),
        ("2025-06-30T09:30:00Z", None, "reached"),
        ("2025-06-30T08:59:59Z", TEN, "missed"),
        (NINE, "2025-06-30T10:00:01Z", "missed"),
        ("2025-06-30T05:30:00-04:00", None, "reached"),
        ("2025-06-30T09:30:00-04:00", None, "missed"),
        ("2025-06-30", None, "missed"),
    ],
)
def test_risk_is_assessed_during_the_visit_to_the_instant(
    first: str, last: str | None, expected: str
) -> None:
    assert word(patient(procedures=(done(ASSESSMENT, first, last),))) == expected


def test_a_day_lies_in_a_visit_written_as_a_day() -> None:
    given = patient(seen("2025-06-30", "2025-06-30"), procedures=(done(ASSESSMENT, "2025-06-30"),))
    assert word(given) == "reached"


def test_the_assessment_is_completed_and_of_suicide_risk() -> None:
    planned = replace(done(ASSESSMENT, NINE), status="in-progress")
    assert word(patient(procedures=(planned,))) == "missed"
    assert word(patient(procedures=(done("Weight", NINE),))) == "missed"
    undated = replace(done(ASSESSMENT, NINE), when=None)
    assert word(patient(procedures=(undated,))) == "missed"


def test_every_visit_is_judged_by_itself() -> None:
    later = seen("2025-07-30T09:00:00Z", "2025-07-30T10:00:00Z", clinician="C2")
    given = patient(seen(clinician="C1"), later, procedures=(done(ASSESSMENT, NINE),))
    judged = MEASURE.judged(given, YEAR, sets(MEASURE))
    assert [(each.clinician, each.day, verdict(each)) for each in judged] == [
        ("C1", day("2025-06-30"), "reached"),
        ("C2", day("2025-07-30"), "missed"),
    ]
    assert [each.case for each in judged] == [each.id for each in given.encounters]


def test_a_visit_without_a_date_is_out() -> None:
    undated = replace(seen(), period=None)
    judged = judge(MEASURE, patient(undated, procedures=(done(ASSESSMENT, NINE),)))
    assert (verdict(judged), judged.day) == ("out", None)


def test_a_long_visit_goes_by_the_day_it_begins() -> None:
    assert judge(MEASURE, patient(seen(NINE, "2025-07-01"))).day == day("2025-06-30")
    open_start = replace(seen(), period=Period(None, span(TEN).end))
    assert judge(MEASURE, patient(open_start)).day is None


def test_the_trace_says_every_step() -> None:
    judged = judge(MEASURE, patient(procedures=(done(ASSESSMENT, TEN.replace("10", "11")),)))
    assert [(step.is_met, step.because) for step in judged.trace] == [
        (True, "aged 12 on 2025-01-01"),
        (True, "finished"),
        (True, "2025-06-30"),
        (True, "named in the visit"),
        (False, "1 assessment at other times"),
    ]


def test_the_code_lists_go_by_their_published_names() -> None:
    assert MEASURE.value_sets == (
        "Group Psychotherapy",
        "Major Depressive Disorder Active",
        "Office Visit",
        "Outpatient Consultation",
        "Psych Visit Diagnostic Evaluation",
        "Psych Visit Psychotherapy",
        "Psych Visit for Family Psychotherapy",
        "Psychoanalysis",
        "Telephone Visits",
    )
    assert str(ASSESSMENT) == "snomed-ct 225337009"
