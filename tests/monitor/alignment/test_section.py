"""The page on several contracts side by side."""

from datetime import date

from fairterms.monitor.alignment.alignment import Alignment, aligned
from fairterms.monitor.alignment.section import alignment_blocks
from fairterms.monitor.alignment.shared_calendar import DueDay
from fairterms.publish import html
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.inline import Badge
from fairterms.publish.number_blocks import Figures, Table
from fairterms.publish.page import Report
from tests.monitor.alignment.made_up import measure, report, side

ONE = side(
    "A",
    measure("A", "x", "c", {"from day": "120", "steward": "us", "cut": "5"}, {"weight": "9 %"}),
    reports=(report("a", "id", "first", hours="12 hours"),),
)
OTHER = side(
    "B",
    measure("B", "x", "c", {"from day": "90", "cut": "5"}, {"weight": "8 %"}),
    reports=(report("b", "id", "first", "place", hours="30 hours"),),
)
DAYS = [DueDay("A", "file", date(2027, 4, 5 + at)) for at in range(2)]
FOUND = aligned([ONE, OTHER], [*DAYS, DueDay("B", "list", date(2027, 4, 9))])


def made(found: Alignment) -> tuple[Block, ...]:
    blocks = alignment_blocks(found)
    assert html.render(Report(title="A page", blocks=blocks))
    return blocks


def table(blocks: tuple[Block, ...], anchor: str) -> Table:
    (found,) = (one for one in blocks if isinstance(one, Table) and one.anchor == anchor)
    return found


def test_deals_with_nothing_in_common_say_what_to_write() -> None:
    blocks = made(aligned([side("A"), side("B")]))
    words = " ".join(str(one.words) for one in blocks if isinstance(one, Prose))
    for said in ("No measure stands in two", "obligations.toml", "as [[report]]"):
        assert said in words
    (bullets,) = (one for one in blocks if isinstance(one, Bullets))
    assert len(bullets.items) == 2


def test_the_numbers_come_first() -> None:
    (figures,) = (one for one in made(FOUND) if isinstance(one, Figures))
    assert [one.value for one in figures.numbers] == ["1", "1", "12 hours"]
    assert figures.numbers[0].note == "counted in 2 ways by 2 contracts"


def test_hours_that_nobody_knows_are_not_shown_as_none() -> None:
    unknown = side("B", reports=(report("b", "id", "first"),))
    blocks = made(aligned([ONE, unknown]))
    (figures,) = (one for one in blocks if isinstance(one, Figures))
    assert figures.numbers[2].value == "not known"
    (row,) = table(blocks, "alignment-extracts-table").rows
    assert row.cells[3] == "not known (nobody said how long it takes: B: report b)"


def test_each_part_of_a_measure_is_compared() -> None:
    blocks = made(FOUND)
    rows = table(blocks, "alignment-measure-1").rows
    assert [row.cells[:3] for row in rows] == [
        ("name", "X", "X"),
        ("from day", "120", "90"),
        ("steward", "us", "not said"),
        ("weight (pay)", "9 %", "8 %"),
    ]
    assert [row.emphasis for row in rows] == ["", "highlight", "", ""]
    assert str(table(blocks, "alignment-measure-1").footnote).startswith("The same in all: cut. ")
    badges = [cell[0] for row in rows if isinstance(cell := row.cells[3], tuple)]
    assert [one.text for one in badges if isinstance(one, Badge)] == [
        "differs",
        "not said by all",
        "differs",
    ]
    (callout,) = (one for one in blocks if isinstance(one, Callout))
    assert callout.title == (
        "Measures in several contracts: 1. Counted differently: 1. Left open in part: 0."
    )


def test_namesakes_stand_under_a_heading_of_their_own() -> None:
    blocks = made(aligned([side("A", measure("A", "y")), side("B", measure("B", "y"))]))
    headings = [one.text for one in blocks if isinstance(one, Heading)]
    assert "Called the same, and nobody has said whether it is the same" in headings
    assert not [one for one in blocks if isinstance(one, Callout)]
    (figures,) = (one for one in blocks if isinstance(one, Figures))
    assert figures.numbers[0].value == "0"
    assert str(figures.numbers[0].note).endswith("1 more are called the same")


def test_a_crowded_week_stands_out() -> None:
    rows = table(made(FOUND), "alignment-calendar-table").rows
    assert [row.emphasis for row in rows] == ["highlight"] * 3
    assert rows[2].cells == ("2027-04-05", "2027-04-09", "B", "list")


def test_an_extract_names_its_reports_its_fields_and_its_hours() -> None:
    (row,) = table(made(FOUND), "alignment-extracts-table").rows
    assert row.cells == ("B: report b; A: report a", "first, id", "place", "12 hours")
