"""A file of laws is read whole, and every problem of it is told."""

import re
from datetime import date
from pathlib import Path

import pytest

from fairterms.reference.law_reader import read_text
from fairterms.units.problem import Problem
from tests.reference.one_law import LAW, TEXT


def problems(text: str) -> tuple[Problem, ...]:
    return read_text(text, "or.toml", "OR")[1]


def test_a_sound_file_gives_its_laws() -> None:
    laws, found = read_text(TEXT, "or.toml", "OR")
    assert found == ()
    (law,) = laws
    assert law.since == date(2020, 1, 1)
    assert law.until is None
    assert (law.topics, law.says, law.reaches) == (LAW.topics, LAW.says, LAW.reaches)
    assert dict(law.figures) == {}


def test_a_problem_says_file_line_law_what_why_and_what_to_do() -> None:
    (problem,) = problems(TEXT.replace("2020-01-01", '"long ago"'))
    assert str(problem) == (
        "or.toml:2: or-talk: since is no day [bad-law]\n"
        "      why: a finding may cite only a law whose place, dates, scope and last check are "
        "written down\n"
        '      fix: write since = 2026-01-01, or since = "not recorded"'
    )


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('title = "Made-up Statutes"', "", "title is missing"),
        ('says = "you may talk"', "says = 3", "says is missing"),
        ('about = "plans and clinicians"', 'about = " "', "about is missing"),
        ('until = "not recorded"', "", "until is no day"),
        ('until = "not recorded"', "until = 2019-01-01", "it ends before it begins"),
        ("2020-01-01", "2020-01-01T00:00:00", "since is no day"),
        ('["patient-communication"]', '["weather"]', 'topics names "weather"'),
        ('["patient-communication"]', "[]", "topics is missing"),
        ('["patient-communication"]', '"parity"', "topics is not a list"),
        ('["commercial"]', '["dental"]', 'reaches names "dental"'),
        ('["commercial"]', '["medicaid"]', "it reaches and leaves out medicaid"),
        ('"2026-11"', '"last autumn"', 'last_checked is "last autumn"'),
        ('"2026-11"', '"not checked"', "it was read and never checked"),
        ('checked = "read"', 'checked = "seen"', 'checked is "seen"'),
        ('status = "law"', 'status = "good practice"', 'status is "good practice"'),
        ('id = "or-talk"', 'id = "co-talk"', "the id does not fit the file"),
        ('id = "or-talk"', 'id = "or-Talk"', "the id does not fit the file"),
        ('id = "or-talk"', 'id = "or-talk"\nscope = "x"', "scope is not known"),
        ('id = "or-talk"', 'id = "or-talk"\nurl = 3', "url is not text"),
        ('id = "or-talk"', 'id = "or-talk"\nanalogue = "no"', "analogue is neither true nor false"),
        (
            'id = "or-talk"',
            'id = "or-talk"\nfigures = {a = 3.4}',
            "figures is not a table of texts",
        ),
    ],
)
def test_every_fault_is_named(old: str, new: str, what: str) -> None:
    assert TEXT.count(old) == 1
    found = problems(TEXT.replace(old, new))
    assert any(problem.what.endswith(what) for problem in found), found
    assert all(problem.fix for problem in found)


def test_all_faults_are_told_and_sound_laws_still_read() -> None:
    broken = TEXT.replace("or-talk", "or-two").replace('checked = "read"', "").replace("until", "u")
    laws, found = read_text(TEXT + broken, "or.toml", "OR")
    assert [law.id for law in laws] == ["or-talk"]
    assert {problem.line for problem in found} == {TEXT.count("\n") + 2}
    assert len(found) == 3, found


def test_an_id_is_used_once() -> None:
    (problem,) = problems(TEXT + TEXT)
    assert problem.what == "or-talk: the id is used twice"


def test_a_law_without_an_id_is_told_as_such() -> None:
    (problem,) = problems(TEXT.replace('id = "or-talk"', ""))
    assert problem.what == "a law without an id: id is missing"


@pytest.mark.parametrize("text", ["[law", "", "law = 3", 'state = "OR"\n' + TEXT, "[law]\nid = 1"])
def test_what_is_not_a_list_of_laws_is_refused_whole(text: str) -> None:
    laws, found = read_text(text, "or.toml", "OR")
    assert laws == ()
    assert len(found) == 1
    assert found[0].line == 0


def test_the_example_of_the_manual_is_a_sound_law() -> None:
    manual = Path(__file__).parents[2] / "docs" / "manual" / "laws.md"
    (example,) = re.findall(r"```toml\n(.*?)```", manual.read_text(encoding="utf-8"), re.DOTALL)
    laws, found = read_text(example, "zz.toml", "ZZ")
    assert found == ()
    assert [law.id for law in laws] == ["zz-changes"]
