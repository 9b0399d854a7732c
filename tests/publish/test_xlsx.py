"""A report as a workbook."""

import io

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from fairterms.publish.blocks import Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Step, Steps, Table
from fairterms.publish.page import Report
from fairterms.publish.xlsx import as_number, render
from tests.publish.gallery import HOSTILE


def opened(report: Report) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(render(report)))


def table(caption: str, *cells: str) -> Table:
    columns = tuple(Column(f"Column {number}") for number in range(1, len(cells) + 1))
    return Table(caption, columns, (Row(cells),))


def of(*tables: Table | Steps) -> Workbook:
    return opened(Report(title="A report", blocks=(Heading(2, "Numbers"), *tables)))


def test_every_text_of_the_gallery_is_on_the_first_sheet(gallery_report: Report) -> None:
    workbook = opened(gallery_report)
    first = workbook.worksheets[0]
    told = "\n".join(str(cell.value) for (cell,) in first.iter_rows(max_col=1))
    assert HOSTILE in told
    assert "Not legal advice." in told
    assert "A part" in told


def test_every_table_has_a_sheet_that_the_text_names(gallery_report: Report) -> None:
    workbook = opened(gallery_report)
    told = "\n".join(str(cell.value) for (cell,) in workbook.worksheets[0].iter_rows(max_col=1))
    assert len(workbook.sheetnames) > 5
    for name in workbook.sheetnames[1:]:
        assert f"“{name}”" in told


def test_the_same_report_gives_the_same_bytes(gallery_report: Report) -> None:
    assert render(gallery_report) == render(gallery_report)


def test_nothing_in_it_is_a_formula(gallery_report: Report) -> None:
    tables = (table("=1+1", "=HYPERLINK(1)", "+1-1", "@SUM(A1)"),)
    for workbook in (opened(gallery_report), of(*tables)):
        types = {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row}
        assert types <= {"s", "n", "inlineStr"}
    assert of(*tables).worksheets[1]["A4"].value == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("12", 12, "0"),
        ("1,204", 1204, "#,##0"),
        ("−$1,204.50", -1204.5, "$#,##0.00"),
        ("$0.05", 0.05, "$#,##0.00"),
        ("45.2 %", 0.452, "0.0%"),
        ("-3%", -0.03, "0%"),
        ("0.314", 0.314, "0.000"),
    ],
)
def test_a_number_is_a_number_and_looks_the_same(text: str, value: float, form: str) -> None:
    found = as_number(text)
    assert found is not None
    assert (found.value, found.form) == (value, form)
    cell = of(table("Numbers", text)).worksheets[1]["A4"]
    assert (cell.value, cell.number_format) == (value, form)


@pytest.mark.parametrize("text", ["007", "1 to 10", "2027-01-01", "12 patients", "", "1,2", "$5 %"])
def test_what_is_no_number_stays_text(text: str) -> None:
    assert as_number(text) is None


def test_two_tables_of_one_caption_get_two_sheets() -> None:
    long = "A caption far longer than a sheet can be named: first [of] two / three"
    names = of(table(long, "1"), table(long, "2"), table("report", "3")).sheetnames
    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= 31 for name in names)


def test_a_calculation_is_a_sheet_with_its_steps() -> None:
    steps = Steps("Savings", (Step(name="benchmark", value="$100.00", words="as agreed"),))
    sheet = of(steps).worksheets[1]
    assert [cell.value for cell in sheet[4]][:2] == ["benchmark", 100]


def test_signs_that_a_workbook_refuses_do_not_stop_it() -> None:
    workbook = of(table("A bell \x07", "half a pair \ud800"))
    assert workbook.worksheets[1]["A4"].value == "half a pair �"


def test_a_very_long_cell_is_cut_and_not_refused() -> None:
    report = Report(title="Long", blocks=(Prose("x" * 40_000),))
    assert len(str(opened(report).worksheets[0]["A2"].value)) == 32_000
