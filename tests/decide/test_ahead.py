"""The years ahead in a decision: known, or said why not."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.decide.ahead import NOT_LOOKED, look_ahead, years_ahead
from fairterms.decide.own_past import past_of
from fairterms.payment.loading import load
from fairterms.simulate.forecast.declaration_reader import read
from fairterms.simulate.forecast.past import NOTHING_PAST
from fairterms.simulate.forecast.planning import Sample

CEDAR = Path(__file__).parents[2] / "examples" / "cedar"
FEW = Sample(number=256)


@pytest.fixture
def cedar(tmp_path: Path) -> Path:
    folder = tmp_path / "cedar"
    wanted = shutil.ignore_patterns("records", "outcomes.toml", "contract", "source")
    shutil.copytree(CEDAR, folder, ignore=wanted)
    return folder


def opened(folder: Path) -> tuple[Deal, Contract]:
    contract = load(folder / "terms.toml").contract
    assert contract is not None
    return deals.read(folder), contract


def told(_stage: str) -> None:
    """Say nothing."""


def test_the_rule_looks_at_the_simulated_years(cedar: Path) -> None:
    deal, contract = opened(cedar)
    found = look_ahead(deal, contract, None, told, FEW)
    assert found.outlook is not None
    year = found.outlook.forecast.years[0].forecast
    ahead = years_ahead(found)
    assert ahead is not None
    assert float(ahead.mean_net) == pytest.approx(year.net_margin.value, abs=0.005)
    assert float(ahead.worst_net) == pytest.approx(year.worst_years.value, abs=0.005)
    assert float(ahead.gains) == pytest.approx(1 - year.loses.value, abs=0.00005)
    assert ahead.worst_net < ahead.mean_net


def test_a_deal_without_a_forecast_says_so(cedar: Path) -> None:
    (cedar / "forecast.toml").unlink()
    found = look_ahead(*opened(cedar), None, told, FEW)
    assert found.outlook is None
    assert "has no forecast.toml" in found.why_not[0]
    assert years_ahead(found) is None


def test_problems_of_the_forecast_are_reasons(cedar: Path) -> None:
    path = cedar / "forecast.toml"
    path.write_text(path.read_text().replace("[factors]\ntrend", "[factors]\ntrand"))
    found = look_ahead(*opened(cedar), None, told, FEW)
    assert found.outlook is None
    assert any("trand" in reason for reason in found.why_not)
    assert any("trend is missing" in reason for reason in found.why_not)


def test_a_year_that_is_refused_is_kept_with_its_reason(cedar: Path) -> None:
    path = cedar / "forecast.toml"
    path.write_text(path.read_text().replace('id = "visits.*"', 'id = "vists.*"'))
    found = look_ahead(*opened(cedar), None, told, FEW)
    assert found.outlook is not None
    assert "vists" in str(found.outlook.forecast.missing[0].refusal)
    assert years_ahead(found) is None


def test_nobody_who_did_not_look_knows(cedar: Path) -> None:
    assert years_ahead(NOT_LOOKED) is None


def test_without_records_nothing_is_known_of_the_past(cedar: Path) -> None:
    declared = read(cedar)
    assert declared is not None
    assert past_of(*opened(cedar), declared) is NOTHING_PAST


@pytest.mark.slow
def test_the_worst_performance_year_decides() -> None:
    folder = CEDAR.parent / "willow"
    found = look_ahead(*opened(folder), None, told, Sample(number=64))
    ahead = years_ahead(found)
    assert ahead is not None
    assert found.outlook is not None
    means = [one.forecast.net_margin.value for one in found.outlook.forecast.years]
    assert len(means) == 3
    assert ahead.mean_net == Decimal(min(means)).quantize(Decimal("0.01"))
