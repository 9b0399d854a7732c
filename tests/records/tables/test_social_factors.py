"""The table social_factors."""

from datetime import date

from fairterms.records.tables.social_factors import TABLE
from tests.records.feeds import csv_of, room

HEADING = "person_id,factor,answer,recorded_on,z_code"
ROW = "p1,housing,unstable,2027-03-01,Z59.0"
COLUMNS = "person_id, factor, answer, recorded_on, factor_code"
EXPECTED = ("p1", "housing", "unstable", date(2027, 3, 1), "Z590")


def test_a_screening_is_loaded_with_its_code() -> None:
    with room() as here:
        load = here.put("social_factors", csv_of(HEADING, [ROW]))
        assert here.aside() == []
        assert load.rows_loaded == 1
        assert here.rows(COLUMNS, "social_factors") == [EXPECTED]


def test_nothing_that_names_a_person_has_a_column() -> None:
    names = {column.name for column in TABLE.columns}
    assert not names & {"first_name", "last_name", "social_security_number", "address", "phone"}
