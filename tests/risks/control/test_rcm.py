"""The risk-control matrix, on a page, as CSV and as a workbook."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from fairterms.publish import xlsx
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.rcm import risk_control_csv, risk_control_rows
from fairterms.risks.control.test import Result
from tests.risks.control.made_up import BOOK, CONTROL, DESIGN, IMPACTS, ON, OPERATING


def cells(table: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row.cells] for row in table.rows]


def test_every_effect_is_a_row_and_a_risk_without_control_is_a_gap() -> None:
    table = risk_control_rows(IMPACTS, BOOK, ON)
    assert cells(table) == [
        [
            "The plan's list holds patients who are not ours",
            "Right pay",
            "The list is compared with our roster",
            "detect",
            "frequency",
            "contracting lead",
            "monthly",
            "passed, until 2027-12-31",
            "passed, until 2027-12-31",
            "40 %",
            "46.8 %",
        ],
        [
            "The settlement comes late",
            "Timely pay",
            "no control",
            *[""] * 6,
            "100 %",
            "100 %",
        ],
    ]
    assert [row.emphasis for row in table.rows] == ["", "highlight"]


@pytest.mark.parametrize(
    ("book", "on", "said"),
    [
        (replace(BOOK, tests=(DESIGN,)), ON, "none"),
        (
            replace(BOOK, tests=(DESIGN, replace(OPERATING, result=Result.FAILED))),
            ON,
            "failed, 2027-04-01",
        ),
        (BOOK, date(2028, 1, 1), "expired, 2027-12-31"),
        (
            replace(BOOK, tests=(DESIGN, replace(OPERATING, tester="billing lead"))),
            date(2027, 12, 31),
            "not independent",
        ),
    ],
)
def test_a_test_that_does_not_count_says_why_in_a_word(
    book: ControlBook, on: date, said: str
) -> None:
    first = cells(risk_control_rows(IMPACTS, book, on))[0]
    assert first[8] == said
    assert first[-1] == "100 %"


def test_idle_and_retired_controls_are_named() -> None:
    idle = replace(CONTROL, id="idle", title="A list nobody reads")
    retired = replace(CONTROL, retired=ON)
    table = risk_control_rows(IMPACTS, replace(BOOK, controls=(retired, idle)), ON)
    assert "A list nobody reads" in plain(table.footnote)
    assert cells(table)[0][2] == "The list is compared with our roster (retired)"
    assert "act on no risk" not in plain(risk_control_rows(IMPACTS, BOOK, ON).footnote)


def test_the_csv_holds_the_same_cells() -> None:
    table = risk_control_rows(IMPACTS, BOOK, ON)
    text = risk_control_csv(table).removeprefix("\ufeff")
    titles, *rows = csv.reader(io.StringIO(text))
    assert titles == [column.title for column in table.columns]
    assert rows == cells(table)


def test_the_workbook_holds_the_shares_as_numbers() -> None:
    import openpyxl  # noqa: PLC0415 — takes a while to load, and one test needs it

    report = Report(title="Controls", blocks=(risk_control_rows(IMPACTS, BOOK, ON),))
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(report)))
    sheet = book["Risk-control matrix"]
    assert [sheet.cell(4, column).value for column in (3, 10, 11)] == [
        "The list is compared with our roster",
        0.4,
        0.468,
    ]
