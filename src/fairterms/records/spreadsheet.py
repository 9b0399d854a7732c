"""Reading XLSX: the first sheet with a heading, a row at a time; formulas by their last value."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from duckdb import DuckDBPyConnection

from fairterms.records import refusals
from fairterms.records.batches import Row, fill
from fairterms.records.staged import Staged

SHEET = "staged_sheet"


def stage(connection: DuckDBPyConnection, path: Path) -> Staged:
    """Make the first sheet of a workbook ready for the store.

    Parameters
    ----------
    connection
        Where it will be read.
    path
        The workbook.

    Returns
    -------
    Staged
        Row numbers are the sheet's own; other sheets are named as left out.

    Raises
    ------
    FeedRefusal
        When it is no workbook, has no rows, or two columns of one name.
    """
    # Only workbooks need it.
    import openpyxl  # noqa: PLC0415

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        raise refusals.unreadable(path.name, "XLSX") from None
    try:
        names = book.sheetnames
        sheet = book[names[0]]
        cells = enumerate(sheet.iter_rows(values_only=True), start=1)
        headings = next(([_text(c) for c in row] for _, row in cells if any(row)), [])
        columns = _named(path, headings)
        count = fill(connection, SHEET, columns, _rows(cells, headings))
    finally:
        book.close()
    if not count:
        raise refusals.empty(path.name)
    others = {f'sheet "{name}"': 1 for name in names[1:]}
    return Staged(SHEET, dict.fromkeys(columns, "VARCHAR"), left_out=others)


def _named(path: Path, headings: list[str | None]) -> list[str]:
    columns = [heading for heading in headings if heading]
    if not columns:
        raise refusals.empty(path.name)
    repeated = sorted({name for name in columns if columns.count(name) > 1})
    if repeated:
        raise refusals.repeated_headings(path.name, repeated)
    return columns


def _rows(
    cells: Iterator[tuple[int, tuple[object, ...]]], headings: list[str | None]
) -> Iterator[Row]:
    """Give each row that is not empty, without the columns that have no heading."""
    places = [place for place, heading in enumerate(headings) if heading]
    for number, row in cells:
        texts = [_text(row[place]) if place < len(row) else None for place in places]
        if any(text is not None for text in texts):
            yield number, texts


def _text(cell: object) -> str | None:
    """Write a cell as text: dates year first, whole numbers without a point."""
    if cell is None:
        return None
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell).strip() or None
