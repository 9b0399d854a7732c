"""Reading ``statements/map.toml``."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.reconcile.statement.line_map import LineMap, PlanLine
from fairterms.reconcile.statement.line_map_reader import __doc__ as example
from fairterms.reconcile.statement.line_map_reader import read, read_text
from fairterms.records.writing import DateOrder
from fairterms.units.period import Period, calendar_year
from fairterms.units.quantity import MONEY, count


def codes(text: str) -> list[tuple[str, int]]:
    return [(problem.code, problem.line) for problem in read_text(text).problems]


def test_the_example_of_the_manual_is_read_without_a_problem() -> None:
    assert example is not None
    text = example.split("::\n", 1)[1].replace("\n    ", "\n")
    found = read_text(text)
    assert found.problems == ()
    assert found.contract_names == ("SEH-2027-118",)
    assert (found.encoding, found.delimiter, found.has_decimal_comma) == ("latin-1", ";", True)
    assert found.dates is DateOrder.MONTH_FIRST
    assert found.columns["part"] == ("Line of business", "Region")
    assert found.columns["group"] == ("group",)
    assert found.units == {"mm": count("member-month")}
    facts = found.facts("2028-08-31-final.csv")
    assert (facts.period, facts.paid_through) == (calendar_year(2027), date(2028, 6, 30))
    assert found.lines == (PlanLine("15", "gain_cap", -1, MONEY),)


def test_without_a_map_lines_name_ours_themselves(tmp_path: Path) -> None:
    assert read(tmp_path) == LineMap()
    (tmp_path / "map.toml").write_text('[[line]]\nplan = "1"\nours = "cost"\n', encoding="utf-8")
    assert read(tmp_path).lines == (PlanLine("1", "cost"),)
    (tmp_path / "map.toml").write_bytes(b"\xff")
    assert [one.code for one in read(tmp_path).problems] == ["not-text"]


def test_a_file_may_be_about_a_span_of_days() -> None:
    text = '[[file]]\nname = "a"\nfirst_day = 2027-07-01\nlast_day = 2028-06-30\n'
    assert read_text(text).facts("a").period == Period(date(2027, 7, 1), date(2028, 6, 30))


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[colums]\n", "unknown-section", 1),
        ('[columns]\nlin = "No"\n', "unknown-column", 2),
        ("[columns]\nline = 4\n", "not-a-list", 2),
        ('[columns]\nline = ["A", "B"]\n', "one-column", 2),
        ('columns = "A"\n', "not-a-section", 1),
        ('[writing]\nencoding = "utf-7"\n', "no-such-choice", 2),
        ('[writing]\ndates = "US"\n', "no-such-choice", 2),
        ('[writing]\ncomma = ","\n', "unknown-key", 2),
        ('[units]\nMM = "M"\n', "bad-unit", 2),
        ("[units]\nMM = 4\n", "bad-unit", 2),
        ('[[line]]\nours = "cost"\n', "missing", 1),
        ('[[line]]\nplan = "1"\n[[line]]\nplan = "1"\n', "duplicate-line", 4),
        ('[[line]]\nplan = "1"\nour = "cost"\n', "unknown-key", 3),
        ('[[line]]\nplan = "1"\nsign = "minus"\n', "no-sign", 3),
        ('[[line]]\nplan = "1"\nunit = "MM"\n', "bad-unit", 3),
        ('line = "1"\n', "not-a-list", 1),
        ("[[file]]\nyear = 2027\n", "missing", 1),
        ('[[file]]\nname = "a"\nyears = 2027\n', "unknown-key", 3),
        ('[[file]]\nname = "a"\nyear = "2027"\n', "not-a-year", 3),
        ('[[file]]\nname = "a"\nfirst_day = 2027-01-01\n', "not-a-year", 1),
        ('[[file]]\nname = "a"\nissued = "2027-01-01"\n', "not-a-date", 3),
        ('contract_names = "A"\n', "not-a-list", 1),
        ("[[line]\n", "not-toml", 0),
    ],
)
def test_a_mistake_in_the_map_is_told_with_its_line(text: str, code: str, line: int) -> None:
    assert codes(text) == [(code, line)]


def test_all_mistakes_are_told_together() -> None:
    text = '[[line]]\nsign = "x"\n[[file]]\n[units]\nMM = "M"\n'
    assert sorted(code for code, _ in codes(text)) == ["bad-unit", "missing", "missing"]


def test_the_plan_s_words_for_units_hold_in_its_lines_too() -> None:
    text = '[units]\nMM = "member-months"\n[[line]]\nplan = "3"\nunit = "MM"\n'
    assert read_text(text).lines[0].unit == count("member-month")


@pytest.mark.parametrize(("sign", "number"), [('"-1"', -1), ("-1", -1), ('"1"', 1), ('"−1"', -1)])
def test_a_sign_may_be_a_word_or_a_number(sign: str, number: int) -> None:
    assert read_text(f'[[line]]\nplan = "1"\nsign = {sign}\n').lines[0].sign == number
