"""Returns are read whole; the bar on one's own work lasts a year after it ended."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fairterms.audit.engagement.engagement import may_audit_from
from fairterms.audit.procedures.conflict import Conflict, ConflictRegister, read
from fairterms.audit.procedures.evidence_table import one_table, rows
from fairterms.units.form_file import parsed
from fairterms.units.problem import Problem
from tests.audit.procedures.made_up import codes

TOP = '[conflict_register]\npeople = ["lead", "second"]\nbegan = 2028-09-11\n'
NIL = '[[conflict]]\nperson = "lead"\nkind = "nil"\ndeclared = 2028-09-04\n'
WORK = """
[[conflict]]
person = "second"
kind = "own work"
interest = "kept the books"
party = "group"
value_band = "up to $5,000"
from = 2025-01-01
to = 2027-06-30
declared = 2028-09-04
mitigation = "stays out"
matters = ["books", "list"]
recused_from = ["books"]
"""


def register(text: str) -> tuple[ConflictRegister | None, tuple[Problem, ...]]:
    opened = parsed(text, "audit_evidence.toml")
    assert not isinstance(opened, Problem)
    document, notes = opened
    top = one_table(document, "conflict_register", notes)
    return read(top, rows(document, "conflict", notes)), notes.problems()


def test_a_register_is_read() -> None:
    found, problems = register(TOP + NIL + WORK)
    assert problems == ()
    assert found is not None
    nil, work = found.conflicts
    assert (nil.is_nil, work.is_nil) == (True, False)
    assert work.took_part == ("list",)
    assert found.newest("lead", date(2028, 10, 1)) == date(2028, 9, 4)
    assert found.newest("lead", date(2028, 9, 3)) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TOP + WORK.replace("party", "# party"), "missing"),
        (TOP + WORK.replace("to = 2027-06-30", "to = 2024-06-30"), "bad-days"),
        (TOP + WORK.replace('recused_from = ["books"]', 'recused_from = ["x"]'), "unknown-matter"),
        (TOP + NIL.replace('"lead"', '"third"'), "no-such-choice"),
        (TOP + NIL.replace('"nil"', '"none"'), "no-such-choice"),
        (TOP.replace('"lead", "second"', ""), "missing"),
        (NIL, "missing"),
    ],
)
def test_a_register_with_a_return_that_cannot_be_read_is_not_used(text: str, code: str) -> None:
    found, problems = register(text)
    assert found is None
    assert codes(problems) == [code]


def test_without_any_of_it_there_is_no_register_and_no_problem() -> None:
    assert register("") == (None, ())


def test_the_bar_lasts_a_year_after_the_work_ended() -> None:
    work = Conflict(
        "second", "own work", "x", "group", "", None, date(2027, 6, 30), date(2028, 9, 4)
    )
    assert work.barred_until() == date(2028, 6, 29)
    assert replace(work, until=None).barred_until() == date.max
    assert replace(work, kind="family").barred_until() is None


@pytest.mark.parametrize("ended", [date(2027, 6, 30), date(2027, 2, 28), date(2028, 2, 29)])
def test_the_bar_ends_on_the_day_before_an_engagement_may_begin(ended: date) -> None:
    work = Conflict("second", "own work", "x", "group", "", None, ended, date(2028, 9, 4))
    bar = work.barred_until()
    assert bar is not None
    assert bar + timedelta(days=1) == may_audit_from(ended)
