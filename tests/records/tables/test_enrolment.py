"""The table enrolment."""

from datetime import date

from fairterms.records.tables.enrolment import TABLE
from tests.records.feeds import csv_of, room

HEADING = (
    "person_id,member_id,subscriber_id,gender,race,birth_date,death_date,death_flag,"
    "enrollment_start_date,enrollment_end_date,payer,payer_type,plan,"
    "original_reason_entitlement_code,dual_status_code,medicare_status_code,"
    "first_name,last_name,address,city,state,zip_code,phone,data_source"
)
ROW = (
    "p1,m1,,female,,1990-05-05,,0,2027-01-01,2027-12-31,Example Health,commercial,"
    "Silver,,,,Ann,Example,,,OR,97000,,made up"
)
COLUMNS = "person_id, starts, ends, payer, payer_type, plan"
EXPECTED = ("p1", date(2027, 1, 1), date(2027, 12, 31), "Example Health", "commercial", "Silver")


def test_a_file_with_the_names_of_the_tuva_input_layer_is_taken_as_it_stands() -> None:
    with room() as here:
        load = here.put("enrolment", csv_of(HEADING, [ROW]))
        assert here.aside() == []
        assert load.rows_loaded == 1
        assert here.rows(COLUMNS, "enrolment") == [EXPECTED]


def test_nothing_that_names_a_person_has_a_column() -> None:
    names = {column.name for column in TABLE.columns}
    assert not names & {"first_name", "last_name", "social_security_number", "address", "phone"}
