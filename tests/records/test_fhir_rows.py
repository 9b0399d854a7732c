"""Each kind of FHIR resource gives one row, or a reason."""

from typing import Any

import pytest

from fairterms.records.catalogues import TABLES
from fairterms.records.fhir_rows import MAKERS, NotUsable

SCORE = {
    "resourceType": "Observation",
    "id": "a1",
    "status": "final",
    "code": {"coding": [{"system": "http://loinc.org", "code": "44261-6"}]},
    "subject": {"reference": "Patient/p1"},
    "effectiveDateTime": "2027-03-01T23:30:00-08:00",
    "valueInteger": 14,
}


def row(resource: dict[str, Any]) -> dict[str, str | None]:
    maker = MAKERS[resource["resourceType"]]
    return dict(zip(maker.columns, maker.cells(resource), strict=True))


def test_every_column_a_resource_fills_is_one_of_its_table() -> None:
    for maker in MAKERS.values():
        assert TABLES[maker.table].has(*maker.columns)


def test_an_observation_keeps_its_day_as_written() -> None:
    found = row(SCORE)
    assert (found["assessed_on"], found["score"]) == ("2027-03-01", "14")
    assert (found["person_id"], found["loinc_code"]) == ("p1", "44261-6")


def test_a_quantity_is_a_score_too() -> None:
    given = {k: v for k, v in SCORE.items() if k != "valueInteger"}
    assert row({**given, "valueQuantity": {"value": 52.4}})["score"] == "52.4"


@pytest.mark.parametrize("status", ["preliminary", "entered-in-error", "cancelled", None])
def test_a_score_that_does_not_count_is_set_aside(status: str | None) -> None:
    with pytest.raises(NotUsable, match="its status is not one of final, amended"):
        row({**SCORE, "status": status})


def test_an_observation_without_a_number_is_set_aside() -> None:
    with pytest.raises(NotUsable, match="no number"):
        row({k: v for k, v in SCORE.items() if k != "valueInteger"})


def test_a_questionnaire_gives_its_answers_in_order_and_keeps_the_gaps() -> None:
    ordinal = {"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 3}
    answers = [
        {"linkId": "1", "answer": [{"valueInteger": 2}]},
        {"linkId": "2"},
        {"linkId": "3", "answer": [{"valueCoding": {"code": "LA6571-9", "extension": [ordinal]}}]},
    ]
    found = row(
        {
            "resourceType": "QuestionnaireResponse",
            "id": "a1",
            "status": "completed",
            "questionnaire": "http://loinc.org/q/44249-1|2.76",
            "subject": {"reference": "urn:uuid:p1"},
            "authored": "2027-03-01",
            "item": [{"linkId": "group", "item": answers}],
        }
    )
    assert (found["items"], found["loinc_code"], found["person_id"]) == ("2,,3", "44249-1", "p1")


def test_a_questionnaire_without_numbers_is_set_aside() -> None:
    with pytest.raises(NotUsable, match="no answers in numbers"):
        row({"resourceType": "QuestionnaireResponse", "status": "completed", "item": [{}]})


def test_an_encounter_gives_its_clinician_and_one_name_for_the_code_list() -> None:
    address = "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"
    found = row(
        {
            "resourceType": "Encounter",
            "id": "v1",
            "status": "finished",
            "class": {"code": "VR"},
            "type": [{"coding": [{"system": address, "code": "H0004"}]}],
            "subject": {"reference": "Patient/p1"},
            "participant": [{"individual": {"reference": "Practitioner/c1"}}],
            "period": {"start": "2027-03-01T09:00:00Z", "end": "2027-03-01T09:50:00Z"},
        }
    )
    assert (found["clinician_id"], found["code_system"]) == ("c1", "hcpcs")
    assert (found["starts"], found["is_telehealth"]) == ("2027-03-01", "true")


def test_a_condition_gives_its_icd_code_before_any_other() -> None:
    found = row(
        {
            "resourceType": "Condition",
            "id": "d1",
            "clinicalStatus": {"coding": [{"code": "active"}]},
            "code": {
                "coding": [
                    {"system": "http://snomed.info/sct", "code": "35489007"},
                    {"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "F33.1"},
                ]
            },
            "subject": {"reference": "Patient/p1"},
            "onsetDateTime": "2027-01-15",
        }
    )
    assert (found["code_system"], found["diagnosis_code"]) == ("icd-10-cm", "F33.1")
    assert (found["status"], found["starts"], found["ends"]) == ("active", "2027-01-15", None)


@pytest.mark.parametrize(
    "resource",
    [
        {"resourceType": "Encounter", "status": "entered-in-error"},
        {
            "resourceType": "Condition",
            "verificationStatus": {"coding": [{"code": "entered-in-error"}]},
        },
    ],
)
def test_what_was_entered_in_error_is_set_aside(resource: dict[str, Any]) -> None:
    with pytest.raises(NotUsable, match="entered in error"):
        row(resource)


def test_a_patient_gives_no_name() -> None:
    found = row(
        {"resourceType": "Patient", "id": "p1", "name": [{"family": "E"}], "gender": "female"}
    )
    assert found == {"person_id": "p1", "birth_date": None, "sex": "female", "death_date": None}
