"""Every performance year is forecast, or said why not."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.simulate.deal_forecast import DealForecast, forecast_deal
from fairterms.simulate.forecast.panel import fingerprint
from fairterms.units.refusal import Refusal
from tests.simulate.small_outlook import (
    CASH,
    FEW,
    FORECAST,
    small_contract,
    small_deal,
    small_declared,
    small_forecast,
)


@pytest.fixture(scope="module")
def found() -> DealForecast:
    return small_forecast()


def test_every_performance_year_is_simulated_on_its_own(found: DealForecast) -> None:
    assert [one.period.first.year for one in found.years] == [2027, 2028]
    assert not found.missing
    assert fingerprint(found.years[0].years) != fingerprint(found.years[1].years)
    assert found.first is found.years[0]


def test_the_riskiest_year_has_the_worst_tail(found: DealForecast) -> None:
    assert found.riskiest is not None
    worst = found.riskiest.forecast.worst_years.value
    assert worst == min(one.forecast.worst_years.value for one in found.years)
    turned = DealForecast(found.declared, found.years[::-1], ())
    assert turned.riskiest is found.riskiest


def test_the_forecast_is_that_of_the_settled_years(found: DealForecast) -> None:
    for one in found.years:
        assert one.forecast.net_margin.value == pytest.approx(one.settled.net.mean())
        assert one.forecast.loses.value == pytest.approx(np.mean(one.settled.net < -0.005))
        assert one.forecast.years == len(one.years) == FEW.number


def test_the_last_month_of_cash_holds_all_the_money(found: DealForecast) -> None:
    for one in found.years:
        assert one.cash is not None
        assert one.no_cash == ""
        assert one.cash.months[-1].mean.value == pytest.approx(one.forecast.net_margin.value)


def test_without_dates_the_year_says_why_it_has_no_cash() -> None:
    for one in small_forecast(FORECAST).years:
        assert one.cash is None
        assert one.no_cash == "forecast.toml does not say when money is paid: add a section [cash]."


def test_a_mistake_in_the_dates_is_named_with_its_line_and_costs_no_forecast() -> None:
    for one in small_forecast(FORECAST + CASH.replace("month = 18", "month = 99", 1)).years:
        assert one.cash is None
        assert "forecast.toml, line " in one.no_cash
        assert "cannot be read" in one.no_cash


def test_steps_that_do_not_add_up_are_no_cash() -> None:
    one = small_forecast(FORECAST + CASH.replace("withhold.paid_at_once", "withhold.kept")).years[0]
    assert one.cash is None
    assert one.no_cash


def test_a_year_that_cannot_be_simulated_is_kept_with_its_refusal() -> None:
    found = small_forecast(FORECAST.replace('"visits.*"', '"vists.*"'))
    assert not found.years
    assert found.riskiest is None
    assert found.first is None
    assert [one.period.first.year for one in found.missing] == [2027, 2028]
    assert all("vists.*" in one.refusal.what for one in found.missing)


def test_a_deal_without_an_expected_scenario_is_refused() -> None:
    deal = replace(small_deal(), scenarios=())
    with pytest.raises(Refusal, match="no expected scenario"):
        forecast_deal(deal, small_contract(), small_declared(), sample=FEW)


def test_each_year_is_announced() -> None:
    told: list[str] = []
    forecast_deal(small_deal(), small_contract(), small_declared(), sample=FEW, tell=told.append)
    assert told == [
        "Simulating 2027-01-01 to 2027-12-31",
        "Simulating 2028-01-01 to 2028-12-31",
    ]
