from datetime import date

import duckdb
import pytest
from duckdb import DuckDBPyConnection

from fairterms.prepare.readiness.own_records import clinicians_on_record, years_on_record

REACHED = date(2026, 12, 31)


@pytest.fixture
def connection() -> DuckDBPyConnection:
    made = duckdb.connect()
    made.execute("CREATE TABLE clinicians (clinician_id VARCHAR, starts DATE, ends DATE)")
    made.execute(
        "CREATE TABLE assessments (person_id VARCHAR, instrument VARCHAR, assessed_on DATE)"
    )
    return made


def ask(connection: DuckDBPyConnection, year: int, people: int, days: int = 2) -> None:
    connection.execute(
        "INSERT INTO assessments SELECT 'p' || p, 'PHQ-9', make_date(?, 2, 1) + CAST(d AS INTEGER) "
        "FROM range(?) AS a(p), range(?) AS b(d)",
        [year, people, days],
    )


def years(connection: DuckDBPyConnection, reached: date = REACHED) -> int | None:
    found = years_on_record(connection, reached)
    return found.value if found else None


def test_clinicians_count_on_the_day_the_records_reach(connection: DuckDBPyConnection) -> None:
    connection.execute(
        "INSERT INTO clinicians VALUES ('a', NULL, NULL), ('b', '2020-01-01', '2026-12-31'), "
        "('c', '2020-01-01', '2026-12-30'), ('d', '2027-01-01', NULL), ('a', '2025-01-01', NULL)"
    )
    found = clinicians_on_record(connection, REACHED)
    assert found is not None
    assert (found.value, found.is_shown) == (2, True)


def test_no_clinicians_on_record_is_not_none_at_all(connection: DuckDBPyConnection) -> None:
    assert clinicians_on_record(connection, REACHED) is None


def test_years_are_counted_back_to_the_first_gap(connection: DuckDBPyConnection) -> None:
    for year in (2022, 2024, 2025, 2026):
        ask(connection, year, 30)
    assert years(connection) == 3


@pytest.mark.parametrize(("people", "found"), [(29, 0), (30, 1)])
def test_thirty_patients_make_a_year(
    connection: DuckDBPyConnection, people: int, found: int
) -> None:
    ask(connection, 2026, people)
    assert years(connection) == found


def test_one_form_a_patient_is_no_measured_care(connection: DuckDBPyConnection) -> None:
    ask(connection, 2026, 200, days=1)
    assert years(connection) == 0


def test_two_forms_on_one_day_are_one_asking(connection: DuckDBPyConnection) -> None:
    ask(connection, 2026, 40, days=1)
    ask(connection, 2026, 40, days=1)
    assert years(connection) == 0


def test_two_instruments_on_two_days_are_not_asked_again(connection: DuckDBPyConnection) -> None:
    connection.execute(
        "INSERT INTO assessments SELECT 'p' || p, 'PHQ-9', DATE '2026-01-01' FROM range(40) AS a(p)"
    )
    connection.execute(
        "INSERT INTO assessments SELECT 'p' || p, 'GAD-7', DATE '2026-02-01' FROM range(40) AS a(p)"
    )
    assert years(connection) == 0


def test_a_year_not_yet_over_does_not_count(connection: DuckDBPyConnection) -> None:
    for year in (2025, 2026):
        ask(connection, year, 30)
    assert years(connection, date(2026, 12, 30)) == 1


def test_no_forms_are_not_known(connection: DuckDBPyConnection) -> None:
    assert years(connection) is None
