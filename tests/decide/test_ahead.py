"""The years ahead in a decision: known, or said why not."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.decide.ahead import NOT_LOOKED, Ahead, look_ahead, years_ahead
from fairterms.decide.own_past import past_of
from fairterms.decide.rule import Answer, decide
from fairterms.payment.loading import load
from fairterms.simulate.deal_forecast import NotForecast
from fairterms.simulate.forecast.declaration_reader import read
from fairterms.simulate.forecast.past import NOTHING_PAST
from fairterms.simulate.forecast.planning import Sample
from fairterms.units.refusal import Refusal
from tests.decide.small_basis import small_folder
from tests.decide.test_rule import AHEAD, APPETITE, GOOD
from tests.simulate.small_outlook import leave_out

CEDAR = Path(__file__).parents[2] / "examples" / "cedar"
FEW = Sample(number=256)


@pytest.fixture
def cedar(tmp_path: Path) -> Path:
    folder = tmp_path / "cedar"
    wanted = shutil.ignore_patterns("records", "outcomes.toml", "contract", "source")
    shutil.copytree(CEDAR, folder, ignore=wanted)
    # The forecast of access has tests of its own, and takes seconds.
    path = folder / "forecast.toml"
    text, _, rest = path.read_text().partition("[capacity]")
    path.write_text(text + rest[rest.index("[cash.fees]") :])
    return folder


def opened(folder: Path) -> tuple[Deal, Contract]:
    contract = load(folder / "terms.toml").contract
    assert contract is not None
    return deals.read(folder), contract


def told(_stage: str) -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def looked(tmp_path_factory: pytest.TempPathFactory) -> Ahead:
    """The years ahead of a small deal of two performance years."""
    folder = small_folder(tmp_path_factory.mktemp("small") / "deal")
    with pytest.MonkeyPatch.context() as patch:
        leave_out(patch)
        return look_ahead(*opened(folder), None, told, FEW)


def test_the_rule_looks_at_the_worst_of_the_simulated_years(looked: Ahead) -> None:
    assert looked.outlook is not None
    years = [one.forecast for one in looked.outlook.forecast.years]
    assert len(years) == 2
    ahead = years_ahead(looked)
    assert ahead is not None
    least = min(one.net_margin.value for one in years)
    assert float(ahead.mean_net) == pytest.approx(least, abs=0.005)
    worst = min(one.worst_years.value for one in years)
    assert float(ahead.worst_net) == pytest.approx(worst, abs=0.005)
    loses = max(one.loses.value for one in years)
    assert float(ahead.gains) == pytest.approx(1 - loses, abs=0.00005)
    assert ahead.worst_net < ahead.mean_net
    assert ahead.missing == ()


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
    assert all(reason.startswith("forecast.toml, line ") for reason in found.why_not)
    assert any("trend is missing" in reason for reason in found.why_not)


def test_a_year_that_is_refused_is_kept_with_its_reason(cedar: Path) -> None:
    path = cedar / "forecast.toml"
    path.write_text(path.read_text().replace('id = "visits.*"', 'id = "vists.*"'))
    found = look_ahead(*opened(cedar), None, told, FEW)
    assert found.outlook is not None
    assert "vists" in str(found.outlook.forecast.missing[0].refusal)
    assert years_ahead(found) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("trend = ", "trand = "),
        ('spread = "4 %"', 'spread = "4"'),
        ('listed = "90 %"', 'listed = "0 %"'),
        ('rate = "records"', 'rate = "record"'),
        ('id = "visits.*"', 'id = "vists.*"'),
        ('["3 reports", "45 %"]', '["3 reports", "4 %"]'),
        ('["3 reports", "45 %"]', '["3 visits", "45 %"]'),
        ("[factors]", "[factors"),
    ],
)
def test_a_deal_whose_forecast_has_a_problem_is_never_signed(
    cedar: Path, before: str, after: str
) -> None:
    path = cedar / "forecast.toml"
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))
    found = look_ahead(*opened(cedar), None, told, FEW)
    assert decide(GOOD, APPETITE).answer is Answer.SIGN
    answer = decide(replace(GOOD, ahead=years_ahead(found)), APPETITE).answer
    assert answer is Answer.NEGOTIATE


def test_a_performance_year_without_a_forecast_is_known_to_the_rule(looked: Ahead) -> None:
    assert looked.outlook is not None
    forecast = looked.outlook.forecast
    gap = NotForecast(forecast.years[1].period, Refusal("cost", "is missing", "why", "fix"))
    part = replace(forecast, years=forecast.years[:1], missing=(gap,))
    ahead = years_ahead(replace(looked, outlook=replace(looked.outlook, forecast=part)))
    assert ahead is not None
    assert ahead.missing == (2028,)
    assert decide(replace(GOOD, ahead=replace(AHEAD, missing=(2028,))), APPETITE).answer is (
        Answer.NEGOTIATE
    )


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
