"""CMS149 of 2024: what it asks otherwise than 2025; the rest is in test_dementia_care."""

from dataclasses import replace

import pytest

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.measure_logic.dementia_care import INTERACTION
from fairterms.reference.measures.cms149_2024 import EDITION, MEASURE
from tests.reference.dementia_cases import DAY, onset, patient, refusal
from tests.reference.invented import found, judge, span, verdict, visit


def word(given: PatientRecord) -> str:
    return verdict(judge(MEASURE, given))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [("2025-06-30T10:00:01Z", "missed"), ("2025-06-30T23:59:59Z", "missed"), ("2025-07-01", "out")],
)
def test_an_onset_that_shares_a_day_with_the_visit(moment: str, expected: str) -> None:
    assert word(onset(moment)) == expected


@pytest.mark.parametrize(
    ("moment", "expected"), [("2025-06-30T08:59:59Z", "missed"), ("2025-06-29T23:59:59Z", "out")]
)
def test_an_end_that_shares_a_day_with_the_visit(moment: str, expected: str) -> None:
    assert word(onset("2020-01-01", abatement=span(moment))) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2025-06-30T08:59:59Z", "missed"),
        ("2025-06-30T09:00:00Z", "excepted"),
        ("2025-06-30T10:00:00Z", "excepted"),
        ("2025-06-30T10:00:01Z", "missed"),
    ],
)
def test_a_refusal_noted_during_the_visit_to_the_instant(moment: str, expected: str) -> None:
    assert word(patient(refusal(moment))) == expected


def test_a_diagnosis_need_share_only_one_day_of_a_long_visit() -> None:
    stay = visit("Nursing Facility Visit", "2025-06-01T09:00:00Z", "2025-06-30T10:00:00Z")
    given = replace(onset("2025-06-30T12:00:00Z"), encounters=(stay, stay))
    assert word(given) == "missed"
    given = onset("2020-01-01", abatement=span("2025-06-01T08:00:00Z"))
    assert word(replace(given, encounters=(stay, stay))) == "missed"


@pytest.mark.parametrize("kind", EDITION.assessments)
def test_the_patient_s_own_reason_for_any_assessment_excepts(kind: str) -> None:
    assert word(patient(refusal("2025-06-30T09:30:00Z", kind=kind))) == "excepted"


@pytest.mark.parametrize("kind", EDITION.assessments)
def test_every_kind_of_assessment_counts(kind: str) -> None:
    assert word(patient(found(kind, DAY))) == "reached"


@pytest.mark.parametrize("kind", EDITION.visits)
def test_every_kind_of_visit_counts(kind: str) -> None:
    assert word(patient(visits=(visit(kind, DAY), visit(INTERACTION, DAY)))) == "missed"


def test_the_code_lists_go_by_their_published_names() -> None:
    assert MEASURE.value_sets == (
        "Behavioral/Neuropsych Assessment",
        "Care Services in Long Term Residential Facility",
        "Cognitive Assessment",
        "Dementia & Mental Degenerations",
        "Home Healthcare Services",
        "Nursing Facility Visit",
        "Occupational Therapy Evaluation",
        "Office Visit",
        "Outpatient Consultation",
        "Patient Provider Interaction",
        "Patient Reason",
        "Psych Visit Diagnostic Evaluation",
        "Psych Visit Psychotherapy",
        "Standardized Tools Score for Assessment of Cognition",
    )
