"""Every figure of the section comes from the simulated years; what is missing is said."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from fairterms.publish import structure
from fairterms.publish.blocks import Block, Callout
from fairterms.publish.number_blocks import Chart, Figures, Table
from fairterms.simulate.deal_forecast import DealForecast, NotForecast
from fairterms.simulate.forecast.factors import MEANINGS
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.forecast.past import Past
from fairterms.simulate.page.forecast_section import forecast_blocks
from fairterms.simulate.page.wording import chance, dollars, estimate, share
from fairterms.units.refusal import Refusal
from tests.simulate.small_outlook import (
    FORECAST,
    records_of,
    small_contract,
    small_deal,
    small_forecast,
    table_of,
    words_of,
)

RECORDS = FORECAST.replace('id = "response"', 'id = "response"\nrate = "records"')


@pytest.fixture(scope="module")
def found() -> DealForecast:
    return small_forecast()


@pytest.fixture(scope="module")
def blocks(found: DealForecast) -> list[Block]:
    return forecast_blocks(found, small_contract(), small_deal().appetite)


def amount(cell: object) -> float:
    text = str(cell).partition(" ± ")[0]
    return float(text.replace("−", "-").replace("$", "").replace(",", ""))


def test_every_figure_of_the_table_comes_from_the_forecast(
    found: DealForecast, blocks: list[Block]
) -> None:
    table = table_of(blocks, "forecast-figures")
    assert [column.title for column in table.columns] == ["Figure", "2027", "2028"]
    rows = {str(row.cells[0]): row.cells[1:] for row in table.rows}
    years = [one.forecast for one in found.years]
    for words, cells in {
        "What the contract pays": [estimate(one.payment) for one in years],
        "What the deal adds": [estimate(one.gain) for one in years],
        "Net margin: less the work the contract demands": [
            estimate(one.net_margin) for one in years
        ],
        "Net margin one year in twenty falls below": [estimate(one.percentile_5) for one in years],
        "Mean of the worst 5 % of years": [estimate(one.worst_years) for one in years],
        "Mean of the best 5 % of years": [estimate(one.best_years) for one in years],
        "Spread (standard deviation)": [estimate(one.spread) for one in years],
        "Chance that the net margin is below $0": [chance(one.loses) for one in years],
        "Chance that the deal takes away from what is paid anyway": [
            chance(one.true_up_is_owed) for one in years
        ],
        "Chance that the group owes the plan in all": [
            chance(one.payment_is_owed) for one in years
        ],
        "Chance of a loss beyond $5,000, your limit": [
            chance(one.beyond_largest_loss) for one in years if one.beyond_largest_loss
        ],
    }.items():
        assert rows.pop(words) == tuple(cells)
    assert not rows


def test_the_rows_of_the_table_add_up(blocks: list[Block]) -> None:
    rows = {str(row.cells[0]): row.cells[1:] for row in table_of(blocks, "forecast-figures").rows}
    net = rows["Net margin: less the work the contract demands"]
    for added, left in zip(rows["What the deal adds"], net, strict=True):
        assert amount(added) - amount(left) == pytest.approx(4_000, abs=1)
    worst, best = rows["Mean of the worst 5 % of years"], rows["Mean of the best 5 % of years"]
    for low, middle, high in zip(worst, net, best, strict=True):
        assert amount(low) < amount(middle) < amount(high)


def test_without_an_appetite_nobody_has_a_limit(found: DealForecast) -> None:
    text = words_of(forecast_blocks(found, small_contract(), None))
    assert "your limit" not in text
    assert "no gain, no loss" in text


def test_the_key_numbers_are_those_of_the_first_year(
    found: DealForecast, blocks: list[Block]
) -> None:
    (figures,) = records_of(blocks, Figures)
    year = found.years[0].forecast
    assert [one.value for one in figures.numbers] == [
        dollars(year.net_margin.value),
        chance(year.loses),
        dollars(year.worst_years.value),
    ]


def test_a_loss_no_year_showed_is_not_called_impossible(found: DealForecast) -> None:
    year = found.years[0]
    never = replace(year.forecast, loses=replace(year.forecast.loses, value=0.0, error=0.0))
    safe = replace(found, years=(replace(year, forecast=never),))
    (figures,) = records_of(forecast_blocks(safe, small_contract(), None), Figures)
    assert figures.numbers[1].value == "none seen"


def test_the_curve_rises_and_ends_at_the_quantiles(
    found: DealForecast, blocks: list[Block]
) -> None:
    (curve,) = [
        one for one in records_of(blocks, Chart) if one.title.startswith("How many years leave")
    ]
    for year in found.years:
        rows = [row.cells for row in curve.data.rows if row.cells[0] == str(year.period.first.year)]
        low, high = np.quantile(year.settled.net, [0.005, 0.995])
        assert amount(rows[0][1]) == pytest.approx(low, abs=1)
        assert amount(rows[-1][1]) == pytest.approx(high, abs=1)
        amounts = [amount(row[1]) for row in rows]
        assert amounts == sorted(amounts)
    assert "the loss you accept" in curve.alternative


def test_each_target_is_shown_with_its_chance(found: DealForecast, blocks: list[Block]) -> None:
    table = table_of(blocks, "forecast-targets")
    targets = found.years[0].chain.measures[0].targets
    assert [row.cells[0] for row in table.rows] == ["Depression response"] * 2
    assert [row.cells[2] for row in table.rows] == ["45 %", "55 %"]
    assert [row.cells[3] for row in table.rows] == ["50 %", "100 %"]
    assert [row.cells[4] for row in table.rows] == [chance(one.chance) for one in targets]
    assert targets[0].chance.value > targets[1].chance.value


def test_every_gate_is_in_the_table_or_in_the_list_below_it(
    found: DealForecast, blocks: list[Block]
) -> None:
    table, text = table_of(blocks, "forecast-gates"), words_of(blocks)
    gates = found.years[0].chain.gates
    sometimes = [one for one in gates if 0 < one.bites.value < 1]
    assert len(table.rows) == len(sometimes) >= 2
    shown = [str(row.cells[2]) for row in table.rows]
    often = sorted(sometimes, key=lambda one: -one.bites.value)
    assert shown == [chance(one.bites) for one in often]
    for one in gates:
        if one.bites.value == 1:
            assert f"{one.name.replace('_', ' ')} bites in every simulated year." in text
        if one.bites.value == 0:
            words = one.name.replace(".", ", ").replace("_", " ")
            assert f"{words} bites in no simulated year." in text


def test_years_in_which_a_gate_bites_and_the_others_make_the_mean(found: DealForecast) -> None:
    year = found.years[0]
    for one in year.chain.gates:
        here, there = one.net_where_it_bites, one.net_elsewhere
        if here is not None and there is not None:
            mean = one.bites.value * here.value + (1 - one.bites.value) * there.value
            assert mean == pytest.approx(year.forecast.net_margin.value)


def test_all_factors_are_shown_with_how_they_are_known(blocks: list[Block]) -> None:
    rows = [row.cells for row in table_of(blocks, "forecast-factors").rows]
    assert [row[1] for row in rows] == list(MEANINGS.values())
    assert {row[3] for row in rows} == {"made up"}
    assert [row[2] for row in rows if row[0] == "acuity"] == ["4 %"]
    assert "no-show" in {row[0] for row in rows}


def test_figures_that_are_held_are_named(blocks: list[Block]) -> None:
    assert "Held at the expected scenario in every year: member months." in words_of(blocks)


def test_a_year_that_cannot_be_forecast_is_a_callout_with_the_refusal(
    found: DealForecast,
) -> None:
    refusal = Refusal("visits", "are missing", "the CPT code asks for them", "give the visits")
    missing = NotForecast(found.years[1].period, refusal)
    some = replace(found, years=found.years[:1], missing=(missing,))
    blocks = forecast_blocks(some, small_contract(), None)
    (callout,) = records_of(blocks, Callout)
    assert callout.title == "2028 cannot be forecast."
    assert "visits: are missing. The CPT code asks for them. Give the visits." in words_of(blocks)
    titles = [column.title for column in table_of(blocks, "forecast-figures").columns]
    assert titles == ["Figure", "2027"]


def test_a_forecast_without_any_year_still_can_be_published(found: DealForecast) -> None:
    refusal = Refusal("visits", "are missing", "why", "fix")
    none = replace(
        found, years=(), missing=tuple(NotForecast(one.period, refusal) for one in found.years)
    )
    blocks = forecast_blocks(none, small_contract(), small_deal().appetite)
    structure.check(structure.with_anchors(blocks))
    assert len(records_of(blocks, Callout)) == 2
    assert not records_of(blocks, Table)


def test_only_rates_the_forecast_takes_from_the_records_are_shown() -> None:
    past = Past(
        rates={"response": KnownRate(0.49, 0.012, 1_735), "other": KnownRate(0.9, 0.01, 40)}
    )
    asked = words_of(forecast_blocks(small_forecast(RECORDS, past=past), small_contract(), None))
    assert "standard error: response: 49 % ± 1.2 of 1,735 patients." in asked
    assert "The records do not give" not in asked
    own = words_of(forecast_blocks(small_forecast(FORECAST, past=past), small_contract(), None))
    assert "1,735" not in own


def test_a_rate_the_records_do_not_give_is_said() -> None:
    text = words_of(forecast_blocks(small_forecast(RECORDS), small_contract(), None))
    assert "The records do not give the rate of: response." in text


def test_the_share_earned_and_the_rates_are_written_as_shares(blocks: list[Block]) -> None:
    for row in table_of(blocks, "forecast-targets").rows:
        low, _, high = str(row.cells[1]).partition(" to ")
        assert Decimal(low.removesuffix(" %")) < Decimal(high.removesuffix(" %"))
    assert share(0.5) == "50 %"
