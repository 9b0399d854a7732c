"""The proved worst case is shown as what it is: a limit, or the lack of one."""

from dataclasses import replace

import pytest

from fairterms.publish import structure
from fairterms.publish.blocks import Callout
from fairterms.simulate.page.worst_case_section import worst_case_blocks
from fairterms.simulate.results.worst_case import WorstCase, worst_case
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED, COSTS, TWO_SIDED
from tests.simulate.small_outlook import records_of, table_of, words_of

NO_END = {"cost": (800_000.0, float("inf"))}


@pytest.fixture(scope="module")
def capped() -> WorstCase:
    return worst_case(contract(CAPPED), NO_END)


def test_a_loss_is_what_the_deal_can_take(capped: WorstCase) -> None:
    blocks = worst_case_blocks(capped, 2027)
    (callout,) = records_of(blocks, Callout)
    assert callout.title == "The deal can take $40,000 from what the group is paid anyway."
    assert callout.kind == "note"
    assert "In 2027, within the ranges" in words_of(blocks)
    structure.check(structure.with_anchors(blocks))


def test_the_worst_year_is_shown_figure_by_figure(capped: WorstCase) -> None:
    table = table_of(worst_case_blocks(capped, 2027), "worst-case-year")
    assert [row.cells[0] for row in table.rows] == list(capped.year)
    shown = [float(str(row.cells[1]).replace(",", "")) for row in table.rows]
    assert shown == pytest.approx(list(capped.year.values()), rel=1e-5)


def test_a_deal_that_never_takes_says_what_it_adds_at_least(capped: WorstCase) -> None:
    (callout,) = records_of(worst_case_blocks(replace(capped, amount=250.0), 2027), Callout)
    assert callout.title == "The deal can add as little as $250."


def test_a_loss_without_any_limit_is_a_warning() -> None:
    found = worst_case(contract(TWO_SIDED), NO_END)
    assert found.amount is None
    (callout,) = records_of(worst_case_blocks(found, 2027), Callout)
    assert callout.kind == "warning"
    assert callout.title == "No limit on the loss could be proved."


def test_a_loss_that_only_the_figures_limit_is_a_warning_too() -> None:
    found = worst_case(contract(TWO_SIDED), COSTS)
    assert found.amount is not None
    (callout,) = records_of(worst_case_blocks(found, 2027), Callout)
    assert callout.kind == "warning"
    assert callout.title.startswith("The deal can take $250,000 ")
