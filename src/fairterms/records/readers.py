"""Which reader takes which file, by the end of its name."""

from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection

from fairterms.records import columnar, delimited, fhir, refusals, spreadsheet
from fairterms.records.staged import Staged
from fairterms.records.survey import Survey, fingerprint, survey
from fairterms.records.table import Table

DELIMITED = (".csv", ".tsv", ".txt")
FHIR = (".json", ".ndjson")
SUFFIXES = (*DELIMITED, ".parquet", ".xlsx", *FHIR)
"""The ends of names that are read."""


@dataclass(frozen=True)
class Arrived:
    """A file that is there: its fingerprint, and its survey where it is delimited text."""

    path: Path
    sha256: str
    survey: Survey | None


def arrive(path: Path) -> Arrived:
    """Take a file's fingerprint, and survey it where it is delimited text.

    Raises
    ------
    FeedRefusal
        When there is no such file, it has no bytes, or files of its kind are not read.
    """
    if not path.is_file():
        raise refusals.missing_file(path.name)
    if path.suffix.lower() not in SUFFIXES:
        raise refusals.unknown_format(path.name, SUFFIXES)
    if not path.stat().st_size:
        raise refusals.empty(path.name)
    if path.suffix.lower() in DELIMITED:
        seen = survey(path)
        return Arrived(path, seen.sha256, seen)
    return Arrived(path, fingerprint(path), None)


def stage(
    connection: DuckDBPyConnection, arrived: Arrived, table: Table, encoding: str = "utf-8"
) -> Staged:
    """Make a file ready for the store.

    Parameters
    ----------
    connection
        Where it will be read.
    arrived
        The file.
    table
        The table it is for; a bundle holds records for several.
    encoding
        How the letters of a text file are written.

    Raises
    ------
    FeedRefusal
        When it cannot be read at all.
    """
    path = arrived.path
    if arrived.survey is not None:
        return delimited.stage(connection, path, arrived.survey, encoding)
    if path.suffix.lower() == ".parquet":
        return columnar.stage(connection, path)
    if path.suffix.lower() == ".xlsx":
        return spreadsheet.stage(connection, path)
    return fhir.stage(connection, path, table)


def rejected(connection: DuckDBPyConnection, arrived: Arrived, staged: Staged, rows: int) -> str:
    """Name the table ``(row, reason)`` of what could not be read; empty when there is none.

    Parameters
    ----------
    connection, arrived, staged
        As staged, after the relation was read to its end.
    rows
        How many rows were read.
    """
    if arrived.survey is not None:
        return delimited.rejected(connection, arrived.path, arrived.survey, rows)
    return staged.rejects
