"""Past years on the page: the range that was forecast, what came, and what that proves."""

from dataclasses import replace

from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Row, Table
from fairterms.publish.structure import check
from fairterms.simulate.forecast.own_back_test import COST, OwnBackTest, TriedFigure
from fairterms.simulate.page.back_test_section import back_test_blocks
from fairterms.simulate.page.report import outlook_blocks
from fairterms.simulate.results.back_test import PastYear, back_test
from tests.simulate.small_outlook import small_contract, small_deal, small_look

RATES = back_test((PastYear("2025", 0.4, 0.55, 0.5), PastYear("2026", 0.41, 0.56, 0.38)))
COSTS = back_test((PastYear("2026", 1_000.0, 1_200.4, 1_100.0),))
FOUND = OwnBackTest(
    (TriedFigure("first_visit", RATES), TriedFigure(COST, COSTS)), ("Other: too few years.",)
)
OUTSIDE = back_test([PastYear(f"{year}", 0.4, 0.5, 0.7) for year in (2025, 2026)])
FAILED = OwnBackTest((TriedFigure("first_visit", OUTSIDE),))


def table(blocks: list[Block]) -> Table:
    (found,) = (block for block in blocks if isinstance(block, Table))
    return found


def test_each_past_year_is_a_row_with_its_range_and_what_came() -> None:
    found = table(back_test_blocks(FOUND, {"first_visit": "Seen in time"}))
    assert found.rows == (
        Row(("Seen in time", "2025", "40 % to 55 %", "50 %", "yes")),
        Row(("Seen in time", "2026", "41 % to 56 %", "38 %", "no"), "highlight"),
        Row(("Cost of a person", "2026", "$1,000 to $1,200", "$1,100", "yes")),
    )
    assert "last year may still be coming in" in str(found.footnote)


def test_a_measure_without_a_name_is_called_by_its_id() -> None:
    found = table(back_test_blocks(FAILED, {}))
    assert found.rows[0].cells[0] == "First visit"
    assert "few patients" in str(found.footnote)


def test_the_sentences_follow_and_what_was_left_out_stands_last() -> None:
    blocks = back_test_blocks(FOUND, {})
    words, left_out = (block.items for block in blocks if isinstance(block, Bullets))
    assert words == FOUND.words()
    assert left_out == FOUND.left_out
    assert not any(isinstance(block, Callout) for block in blocks)


def test_a_record_that_fails_is_a_warning() -> None:
    (box,) = (one for one in back_test_blocks(FAILED, {}) if isinstance(one, Callout))
    assert (box.kind, box.title) == ("warning", "The forecast held too seldom in the past.")


def test_nothing_tried_is_said_in_a_sentence_and_nothing_to_say_is_left_out() -> None:
    blocks = back_test_blocks(OwnBackTest(left_out=("Other: too few years.",)), {})
    assert Prose("No past year could be forecast from the years before it.") in blocks
    assert not any(isinstance(block, Table) for block in blocks)
    assert back_test_blocks(OwnBackTest(), {}) == []


def test_anchors_begin_alike_and_the_section_is_sound() -> None:
    blocks = [*back_test_blocks(FOUND, {}), *back_test_blocks(FAILED, {})[-1:]]
    anchored = [one.anchor for one in blocks if isinstance(one, Heading | Table | Callout)]
    assert anchored == ["backtest", "backtest-years", "backtest-warning"]
    check([Heading(2, "The years that may come", "forecast"), *blocks])


def test_the_page_shows_it_after_the_forecast_and_only_where_records_are() -> None:
    look = small_look()
    deal, contract = small_deal(), small_contract()
    without, shown = (
        [
            one.anchor
            for one in outlook_blocks(deal, contract, found)
            if isinstance(one, Heading) and (one.level == 2 or one.anchor == "backtest")
        ]
        for found in (look, replace(look, back_test=FOUND))
    )
    assert "backtest" not in without
    assert shown[:3] == ["forecast", "backtest", "worst-case"]
