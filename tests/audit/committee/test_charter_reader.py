"""A charter is read whole, and every problem of it is named with its line."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from fairterms.audit.committee.charter import Basis, Charter, Tie, Touches
from fairterms.audit.committee.charter_reader import CharterReading, read
from fairterms.audit.committee.lint import lint

SHIPPED = Path(__file__).parents[3] / "examples" / "juniper" / "charter.toml"


def shipped() -> Charter:
    reading = read(SHIPPED)
    assert reading.problems == ()
    assert reading.charter is not None
    return reading.charter


def changed(folder: Path, old: str, new: str) -> CharterReading:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text, "the example has changed"
    path = folder / "charter.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return read(path)


def test_the_shipped_charter_is_eight_seats_in_four_pairs_with_a_chair_apart() -> None:
    found = shipped()
    assert (found.version, found.effective_from) == (1, date(2027, 1, 19))
    assert [len(found.seats_of(one)) for one in found.titles] == [2, 2, 2, 2]
    assert (found.quorum.min_present, found.quorum.min_per_constituency) == (6, 1)
    assert found.quorum.recused_count is True
    assert found.chair.deputy_for == ("recused", "absent")
    assert found.chair.in_base is False
    assert (found.deadlines.notice_days, found.deadlines.minutes_due_days) == (10, 14)
    rules = found.motion_class(found.amendment)
    assert (rules.basis, rules.threshold) == (Basis.ENTIRE, Fraction(3, 4))
    assert (rules.tie, rules.touches) == (Tie.LOST, Touches.CHARTER)
    assert found.motion_class("audit").tie is Tie.CHAIR


def test_the_shipped_charter_leaves_nothing_open() -> None:
    assert lint(shipped()).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('version = 1\n', "", "version is missing"),
        ("version = 1\n", 'version = "1"\n', "version is not a whole number of 1 or more"),
        ("effective_from = 2027-01-19", "", "effective_from is missing"),
        ("effective_from = 2027-01-19", "effective_from = 2027", "effective_from is not a date"),
        ('threshold = "1/2"', "threshold = 0.5", "threshold is not written in words"),
        ('threshold = "1/2"', 'threshold = "1/3"', 'threshold: "1/3" is not a fraction'),
        ('threshold = "1/2"', 'threshold = "1/0"', 'threshold: "1/0" is not a fraction'),
        ('threshold = "1/2"', 'threshold = "half"', 'threshold: "half" is not a fraction'),
        ('threshold = "1/2"\ntie = "chair"', 'threshold = "1/2"', "what becomes of a tie"),
        ('threshold = "1/2"', 'threshold = "2/3"', "only a simple majority can be tied"),
        ('tie = "chair"', 'tie = "coin"', 'tie: there is no "coin"'),
        ('basis = "cast"', 'basis = "all"', 'basis: there is no "all"'),
        ('constituency = "plans"', 'constituency = "plan"', 'no constituency called "plan"'),
        ('["groups", "plans"]', '["plan"]', 'no concurrence entry called "plan"'),
        ("ties = []", "ties = 3", "ties is not a list of words"),
        ('id = "plan_1"', 'id = "chair"', '"chair" is who presides'),
        ('id = "plan_1"', 'id = "fee_1"', 'the id "fee_1" is used twice'),
        ('amendment = "rules"', 'amendment = "rule"', 'no motion called "rule"'),
        ("min_present = 6", "", "min_present is missing"),
        ("min_present = 6", "min_present = 0", "min_present is not a whole number of 1"),
        ("recused_count = true", 'recused_count = "yes"', "neither true nor false"),
        ("[quorum]", "[quora]", 'there is no section called "quora"'),
        ("term_years = 2", "term = 2", 'there is no key called "term"'),
        ("[charter]", "[charter", "the file is not TOML"),
    ],
)  # fmt: skip
def test_each_problem_is_named_and_nothing_is_guessed(
    tmp_path: Path, old: str, new: str, what: str
) -> None:
    found = changed(tmp_path, old, new)
    assert found.charter is None
    assert any(what in one.what for one in found.problems), found.problems


def test_a_problem_has_the_line_it_stands_on(tmp_path: Path) -> None:
    (found,) = changed(tmp_path, 'basis = "cast"', 'basis = "all"').problems
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    assert found.line == lines.index('basis = "cast"') + 1


def test_every_problem_is_reported(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    path = tmp_path / "charter.toml"
    path.write_text(text.replace('"1/2"', '"1/5"').replace("= true", "= 1"), encoding="utf-8")
    assert len(read(path).problems) == 3


def test_what_a_charter_may_leave_open_is_left_to_the_lint(tmp_path: Path) -> None:
    found = changed(tmp_path, 'basis = "cast"\n', "")
    assert found.problems == ()
    assert found.charter is not None
    assert [one.code for one in lint(found.charter).problems] == ["basis-open"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("recused_count = true\n", "", "recusal-open"),
        ("in_base = false\n", "", "base-open"),
        ('concurrence_if_recused = "waived"\n', "", "recusal-open"),
        ('deputy = "appointed with the chair, under the same rules"\n', "", "no-deputy"),
        ("ties = []", 'ties = ["plans"]', "chair-with-ties"),
    ],
)
def test_a_gap_of_the_file_is_found_on_its_line(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    found = changed(tmp_path, old, new)
    assert found.charter is not None
    (gap,) = lint(found.charter).problems
    assert (gap.code, gap.line > 0) == (code, True)


def test_an_empty_file_is_answered_with_what_to_write(tmp_path: Path) -> None:
    path = tmp_path / "charter.toml"
    path.write_text("", encoding="utf-8")
    said = {one.what for one in read(path).problems}
    assert {"there is no [[seat]]", "[quorum] is missing", "there is no [[motion]]"} <= said


def test_a_charter_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "none.toml").problems
    assert found.code == "no-charter"


def test_a_constituency_without_a_seat_and_too_many_of_them_are_named(tmp_path: Path) -> None:
    more = "".join(f'[[constituency]]\nid = "c{n}"\ntitle = "C"\n' for n in range(9))
    found = changed(tmp_path, "[[seat]]", f"{more}[[seat]]")
    said = {one.what for one in found.problems}
    assert {'"c0" has no seat', "there are more than 12 constituencies"} <= said
