"""A statement's table as it lies in the file: its rows, their lines, and what stands above them."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fairterms.reconcile.statement.line_map import COLUMNS, DELIMITERS, ENCODINGS, FACTS, LineMap
from fairterms.units.problem import Problem

LARGEST = 5_000_000
"""Bytes. A statement is a page of totals; what is larger is a list of claims or members."""
NOTHING = "nothing can be compared"
_AGAIN = "ask the plan for the file again"


@dataclass(frozen=True)
class SheetRow:
    """One row: the line of the file it begins on, and its cells without outer blanks."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The table of a file.

    Attributes
    ----------
    above
        The rows over the heading.
    heading
        The row that names the columns.
    columns
        Our names, and where their columns are, counted from 0.
    rows
        The rows under the heading that are not blank.
    """

    above: tuple[SheetRow, ...]
    heading: SheetRow
    columns: Mapping[str, tuple[int, ...]]
    rows: tuple[SheetRow, ...]

    def cell(self, row: SheetRow, name: str) -> str:
        """Return what a row has in one of our columns; empty where nothing is."""
        return " ".join(cell for cell in self.cells(row, name) if cell)

    def cells(self, row: SheetRow, name: str) -> tuple[str, ...]:
        """Return what a row has in the columns of one name, in their order."""
        places = self.columns.get(name, ())
        return tuple(row.cells[place] if place < len(row.cells) else "" for place in places)


def read(content: bytes, file: str, line_map: LineMap) -> Sheet | Problem:
    """Find the table in the bytes of a file.

    Parameters
    ----------
    content
        The file.
    file
        Its name, for messages.
    line_map
        How it is saved, and what its headings mean.

    Returns
    -------
    Sheet or Problem
        A problem where there is no table that can be read.
    """
    text = decoded(content, file, line_map.encoding)
    if isinstance(text, Problem):
        return text
    delimiters = (line_map.delimiter,) if line_map.delimiter else DELIMITERS
    broken: Problem | None = None
    for delimiter in delimiters:
        rows = _rows(text, file, delimiter)
        if isinstance(rows, Problem):
            broken = broken or rows
            continue
        sheet = _under_heading(rows, line_map)
        if sheet is not None:
            return sheet
    return broken or _no_heading(file, line_map)


def decoded(content: bytes, file: str, encoding: str) -> str | Problem:
    """Return the text of a file, or why it is none."""
    if not content.strip():
        what, why = "the file is empty", "an empty file looks like a year in which nothing is owed"
        return Problem(file, 0, what, "empty-file", why, _AGAIN)
    if len(content) > LARGEST:
        return too_large(file)
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        what, fix = "the file is saved as UTF-16", 'save it again as "CSV UTF-8"'
        return Problem(file, 0, what, "not-text", NOTHING, fix)
    try:
        return content.decode(ENCODINGS[encoding])
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        what = f"a letter on this line is not saved as {encoding.upper()}"
        fix = (
            'save the file again as "CSV UTF-8", or write encoding = "latin-1" under [writing] '
            "in statements/map.toml"
        )
        return Problem(file, line, what, "not-text", NOTHING, fix)


def too_large(file: str) -> Problem:
    """Say that a file cannot be a statement, for its size."""
    what = f"the file has more than {LARGEST / 1e6:,.0f} million bytes"
    why = "a statement is a page of totals; this looks like a list of claims or members"
    fix = "give the plan's summary here, and load lists with: fairterms records"
    return Problem(file, 0, what, "too-large", why, fix)


def _rows(text: str, file: str, delimiter: str) -> tuple[SheetRow, ...] | Problem:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begun = 1
    try:
        rows = []
        for cells in reader:
            rows.append(SheetRow(begun, tuple(cell.strip() for cell in cells)))
            begun = reader.line_num + 1
    except csv.Error:
        what = "a quotation mark that opens on this line is not closed, or closes too early"
        why = "what follows would be read as one cell, and its lines would be lost"
        fix = "close the quotation mark, or remove it"
        return Problem(file, begun, what, "open-quote", why, fix)
    return tuple(row for row in rows if any(row.cells))


def _under_heading(rows: tuple[SheetRow, ...], line_map: LineMap) -> Sheet | None:
    for place, row in enumerate(rows):
        columns = dict(_columns(row, line_map))
        if "value" in columns and columns.keys() & {"line", "label"}:
            return Sheet(rows[:place], row, columns, rows[place + 1 :])
    return None


def _columns(row: SheetRow, line_map: LineMap) -> Iterator[tuple[str, tuple[int, ...]]]:
    headings = [cell.casefold() for cell in row.cells]
    for name in (*COLUMNS, *FACTS):
        wanted = [heading.casefold() for heading in line_map.columns[name]]
        found = tuple(headings.index(heading) for heading in wanted if heading in headings)
        if found:
            yield name, found


def _no_heading(file: str, line_map: LineMap) -> Problem:
    value, line = line_map.columns["value"][0], line_map.columns["line"][0]
    return Problem(
        file,
        0,
        f'no row of the file has the headings "{line}" and "{value}"',
        "no-heading",
        "without them nobody knows which number is which",
        "say in statements/map.toml, under [columns], what the plan calls them, like "
        'value = "Amount"',
    )
