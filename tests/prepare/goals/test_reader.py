"""Reading values and goals from `deal.toml`."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.prepare.goals.goal import Declaration, Direction, Elsewhere, Holder
from fairterms.prepare.goals.reader import read
from fairterms.units.quantity import parse

EXAMPLES = Path(__file__).parents[3] / "examples"
GOAL = """
[[objective]]
id = "visit"
holder = "both"
goal = "Patients are seen soon"
measure = "access"
counts = "within ten days"
target = "80 %"
by = 2027-12-31
owner = "intake lead"
direction = "higher"
evidence = "Table 2"

[[objective.elsewhere]]
contract = "Another plan, 2026"
counts = "within five days"
same = false
"""


def said(tmp_path: Path, text: str) -> Declaration:
    (tmp_path / "deal.toml").write_text(text)
    return read(tmp_path)


def test_no_file_and_no_section_are_empty(tmp_path: Path) -> None:
    assert read(tmp_path) == Declaration()
    assert said(tmp_path, '[deal]\nname = "A"\n') == Declaration()


def test_a_whole_goal_is_read(tmp_path: Path) -> None:
    found = said(tmp_path, GOAL)
    assert found.problems == ()
    (goal,) = found.goals
    assert (goal.id, goal.holder, goal.goal) == ("visit", Holder.BOTH, "Patients are seen soon")
    assert (goal.measure, goal.counts, goal.target) == ("access", "within ten days", parse("80 %"))
    assert (goal.by, goal.owner, goal.direction) == (
        date(2027, 12, 31),
        "intake lead",
        Direction.HIGHER,
    )
    assert goal.elsewhere == (Elsewhere("Another plan, 2026", "within five days", False),)
    assert (goal.evidence, goal.source) == ("Table 2", "deal.toml, line 2")


def test_values_of_each_side_are_read(tmp_path: Path) -> None:
    text = '[values]\nshared = ["a"]\ngroup = ["b", "c"]\nplan = ["d"]\nwho_signs = "owner"\n'
    found = said(tmp_path, text)
    assert (found.shared_values, found.group_values, found.plan_values) == (
        ("a",),
        ("b", "c"),
        ("d",),
    )
    assert found.who_signs == "owner"


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ('target = "80 %"', 'target = "80"', "not-a-quantity"),
        ('target = "80 %"', "target = 80", "not-a-quantity"),
        ('holder = "both"', 'holder = "us"', "no-such-choice"),
        ('holder = "both"\n', "", "missing"),
        ('goal = "Patients are seen soon"\n', "", "missing"),
        ('direction = "higher"', 'direction = "up"', "no-such-choice"),
        ("by = 2027-12-31", 'by = "2027-12-31"', "not-a-date"),
        ('owner = "intake lead"', 'ownre = "intake lead"', "unknown-key"),
        ('contract = "Another plan, 2026"\n', "", "missing"),
        ("same = false", 'same = "no"', "not-yes-or-no"),
        ('id = "visit"', 'id = "First Visit"', "bad-id"),
        ('evidence = "Table 2"', 'against = ["cost"]', "unknown-objective"),
    ],
)
def test_a_mistake_is_a_problem(tmp_path: Path, right: str, wrong: str, code: str) -> None:
    assert right in GOAL
    found = said(tmp_path, GOAL.replace(right, wrong))
    assert [one.code for one in found.problems] == [code]


def test_a_goal_without_its_holder_is_left_out_and_not_given_to_a_side(tmp_path: Path) -> None:
    assert said(tmp_path, GOAL.replace('holder = "both"\n', "")).goals == ()


def test_values_that_are_no_section_are_a_problem(tmp_path: Path) -> None:
    assert [one.code for one in said(tmp_path, "values = 3\n").problems] == ["not-a-section"]


@pytest.mark.parametrize("name", ["cedar", "juniper"])
def test_the_examples_have_goals_of_both_sides_and_no_problem(name: str) -> None:
    found = read(EXAMPLES / name)
    assert found.problems == ()
    assert deals.read(EXAMPLES / name).problems == ()
    assert {Holder.GROUP, Holder.PLAN, Holder.BOTH} == {one.holder for one in found.goals}
    assert any(one.differing for one in found.goals)
