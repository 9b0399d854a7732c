"""Tables of visits and open places, made by hand."""

from collections.abc import Iterable
from datetime import date

import duckdb
from duckdb import DuckDBPyConnection

from fairterms.records.table import Table
from fairterms.records.tables.open_slots import TABLE as OPEN_SLOTS
from fairterms.records.tables.visits import TABLE as VISITS

Visit = tuple[str, date, str | None, date | None]
"""Person, day, status, day of asking."""


def store(visits: Iterable[Visit] = ()) -> DuckDBPyConnection:
    """Return a database with the columns of the records' tables."""
    connection = duckdb.connect()
    for table in (VISITS, OPEN_SLOTS):
        connection.execute(f"CREATE TABLE {table.name} ({_columns(table)})")
    rows = list(visits)
    if rows:
        # Whole columns at once: row by row the database takes a second for a thousand.
        people, days, states, asked = (list(column) for column in zip(*rows, strict=True))
        connection.execute(
            "INSERT INTO visits (visit_id, clinician_id, person_id, starts, status, requested_on)"
            " SELECT 'v' || row_number() OVER (), 'c1', * FROM ("
            "  SELECT unnest($people::VARCHAR[]), unnest($days::DATE[]),"
            "    unnest($states::VARCHAR[]), unnest($asked::DATE[]))",
            {"people": people, "days": days, "states": states, "asked": asked},
        )
    return connection


def _columns(table: Table) -> str:
    dates = {"starts", "ends", "requested_on", "seen_on"}
    return ", ".join(
        f"{column.name} {'DATE' if column.name in dates else 'VARCHAR'}" for column in table.columns
    )
