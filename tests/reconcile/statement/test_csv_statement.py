"""A statement from a table of lines."""

from datetime import date
from decimal import Decimal

import pytest

from fairterms.reconcile.statement.csv_statement import read
from fairterms.reconcile.statement.line_map import LineMap
from fairterms.reconcile.statement.line_map_reader import read_text
from fairterms.reconcile.statement.statement import Statement
from fairterms.units.period import calendar_year
from tests.reconcile.statement.alder import SOUND, codes, statement

PLAN = """
[columns]
line = "No."
label = "Description"
value = "Amount"
unit = "Unit"
part = ["LOB", "Region"]
year = "PY"
issued = "Printed"

[writing]
dates = "month/day/year"

[units]
MM = "member-months"

[[file]]
name = "*.csv"
plan = "Example Plan"
paid_through = 2028-03-31

[[line]]
plan = "1"
ours = "member_months"

[[line]]
plan = "2"
ours = "cost"
unit = "$"
sign = "-1"

[[line]]
plan = "9"
"""
OF_THE_PLAN = """\
Shared savings statement
Printed,6/15/2028
No.,Description,Amount,Unit,LOB,Region,PY
1,Months,"120,000",MM,All,,2027
1,Months,"80,000",MM,HMO,,2027
1,Months,"50,000",MM,HMO,North,2027
2,Cost,"(4,845,120.00)",,,,2027
9,Rate,47.5,%,,,2027
"""


def of_the_plan(text: str = OF_THE_PLAN, extra: str = "") -> Statement:
    line_map = read_text(PLAN + extra)
    assert line_map.problems == ()
    return statement(text, line_map)


def test_without_a_map_each_line_names_ours_and_has_its_unit() -> None:
    found = statement()
    assert found.problems == ()
    assert [line.ours for line in found.lines] == [
        "member_months",
        "cost",
        "saved.saved",
        "payable",
    ]
    assert str(found.line("payable").value) == "$48,451.20"
    assert found.line("cost").label == "Cost of care"
    assert found.line("cost").place == "line 8"
    assert found.contract == "Alder and Example Plan: shared savings"
    assert found.period == calendar_year(2027)
    assert (found.paid_through, found.issued) == (date(2028, 3, 31), date(2028, 6, 15))


def test_a_plan_s_own_columns_signs_and_units_are_read_through_the_map() -> None:
    found = of_the_plan()
    assert found.problems == ()
    ids = ["1", "1 [HMO]", "1 [HMO / North]", "2", "9"]
    assert [line.id for line in found.lines] == ids
    assert found.line("2").ours == "cost"
    assert found.line("2").value.amount == Decimal("4845120.00")
    assert found.line("9").ours == ""
    assert str(found.line("9").value) == "47.5 %"
    assert (found.plan, found.issued) == ("Example Plan", date(2028, 6, 15))
    assert found.paid_through == date(2028, 3, 31)
    assert found.period == calendar_year(2027)


def test_lines_of_parts_are_parts_of_the_line_of_the_whole() -> None:
    found = of_the_plan()
    assert [part.id for part in found.parts(found.line("1"))] == ["1 [HMO]"]
    assert [part.id for part in found.parts(found.line("1 [HMO]"))] == ["1 [HMO / North]"]


def test_a_total_without_parts_is_fine() -> None:
    found = of_the_plan()
    assert found.parts(found.line("2")) == ()
    assert found.problems == ()


def test_a_line_that_the_map_does_not_name_is_kept_and_told() -> None:
    found = of_the_plan(OF_THE_PLAN + "4,Other,12,USD,,,2027\n")
    assert codes(found) == ["line-not-mapped"]
    assert (found.line("4").ours, found.line("4").label) == ("", "Other")


def test_words_can_name_a_line_where_the_plan_has_no_numbers() -> None:
    found = statement("label,value\nCost of care,$2.00\n", read_text(NAMED_BY_WORDS))
    assert found.line("Cost of care").ours == "cost"


def test_a_map_of_one_line_leaves_the_others_their_own_names() -> None:
    line_map = read_text('[[line]]\nplan = "cost"\nours = "cost"\nunit = "$"\n')
    found = statement(SOUND.replace('"$4,845,120.00"', '"4,845,120.00"'), line_map)
    assert found == statement()
    found = statement(SOUND.replace("payable,", "Payable,"), line_map)
    assert codes(found) == ["line-not-mapped"]
    assert found.lines[-1].ours == ""


def test_a_line_that_only_the_map_has_is_told_and_one_that_cannot_be_read_is_not() -> None:
    found = of_the_plan(OF_THE_PLAN.replace("(4,845,120.00)", "n/a"))
    assert codes(found) == ["not-a-quantity"]
    found = of_the_plan(OF_THE_PLAN.replace("2,Cost", "9,Cost"))
    assert "lines-not-there" in codes(found)


NAMED_BY_WORDS = '[[line]]\nplan = "cost of care"\nours = "cost"\n'


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("x,Words,12.50", "no-unit"),
        ("x,Words,n/a", "not-a-quantity"),
        ("x,Words,", "no-value"),
        (",,$5.00", "no-name"),
        ("x,Words,$1,234.00", "more-cells"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_left_out(row: str, code: str) -> None:
    found = statement(f"{SOUND}{row}\n")
    assert [(one.code, one.line) for one in found.problems] == [(code, 11)]
    assert [line.id for line in found.lines] == [line.id for line in statement().lines]


def test_a_word_for_a_unit_that_nobody_explained_is_told() -> None:
    found = of_the_plan(OF_THE_PLAN.replace("Rate,47.5,%", "Rate,47.5,bps"))
    assert codes(found) == []  # what is counted may have any name
    found = of_the_plan(OF_THE_PLAN.replace("Rate,47.5,%", "Rate,47.5,bp"))
    assert codes(found) == ["no-unit"]


def test_headings_inside_and_remarks_below_are_no_lines() -> None:
    found = statement(SOUND.replace("payable", "Part two,,\npayable") + "Subject to audit\n\n")
    assert codes(found) == []
    assert len(found.lines) == 4


def test_years_may_stand_in_each_row() -> None:
    two = OF_THE_PLAN.replace("9,Rate,47.5,%,,,2027", "9,Rate,47.5,%,,,2026")
    found = of_the_plan(two)
    assert codes(found) == ["mixed-years"]
    assert (found.lines, found.period) == ((), None)
    found = of_the_plan(two, '[[file]]\nname = "final.csv"\nyear = 2027\n')
    assert codes(found) == ["other-years"]
    assert [line.id for line in found.lines][-1] == "2"


def test_a_span_may_stand_in_two_columns() -> None:
    text = "line,value,first_day,last_day\ncost,$1.00,2027-07-01,2028-06-30\n"
    assert str(statement(text).period) == "2027-07-01 to 2028-06-30"
    text = text.replace("2028-06-30", "soon")
    assert codes(statement(text)) == ["not-a-year"]


def test_a_span_may_stand_above_the_heading() -> None:
    text = SOUND.replace("Year,2027", "First day:,2027-07-01\nLast day:,2028-06-30")
    assert str(statement(text).period) == "2027-07-01 to 2028-06-30"


def test_facts_may_stand_in_columns() -> None:
    text = "contract,line,value,issued\nA,cost,$1.00,2028-06-15\nA,payable,$2.00,\n"
    found = statement(text)
    assert (found.contract, found.issued, codes(found)) == ("A", date(2028, 6, 15), [])
    found = statement(text.replace("A,payable", "B,payable"))
    assert [(one.code, one.line) for one in found.problems] == [("mixed-facts", 3)]


def test_a_day_in_an_order_that_nobody_said_is_not_guessed() -> None:
    found = statement(SOUND.replace("2028-06-15", "6/15/2028"))
    assert [(one.code, one.line) for one in found.problems] == [("not-a-date", 4)]
    assert found.issued is None


def test_a_day_in_the_file_and_another_in_the_map_are_told() -> None:
    line_map = read_text('[[file]]\nname = "final.csv"\nissued = 2028-06-16\n')
    found = statement(SOUND, line_map)
    assert codes(found) == ["fact-differs"]
    assert found.issued == date(2028, 6, 15)


def test_a_row_above_the_heading_that_nothing_reads_is_told() -> None:
    found = statement(SOUND.replace("Contract,", "Contrat,"))
    assert [(one.code, one.line) for one in found.problems] == [("fact-not-read", 1)]
    assert found.problems[0].fix == 'did you mean "contract"?'


def test_a_heading_without_lines_is_told() -> None:
    assert codes(read(b"line,label,value\n", "f.csv")) == ["no-lines"]


def test_problems_come_in_the_order_of_the_file() -> None:
    found = statement(SOUND.replace("$48,451.20", "x").replace("120,000 member-months", "y"))
    assert [one.line for one in found.problems] == [7, 10]


def test_a_file_that_is_no_text_gives_no_line() -> None:
    found = read(b"\xff\xfe\x00", "f.csv", LineMap())
    assert (found.lines, codes(found)) == ((), ["not-text"])
