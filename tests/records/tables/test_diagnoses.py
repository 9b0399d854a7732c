"""The table diagnoses."""

from datetime import date

from fairterms.records.tables.diagnoses import TABLE
from tests.records.feeds import csv_of, room

HEADING = (
    "condition_id,person_id,patient_id,encounter_id,claim_id,recorded_date,"
    "onset_date,resolved_date,status,condition_type,source_code_type,source_code,"
    "source_description,condition_rank,present_on_admit_code,data_source"
)
ROW = "d1,p1,m1,v1,,2027-03-01,2027-01-15,,active,problem,icd-10-cm,F33.1,made up,1,,made up"
COLUMNS = (
    "diagnosis_id, person_id, code_system, diagnosis_code, recorded_on, starts, status, visit_id"
)
EXPECTED = ("d1", "p1", "icd-10-cm", "F331", date(2027, 3, 1), date(2027, 1, 15), "active", "v1")


def test_a_file_with_the_names_of_the_tuva_input_layer_is_taken_as_it_stands() -> None:
    with room() as here:
        load = here.put("diagnoses", csv_of(HEADING, [ROW]))
        assert here.aside() == []
        assert load.rows_loaded == 1
        assert here.rows(COLUMNS, "diagnoses") == [EXPECTED]


def test_nothing_that_names_a_person_has_a_column() -> None:
    names = {column.name for column in TABLE.columns}
    assert not names & {"first_name", "last_name", "social_security_number", "address", "phone"}
