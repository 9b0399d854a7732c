"""A trial run gives the same bytes for the same settings, and the report's figures for none."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.decide import ahead
from fairterms.decide.trial_run import run as runs
from fairterms.decide.trial_run.panels import Panels
from fairterms.decide.trial_run.prepared import prepare, prepare_deal
from fairterms.decide.trial_run.run import (
    FIRST,
    FIRST_DRAWN,
    REFINED,
    first_years,
    run,
    standing_side,
    warm,
)
from fairterms.simulate.forecast.past import NOTHING_PAST
from fairterms.simulate.forecast.planning import Sample
from fairterms.simulate.outlook import look
from fairterms.simulate.results.forecast import forecast_of
from fairterms.units.refusal import Refusal
from tests.decide.trial_run.made_up import FEW, at, paid_on_a_measure, paid_on_cost
from tests.simulate.small_outlook import (
    leave_out,
    small_contract,
    small_deal,
    small_declared,
)

EXAMPLES = Path(__file__).parents[3] / "examples"


def test_the_same_settings_give_the_same_bytes_whatever_was_run_before() -> None:
    deal = paid_on_cost()
    settings = at(deal, "factor.trend.centre", 5)
    first = run(deal, settings, FEW)
    run(deal, at(deal, "group.size", 10), FEW)
    fresh = replace(deal, panels=Panels())
    again = run(fresh, settings, FEW)
    assert again.fingerprint == first.fingerprint == run(deal, settings, FEW).fingerprint
    assert again.prices == first.prices
    assert first.fingerprint != run(deal, {}, FEW).fingerprint


def test_nothing_moved_is_the_deal_as_it_stands() -> None:
    deal = paid_on_a_measure()
    found = run(deal, at(deal, "performance.budget", 0), FEW)
    assert found.tried is found.standing
    assert (found.difference, found.settings, found.sliders) == (None, {}, ())
    assert {side for side, *_ in found.as_rows()} == {"standing", "tried"}


def test_a_difference_is_taken_year_by_year() -> None:
    deal = paid_on_a_measure()
    found = run(deal, {"cost_to_comply": Decimal(5000)}, FEW)
    assert found.difference is not None
    assert found.difference.mean.value == pytest.approx(-1000)
    assert found.difference.mean.error == pytest.approx(0, abs=1e-9)
    assert found.difference.worst.value == pytest.approx(-1000)
    rows = {(side, figure): value for side, figure, value, *_ in found.as_rows()}
    assert rows["tried", "net_margin"] - rows["standing", "net_margin"] == pytest.approx(-1000)
    assert rows["difference", "net_margin"] == pytest.approx(-1000)


def test_a_better_term_leaves_more() -> None:
    deal = paid_on_a_measure()
    found = run(deal, at(deal, "withhold.rate", -10), FEW)
    assert found.difference is not None
    assert found.difference.mean.value > 3 * found.difference.mean.error > 0


def test_prices_are_of_the_terms_as_moved() -> None:
    deal = paid_on_a_measure()
    found = run(deal, {"withhold.rate": Decimal("0.1")}, FEW)
    (withheld,) = [one for one in found.prices.prices if one.id == "withhold.rate"]
    (usual,) = [one for one in run(deal, {}, FEW).prices.prices if one.id == "withhold.rate"]
    ratio = withheld.mean.given_the_rest.value / usual.mean.given_the_rest.value
    assert ratio == pytest.approx(2, rel=0.01)


def test_a_first_answer_has_fewer_years_where_they_are_drawn_again() -> None:
    deal = paid_on_cost()
    assert first_years(deal, {}) == FIRST
    assert first_years(deal, at(deal, "result.sharing_rate", 3)) == FIRST
    assert first_years(deal, at(deal, "group.size", 3)) == FIRST_DRAWN
    assert first_years(deal, at(deal, "group.size", 0)) == FIRST


def test_standing_years_are_remembered_and_warming_draws_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(runs, "FIRST", 96)
    monkeypatch.setattr(runs, "FIRST_DRAWN", 64)
    deal = replace(paid_on_a_measure())
    warm(deal)
    stages: list[str] = []
    run(deal, {}, 96, stages.append)
    assert stages == ["Pricing every clause"]
    assert standing_side(deal, 64) is standing_side(deal, 64)


@pytest.mark.parametrize("years", [0, 32, 65, 100_000])
def test_a_number_of_years_that_cannot_be_drawn_is_refused(years: int) -> None:
    with pytest.raises(Refusal, match="cannot be simulated here") as refused:
        run(paid_on_a_measure(), {}, years)
    assert refused.value.fix == "choose a multiple of 32 from 64 to 65,536"


def test_a_refined_run_is_the_report_for_a_deal_as_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    leave_out(monkeypatch)
    monkeypatch.setattr(runs, "REFINED", 96)
    report = look(small_deal(), small_contract(), small_declared(), sample=Sample(number=96))
    assert report.forecast.riskiest in report.forecast.years
    for year in report.forecast.years:
        named = year.period.first.year
        deal = prepare_deal(small_deal(), small_contract(), small_declared(), year=named)
        found = run(deal, {}, 96)
        assert found.is_refined
        assert found.tried.forecast == year.forecast
        assert (found.prices == report.prices) == (year is report.forecast.riskiest)


def test_a_first_answer_is_not_called_refined() -> None:
    assert not run(paid_on_a_measure(), {}, FEW).is_refined
    assert ahead.SAMPLE.number == REFINED


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cedar", "juniper"])
def test_a_refined_run_of_an_example_is_its_report(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_out(monkeypatch)
    deal = prepare(EXAMPLES / name, NOTHING_PAST)
    contract = deal.contract
    report = look(deal.deal, contract, deal.declared, sample=Sample(number=REFINED))
    found = run(deal, {}, REFINED)
    year = report.forecast.years[0]
    assert found.tried.forecast == year.forecast == forecast_of(year.settled, deal.deal.appetite)
    assert found.prices == report.prices
