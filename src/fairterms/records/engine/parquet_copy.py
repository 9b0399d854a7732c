"""A copy of a store's records as Parquet, a folder a table, for an engine on other machines.

The copy holds personal data, like the store: it belongs on storage of the group's own, and goes
when the work is done.
"""

from pathlib import Path

from duckdb import DuckDBPyConnection

from fairterms.records.catalogues import TABLES
from fairterms.records.staged import literal, quoted

LOADS = "loads"
"""The folder of the loads: number, table, feed, day received, and by which load replaced."""

_LOADS = "load_id, table_name, feed, received, replaced_by"
_FILE_BYTES = 256_000_000


def rows_folder(table_name: str) -> str:
    """Return the folder of all rows of a table, also of loads no longer in force."""
    return f"{table_name}_rows"


def columns(table_name: str) -> tuple[str, ...]:
    """Return the columns of a table's view of the rows in force, in order."""
    return ("load_id", "row", *(column.name for column in TABLES[table_name].columns))


def write(connection: DuckDBPyConnection, folder: Path) -> None:
    """Write every table of a store.

    Parameters
    ----------
    connection
        The store's.
    folder
        Where to; it must not be there yet, so that no older rows stay among the new ones.

    Raises
    ------
    FileExistsError
        When the folder is there.
    """
    folder.mkdir(parents=True, mode=0o700)
    wanted = {LOADS: f"SELECT {_LOADS} FROM loads"}  # noqa: S608
    for name in TABLES:
        kept = ", ".join(quoted(column) for column in columns(name))
        wanted[rows_folder(name)] = f"SELECT set_aside_because, {kept} FROM {name}_rows"  # noqa: S608
    for name, question in wanted.items():
        place = literal(str(folder / name))
        connection.execute(
            f"COPY ({question}) TO {place} (FORMAT parquet, FILE_SIZE_BYTES {_FILE_BYTES})"
        )
