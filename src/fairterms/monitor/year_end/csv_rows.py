"""Rows of a small table of the deal folder, read cell by cell; every problem has its line."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fairterms.monitor.year_end.month import month_of
from fairterms.units import quantity
from fairterms.units.form_file import text_of
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem
from fairterms.units.quantity import Kind, Quantity, Unit

WHY = "a forecast counts what came, on the day it came, and guesses none of it"


@dataclass(frozen=True)
class CsvRow:
    """One row of a table.

    Attributes
    ----------
    cells
        Column to text, without blanks around it.
    number
        Counted from 0.
    notes
        Where problems go.
    """

    cells: dict[str, str]
    number: int
    notes: Notes

    def note(self, what: str, code: str, fix: str) -> None:
        """Note a problem of this row."""
        self.notes.add(("row", self.number), what, code, WHY, fix)

    def month(self, column: str) -> date | None:
        """Read a month such as 2027-03; None, and a problem, where there is none."""
        text = self.cells[column]
        found = month_of(text)
        if found is None:
            said = f'"{text}" is no month' if text else "there is no month"
            self.note(f"{column}: {said}", "not-a-month", "write it like 2027-03")
        return found

    def day(self, column: str) -> date | None:
        """Read a day such as 2027-04-12; None, and a problem, where there is none."""
        text = self.cells[column]
        try:
            return date.fromisoformat(text)
        except ValueError:
            said = f'"{text}" is no day' if text else "there is no day"
            self.note(f"{column}: {said}", "not-a-date", "write it like 2027-04-12")
            return None

    def amount(self, column: str, unit: Unit | None = None) -> Quantity | None:
        """Read a quantity with its unit; None, and a problem, where there is none.

        Parameters
        ----------
        column
            Its column.
        unit
            What it must be in; None takes any.
        """
        try:
            found = quantity.parse(self.cells[column])
        except quantity.NotAQuantity as wrong:
            self.note(f"{column}: {wrong.reason}", "not-a-quantity", wrong.fix)
            return None
        if unit is not None and found.unit != unit:
            what = f"{column} is in {found.unit}, and is wanted in {unit}"
            self.note(what, "wrong-unit", f"write it in {unit}")
            return None
        if found.amount < 0 and found.unit.kind is Kind.COUNT:
            what = f"{column} counts {found}, which is less than none"
            self.note(what, "negative-count", "give the number as it stands, 0 or more")
            return None
        return found

    def has(self, column: str) -> bool:
        """Say whether something stands in a column."""
        return bool(self.cells.get(column))


def rows_of(
    path: Path, wanted: tuple[str, ...], may: tuple[str, ...] | None = ()
) -> tuple[tuple[CsvRow, ...], Notes]:
    """Read the rows of a table.

    Parameters
    ----------
    path
        The file.
    wanted
        Columns it must have.
    may
        Columns it may have besides; None for any.

    Returns
    -------
    tuple
        The rows, and the notes that take their problems; no rows where the file is not there, is no
        text, or lacks a column.
    """
    file = f"{path.parent.name}/{path.name}"
    text = text_of(path)
    if text is None or isinstance(text, Problem):
        what = "there is no such file" if text is None else text.what
        fix = f"give a table with the columns {', '.join(wanted)}"
        return (), Notes(file, (), {}, [Problem(file, 0, what, "no-table", WHY, fix)])
    lines = tuple(text.splitlines())
    reader = csv.DictReader(io.StringIO(text), skipinitialspace=True)
    raw = list(reader)
    # Quoted line breaks are not expected in such a table; each row stands on a line of its own.
    notes = Notes(file, lines, {("row", at): at + 2 for at in range(len(raw))})
    titles = [(title or "").strip() for title in reader.fieldnames or ()]
    for lacking in [one for one in wanted if one not in titles]:
        fix = f"give the table the columns {', '.join(wanted)}"
        notes.add((), f'the column "{lacking}" is not there', "no-column", WHY, fix)
    allowed = titles if may is None else [*wanted, *may]
    for extra in [one for one in titles if one not in allowed]:
        notes.unknown((), extra, allowed, "column")
    if any(one not in titles for one in wanted):
        return (), notes
    return tuple(_row(one, at, notes) for at, one in enumerate(raw)), notes


def _row(raw: dict[str, str], number: int, notes: Notes) -> CsvRow:
    cells = {(key or "").strip(): (value or "").strip() for key, value in raw.items() if key}
    return CsvRow(cells, number, notes)
