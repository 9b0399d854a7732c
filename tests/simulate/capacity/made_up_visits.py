"""Tables of visits and open places, made by hand."""

from collections.abc import Iterable
from datetime import date

import duckdb
from duckdb import DuckDBPyConnection

from fairterms.records.tables.open_slots import TABLE as OPEN_SLOTS
from fairterms.records.tables.visits import TABLE as VISITS
from fairterms.records.table import Table

Visit = tuple[str, date, str | None, date | None]
"""Person, day, status, day of asking."""


def store(visits: Iterable[Visit] = ()) -> DuckDBPyConnection:
    """Return a database with the columns of the records' tables."""
    connection = duckdb.connect()
    for table in (VISITS, OPEN_SLOTS):
        connection.execute(f"CREATE TABLE {table.name} ({_columns(table)})")
    rows = [
        (f"v{number}", person, "c1", day, status, asked)
        for number, (person, day, status, asked) in enumerate(visits)
    ]
    if rows:
        connection.executemany(
            "INSERT INTO visits (visit_id, person_id, clinician_id, starts, status, requested_on)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
    return connection


def _columns(table: Table) -> str:
    dates = {"starts", "ends", "requested_on", "seen_on"}
    return ", ".join(
        f"{column.name} {'DATE' if column.name in dates else 'VARCHAR'}" for column in table.columns
    )
