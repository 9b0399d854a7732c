"""Patients from a FHIR bundle: every element a measure reads, and what cannot be used."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from fairterms.outcomes.contract_measures.from_fhir import Bundle, read
from fairterms.records.refusals import FeedRefusal
from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.patient_record import PatientRecord

PATIENT = {
    "resourceType": "Patient",
    "id": "p1",
    "birthDate": "1990-05-01",
    "gender": "female",
    "deceasedDateTime": "2026-04-30T23:00:00-05:00",
}


def concept(system: str, code: str) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code}]}


MADE_UP = concept("made-up", "1")
CODE = (Code("made-up", "1"),)


def bundle(folder: Path, *resources: dict[str, Any]) -> Bundle:
    path = folder / "bundle.json"
    entries = [{"resource": one} for one in resources]
    path.write_text(json.dumps({"resourceType": "Bundle", "entry": entries}), encoding="utf-8")
    return read(path)


def patient(folder: Path, *resources: dict[str, Any]) -> PatientRecord:
    given = [{"subject": {"reference": "Patient/p1"}, **one} for one in resources]
    found = bundle(folder, PATIENT, *given)
    assert found.problems == ()
    (only,) = found.patients
    return only


def test_a_patient_has_the_days_as_written(tmp_path: Path) -> None:
    found = patient(tmp_path)
    assert (found.id, found.sex) == ("p1", "female")
    assert (found.birth_date, found.death_date) == (date(1990, 5, 1), date(2026, 4, 30))


def test_an_encounter(tmp_path: Path) -> None:
    given = {
        "resourceType": "Encounter",
        "id": "e1",
        "status": "finished",
        "class": {"code": "VR"},
        "type": [MADE_UP, concept("made-up", "2")],
        "period": {"start": "2026-03-01T09:00:00Z", "end": "2026-03-01T10:00:00Z"},
        "reasonCode": [MADE_UP],
        "hospitalization": {"dischargeDisposition": MADE_UP},
        "diagnosis": [
            {"condition": {"reference": "Condition/c2"}, "rank": 2},
            {
                "condition": {"reference": "Condition/c1"},
                "rank": 1,
                "use": concept("x", "billing"),
            },
        ],
        "reasonReference": [{"reference": "urn:uuid:c3"}],
        "participant": [{"individual": {"reference": "Practitioner/dr"}}],
    }
    (found,) = patient(tmp_path, given).encounters
    assert (found.codes, found.status) == ((*CODE, Code("made-up", "2")), "finished")
    assert (found.class_code, found.is_virtual, found.clinician) == ("VR", True, "dr")
    assert (found.reasons, found.discharge) == (CODE, CODE)
    assert (found.diagnoses, found.principal_diagnosis) == (("c2", "c1", "c3"), "c1")
    assert str(found.period) == "2026-03-01"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"onsetDateTime": "2025-01-02T03:00:00Z"}, "2025-01-02 to now"),
        ({"onsetPeriod": {"start": "2025-01-02", "end": "2025-02-02"}}, "2025-01-02 to now"),
        (
            {"onsetDateTime": "2025-01-02", "abatementDateTime": "2025-03-04"},
            "2025-01-02 to 2025-03-04",
        ),
        (
            {"onsetDateTime": "2025-01-02", "abatementPeriod": {"start": "2025-03-04"}},
            "2025-01-02 to now",
        ),
        ({"onsetAge": {"value": 30}}, "2020-05-01 to now"),
        ({"onsetAge": {"value": 30}, "abatementAge": {"value": 30}}, "2020-05-01 to 2021-04-30"),
        ({"onsetDateTime": "2025"}, "no known start to now"),
        ({}, "no known start to now"),
    ],
)
def test_a_condition_and_how_long_it_lasts(
    tmp_path: Path, given: dict[str, Any], words: str
) -> None:
    resource = {
        "resourceType": "Condition",
        "id": "c1",
        "code": MADE_UP,
        "clinicalStatus": concept("x", "active"),
        "verificationStatus": concept("x", "confirmed"),
        "category": [concept("x", "problem-list-item")],
        "recordedDate": "2025-01-05",
        "encounter": {"reference": "Encounter/e1"},
        **given,
    }
    (found,) = patient(tmp_path, resource).conditions
    assert (found.codes, found.is_active, found.is_confirmed) == (CODE, True, True)
    assert (found.categories, found.encounter) == (("problem-list-item",), "e1")
    assert str(found.recorded) == "2025-01-05"
    assert str(found.prevalence) == words


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"valueInteger": 0}, (0.0, (), None, True)),
        ({"valueQuantity": {"value": 7.5}}, (7.5, (), None, True)),
        ({"valueCodeableConcept": MADE_UP}, (None, CODE, None, True)),
        ({"valueBoolean": False}, (None, (), False, True)),
        ({"valueString": "x"}, (None, (), None, True)),
        ({}, (None, (), None, False)),
    ],
)
def test_an_observation_and_its_value(
    tmp_path: Path, given: dict[str, Any], expected: tuple[object, ...]
) -> None:
    resource = {
        "resourceType": "Observation",
        "status": "final",
        "code": MADE_UP,
        "effectiveDateTime": "2026-03-01",
        "issued": "2026-03-02T08:00:00Z",
        **given,
    }
    (found,) = patient(tmp_path, resource).observations
    assert (found.number, found.answers, found.flag, found.has_value) == expected
    assert (str(found.when), str(found.issued)) == ("2026-03-01", "2026-03-02")


def test_the_reason_why_something_was_not_done(tmp_path: Path) -> None:
    address = "http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-notDoneReason"
    extension = [
        {"url": "http://example.org/other", "valueCodeableConcept": concept("made-up", "9")},
        {"url": address, "valueCodeableConcept": MADE_UP},
    ]
    refused = {"resourceType": "Observation", "status": "cancelled", "extension": extension}
    undone = {"resourceType": "Procedure", "status": "not-done", "statusReason": MADE_UP}
    found = patient(tmp_path, refused, undone)
    assert found.observations[0].not_done_reasons == CODE
    assert found.procedures[0].not_done_reasons == CODE


def test_a_prescription(tmp_path: Path) -> None:
    repeat = {
        "boundsPeriod": {"start": "2026-03-02", "end": "2026-06-01"},
        "frequency": 1,
        "frequencyMax": 2,
        "period": 8,
        "periodUnit": "h",
    }
    given = {
        "resourceType": "MedicationRequest",
        "status": "active",
        "intent": "order",
        "doNotPerform": True,
        "medicationCodeableConcept": MADE_UP,
        "authoredOn": "2026-03-01",
        "dosageInstruction": [
            {
                "timing": {"repeat": repeat},
                "doseAndRate": [{"doseRange": {"low": {"value": 1}, "high": {"value": 2}}}],
            }
        ],
        "dispenseRequest": {
            "quantity": {"value": 60},
            "numberOfRepeatsAllowed": 2,
            "validityPeriod": {"start": "2026-02-01"},
        },
    }
    (found,) = patient(tmp_path, given).medication_orders
    assert (found.status, found.intent, found.is_do_not_perform) == ("active", "order", True)
    assert (str(found.authored), str(found.allowed_from)) == ("2026-03-01", "2026-02-01")
    assert found.supply.times_a_day == Fraction(6)
    assert (found.supply.dose, found.supply.total_days) == (2, 15)
    assert str(found.period) == "2026-03-02 to 2026-03-16"


def test_days_supplied_are_read_in_their_unit(tmp_path: Path) -> None:
    given = {
        "resourceType": "MedicationDispense",
        "status": "completed",
        "medicationCodeableConcept": MADE_UP,
        "whenHandedOver": "2026-03-01T23:00:00-05:00",
        "daysSupply": {"value": 2, "code": "wk"},
    }
    (found,) = patient(tmp_path, given).medication_dispenses
    assert str(found.period) == "2026-03-01 to 2026-03-14"


def test_two_instructions_for_one_medicine_cannot_be_added_up(tmp_path: Path) -> None:
    instruction = {
        "timing": {"repeat": {"frequency": 1, "period": 1, "periodUnit": "d"}},
        "doseAndRate": [{"doseQuantity": {"value": 1}}],
    }
    for instructions, days in [([instruction], 30), ([instruction] * 2, None)]:
        given = {
            "resourceType": "MedicationRequest",
            "authoredOn": "2026-03-01",
            "dosageInstruction": instructions,
            "dispenseRequest": {"quantity": {"value": 30}},
        }
        (found,) = patient(tmp_path, given).medication_orders
        assert found.supply.total_days == days


def test_a_referral_and_a_membership(tmp_path: Path) -> None:
    referral = {
        "resourceType": "ServiceRequest",
        "status": "active",
        "intent": "order",
        "code": MADE_UP,
        "authoredOn": "2026-03-01",
        "reasonCode": [MADE_UP],
    }
    membership = {
        "resourceType": "Coverage",
        "status": "active",
        "beneficiary": {"reference": "Patient/p1"},
        "payor": [{"reference": "Organization/plan"}],
        "period": {"start": "2026-01-01"},
    }
    found = patient(tmp_path, referral, membership)
    assert (found.service_requests[0].codes, found.service_requests[0].reasons) == (CODE, CODE)
    assert (found.coverages[0].payer, str(found.coverages[0].period)) == (
        "plan",
        "2026-01-01 to now",
    )


def test_facts_go_to_the_patient_they_name(tmp_path: Path) -> None:
    other = {**PATIENT, "id": "p2"}
    visits = [
        {"resourceType": "Encounter", "id": f"of {name}", "subject": {"reference": name}}
        for name in ("Patient/p2", "urn:uuid:p1", "Patient/p3")
    ]
    found = bundle(tmp_path, PATIENT, *visits, other)
    assert [[one.id for one in p.encounters] for p in found.patients] == [
        ["of urn:uuid:p1"],
        ["of Patient/p2"],
    ]
    assert [(problem.line, problem.code) for problem in found.problems] == [(4, "fhir-no-patient")]


def test_a_fact_of_another_patient_in_a_file_of_one_is_counted_and_listed(tmp_path: Path) -> None:
    visit = {"resourceType": "Encounter", "subject": {"reference": "Patient/somebody"}}
    unnamed = {"resourceType": "Encounter"}
    found = bundle(tmp_path, PATIENT, visit, unnamed)
    assert len(found.patients[0].encounters) == 2
    (problem,) = found.problems
    assert str(problem) == (
        "bundle.json:2: the Encounter names another patient than the one in the file "
        "[fhir-other-patient]\n"
        "      why: it was counted as this patient's, because the file holds only one\n"
        "      fix: ask the sender whose it is"
    )


def test_what_is_not_built_as_fhir_is_left_out_and_listed_without_its_content(
    tmp_path: Path,
) -> None:
    broken = {"resourceType": "Observation", "code": "Secret", "valueInteger": 3}
    found = bundle(tmp_path, PATIENT, broken)
    assert found.patients[0].observations == ()
    (problem,) = found.problems
    assert (problem.line, problem.code) == (2, "fhir-unreadable")
    assert "Secret" not in str(problem)


def test_a_file_that_is_no_bundle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bundle.json"
    path.write_text("no", encoding="utf-8")
    with pytest.raises(FeedRefusal):
        read(path)


def test_resources_no_measure_reads_are_passed_over(tmp_path: Path) -> None:
    found = bundle(tmp_path, {"resourceType": "Organization"}, PATIENT)
    assert len(found.patients) == 1
    assert found.problems == ()
