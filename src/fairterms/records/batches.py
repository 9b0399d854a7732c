"""Rows made in Python, put into a temporary table a few thousand at a time."""

from collections.abc import Iterable, Sequence
from itertools import islice

import pyarrow as pa  # type: ignore[import-untyped]
from duckdb import DuckDBPyConnection

from fairterms.records.staged import ROW, quoted

BATCH = 20_000
"""Rows held in Python's memory at once."""

Row = tuple[int, Sequence[str | None]]
"""A row's number and its cells, as text."""


def fill(
    connection: DuckDBPyConnection, name: str, columns: Sequence[str], rows: Iterable[Row]
) -> int:
    """Make a temporary table of text columns and fill it.

    Parameters
    ----------
    connection
        Where to.
    name
        The table's name; one of that name is replaced.
    columns
        Its columns, beside the row number.
    rows
        The rows; they are taken :data:`BATCH` at a time.

    Returns
    -------
    int
        How many rows were put there.
    """
    named = ", ".join(f"{quoted(column)} VARCHAR" for column in columns)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {quoted(name)} ({ROW} BIGINT, {named})")
    waiting, count = iter(rows), 0
    fields = [(ROW, pa.int64()), *((column, pa.string()) for column in columns)]
    while batch := list(islice(waiting, BATCH)):
        cells: list[list[int] | list[str | None]] = [[number for number, _ in batch]]
        cells += [[row[place] for _, row in batch] for place in range(len(columns))]
        arrays = [
            pa.array(values, type=kind) for values, (_, kind) in zip(cells, fields, strict=True)
        ]
        connection.register("batch", pa.Table.from_arrays(arrays, schema=pa.schema(fields)))
        connection.execute(f"INSERT INTO {quoted(name)} SELECT * FROM batch")  # noqa: S608
        connection.unregister("batch")
        count += len(batch)
    return count
