"""The netting levels as part of a page."""

from fairterms.publish.blocks import Block, Callout, Heading, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.reconcile.netting.hypotheses import Netting, work_out
from fairterms.reconcile.netting.section import netting_blocks
from tests.reconcile.made_report import SCOPES, Scope, sent

SHARED = "shared-saving-deficit"
REPAIR: dict[tuple[str, Scope], float | None] = {("med-rx-cost", ("ppo", "Region 2")): 39000}


def said(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Prose):
            found.append(plain(block.words))
        elif isinstance(block, Table):
            found += [column.title for column in block.columns]
            found += [" | ".join(map(plain, row.cells)) for row in block.rows]
        elif isinstance(block, Callout):
            found += [block.title, *said(block.blocks)]
    return found


def text(netting: Netting, *, own_room: bool = False) -> str:
    return "\n".join(said(netting_blocks(netting, own_room=own_room)))


def test_the_table_marks_what_is_printed_and_what_is_asked_for() -> None:
    shown = text(work_out(sent({(SHARED, ()): 500})))
    assert "all parts pooled, then shared | $500.00 | gives the printed amount" in shown
    assert "hmo without losses | $300.00 | asked for by the header" in shown
    assert "Pooled gives the printed $500.00" in shown
    assert (
        "That is $300.00 on the printed costs, $200.00 less for the group than is printed" in shown
    )


def test_shares_are_said_to_be_implied() -> None:
    shown = text(work_out(sent()))
    assert "the statement does not state them" in shown
    assert "share of losses | 60 % | 3 | 0" in shown


def test_repaired_costs_have_columns_of_their_own() -> None:
    shown = text(work_out(sent(REPAIR)))
    assert "If Medical pharmacy cost, ppo, Region 2 is $19,000.00" in shown
    assert "With the costs repaired it is" in shown


def test_a_repair_about_few_people_is_not_told_outside_the_group_s_room() -> None:
    netting = work_out(sent({**REPAIR, ("member-months", ("ppo", "Region 2")): 24}))
    assert "$19,000.00" not in text(netting)
    assert "If the cost of a small part is repaired" in text(netting)
    assert "$19,000.00" in text(netting, own_room=True)


def test_what_cannot_be_worked_out_says_what_to_ask_for() -> None:
    shown = text(work_out(sent({(SHARED, scope): None for scope in SCOPES})))
    assert "Ask the plan for target, cost and shared amount of every part" in shown


def test_an_amount_that_no_level_gives_is_asked_about() -> None:
    shown = text(work_out(sent({(SHARED, ()): 301})))
    assert "No level gives the printed $301.00" in shown
    assert "Ask the plan how it came to the amount." in shown


def test_a_statement_without_a_payment_names_no_level() -> None:
    assert "no level can be named" in text(work_out(sent({(SHARED, ()): None})))


def test_the_blocks_make_a_page() -> None:
    for numbers in ({}, REPAIR, {(SHARED, ()): None}):
        blocks = netting_blocks(work_out(sent(numbers)))
        assert Report(title="T", subtitle="", blocks=blocks, footer=(), made_on="2028-05-02").blocks
