"""A report as a workbook: its text on one sheet, each table and chart on one of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from fairterms.publish import packing
from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    Definitions,
    Heading,
    Numbered,
    Prose,
    Quote,
    SideBySide,
)
from fairterms.publish.inline import plain
from fairterms.publish.legible import legible
from fairterms.publish.number_blocks import Chart, Column, Figures, Row, Steps, Table
from fairterms.publish.page import Report, closing_blocks, phrases_of
from fairterms.publish.phrases import Phrases, place_in_words

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Line: TypeAlias = tuple[str, str]
"""A style, such as "Heading 2" or "", and the text."""

_UNDATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 — the library takes a day without a zone
_LONGEST_NAME: Final = 31
_LONGEST_CELL: Final = 32_000
_WIDTHS: Final = (10, 60)
_TEXT_WIDTH: Final = 100
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_NUMBER: Final = re.compile(r"([−-]?)(\$?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?( ?%)?")
_MADE_ON: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Written:
    """A cell as a number: its value and how it is shown.

    Attributes
    ----------
    value
        The number; a percentage as a fraction.
    form
        The number format, which shows the number as the report does.
    """

    value: float
    form: str


def render(report: Report) -> bytes:
    """Write a report as a workbook.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    bytes
        An .xlsx file. The first sheet holds the text in reading order and says on which sheet each
        table stands. Cells that are numbers, dollars or percentages are numbers, so that they can
        be added up; everything else is text, and nothing is a formula. The same report gives the
        same bytes.
    """
    # The library takes a while to load; only a workbook needs it.
    import openpyxl  # noqa: PLC0415

    workbook = openpyxl.Workbook()
    _describe(workbook, report)
    first = workbook.active
    assert first is not None, "a new workbook has a sheet"
    blocks = (*report.blocks, *closing_blocks(report))
    tables = list(_tables(blocks))
    phrases = phrases_of(report)
    names = _names([phrases.workbook_text, *(table.caption for table in tables)])
    first.title = names[0]
    for table, name in zip(tables, names[1:], strict=True):
        _fill(workbook.create_sheet(name), table)
    _write_text(first, report, _lines(blocks, phrases, iter(names[1:])))
    written = io.BytesIO()
    workbook.save(written)
    return packing.without_dates(written.getvalue())


def as_number(text: str) -> Written | None:
    """Read a cell as a number.

    Parameters
    ----------
    text
        The cell as the report shows it.

    Returns
    -------
    Written or None
        None where it is no plain number, amount or percentage: an id such as 007 stays text.

    Examples
    --------
    >>> as_number("−$1,204.50")
    Written(value=-1204.5, form='$#,##0.00')
    >>> as_number("45.2 %")
    Written(value=0.452, form='0.0%')
    >>> as_number("007") is None
    True
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    minus, dollar, whole, part, percent = found.groups(default="")
    is_id = len(whole) > 15 or (len(whole) > 1 and whole.startswith("0"))
    if is_id or (dollar and percent):
        return None
    places = len(part) - 1 if part else 0
    value = float(f"{'-' if minus else ''}{whole.replace(',', '')}{part}")
    form = f"{dollar}{'#,##0' if ',' in whole or dollar else '0'}{'.' + '0' * places * bool(part)}"
    form = form.rstrip(".")
    if percent:
        return Written(round(value / 100, places + 4), f"{form}%")
    return Written(value, form)


def _describe(workbook: Workbook, report: Report) -> None:
    day = _UNDATED
    if _MADE_ON.fullmatch(report.made_on):
        day = datetime.fromisoformat(report.made_on)
    about = workbook.properties
    about.title, about.creator, about.language = legible(report.title), "Fairterms", report.language
    about.created = about.modified = day


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    """Yield what gets a sheet of its own, in reading order."""
    for block in blocks:
        match block:
            case Table():
                yield block
            case Chart():
                yield block.data
            case Steps():
                yield _as_table(block)
            case Callout():
                yield from _tables(block.blocks)
            case SideBySide():
                yield from _tables((*block.left, *block.right))
            case _:
                pass


def _as_table(steps: Steps) -> Table:
    rows = tuple(
        Row((step.name, step.value, step.unit, step.words, step.clause)) for step in steps.steps
    )
    titles = ("Amount", "Value", "Unit", "How", "Clause")
    return Table(steps.caption, tuple(Column(title) for title in titles), rows)


def _names(wanted: list[str]) -> list[str]:
    """Name the sheets: short, without signs a workbook refuses, and none twice."""
    names: list[str] = []
    taken: set[str] = set()
    for words in wanted:
        clean = " ".join(_FORBIDDEN.sub(" ", legible(words)).split()) or "Table"
        tails = ("", *(f" {number}" for number in range(2, len(wanted) + 2)))
        tries = (clean[: _LONGEST_NAME - len(tail)].strip() + tail for tail in tails)
        name = next(one for one in tries if one.casefold() not in taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def _fill(sheet: Worksheet, table: Table) -> None:
    """Write a table: its caption, its columns, its rows, its footnote."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 — loaded by then

    _put(sheet.cell(1, 1), table.caption).style = "Headline 3"
    titles = [f"{one.title} ({one.unit})" if one.unit else one.title for one in table.columns]
    widest = [len(title) for title in titles]
    for place, title in enumerate(titles, start=1):
        _put(sheet.cell(3, place), title).style = "Headline 4"
    for line, row in enumerate(table.rows, start=4):
        for place, words in enumerate(row.cells, start=1):
            cell = _put_value(sheet.cell(line, place), plain(words))
            if row.emphasis:
                cell.style = "Total" if row.emphasis == "total" else "Note"
            widest[place - 1] = max(widest[place - 1], len(plain(words)))
    if table.footnote:
        _put(sheet.cell(len(table.rows) + 5, 1), plain(table.footnote))
    for place, width in enumerate(widest, start=1):
        kept = min(max(width + 2, _WIDTHS[0]), _WIDTHS[1])
        sheet.column_dimensions[get_column_letter(place)].width = kept
    sheet.freeze_panes = "B4" if table.has_row_headers else "A4"


def _put_value(cell: Cell, text: str) -> Cell:
    """Write a cell as the number it is, or as text."""
    number = as_number(text)
    if number is None:
        return _put(cell, text)
    cell.value, cell.number_format = number.value, number.form
    return cell


def _put(cell: Cell, text: str) -> Cell:
    """Write text that no spreadsheet runs."""
    cell.value = legible(text)[:_LONGEST_CELL]
    cell.data_type = "s"
    return cell


def _write_text(sheet: Worksheet, report: Report, lines: Iterator[Line]) -> None:
    from openpyxl.styles import Alignment  # noqa: PLC0415 — loaded by then

    sheet.column_dimensions["A"].width = _TEXT_WIDTH
    head = [("Title", report.title), ("", report.subtitle), ("", report.made_on)]
    tail = (("", line) for line in report.footer)
    shown = [(style, text) for style, text in (*head, *lines, *tail) if text.strip()]
    for number, (style, text) in enumerate(shown, start=1):
        cell = _put(sheet.cell(number, 1), text)
        if style:
            cell.style = style
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _lines(blocks: tuple[Block, ...], phrases: Phrases, sheets: Iterator[str]) -> Iterator[Line]:
    """Yield the text in reading order; a table is a line that names its sheet."""
    for block in blocks:
        match block:
            case Heading(level, text):
                yield f"Headline {min(level - 1, 4)}", text
            case Prose(words):
                yield "", plain(words)
            case Bullets(items) | Numbered(items):
                yield from (("", f"• {plain(item)}") for item in items)
            case Table() | Chart() | Steps():
                yield from _of_sheet(block, phrases, next(sheets))
            case Callout(kind, title, inner):
                yield "Headline 3", f"{phrases.callouts[kind]}: {title}"
                yield from _lines(inner, phrases, sheets)
            case SideBySide(left, right):
                yield from _lines((*left, *right), phrases, sheets)
            case _:
                yield from _of_words(block, phrases)


def _of_sheet(block: Table | Chart | Steps, phrases: Phrases, name: str) -> Iterator[Line]:
    title = block.title if isinstance(block, Chart) else block.caption
    yield "", f"{title}: {phrases.on_sheet.format(sheet=name)}"
    if isinstance(block, Chart):
        yield "", block.alternative


def _of_words(block: Block, phrases: Phrases) -> Iterator[Line]:
    match block:
        case Quote(text, where, why):
            yield "", f"“{text}” ({place_in_words(where, phrases)})"
            yield "", plain(why)
        case Definitions(entries):
            yield from (("", f"{one.name}: {plain(one.words)}") for one in entries)
        case Figures(numbers):
            for one in numbers:
                yield "", f"{one.label}: {one.value}{f' ({one.note})' if one.note else ''}"
        case _:
            pass  # A list of contents and a page break are for other forms.
