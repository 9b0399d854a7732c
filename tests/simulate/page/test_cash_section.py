"""The cash of a year is shown month by month, or said why not."""

from dataclasses import replace

import pytest

from fairterms.publish import structure
from fairterms.publish.blocks import Block
from fairterms.publish.number_blocks import Chart, Figures
from fairterms.simulate.deal_forecast import YearForecast
from fairterms.simulate.page.cash_section import cash_blocks
from fairterms.simulate.page.wording import about, estimate
from fairterms.simulate.results.cash import Cash
from tests.simulate.small_outlook import CASH, FORECAST, records_of, small_forecast, words_of

UNDATED = CASH.replace(
    '[cash.annual_limit]\npaid = [{ month = 18, share = "100 %" }]',
    '[cash.annual_limit]\nnot_stated = "no day of payment is named"',
)


@pytest.fixture(scope="module")
def year() -> YearForecast:
    return small_forecast().years[1]


@pytest.fixture(scope="module")
def blocks(year: YearForecast) -> list[Block]:
    return cash_blocks(year)


def money(year: YearForecast) -> Cash:
    assert year.cash is not None
    return year.cash


def amount(cell: str) -> float:
    return float(cell.replace("−", "-").replace("$", "").replace(",", ""))


def test_the_key_numbers_are_those_of_the_cash(year: YearForecast, blocks: list[Block]) -> None:
    (figures,) = records_of(blocks, Figures)
    cash = money(year)
    assert [one.value for one in figures.numbers] == [
        about(cash.lowest),
        about(cash.reserve_95),
        about(cash.reserve_99),
    ]
    assert f"With {estimate(cash.reserve_95)} at the start" in words_of(blocks)
    assert cash.reserve_99.value >= cash.reserve_95.value >= 0


def test_every_month_is_in_the_chart_and_the_bands_do_not_cross(
    year: YearForecast, blocks: list[Block]
) -> None:
    (chart,) = records_of(blocks, Chart)
    rows = [row.cells for row in chart.data.rows]
    cash = money(year)
    means = [row for row in rows if row[0] == "Mean"]
    assert [int(str(row[1])) for row in means] == [one.month for one in cash.months]
    for one in cash.months:
        assert one.low.value <= one.mean.value <= one.high.value + 1e-6
    last = {str(row[0]): str(row[2]) for row in rows if str(row[1]) == "18"}
    assert amount(last["Mean"]) == pytest.approx(cash.months[-1].mean.value, abs=0.5)


def test_the_year_is_named(blocks: list[Block]) -> None:
    assert "What the deal adds in 2028, month by month" in words_of(blocks)
    structure.check(structure.with_anchors(blocks))


def test_what_has_no_date_is_listed_with_what_the_contract_says() -> None:
    text = words_of(cash_blocks(small_forecast(FORECAST + UNDATED).years[0]))
    assert "Annual limit: no day of payment is named." in text
    silent = FORECAST + CASH.partition("[cash.annual_limit]")[0]
    text = words_of(cash_blocks(small_forecast(silent).years[0]))
    assert "Annual limit: no date is given." in text


def test_without_dates_the_section_says_why(year: YearForecast) -> None:
    blocks = cash_blocks(replace(year, cash=None, no_cash="nobody says when."))
    assert "nobody says when." in words_of(blocks)
    assert not records_of(blocks, Figures)


def test_no_words_lie_on_the_curves_which_begin_at_nothing(blocks: list[Block]) -> None:
    (chart,) = records_of(blocks, Chart)
    assert "Marked" not in chart.alternative


def test_without_a_need_no_reserve_is_asked_for(year: YearForecast) -> None:
    cash = money(year)
    none = replace(cash, reserve_95=replace(cash.reserve_95, value=0.0, error=400.0))
    text = words_of(cash_blocks(replace(year, cash=none)))
    assert "In 95 % of years it stays at $0 or above without any reserve." in text
    assert "With $" not in text
