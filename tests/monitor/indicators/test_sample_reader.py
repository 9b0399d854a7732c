"""The file of values: what is read, what is refused, and that no message shows a small count."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.monitor.indicators.indicator import Sample
from fairterms.monitor.indicators.sample_reader import read_samples
from fairterms.units.problem import Problem
from fairterms.units.quantity import parse
from tests.monitor.indicators.made_up import SEEN_SOON, counted, month

HEAD = "indicator,period,value,n,received\n"
HOURS = replace(counted("hours", "250 hours", "400 hours"), id="hours")
VISITS = replace(counted("visits", "5 visits", "9 visits"), id="visits")
INDICATORS = {"seen_soon": SEEN_SOON, "hours": HOURS, "visits": VISITS}
WRITTEN = frozenset({*INDICATORS, "broken"})


def read(*rows: str, head: str = HEAD) -> tuple[tuple[Sample, ...], tuple[Problem, ...]]:
    return read_samples(head + "\n".join(rows), INDICATORS, WRITTEN)


def test_a_value_is_read_with_its_unit_its_denominator_and_its_day() -> None:
    found, problems = read(
        "seen_soon,2027-03,91.2 %,250,2027-04-12", 'hours,2027-03,"1,250.5 hours",,2027-04-12'
    )
    assert problems == ()
    day = date(2027, 4, 12)
    assert found == (
        Sample("seen_soon", month(14), parse("91.2 %"), 250, day),
        Sample("hours", month(14), parse("1,250.5 hours"), None, day),
    )
    assert found[0].events == 228


def test_an_empty_line_and_a_value_of_a_broken_indicator_are_passed_over() -> None:
    assert read("", "broken,2027-03,91 %,250,2027-04-12", ",,,,") == ((), ())


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("seen_son,2027-03,91.2 %,250,2027-04-12", "unknown-indicator"),
        ("seen_soon,March,91.2 %,250,2027-04-12", "not-a-period"),
        ("seen_soon,2027-Q1,91.2 %,250,2027-04-12", "not-a-period"),
        ("seen_soon,2027-03,91.2,250,2027-04-12", "no-unit"),
        ("seen_soon,2027-03,,250,2027-04-12", "no-unit"),
        ("seen_soon,2027-03,91 days,250,2027-04-12", "wrong-unit"),
        ("seen_soon,2027-03,at least 91 %,250,2027-04-12", "wrong-unit"),
        ("seen_soon,2027-03,91.2 %,,2027-04-12", "no-denominator"),
        ("seen_soon,2027-03,91.2 %,0,2027-04-12", "no-denominator"),
        ("seen_soon,2027-03,91.2 %,2.5,2027-04-12", "no-denominator"),
        ("hours,2027-03,300 hours,12,2027-04-12", "no-denominator"),
        ("seen_soon,2027-03,91.2 %,7,2027-04-12", "impossible-count"),
        ("seen_soon,2027-03,120 %,50,2027-04-12", "impossible-count"),
        ("seen_soon,2027-03,91.2 %,250,12.4.2027", "not-a-date"),
        ("seen_soon,2027-03,91.2 %,250,2027-03-01", "too-early"),
        ("seen_soon,2027-03,91.2 %,٢٥٠,2027-04-12", "no-denominator"),
        ("seen_soon,2027-03,91.2 %,9999999999,2027-04-12", "no-denominator"),
        (f"seen_soon,2027-03,91.2 %,{'9' * 5000},2027-04-12", "no-denominator"),
        (f"hours,2027-03,{'9' * 400} hours,,2027-04-12", "too-large"),
        ("visits,2027-03,2.5 visits,,2027-04-12", "impossible-count"),
        ("visits,2027-03,-2 visits,,2027-04-12", "impossible-count"),
    ],
)
def test_each_mistake_has_its_message(row: str, code: str) -> None:
    found, problems = read(row)
    assert found == ()
    assert [one.code for one in problems] == [code]
    assert (problems[0].file, problems[0].line) == ("year/indicators.csv", 2)
    assert problems[0].fix


def test_every_problem_is_told_and_the_good_lines_are_read() -> None:
    good = "seen_soon,2027-03,91.2 %,250,2027-04-12"
    found, problems = read("hours,2027-03,3,,2027-04-12", good, "hours,2027-04,4,,2027-05-12")
    assert len(found) == 1
    assert [one.line for one in problems] == [2, 4]


def test_a_restated_value_is_another_line_and_the_same_day_twice_is_not() -> None:
    first = "seen_soon,2027-03,91.2 %,250,2027-04-12"
    found, problems = read(first, first.replace("04-12", "05-12"))
    assert (len(found), problems) == (2, ())
    found, problems = read(first, first)
    assert len(found) == 1
    assert [one.code for one in problems] == ["duplicate"]


def test_no_message_repeats_a_value_or_its_denominator() -> None:
    _, problems = read("seen_soon,2027-03,91.7 %,7,2027-04-12")
    assert "91.7" not in str(problems[0])
    assert " 7" not in str(problems[0])
    _, problems = read("visits,2027-03,7,,2027-04-12")
    assert " 7" not in str(problems[0])


def test_a_file_without_its_columns_says_which() -> None:
    found, problems = read("a,b", head="indicator,value\n")
    assert found == ()
    assert problems[0].what == "the file has no column period, n, received"


def test_what_is_not_csv_is_told_with_its_line_and_what_came_before_is_read() -> None:
    found, problems = read("seen_soon,2027-03,91.2 %,250,2027-04-12", "x" * 200_000)
    assert len(found) == 1
    assert [(one.line, one.code) for one in problems] == [(3, "not-csv")]


def test_a_printed_share_may_be_rounded_or_cut() -> None:
    rows = [
        f"seen_soon,2027-0{at},{text},3,2028-01-01"
        for at, text in enumerate(("66.7 %", "66.6 %", "67 %"), 1)
    ]
    found, problems = read(*rows)
    assert problems == ()
    assert [one.events for one in found] == [2, 2, 2]
