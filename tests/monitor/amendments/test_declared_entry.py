"""A table of a file kept after signing: numbers, days and lists, each wrong one with its line."""

from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.monitor.amendments.declared_entry import DeclaredEntry, sections
from fairterms.units.form_file import open_form, parsed
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem
from fairterms.units.quantity import MONEY, count

HOURS = count("hour")


def entry(text: str) -> tuple[DeclaredEntry, Notes]:
    found = parsed(text, "form.toml")
    assert not isinstance(found, Problem)
    document, notes = found
    return DeclaredEntry(document, (), notes), notes


def codes(notes: Notes) -> list[str]:
    return [one.code for one in notes.problems()]


def test_amounts_shares_days_and_lists_are_read() -> None:
    found, notes = entry(
        'hours = "156 hours"\ncost = "$4.50"\nshare = "-6 %"\nnotice = "45 days"\n'
        'working = "10 business days"\nlist = ["a  b", "c"]\n'
    )
    assert found.amount("hours", HOURS) == 156
    assert found.amount("cost", MONEY) == Decimal("4.50")
    assert found.share("share") == Decimal("-0.06")
    assert str(found.days("notice")) == "45 days"
    assert str(found.days("working")) == "10 business days"
    assert found.listed("list") == ("a b", "c")
    assert notes.problems() == ()


def test_what_is_not_known_and_what_is_not_there_is_none_and_no_problem() -> None:
    found, notes = entry('hours = "not known"\n')
    assert found.amount("hours", HOURS) is None
    assert found.amount("dollars", MONEY) is None
    assert found.share("share") is None
    assert found.days("notice") is None
    assert found.listed("list") == ()
    assert found.table("table") is None
    assert notes.problems() == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('hours = "156"\n', "not-a-quantity"),
        ('hours = "$156.00"\n', "wrong-unit"),
        ('hours = "-3 hours"\n', "below-zero"),
        ('hours = "at least 3 hours"\n', "wrong-unit"),
    ],
)
def test_an_amount_without_its_own_unit_is_no_amount(text: str, code: str) -> None:
    found, notes = entry(text)
    assert found.amount("hours", HOURS) is None
    assert codes(notes) == [code]
    assert notes.problems()[0].line == 1


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("share", 'x = "6 days"\n'),
        ("days", 'x = "6 %"\n'),
        ("days", 'x = "6 months"\n'),
        ("listed", 'x = "one"\n'),
        ("listed", 'x = ["", "b"]\n'),
        ("table", 'x = "one"\n'),
        ("tables", 'x = "one"\n'),
    ],
)
def test_what_stands_in_another_shape_is_a_problem(read: str, text: str) -> None:
    found, notes = entry(text)
    assert not getattr(found, read)("x")
    assert len(notes.problems()) == 1


def test_a_file_that_is_not_there_is_none_and_a_broken_one_says_so(tmp_path: Path) -> None:
    assert open_form(tmp_path / "form.toml") is None
    (tmp_path / "form.toml").write_text("[[a]")
    found = open_form(tmp_path / "form.toml")
    assert found is not None
    assert found[0] == {}
    assert codes(found[1]) == ["not-toml"]


def test_a_section_nobody_knows_is_a_problem() -> None:
    found, notes = entry('[[change]]\nid = "a"\n[[changed]]\nid = "b"\n')
    parts = sections(found.raw, ("change",), notes)
    assert [one.raw["id"] for one in parts["change"]] == ["a"]
    (problem,) = notes.problems()
    assert problem.line == 3
    assert problem.fix == 'did you mean "change"?'
