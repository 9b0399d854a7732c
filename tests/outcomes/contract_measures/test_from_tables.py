"""Patients from the group's tables, one at a time, with what is assumed for an empty cell."""

from datetime import date

import pytest

from fairterms.outcomes.contract_measures import from_tables
from fairterms.outcomes.contract_measures.evaluation import evaluate, judgements
from fairterms.outcomes.contract_measures.from_tables import Assumed, patients
from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Moment
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import MEASURES, MeasurementPeriod
from tests.records.feeds import Room, csv_of, room

pytestmark = pytest.mark.slow

VISITS = "visit_id,person_id,clinician_id,starts,ends,visit_type,status,code_system,service_code"
DIAGNOSES = "diagnosis_id,person_id,code_system,diagnosis_code,recorded_on,starts,ends,status"
ASSESSMENTS = "assessment_id,person_id,instrument,loinc_code,assessed_on,score,status"
CLAIMS = "claim_id,claim_line,person_id,starts,service_code,diagnosis_code,paid_cents"


def fill(here: Room, table: str, heading: str, *rows: str) -> None:
    here.put(table, csv_of(heading, rows), name=f"{table}.csv")


def only(here: Room, assumed: Assumed | None = None) -> PatientRecord:
    (patient,) = patients(here.store, assumed=assumed)
    return patient


def test_patients_come_in_order_with_the_rows_of_every_table() -> None:
    with room() as here:
        fill(here, "patients", "person_id,birth_date,sex", "p3,1990-01-01,F", "p1,1980-02-03,M")
        fill(here, "visits", VISITS, "v1,p10,,2027-01-05,,,,,", "v2,p1,,2027-01-06,,,,,")
        fill(here, "visits", VISITS, "v3,p1,,2027-01-04,,,,,")
        found = list(patients(here.store))
        with_visits = [one.id for one in patients(here.store, tables=("visits",))]
    assert with_visits == ["p1", "p10"]
    assert [one.id for one in found] == ["p1", "p10", "p3"]
    assert [[v.id for v in one.encounters] for one in found] == [["v2", "v3"], ["v1"], []]
    assert [one.birth_date for one in found] == [date(1980, 2, 3), None, date(1990, 1, 1)]


def test_people_of_many_blocks_are_each_given_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(from_tables, "_BLOCK", 7)
    rows = [f"v{n},p{n // 3:05d},,2027-01-05,,,,," for n in range(90)]
    with room() as here:
        fill(here, "visits", VISITS, *rows)
        found = [(one.id, len(one.encounters)) for one in patients(here.store)]
    assert found == [(f"p{n:05d}", 3) for n in range(30)]


def test_the_status_of_a_visit_in_one_word_and_the_list_of_its_service() -> None:
    words = ("", "Completed", "finished", "No Show", "Canceled", "Something else")
    rows = [f"v{n},p1,dr,2027-01-05,,therapy,{word},,90834" for n, word in enumerate(words)]
    with room() as here:
        fill(here, "visits", VISITS, *rows, "v9,p1,,2027-01-05,,,,,G0444")
        *visits, last = only(here).encounters
    assert [one.status for one in visits] == [
        "finished",
        "finished",
        "finished",
        "missed",
        "cancelled",
        "something else",
    ]
    assert {(one.clinician, one.visit_type, str(one.period)) for one in visits} == {
        ("dr", "therapy", "2027-01-05")
    }
    assert (visits[0].codes, last.codes) == ((Code("cpt", "90834"),), (Code("hcpcs", "G0444"),))


def test_a_diagnosis_and_how_long_it_lasts() -> None:
    rows = (
        "d1,p1,,F32.1,2027-01-05,2026-12-01,,active",
        "d2,p1,,F32.1,2027-01-05,,,",
        "d3,p1,,F32.1,2027-01-05,2026-12-01,2027-01-01,",
        "d4,p1,,F32.1,2027-01-05,2026-12-01,,resolved",
    )
    with room() as here:
        fill(here, "diagnoses", DIAGNOSES, *rows)
        conditions = only(here).conditions
    assert [(str(one.prevalence), one.is_active) for one in conditions] == [
        ("2026-12-01 to now", True),
        ("2027-01-05 to now", True),
        ("2026-12-01 to 2027-01-01", False),
        ("2026-12-01 to an unknown end", False),
    ]
    assert all(one.codes == (Code("icd-10-cm", "F321"),) for one in conditions)
    assert all(one.is_confirmed for one in conditions)


def test_a_score_carries_the_code_of_its_total_however_it_was_named() -> None:
    named = ("PHQ-9,", "PHQ-9,44249-1", "PHQ-9,44261-6", ",44249-1")
    rows = [f"a{n},p1,{name},2027-03-01,{n},final" for n, name in enumerate(named)]
    with room() as here:
        fill(here, "assessments", ASSESSMENTS, *rows)
        found = only(here).observations
    panel, total = Code("loinc", "44249-1"), Code("loinc", "44261-6")
    assert [one.codes for one in found] == [(total,), (panel, total), (total,), (panel, total)]
    assert [one.number for one in found] == [0, 1, 2, 3]
    assert {(one.status, one.instrument) for one in found} == {("final", "phq9")}


def test_what_is_assumed_can_be_taken_back_and_is_said() -> None:
    nothing = Assumed("", "", "", "", "")
    with room() as here:
        fill(here, "visits", VISITS, "v1,p1,,2027-01-05,,,,,")
        fill(here, "diagnoses", DIAGNOSES, "d1,p1,,F32.1,2027-01-05,,,")
        fill(here, "assessments", ASSESSMENTS, "a1,p1,PHQ-9,,2027-03-01,12,")
        found = only(here, nothing)
    assert (found.encounters[0].status, found.observations[0].status) == ("", "")
    assert (found.conditions[0].is_active, found.conditions[0].is_confirmed) == (False, False)
    assert "a visit without a status is taken as finished" in Assumed().sentences
    assert "a visit without a status is taken as of no known status" in nothing.sentences


def test_membership_and_bills_and_a_store_without_people() -> None:
    with room() as here:
        assert list(patients(here.store)) == []
        fill(here, "enrolment", "person_id,starts,ends,payer,plan", "p1,2027-01-01,,payer,plan")
        fill(here, "claims", CLAIMS, "c1,1,p1,2027-01-05,90834,F321,10050")
        found = only(here)
    (membership,), (bill,) = found.coverages, found.bills
    assert (str(membership.period), membership.payer) == ("2027-01-01 to now", "payer")
    assert (bill.id, bill.line, str(bill.period)) == ("c1", 1, "2027-01-05")
    assert bill.codes == (Code("cpt", "90834"),)
    assert bill.diagnoses == (Code("icd-10-cm", "F321"),)


def test_a_measure_judges_a_patient_of_the_tables_like_one_of_a_bundle() -> None:
    measure = MEASURES["cms159_2025"]
    office = {"Contact or Office Visit": (Code("cpt", "90834"),)}
    total = {"PHQ 9 and PHQ 9M Tools": (Code("loinc", "44261-6"),)}
    depression = {"Dysthymia": (Code("icd-10-cm", "F34.1"),)}
    sets = ValueSets.of({**dict.fromkeys(measure.value_sets, ()), **office, **total, **depression})
    with room() as here:
        fill(here, "patients", "person_id,birth_date,sex", "p1,1980-02-03,M")
        fill(here, "visits", VISITS, "v1,p1,dr,2025-03-01,,,,,90834")
        fill(here, "diagnoses", DIAGNOSES, "d1,p1,,F34.1,2025-03-01,,,")
        scores = ("a1,p1,PHQ-9,,2025-02-22,10,", "a2,p1,PHQ-9,,2026-04-23,4,")
        fill(here, "assessments", ASSESSMENTS, *scores)
        judged = judgements(measure, patients(here.store), [MeasurementPeriod.year(2026)], sets)
        (line,) = evaluate(measure, judged, by=("stratum", "clinician"))
    assert (line.stratum, line.clinician, line.cases, line.value) == ("18 and over", "dr", 1, 1.0)


def test_a_visit_with_the_day_it_was_asked_for_is_a_request() -> None:
    heading = "visit_id,person_id,starts,requested_on,status"
    with room() as here:
        fill(
            here,
            "visits",
            heading,
            "v1,p1,2027-01-12,2027-01-04,finished",
            "v2,p1,2027-01-20,,finished",
            "v3,p2,2027-02-01,2027-01-29,missed",
        )
        first, second = patients(here.store)
        without = next(patients(here.store, tables=("diagnoses", "patients")), None)
    assert [(one.id, one.authored) for one in first.service_requests] == [
        ("request of v1", Moment(date(2027, 1, 4)))
    ]
    (request,) = second.service_requests
    assert (request.status, request.intent) == ("active", "order")
    assert request.authored == Moment(date(2027, 1, 29))
    assert without is None


def test_requests_without_the_table_of_visits_are_none() -> None:
    with room() as here:
        fill(here, "patients", "person_id,birth_date,sex", "p1,1990-01-01,F")
        heading = "visit_id,person_id,starts,requested_on"
        fill(here, "visits", heading, "v1,p1,2027-01-12,2027-01-04")
        (patient,) = patients(here.store, tables=("patients",))
    assert patient.service_requests == ()
