"""What a deal takes is judged with what is known, and assumed nowhere."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.performance_year import performance_years
from fairterms.decide import preparation
from fairterms.decide.ahead import NOT_LOOKED, Ahead
from fairterms.decide.basis import features_of
from fairterms.decide.money import outcomes
from fairterms.decide.preparation import Known, Preparation, prepare
from fairterms.payment.loading import load
from fairterms.simulate.deal_forecast import DealForecast
from fairterms.simulate.outlook import Outlook
from tests.decide.small_basis import small_folder
from tests.simulate.small_outlook import small_forecast

READY = """
[people]
clinicians = "38 clinicians"
evidence = "payroll"
on = 2026-10-31
"""


def prepared(folder: Path, ahead: Ahead = NOT_LOOKED) -> Preparation:
    deal, contract = deals.read(folder), load(folder / "terms.toml").contract
    assert contract is not None
    results = outcomes(deal, contract, performance_years(contract))
    known = Known(features_of(contract, deal), (), None, results, None, ahead)
    return prepare(deal, contract, known)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path / "deal", forecast=None)


@pytest.fixture(scope="module")
def forecast() -> DealForecast:
    return small_forecast()


def test_of_a_group_that_said_nothing_little_is_known(folder: Path) -> None:
    found = prepared(folder)
    assert not found.is_declared
    assert found.problems == ()
    standings = [one.standing.value for one in found.readiness.by_urgency]
    assert standings.count("not known") >= len(standings) - 1, "the plan's part is in the terms"


def test_what_the_group_says_counts(folder: Path) -> None:
    (folder / "readiness.toml").write_text(READY)
    found = prepared(folder)
    assert found.is_declared
    assert "38 clinicians" in repr(found.readiness)


def test_problems_are_kept_and_the_rest_still_counts(folder: Path) -> None:
    (folder / "readiness.toml").write_text(READY + 'left_last_yeer = "6 people"\n')
    found = prepared(folder)
    assert [problem.line for problem in found.problems] == [6]
    assert "38 clinicians" in repr(found.readiness)


def test_readiness_hears_of_the_riskiest_year(forecast: DealForecast) -> None:
    year = forecast.riskiest
    assert year is not None
    assert year.cash is not None
    found = preparation._forecast(Ahead(Outlook(forecast)))
    assert found.loss_means == f"a net margin below $0 in {year.period.first.year}"
    assert found.worst_year == Decimal(round(-year.forecast.worst_years.value))
    assert found.reserve_needed == Decimal(round(year.cash.reserve_95.value))


def test_without_cash_by_month_no_reserve_is_guessed(forecast: DealForecast) -> None:
    bare = replace(forecast, years=tuple(replace(one, cash=None) for one in forecast.years))
    assert preparation._forecast(Ahead(Outlook(bare))).reserve_needed is None


def test_without_years_nothing_is_known_of_them(forecast: DealForecast) -> None:
    nothing = preparation._forecast(NOT_LOOKED)
    assert (nothing.reserve_needed, nothing.worst_year) == (None, None)
    assert preparation._forecast(Ahead(Outlook(replace(forecast, years=())))) == nothing
