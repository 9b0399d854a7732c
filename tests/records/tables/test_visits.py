"""The table visits."""

from datetime import date

from fairterms.records.tables.visits import TABLE
from tests.records.feeds import csv_of, room

HEADING = (
    "encounter_id,person_id,patient_id,encounter_type,encounter_start_date,"
    "encounter_end_date,admit_source_code,attending_provider_id,"
    "attending_provider_name,facility_npi,facility_name,primary_diagnosis_code_type,"
    "primary_diagnosis_code,drg_code,paid_amount,data_source"
)
ROW = "v1,p1,m1,office visit,2027-03-01,2027-03-01,,c1,Bea Example,,,icd-10-cm,F33.1,,,made up"
COLUMNS = "visit_id, person_id, clinician_id, starts, visit_type, diagnosis_code"
EXPECTED = ("v1", "p1", "c1", date(2027, 3, 1), "office visit", "F331")


def test_a_file_with_the_names_of_the_tuva_input_layer_is_taken_as_it_stands() -> None:
    with room() as here:
        load = here.put("visits", csv_of(HEADING, [ROW]))
        assert here.aside() == []
        assert load.rows_loaded == 1
        assert here.rows(COLUMNS, "visits") == [EXPECTED]


def test_nothing_that_names_a_person_has_a_column() -> None:
    names = {column.name for column in TABLE.columns}
    assert not names & {"first_name", "last_name", "social_security_number", "address", "phone"}


def test_the_day_of_the_request_is_kept_and_may_be_left_out() -> None:
    rows = ["v1,p1,2027-03-01,2027-02-20", "v2,p1,2027-03-08,"]
    with room() as here:
        here.put("visits", csv_of("visit_id,person_id,visit_date,referral_date", rows))
        assert here.aside() == []
        assert here.rows("starts, requested_on", "visits") == [
            (date(2027, 3, 1), date(2027, 2, 20)),
            (date(2027, 3, 8), None),
        ]
