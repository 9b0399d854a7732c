"""A trial run reads as a page, with the report's own chart."""

from math import nan

import pytest

from fairterms.decide.trial_run import run as runs
from fairterms.decide.trial_run.blocks import by_dollars, by_points, trial_blocks
from fairterms.decide.trial_run.run import run
from fairterms.publish.number_blocks import Chart, Figures, Table
from fairterms.publish.page import Report
from fairterms.simulate.clause_price.page import price_blocks
from fairterms.simulate.page.forecast_section import forecast_blocks
from fairterms.simulate.page.names import clause_titles
from fairterms.simulate.results.estimate import Estimate
from tests.decide.trial_run.made_up import FEW, at, paid_on_a_measure
from tests.simulate.small_outlook import (
    records_of,
    small_contract,
    small_deal,
    small_forecast,
    table_of,
    words_of,
)


def test_what_was_moved_is_listed_with_where_it_stands() -> None:
    deal = paid_on_a_measure()
    blocks = trial_blocks(run(deal, at(deal, "performance.budget", 5), FEW))
    (row,) = table_of(blocks, "trial-moved").rows
    assert row.cells == (
        "Performance payment: Budget",
        "$2.00 PMPM",
        "$2.10 PMPM",
        "terms.toml, line 23",
    )
    assert [one.title for one in table_of(blocks, "trial-figures").columns] == [
        "Figure",
        "As the deal stands",
        "As you moved it",
        "Difference",
    ]
    assert "This is a first answer from few years" in words_of(blocks)
    Report(title="A trial run", blocks=tuple(blocks))


def test_the_difference_stands_beside_the_key_numbers() -> None:
    deal = paid_on_a_measure()
    (figures,) = records_of(trial_blocks(run(deal, at(deal, "withhold.rate", -10), FEW)), Figures)
    notes = [one.note for one in figures.numbers]
    assert notes[0].startswith("+$")
    assert notes[1] == "no change"
    assert notes[2].startswith("+$")


def test_nothing_moved_shows_one_side_and_the_reports_curve() -> None:
    forecast = small_forecast()
    found = run(paid_on_a_measure(), {}, 256)
    blocks = trial_blocks(found)
    assert len(table_of(blocks, "trial-figures").columns) == 2
    ours = next(one for one in records_of(blocks, Chart))
    theirs = next(
        one
        for one in records_of(
            forecast_blocks(forecast, small_contract(), small_deal().appetite), Chart
        )
        if one.title == ours.title
    )
    first_line = [row for row in theirs.data.rows if row.cells[0] == "2027"]
    lines = ours.data.rows
    # The report draws both years of this deal; the curve of the first is ours, point by point.
    assert [row.cells for row in lines] == [row.cells for row in first_line]


def test_a_moved_deal_is_drawn_beside_the_deal_as_it_stands() -> None:
    deal = paid_on_a_measure()
    curve = records_of(trial_blocks(run(deal, at(deal, "withhold.rate", -10), FEW)), Chart)[0]
    assert {row.cells[0] for row in curve.data.rows} == {"As the deal stands", "As you moved it"}


def test_a_first_answer_draws_few_bars_and_lists_every_price() -> None:
    deal = paid_on_a_measure()
    found = run(deal, {}, FEW)
    blocks = trial_blocks(found)
    assert len(table_of(blocks, "trial-prices").rows) == len(found.prices.prices)
    (chart,) = [one for one in records_of(blocks, Chart) if one.anchor == "trial-price-chart"]
    assert len(chart.data.rows) - 1 <= 5


def test_a_refined_run_shows_the_reports_prices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "REFINED", FEW)
    found = run(paid_on_a_measure(), {}, FEW)
    blocks = trial_blocks(found)
    theirs = price_blocks(found.prices, clause_titles(found.tried.contract), "2027")
    assert blocks[-len(theirs) :] == theirs
    assert any(one.anchor == "price-mean" for one in records_of(blocks, Table))
    assert "These are the report's years" in words_of(blocks)


def test_a_difference_is_written_with_its_sign() -> None:
    assert by_dollars(Estimate(-1_200.0, 0.0)) == "−$1,200"
    assert by_dollars(Estimate(0.2, 0.0)) == "no change"
    assert by_points(Estimate(0.021, 0.0)) == "+2.1 percentage points"
    assert by_points(Estimate(0.021, nan)) == "+2.1 percentage points"
