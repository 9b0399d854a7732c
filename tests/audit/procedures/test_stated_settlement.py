"""A statement is read from its file or its own lines, and never from outside the deal folder."""

from pathlib import Path

import pytest

from fairterms.audit.procedures import stated_settlement
from fairterms.audit.procedures.stated_settlement import StatedSettlement
from fairterms.units.problem import Problem
from tests.audit.procedures.made_up import codes, read_one

GIVEN = '[given]\nmember_months = "1,000 member-months"\npaid_claims = "$40.00"\n'
ENTRY = '[[stated_settlement]]\nname = "final"\nyear = 2027\nfigures = "figures.toml"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    deal = tmp_path / "deal"
    deal.mkdir()
    (deal / "figures.toml").write_text(GIVEN, encoding="utf-8")
    (tmp_path / "outside.csv").write_text("line,value\nsavings,$1.00\n", encoding="utf-8")
    return deal


def read(folder: Path, text: str) -> tuple[StatedSettlement | None, tuple[Problem, ...]]:
    return read_one(
        ENTRY + text, "stated_settlement", lambda table: stated_settlement.read(table, folder)
    )


def test_lines_written_here_and_in_a_file_are_put_together(folder: Path) -> None:
    (folder / "final.csv").write_text("line,label,value\nsavings,11,$2.00\n", encoding="utf-8")
    found, problems = read(folder, 'statement = "final.csv"\nlines = { cost = "$1.00" }')
    assert problems == ()
    assert found is not None
    assert {name: str(one) for name, one in found.lines.items()} == {
        "savings": "$2.00",
        "cost": "$1.00",
    }
    assert str(found.figures.values["member_months"]) == "1,000 member-months"


def test_its_own_figures_take_the_place_of_ours_where_that_is_asked_for(folder: Path) -> None:
    lines = 'lines = { member_months = "900 member-months", savings = "$2.00" }'
    found, _ = read(folder, f"own_figures = true\n{lines}")
    assert found is not None
    assert str(found.figures.values["member_months"]) == "900 member-months"
    assert str(found.figures.values["paid_claims"]) == "$40.00"
    assert list(found.lines) == ["savings"]
    ours, _ = read(folder, lines)
    assert ours is not None
    assert str(ours.figures.values["member_months"]) == "1,000 member-months"
    assert len(ours.lines) == 2


def test_a_file_outside_the_deal_is_not_read(folder: Path) -> None:
    found, problems = read(folder, 'statement = "../outside.csv"')
    assert found is None
    assert codes(problems) == ["missing", "no-file"]


def test_a_file_without_the_columns_and_a_number_without_a_unit_are_problems(folder: Path) -> None:
    (folder / "a.csv").write_text("name,amount\nsavings,$2.00\n", encoding="utf-8")
    (folder / "b.csv").write_text("line,value\nsavings,200\n", encoding="utf-8")
    assert codes(read(folder, 'statement = "a.csv"')[1]) == ["missing", "no-columns"]
    problems = read(folder, 'statement = "b.csv"')[1]
    assert "b.csv, row 2" in problems[-1].what


def test_a_statement_without_lines_is_no_statement(folder: Path) -> None:
    found, problems = read(folder, "")
    assert found is None
    assert problems[0].what == "it states no line"


def test_a_line_that_stands_twice_and_a_file_that_is_no_text_are_problems(folder: Path) -> None:
    (folder / "a.csv").write_text("line,value\ncost,$2.00\ncost,$3.00\n", encoding="utf-8")
    assert codes(read(folder, 'statement = "a.csv"')[1]) == ["twice"]
    (folder / "b.csv").write_bytes(b"line,value\ncost,\xa32.00\n")
    assert codes(read(folder, 'statement = "b.csv"')[1]) == ["missing", "not-text"]
