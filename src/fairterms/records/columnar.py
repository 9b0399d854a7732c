"""Reading Parquet: columns come in their own types, rows by their place in the file from 1."""

from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from fairterms.records import refusals
from fairterms.records.staged import ROW, Staged, literal, quoted


def stage(connection: DuckDBPyConnection, path: Path) -> Staged:
    """Make a Parquet file ready for the store.

    Raises
    ------
    FeedRefusal
        When it is not Parquet, or has no rows.
    """
    scan = f"read_parquet({literal(str(path))})"
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {scan}").fetchall()  # noqa: S608
        counted = connection.execute(f"SELECT count(*) FROM {scan}").fetchone()  # noqa: S608
    except duckdb.Error:
        raise refusals.unreadable(path.name, "Parquet") from None
    if not counted or not counted[0]:
        raise refusals.empty(path.name)
    columns = {str(name): str(kind) for name, kind, *_ in described}
    relation = f"(SELECT *, file_row_number + 1 AS {quoted(ROW)} FROM {scan})"  # noqa: S608
    return Staged(relation, columns)
