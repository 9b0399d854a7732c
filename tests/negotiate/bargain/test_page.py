"""The section on trades says what to trade, what is fair, and that the plan's side is a guess."""

from dataclasses import replace

import pytest

from fairterms.negotiate.bargain.page import between, trade_blocks
from fairterms.negotiate.bargain.study import Bargain, study_years
from fairterms.negotiate.positions.position import Spread
from fairterms.publish.blocks import Heading
from fairterms.publish.number_blocks import Chart
from fairterms.publish.page import Report
from tests.negotiate.bargain.small_bargains import (
    CAP,
    REPORTS,
    SHARE,
    positions,
    small,
    small_years,
)
from tests.publish.chart.seen import accept
from tests.simulate.small_outlook import records_of, table_of, words_of


def made(worth: float = -60_000.0) -> Bargain:
    deal, contract = small()
    table = positions(SHARE, REPORTS, CAP, worth=worth)
    return study_years(deal, contract, small_years(), table)


MADE = made()
BLOCKS = trade_blocks(MADE)
WORDS = words_of(BLOCKS)


def test_the_section_stands_in_a_report_and_its_anchors_are_its_own() -> None:
    Report(title="A", blocks=tuple(BLOCKS))
    for one in records_of(BLOCKS, Heading):
        assert one.anchor.startswith("trades")


def test_the_plans_side_is_called_an_estimate_with_its_evidence() -> None:
    assert "The plan's side is our estimate." in WORDS
    assert "It rests on: a guess. Ask before you rely on it." in WORDS


def test_every_option_beside_the_text_has_a_row_with_both_sides_dollars() -> None:
    rows = table_of(BLOCKS, "trades-options").rows
    assert [row.cells[1] for row in rows] == [
        "share 40 %",
        "share 60 %",
        "monthly reporting agreed",
        "cap $10,000.00",
        "cap $0.00",
    ]
    assert rows[2].cells[2:] == ("−$500", "+$4,000", "$1,000 to $9,000", "0.12")


def test_trades_are_suggested_in_words() -> None:
    assert "You give monthly reporting agreed" in WORDS
    assert "You get cap" in WORDS


def test_fair_points_and_the_text_are_drawn_and_listed() -> None:
    (chart,) = records_of(BLOCKS, Chart)
    for name in ("Nash", "Kalai-Smorodinsky", "Largest sum", "As written", "No deal"):
        assert name in chart.alternative
    rows = table_of(BLOCKS, "trades-points").rows
    assert " ".join(str(row.cells[0]) for row in rows).count("Nash") == 1


@pytest.mark.slow
def test_the_drawing_can_be_published_on_both_widths() -> None:
    (chart,) = records_of(BLOCKS, Chart)
    accept(chart)


def test_where_nothing_suits_both_the_page_says_so_and_by_how_much() -> None:
    far = trade_blocks(made(worth=500_000.0))
    said = words_of(far)
    assert "No combination on the table suits both sides." in said
    assert "less to you than no deal" in said
    costly = trade_blocks(replace_plan(500_000.0))
    assert "Where you are no worse off than without a deal, the plan is" in words_of(costly)
    Report(title="A", blocks=tuple(far))


def replace_plan(leaves: float) -> Bargain:
    deal, contract = small()
    table = positions(SHARE, REPORTS, CAP, worth=-60_000.0)
    assert table.plan is not None
    plan = replace(table.plan, walk_away=Spread(leaves, leaves, leaves))
    return study_years(deal, contract, small_years(), replace(table, plan=plan))


def test_issues_without_a_trade_ask_for_more_issues() -> None:
    deal, contract = small()
    alone = study_years(deal, contract, small_years(), positions(SHARE, worth=-60_000.0))
    assert "Add issues that are cheap to you and dear to the plan." in words_of(trade_blocks(alone))


def test_the_method_says_on_how_many_years() -> None:
    assert "All 18 combinations were weighed on 512 simulated years" in WORDS
    assert "70 % of the average year and 30 % of the average of the worst 5 % of years" in WORDS


def test_a_number_without_doubt_says_so() -> None:
    assert between(Spread(5.0, 5.0, 5.0)) == "no doubt stated"
    assert between(Spread(-5.0, 0.0, 1500.0)) == "−$5 to $1,500"


def test_packages_worth_less_to_us_than_no_deal_are_not_to_be_offered() -> None:
    two = replace(MADE, packages=MADE.points[:2])
    least = min(one.group for one in two.packages)
    good = words_of(trade_blocks(replace(two, leaves=least)))
    assert "Packages to offer together" in good
    assert "Offer them at once" in good
    poor = words_of(trade_blocks(replace(two, leaves=least + 1)))
    assert "Do not offer them as they are" in poor
    assert "Offer them at once" not in poor
    assert "Packages to offer together" not in poor


def test_where_no_trade_alone_reaches_what_no_deal_is_worth_the_page_says_so() -> None:
    reached = MADE.written.group + max(one.group for one in MADE.trades)
    said = "No trade here, taken alone, makes the deal worth as much to you as no deal."
    assert said not in words_of(trade_blocks(replace(MADE, leaves=reached)))
    assert said in words_of(trade_blocks(replace(MADE, leaves=reached + 1)))


def test_the_first_figures_say_that_they_are_no_plain_average() -> None:
    assert "so it is not the average year alone." in WORDS
