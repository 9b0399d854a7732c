"""The table clinicians."""

from fairterms.records.tables.clinicians import TABLE
from tests.records.feeds import csv_of, room

HEADING = (
    "practitioner_id,npi,first_name,last_name,practice_affiliation,specialty,"
    "sub_specialty,data_source"
)
ROW = "c1,1234567893,Bea,Example,Made Up Clinic,psychology,,made up"
COLUMNS = "clinician_id, npi, specialty"
EXPECTED = ("c1", "1234567893", "psychology")


def test_a_file_with_the_names_of_the_tuva_input_layer_is_taken_as_it_stands() -> None:
    with room() as here:
        load = here.put("clinicians", csv_of(HEADING, [ROW]))
        assert here.aside() == []
        assert load.rows_loaded == 1
        assert here.rows(COLUMNS, "clinicians") == [EXPECTED]


def test_nothing_that_names_a_person_has_a_column() -> None:
    names = {column.name for column in TABLE.columns}
    assert not names & {"first_name", "last_name", "social_security_number", "address", "phone"}
