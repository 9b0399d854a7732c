"""Every figure of the section comes from the simulated years; what is missing is said."""

import itertools
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from fairterms.publish import structure
from fairterms.publish.blocks import Block, Bullets, Callout, Heading
from fairterms.publish.number_blocks import Chart, Figures, Table
from fairterms.simulate.deal_forecast import DealForecast, NotForecast
from fairterms.simulate.forecast.factors import MEANINGS
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.forecast.past import Past
from fairterms.simulate.page.forecast_section import forecast_blocks
from fairterms.simulate.page.names import gate_name
from fairterms.simulate.page.wording import about, chance, estimate, share
from fairterms.units.period import Period
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
        assert amount(added) - amount(left) == pytest.approx(4_000, abs=10), "rounded to tens"
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
        about(year.net_margin),
        chance(year.loses),
        about(year.worst_years),
    ]
    assert amount(figures.numbers[0].value) == pytest.approx(year.net_margin.value, abs=50)


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
    (row,) = table_of(blocks, "forecast-targets").rows
    easy, hard = found.years[0].chain.measures[0].targets
    assert row.cells[0] == "Depression response"
    assert row.cells[2:] == (
        "45 %, earns 50 %",
        chance(easy.chance),
        "55 %, earns 100 %",
        chance(hard.chance),
    )
    assert easy.chance.value > hard.chance.value


def test_every_gate_is_in_the_table_or_in_the_lists_below_it(
    found: DealForecast, blocks: list[Block]
) -> None:
    gates = found.years[0].chain.gates
    sometimes = [one for one in gates if 0 < one.bites.value < 1]
    rows = [row.cells for row in table_of(blocks, "forecast-gates").rows]
    often = sorted(sometimes, key=lambda one: -one.bites.value)
    assert [row[2] for row in rows] == [chance(one.bites) for one in often]
    assert len(rows) >= 2
    lists = [
        (lead.text, words_of([block]))
        for lead, block in itertools.pairwise(blocks)
        if isinstance(lead, Heading) and isinstance(block, Bullets)
    ]
    for one in gates:
        name = gate_name(one.name, {"response"})
        for bites, lead in (
            (1, "What bites in every simulated"),
            (0, "What bites in no simulated"),
        ):
            listed = [text for words, text in lists if words.startswith(lead)]
            assert any(name in text for text in listed) is (one.bites.value == bites), name


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


def test_a_refusal_names_the_clause_by_its_title(found: DealForecast) -> None:
    refusal = Refusal("withhold.rate", "is not stated", "it moves money", "ask for it")
    missing = (NotForecast(found.years[1].period, refusal),)
    some = replace(found, years=found.years[:1], missing=missing)
    text = words_of(forecast_blocks(some, small_contract(), None))
    assert "Withheld amount: rate: is not stated. It moves money. Ask for it." in text
    assert "withhold.rate" not in text


def test_a_forecast_without_any_year_still_can_be_published(found: DealForecast) -> None:
    refusal = Refusal("visits", "are missing", "why", "fix")
    none = replace(
        found, years=(), missing=tuple(NotForecast(one.period, refusal) for one in found.years)
    )
    blocks = forecast_blocks(none, small_contract(), small_deal().appetite)
    structure.check(structure.with_anchors(blocks))
    text = words_of(blocks)
    assert "2027" in text
    assert "2028" in text
    assert records_of(blocks, Callout)
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


def test_the_rates_of_nine_years_in_ten_are_a_range(
    found: DealForecast, blocks: list[Block]
) -> None:
    (row,) = table_of(blocks, "forecast-targets").rows
    rate = found.years[0].chain.measures[0].rate
    assert row.cells[1] == f"{share(rate[0].value)} to {share(rate[4].value)}"
    assert rate[0].value < rate[4].value


def test_years_with_one_reason_share_one_callout(found: DealForecast) -> None:
    one, other = Refusal("a", "b", "c", "d"), Refusal("x", "y", "z", "w")
    years = [Period(date(year, 1, 1), date(year, 12, 31)) for year in (2027, 2028, 2029)]
    missing = tuple(map(NotForecast, years, (one, other, one)))
    none = replace(found, years=(), missing=missing)
    callouts = records_of(forecast_blocks(none, small_contract(), None), Callout)
    assert [each.title for each in callouts] == [
        "2027 and 2029 cannot be forecast.",
        "2028 cannot be forecast.",
    ]


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("= 45 %", "45 %"),
        ("= 58 % - 0.05 %", "57.95 %"),
        ("70 % + 10 %", "80 %"),
        ("goals.first_goal", "43.5 % to 44.5 %"),
        ("goals.second_goal", "second goal of the year"),
    ],
)
def test_a_target_is_a_rate_and_never_a_name_of_the_code(
    found: DealForecast, at: str, shown: str
) -> None:
    year = found.years[0]
    steps = {"goals.first_goal": np.linspace(0.43444, 0.44556, 101)}
    measure = year.chain.measures[0]
    target = replace(measure.targets[0], at=at)
    chain = replace(year.chain, measures=(replace(measure, targets=(target,)),))
    settled = replace(year.settled, steps={**year.settled.steps, **steps})
    whole = replace(found, years=(replace(year, chain=chain, settled=settled),))
    table = table_of(forecast_blocks(whole, small_contract(), None), "forecast-targets")
    assert [column.title for column in table.columns][2:] == ["Target", "Reached in"]
    assert table.rows[0].cells[2] == f"{shown}, earns 50 %"


def test_measures_with_fewer_targets_have_a_dash(found: DealForecast) -> None:
    year = found.years[0]
    measure = year.chain.measures[0]
    short = replace(measure, measure="other_one", targets=measure.targets[:1])
    chain = replace(year.chain, measures=(measure, short))
    whole = replace(found, years=(replace(year, chain=chain),))
    rows = table_of(forecast_blocks(whole, small_contract(), None), "forecast-targets").rows
    assert rows[1].cells[0] == "other one"
    assert rows[1].cells[4:] == ("–", "–")
