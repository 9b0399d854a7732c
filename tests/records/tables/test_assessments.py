"""The table assessments."""

from datetime import date
from decimal import Decimal

from fairterms.records.tables.assessments import TABLE
from tests.records.feeds import csv_of, room

HEADING = (
    "observation_id,person_id,patient_id,encounter_id,panel_id,observation_date,"
    "observation_type,source_code_type,source_code,source_description,result,"
    "source_units,normalized_units,data_source"
)
ROW = "a1,p1,m1,v1,,2027-03-01,survey,loinc,44261-6,PHQ-9 total,14,score,,made up"
COLUMNS = "assessment_id, person_id, instrument, loinc_code, assessed_on, score, visit_id"
EXPECTED = ("a1", "p1", "phq9", "44261-6", date(2027, 3, 1), Decimal(14), "v1")


def test_a_file_with_the_names_of_the_tuva_input_layer_is_taken_as_it_stands() -> None:
    with room() as here:
        load = here.put("assessments", csv_of(HEADING, [ROW]))
        assert here.aside() == []
        assert load.rows_loaded == 1
        assert here.rows(COLUMNS, "assessments") == [EXPECTED]


def test_nothing_that_names_a_person_has_a_column() -> None:
    names = {column.name for column in TABLE.columns}
    assert not names & {"first_name", "last_name", "social_security_number", "address", "phone"}
