"""Reading delimited text: CSV, tab, semicolon or bar; every cell as text, bad rows apart.

DuckDB reads in parallel blocks and drops a line that is longer than its buffer without a word; so
the file is surveyed first, and afterwards every line is accounted for.
"""

import csv
from pathlib import Path

from duckdb import DuckDBPyConnection

from fairterms.records import refusals
from fairterms.records.staged import Staged, literal
from fairterms.records.survey import LONGEST_LINE, Survey

REJECTS = "rejected_lines"
ENCODINGS = {"utf-8": "utf-8", "latin-1": "latin-1"}
"""The encodings that a column map may state, and what DuckDB calls them."""

_DELIMITERS = (",", "\t", ";", "|")
_REASONS = {
    "MISSING COLUMNS": "the row has fewer cells than the heading",
    "TOO MANY COLUMNS": "the row has more cells than the heading",
    "UNQUOTED VALUE": "a quotation mark is not closed",
    "LINE SIZE OVER MAXIMUM": "the row is too long",
    "INVALID ENCODING": "the row has letters that are not UTF-8",
}
_OTHERWISE = "the row cannot be read"


def headings(path: Path, survey: Survey, encoding: str = "utf-8") -> tuple[str, list[str]]:
    """Return the delimiter and the names in the first line.

    Raises
    ------
    FeedRefusal
        When the file is empty, in UTF-16, has a line beyond measure or two columns of one name.
    """
    if survey.is_utf16:
        raise refusals.utf16(path.name)
    if survey.first_long_line:
        raise refusals.long_line(path.name, survey.first_long_line, survey.longest_line)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        line = next((line for line in file if line.strip()), "").removeprefix("\ufeff")
    delimiter = max(_DELIMITERS, key=line.count)
    names = [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
    if not any(names):
        raise refusals.empty(path.name)
    if survey.lines < 2:
        raise refusals.only_heading(path.name)
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise refusals.repeated_headings(path.name, repeated)
    return delimiter, names


def stage(
    connection: DuckDBPyConnection, path: Path, survey: Survey, encoding: str = "utf-8"
) -> Staged:
    """Make a delimited file ready for the store.

    Parameters
    ----------
    connection
        Where it will be read.
    path, survey
        The file, and what it is like.
    encoding
        Of :data:`ENCODINGS`.

    Returns
    -------
    Staged
        Row numbers count as a spreadsheet does: the heading is row 1.
    """
    delimiter, names = headings(path, survey, encoding)
    _forget(connection)
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in names)
    options = (
        f"header = true, auto_detect = false, delim = {literal(delimiter)}, quote = '\"', "
        f"escape = '\"', columns = {{{columns}}}, store_rejects = true, "
        f"rejects_table = '{REJECTS}', rejects_scan = '{REJECTS}_scan', rejects_limit = 0, "
        f"rejects_line_size_limit = {LONGEST_LINE}, max_line_size = {2 * LONGEST_LINE}, "
        f"encoding = {literal(ENCODINGS[encoding])}"
    )
    relation = f"read_csv({literal(str(path))}, {options})"
    # Numbering rows here would hold the reader to one processor.
    return Staged(relation, dict.fromkeys(names, "VARCHAR"), REJECTS, first_row=2)


def rejected(connection: DuckDBPyConnection, path: Path, survey: Survey, rows: int) -> str:
    """Check that every line is accounted for, and name the table of those that cannot be read.

    Parameters
    ----------
    connection, path, survey
        As staged.
    rows
        How many rows were read.

    Returns
    -------
    str
        A temporary table ``(row, reason)``, one row for each line that could not be read.

    Raises
    ------
    FeedRefusal
        When a quotation mark swallows rows, or lines are missing.
    """
    swallowed = connection.execute(
        f"SELECT min(line), max(len(csv_line) - len(replace(csv_line, chr(10), ''))) "  # noqa: S608
        f"FROM {REJECTS} WHERE error_type = 'UNQUOTED VALUE' AND contains(csv_line, chr(10))"
    ).fetchone()
    if swallowed and swallowed[0] is not None:
        raise refusals.open_quote(path.name, swallowed[0], swallowed[1])
    cases = " ".join(f"WHEN {literal(kind)} THEN {literal(why)}" for kind, why in _REASONS.items())
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE unreadable AS SELECT line::BIGINT AS row, "  # noqa: S608
        f"min(CASE error_type::VARCHAR {cases} ELSE {literal(_OTHERWISE)} END) AS reason "
        f"FROM {REJECTS} GROUP BY line"
    )
    counted = connection.execute("SELECT count(*) FROM unreadable").fetchone()
    assert counted is not None
    _forget(connection)
    seen = rows + counted[0] + 1
    if not survey.has_quotes and seen < survey.lines:
        raise refusals.unaccounted(path.name, seen, survey.lines)
    return "unreadable"


def _forget(connection: DuckDBPyConnection) -> None:
    """Drop the reader's own record of bad lines: it holds their text."""
    for name in (REJECTS, f"{REJECTS}_scan"):
        connection.execute(f"DROP TABLE IF EXISTS {name}")
