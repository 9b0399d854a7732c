"""The page on a changed list of members."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from fairterms.outcomes.small_cells.audience import Audience
from fairterms.population.list_difference import MonthDifference
from fairterms.publish.blocks import Block, Callout
from fairterms.publish.number_blocks import Figures, Table
from fairterms.publish.page import Report
from fairterms.reconcile.attribution_lists.list_worth import ListChange, ListWorth
from fairterms.reconcile.attribution_lists.received_list import Received, take_in
from fairterms.reconcile.attribution_lists.section import attribution_blocks
from fairterms.reconcile.restatement.effect import Effect, Move
from tests.records.feeds import room
from tests.records.test_atr_group import BEHIND, files, group, member


def moved(dollars: int, *moves: Move) -> Effect:
    return Effect(Decimal(30_000), Decimal(30_000 + dollars), moves)


def worth(people: int, why_not: str = "") -> ListWorth:
    """Return two lists compared: of each sort of change there are so many people."""
    sorts = {"added_late": (2, 40), "dropped_late": (1, -22), "added": (10, 220)}
    sorts["dropped"] = (10, -220)
    changes = tuple(
        ListChange(sort, people * months, people, None if why_not else moved(people * dollars))
        for sort, (months, dollars) in sorts.items()
    )
    months = tuple(
        MonthDifference(
            date(2027, number, 1),
            kept=20 + people * (3 - number),
            moved=people if number == 3 else 0,
            added=people,
            dropped=people if number > 1 else 0,
            is_retroactive=number < 3,
            rows="",
        )
        for number in (1, 2, 3)
        if people
    )
    savings = Move("savings", "savings", Decimal(10_000), Decimal(10_000 + 20 * people))
    fee = Move("fee", "Monthly fee", Decimal(20_000), Decimal(20_000 - 2 * people))
    together = None if why_not else moved(people * 18, savings, fee)
    one = None if why_not else moved(20)
    return ListWorth(changes, 10 * people, people, months, one, together, why_not)


def page(
    people: int, audience: Audience, received: Received | None = None, why_not: str = ""
) -> tuple[Block, ...]:
    blocks = attribution_blocks(worth(people, why_not), received, audience)
    Report(title="A page", blocks=blocks)  # refuses what no reader could follow
    return blocks


def rows(blocks: tuple[Block, ...], caption: str) -> list[tuple[object, ...]]:
    (table,) = [one for one in blocks if isinstance(one, Table) and one.caption == caption]
    return [row.cells for row in table.rows]


def captions(blocks: tuple[Block, ...]) -> list[str]:
    return [one.caption for one in blocks if isinstance(one, Table)]


@pytest.fixture(scope="module")
def final() -> Received:
    with room() as store, TemporaryDirectory() as folder:
        paths = files(Path(folder), group(member(change="add"), status="final"), BEHIND)
        return take_in(store.store, paths, "plan", date(2027, 3, 5))


def test_the_group_sees_every_change_with_its_dollars() -> None:
    blocks = page(2, Audience.GROUP)
    assert rows(blocks, "Changes of the list") == [
        ("Added to months that had begun", "2", "4", "+$80.00"),
        ("Dropped from months that had begun", "2", "2", "−$44.00"),
        ("Added to months still to come", "2", "20", "+$440.00"),
        ("Dropped from months still to come", "2", "20", "−$440.00"),
        ("Moved to another clinician", "2", "20", ""),
        ("All together", "", "2", "+$36.00"),
    ]
    (sums,) = [one for one in blocks if isinstance(one, Figures)]
    assert [one.value for one in sums.numbers] == ["+2", "+$36.00", "+$20.00"]
    assert rows(blocks, "Clauses that come out otherwise") == [
        ("savings", "$10,000.00", "$10,040.00", "+$40.00"),
        ("Monthly fee", "$20,000.00", "$19,996.00", "−$4.00"),
    ]
    assert rows(blocks, "Months that changed")[:3] == [
        ("2027-01", "24", "0", "2", "0", "yes"),
        ("2027-02", "22", "0", "2", "2", "yes"),
        ("2027-03", "20", "2", "2", "2", "no"),
    ]


def test_outside_the_group_nothing_about_1_to_10_people_can_be_worked_out() -> None:
    blocks = page(2, Audience.OUTSIDE)
    assert captions(blocks) == ["Changes of the list"]
    assert {row[1:] for row in rows(blocks, "Changes of the list")} == {
        ("1 to 10", "not shown", "not shown"),
        ("1 to 10", "not shown", ""),
    }
    assert "$" not in str(blocks)


def test_outside_the_group_large_changes_are_shown() -> None:
    inside, outside = (page(11, audience) for audience in Audience)
    assert captions(outside) == captions(inside)
    assert rows(outside, "Changes of the list") == rows(inside, "Changes of the list")


def test_a_list_that_did_not_change_needs_nothing() -> None:
    blocks = page(0, Audience.GROUP)
    assert "Nobody was added, dropped or moved." in str(blocks)
    assert captions(blocks) == []


def test_a_final_list_leads_to_a_dispute_and_its_notices_stay_in_the_group(
    final: Received,
) -> None:
    inside, outside = (page(11, audience, final) for audience in Audience)
    for blocks in (inside, outside):
        (callout,) = [one for one in blocks if isinstance(one, Callout)]
        assert "Put a difference into a dispute" in str(callout)
    assert "member 1 of the list" in str(inside)
    assert "member 1 of the list" not in str(outside)


def test_where_dollars_are_not_known_the_page_says_why() -> None:
    blocks = page(2, Audience.GROUP, why_not="The terms read no member months.")
    assert "read no member months" in str(blocks)
    assert rows(blocks, "Changes of the list")[0][-1] == "not known"
