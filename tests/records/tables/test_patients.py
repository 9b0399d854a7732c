"""The table patients."""

from datetime import date

from fairterms.records.tables.patients import TABLE
from tests.records.feeds import csv_of, room

HEADING = (
    "person_id,patient_id,first_name,last_name,sex,race,birth_date,death_date,"
    "death_flag,social_security_number,address,city,state,zip_code,county,latitude,"
    "longitude,phone,data_source"
)
ROW = (
    "p1,m1,Ann,Example,female,unknown,1990-05-05,,0,,1 Made Up Street,Anytown,OR,97000,,,,,made up"
)
COLUMNS = "person_id, sex, birth_date, state, zip_code"
EXPECTED = ("p1", "female", date(1990, 5, 5), "OR", "97000")


def test_a_file_with_the_names_of_the_tuva_input_layer_is_taken_as_it_stands() -> None:
    with room() as here:
        load = here.put("patients", csv_of(HEADING, [ROW]))
        assert here.aside() == []
        assert load.rows_loaded == 1
        assert here.rows(COLUMNS, "patients") == [EXPECTED]


def test_nothing_that_names_a_person_has_a_column() -> None:
    names = {column.name for column in TABLE.columns}
    assert not names & {"first_name", "last_name", "social_security_number", "address", "phone"}
