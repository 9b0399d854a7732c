"""A cell is read with its unit, or becomes a problem with its line."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.monitor.year_end.csv_rows import rows_of
from fairterms.units.quantity import MONEY, parse

WHY = "a forecast counts what came, on the day it came, and guesses none of it"


def table(folder: Path, text: str) -> Path:
    path = folder / "year" / "some.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_good_cells_are_read(tmp_path: Path) -> None:
    text = '\ufeffmonth,day,paid\n2027-03, 2027-04-12 ,"$1,200.50"\n'
    (row,), notes = rows_of(table(tmp_path, text), ("month", "day", "paid"))
    assert (row.month("month"), row.day("day")) == (date(2027, 3, 1), date(2027, 4, 12))
    assert row.amount("paid", MONEY) == parse("$1,200.50")
    assert notes.problems() == ()
    assert not row.has("other")


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("Mar", 'month: "Mar" is no month [not-a-month]'),
        ("", "month: there is no month [not-a-month]"),
    ],
)
def test_a_cell_that_is_no_month_is_told(tmp_path: Path, cell: str, said: str) -> None:
    (row,), notes = rows_of(table(tmp_path, f"month,x\n{cell},1\n"), ("month", "x"))
    assert row.month("month") is None
    assert str(notes.problems()[0]).startswith(f"year/some.csv:2: {said}")


def test_a_number_without_its_unit_is_told_word_for_word(tmp_path: Path) -> None:
    (row,), notes = rows_of(table(tmp_path, "paid\n1200.50\n"), ("paid",))
    assert row.amount("paid") is None
    (problem,) = notes.problems()
    assert str(problem) == (
        'year/some.csv:2: paid: "1200.50" has no unit [not-a-quantity]\n'
        "    2 | 1200.50\n"
        f"      why: {WHY}\n"
        '      fix: write the unit with it, like "$41.20", "$41.20 PMPM", "2 %", '
        '"10 % of benchmark", "60 days"'
    )


def test_another_unit_and_a_count_below_none_are_told(tmp_path: Path) -> None:
    rows, notes = rows_of(table(tmp_path, "paid\n2 %\n-3 members\n"), ("paid",))
    assert rows[0].amount("paid", MONEY) is None
    assert rows[1].amount("paid") is None
    assert [one.what for one in notes.problems()] == [
        "paid is in per cent, and is wanted in dollars",
        "paid counts -3 members, which is less than none",
    ]


def test_a_day_that_is_none_is_told(tmp_path: Path) -> None:
    (row,), notes = rows_of(table(tmp_path, "day,x\n12 April,1\n"), ("day", "x"))
    assert row.day("day") is None
    assert notes.problems()[0].what == 'day: "12 April" is no day'


def test_missing_and_unknown_columns_are_told(tmp_path: Path) -> None:
    rows, notes = rows_of(table(tmp_path, "month,payd\n2027-01,$1.00\n"), ("month", "paid"))
    assert rows == ()
    assert {one.what for one in notes.problems()} == {
        'the column "paid" is not there',
        'there is no column called "payd"',
    }


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    rows, notes = rows_of(tmp_path / "year" / "paid.csv", ("month", "paid"))
    assert rows == ()
    (problem,) = notes.problems()
    assert (problem.file, problem.what) == ("year/paid.csv", "there is no such file")
    assert problem.fix == "give a table with the columns month, paid"
