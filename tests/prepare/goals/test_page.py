"""The pages on goals."""

from datetime import date

from fairterms.prepare.goals.comparison import compare
from fairterms.prepare.goals.goal import Declaration, Elsewhere, Goal, Holder
from fairterms.prepare.goals.page import goals_blocks, goals_summary_blocks
from fairterms.publish import html
from fairterms.publish.blocks import Bullets, Callout, Definitions
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.units.quantity import parse

WHOLE = Goal(
    "a",
    Holder.BOTH,
    "Patients are seen soon",
    "access",
    "within ten days",
    parse("80 %"),
    date(2027, 12, 31),
    "intake lead",
    elsewhere=(Elsewhere("Another plan", "within five days", False),),
)
BARE = Goal("b", Holder.PLAN, "Care is affordable.", measure="cost", owner="the plan")


def blocks_of(*goals: Goal) -> list[object]:
    said = Declaration(shared_values=("Care is measured",), goals=goals)
    return list(goals_blocks(compare(said)))


def test_without_goals_the_page_says_how_to_write_them() -> None:
    page = html.render(Report(title="Goals", blocks=tuple(goals_blocks(compare(Declaration())))))
    assert "[[objective]]" in page


def test_counts_name_what_cannot_be_measured() -> None:
    box = next(one for one in blocks_of(WHOLE, BARE) if isinstance(one, Callout))
    assert box.title == "1 of 2 goals are shared, 0 in conflict, 1 cannot be measured yet."
    assert box.kind == "warning"


def test_a_goal_that_can_be_measured_is_a_note() -> None:
    box = next(one for one in blocks_of(WHOLE) if isinstance(one, Callout))
    assert box.kind == "note"


def test_each_goal_shows_its_measure_and_owner() -> None:
    table = next(one for one in blocks_of(WHOLE, BARE) if isinstance(one, Table))
    rows = [[plain(cell) for cell in row.cells] for row in table.rows]
    assert rows[0][:6] == [
        "Patients are seen soon",
        "Both",
        "shared",
        "access: 80 %",
        "2027-12-31",
        "intake lead",
    ]
    assert rows[1][3:5] == ["cost", "not said"]


def test_what_a_goal_lacks_is_told_in_words() -> None:
    items = next(one for one in blocks_of(BARE) if isinstance(one, Bullets)).items
    assert [plain(one) for one in items] == ["Care is affordable: it needs a target and a day."]


def test_another_count_of_the_same_goal_is_shown() -> None:
    *_, table = [one for one in blocks_of(WHOLE) if isinstance(one, Table)]
    assert [plain(cell) for cell in table.rows[0].cells] == [
        "Patients are seen soon",
        "within ten days",
        "Another plan",
        "within five days",
        "no",
    ]


def test_a_summary_leaves_the_values_out() -> None:
    found = compare(Declaration(shared_values=("x",), goals=(WHOLE,)))
    assert any(isinstance(one, Definitions) for one in goals_blocks(found))
    assert not any(isinstance(one, Definitions) for one in goals_summary_blocks(found))
