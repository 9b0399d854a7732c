"""Quantities, days and lists are read with their problems, each on its line."""

from datetime import date

import pytest

from fairterms.audit.procedures.evidence_table import EvidenceTable, one_table, rows
from fairterms.units.form_file import parsed
from fairterms.units.problem import Problem
from fairterms.units.quantity import Kind
from tests.audit.procedures.made_up import codes


def table(text: str) -> EvidenceTable:
    opened = parsed("[one]\n" + text, "audit_evidence.toml")
    assert not isinstance(opened, Problem)
    found = one_table(opened[0], "one", opened[1])
    assert found is not None
    return found


def test_what_is_there_is_read() -> None:
    found = table(
        'a = "1,918 patients"\nfrom = 2027-01-01\nto = 2027-12-31\nwords = ["x  y"]\n'
        'days = [2027-02-01, 2027-01-01]\nn = { cost = "$4.00", of = { b = "2 %" } }\nok = true\n'
        'sort = "this"\nparts = [{ x = 1 }, { x = 2 }]'
    )
    assert found.counted("a", "1 patient") == 1918
    assert str(found.span()) == "2027-01-01 to 2027-12-31"
    assert found.listed("words") == ("x y",)
    assert found.days("days") == (date(2027, 1, 1), date(2027, 2, 1))
    assert {key: str(one) for key, one in found.amounts("n").items()} == {
        "cost": "$4.00",
        "of.b": "2 %",
    }
    assert found.needed_flag("ok") is True
    assert found.needed_choice("sort", ("this", "that")) == "this"
    assert [part.whole("x") for part in found.parts("parts")] == [1, 2]
    assert found.notes.problems() == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('a = "30"', "not-a-quantity"),
        ("a = 30", "not-a-quantity"),
        ('a = "3 %"', "wrong-unit"),
        ('a = "3.5 patients"', "not-a-number"),
        ('a = "-3 patients"', "not-a-number"),
        ("", "missing"),
    ],
)
def test_a_count_that_is_none_is_a_problem(text: str, code: str) -> None:
    found = table(text)
    assert found.counted("a", "30 patients") is None
    assert codes(found.notes.problems()) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("from = 2027-02-01\nto = 2027-01-01", "bad-days"),
        ("from = 2027-02-01", "missing"),
        ("from = 2027-02-01\nto = 2027-02-01T10:00:00", "not-a-date"),
    ],
)
def test_a_period_that_is_none_is_a_problem(text: str, code: str) -> None:
    found = table(text)
    assert found.span() is None
    assert codes(found.notes.problems()) == [code]


def test_lists_tables_and_numbers_of_another_shape_are_problems() -> None:
    found = table('listed = "x"\ndays = [1]\nparts = [1]\namounts = 3')
    assert (found.listed("listed"), found.days("days"), found.parts("parts")) == ((), (), ())
    assert found.amounts("amounts") == {}
    assert codes(found.notes.problems()) == [
        *("not-a-list", "not-days", "not-tables", "not-a-table"),
    ]


def test_a_moment_is_no_day_of_a_list() -> None:
    found = table("days = [2027-02-01T10:00:00]")
    assert found.days("days") == ()
    assert codes(found.notes.problems()) == ["not-days"]


def test_a_section_that_is_no_table_is_a_problem_and_one_that_is_not_there_is_none() -> None:
    opened = parsed("one = 3\nmany = 4", "audit_evidence.toml")
    assert not isinstance(opened, Problem)
    document, notes = opened
    assert one_table(document, "one", notes) is None
    assert rows(document, "many", notes) == ()
    assert (one_table(document, "no", notes), rows(document, "none", notes)) == (None, ())
    assert codes(notes.problems()) == ["not-a-table", "not-tables"]


def test_a_missing_choice_and_flag_say_what_to_write() -> None:
    found = table("")
    assert (found.needed_choice("sort", ("this",)), found.needed_flag("ok")) == ("", None)
    assert [one.fix for one in found.notes.problems()] == ['write sort = "this"', "write ok = true"]
    assert (
        found.notes.problems()[0].why == "an audit reports what can be shown, and guesses nothing"
    )


def test_the_kind_of_a_quantity_is_held_to() -> None:
    found = table('a = "$3.00"')
    assert found.amount("a", "3 %", Kind.MONEY) is not None
    assert found.amount("a", "3 %", Kind.FRACTION) is None
