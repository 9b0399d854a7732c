"""CMS149 of 2025: what it asks otherwise than 2024; the rest is in test_dementia_care."""

import pytest

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.measure_logic.dementia_care import INTERACTION
from fairterms.reference.measures.cms149_2025 import EDITION, MEASURE
from tests.reference.dementia_cases import DAY, onset, patient, refusal
from tests.reference.invented import found, judge, span, verdict, visit


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


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2025-05-31T23:59:59Z", "missed"),
        ("2025-06-01T00:00:00Z", "excepted"),
        ("2025-06-15T00:00:00Z", "excepted"),
        ("2025-06-30T23:00:00Z", "excepted"),
        ("2025-07-01T00:00:00Z", "missed"),
    ],
)
def test_a_refusal_noted_on_any_day_of_a_long_visit(moment: str, expected: str) -> None:
    stay = visit("Nursing Facility Visit", "2025-06-01T09:00:00Z", "2025-06-30T10:00:00Z")
    assert word(patient(refusal(moment), visits=(stay, stay))) == expected


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
        "Behavioral or Neuropsych Assessment",
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
        "Standardized Tools for Assessment of Cognition",
    )
