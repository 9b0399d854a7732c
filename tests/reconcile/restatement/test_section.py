"""The pages on restated statements and tables."""

from dataclasses import replace
from decimal import Decimal

from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.blocks import Block, Callout
from fairterms.publish.number_blocks import Figures, Table
from fairterms.publish.page import Report
from fairterms.reconcile.restatement.cell_worth import Priced, TableWorth, price_changes
from fairterms.reconcile.restatement.restatement import restate
from fairterms.reconcile.restatement.section import restatement_blocks, table_blocks
from fairterms.reconcile.restatement.table_difference import CellChange, compare_tables
from fairterms.reconcile.statement.statement import Statement
from tests.reconcile.restatement.made_up import YEAR, contract, figures, first, line, second

KEPT = (line("member_months", "10,000 member-months"), line("cost", "$380,000.00"))


def page(
    after: Statement, audience: Audience = Audience.GROUP, before: Statement | None = None
) -> tuple[Block, ...]:
    found = restate(before or first(), after, contract(), YEAR, figures())
    blocks = restatement_blocks(found, audience)
    Report(title="A page", blocks=blocks)  # refuses what no reader could follow
    return blocks


def rows(blocks: tuple[Block, ...], caption: str) -> list[tuple[object, ...]]:
    (table,) = [one for one in blocks if isinstance(one, Table) and caption in one.caption]
    return [row.cells for row in table.rows]


def numbers(blocks: tuple[Block, ...]) -> list[str]:
    return [one.value for block in blocks if isinstance(block, Figures) for one in block.numbers]


def test_two_equal_statements_need_nothing_to_be_done() -> None:
    text = str(page(replace(first(), file="second.csv")))
    assert "Every line of second.csv is as it was in first.csv." in text


def test_figures_stand_by_the_dollars_they_move_with_their_sum() -> None:
    blocks = page(
        second(
            line("member_months", "10,100 member-months"),
            line("cost", "$393,000.00"),
            line("payable", "$25,700.00"),
        )
    )
    assert numbers(blocks) == ["−$4,300.00", "−$4,300.00", "$0.00"]
    assert rows(blocks, "Changed figures") == [
        ("cost", "$380,000.00", "$393,000.00", "−$10,000.00"),
        ("member months", "10,000 member-months", "10,100 member-months", "+$2,200.00"),
        ("Only together", "", "", "+$3,500.00"),
        ("All together", "", "", "−$4,300.00"),
    ]
    assert not any(isinstance(block, Callout) for block in blocks)


def test_a_result_without_a_figure_behind_it_asks_the_plan() -> None:
    blocks = page(second(*KEPT, line("payable", "$29,000.00")))
    assert numbers(blocks) == ["−$1,000.00", "$0.00", "−$1,000.00"]
    assert rows(blocks, "Changed results") == [
        ("payable", "$30,000.00", "$29,000.00", "−$1,000.00", "$0.00", "−$1,000.00")
    ]
    (callout,) = [block for block in blocks if isinstance(block, Callout)]
    assert "otherwise than the changed figures move them" in callout.title
    assert "No figure that the terms read has changed" in str(blocks)


def test_where_the_plan_kept_its_amount_the_moved_figures_are_what_is_not_explained() -> None:
    blocks = page(second(KEPT[0], line("cost", "$390,000.00"), line("payable", "$30,000.00")))
    assert numbers(blocks) == ["$0.00", "−$5,000.00", "+$5,000.00"]


def test_a_figure_that_cannot_be_priced_says_why() -> None:
    text = str(page(second(KEPT[0], line("payable", "$30,000.00"))))
    assert "cost: the newer statement no longer gives it" in text
    assert "not known" in text


def test_outside_the_group_no_dollars_tell_of_a_small_count() -> None:
    before = first(line("", "40 members", name="added members"))
    small = first(line("member_months", "9 member-months", name="x"))
    few = replace(
        before, lines=(replace(before.lines[0], value=small.lines[3].value), *before.lines[1:])
    )
    after = second(*KEPT, line("payable", "$30,000.00"), before.lines[3])
    inside, outside = (page(after, audience, few) for audience in Audience)
    assert "9 member-months" in str(inside)
    assert "9 member-months" not in str(outside)
    assert rows(outside, "Changed figures") == [
        ("member months", "not shown", "not shown", "not shown")
    ]
    assert numbers(outside) == []
    assert "about 1 to 10 people" in str(outside)


def test_other_lines_say_what_happened_to_them() -> None:
    part = line("", "$5.00", name="region", scope=("hmo", "one"))
    blocks = page(
        second(
            *KEPT,
            line("payable", "$30,000.00"),
            line("", "$1.00", name="note"),
            replace(part, value=KEPT[1].value),
        ),
        before=first(part),
    )
    assert rows(blocks, "Other changed lines") == [
        ("region (hmo, one)", "changed: the number", "$5.00", "$380,000.00"),
        ("note", "new", "not stated", "$1.00"),
    ]


def test_a_table_shows_its_changes_by_dollars() -> None:
    before = [{"id": "A", "paid": "5"}, {"id": "B", "paid": "7"}]
    after = [{"id": "A", "paid": "9"}, {"id": "C", "paid": "1"}]
    difference = compare_tables(before, after, ("id",))
    worth = price_changes(
        difference, before, after, ("id",), lambda rows: [Decimal(row["paid"] or 0) for row in rows]
    )
    blocks = table_blocks(difference, worth)
    Report(title="A page", blocks=blocks)
    assert rows(blocks, "Changes") == [
        ("B", "whole row is gone", "", "", "−$7.00"),
        ("A", "paid", "5", "9", "+$4.00"),
        ("C", "whole row is new", "", "", "+$1.00"),
    ]
    assert numbers(blocks) == ["1", "1 and 1", "1", "−$2.00"]


def test_a_table_that_did_not_change_needs_nothing() -> None:
    same = compare_tables([{"id": "A"}], [{"id": "A"}], ("id",))
    blocks = table_blocks(same, TableWorth((), Decimal(0), Decimal(0), 0))
    assert "All 1 rows are as they were" in str(blocks)


def test_what_was_left_out_of_a_long_list_is_counted() -> None:
    difference = compare_tables([{"id": "A"}], [{"id": "A", "flag": "1"}], ("id",))
    change = CellChange(("A",), "paid", "1", "1.2", is_digits_only=True)
    priced = tuple(Priced(("A",), change, False, None) for _ in range(53))
    blocks = table_blocks(difference, TableWorth(priced, Decimal(0), Decimal(2), 3))
    text = str(blocks)
    assert "3 more changes move no more than these." in text
    assert "paid (only more digits)" in text
    assert "Rows that could not be settled under the terms: 3." in text
    assert "Columns only in the newer release: flag." in text
    assert "Changes of one row move +$2.00 only together." in text
