"""The forecast of a period, in the group's own signs."""

import numpy as np
import pytest

from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.results.forecast import CHANCES, forecast, forecast_of
from fairterms.simulate.results.settled_years import settle_years
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED, FEES, TWO_SIDED, costs, deal, years


def told(costs_of_years: list[float], **of_deal: str) -> dict[str, float]:
    """Forecast ten years of each cost given and return the values by field."""
    made = years({"cost": np.repeat(costs_of_years, 10)})
    found = forecast(deal(**of_deal), contract(CAPPED), made)  # type: ignore[arg-type]
    return {name: value for name, value, _, _ in found.as_rows()}


def test_it_says_what_the_years_hold() -> None:
    # Savings of 100,000 pay 50,000; a loss of 60,000 owes 30,000; work costs 12,000.
    found = told([900_000, 900_000, 1_000_000, 1_060_000])
    assert found["payment"] == found["gain"] == pytest.approx((2 * 50_000 - 30_000) / 4)
    assert found["net_margin"] == pytest.approx(found["gain"] - 12_000)
    assert found["true_up_is_owed"] == found["payment_is_owed"] == 0.25
    assert found["loses"] == 0.5  # the year without savings costs the work, too
    assert found["percentile_5"] == found["worst_years"] == -42_000
    assert found["best_years"] == 38_000


def test_a_loss_of_exactly_what_the_group_can_live_with_is_not_beyond_it() -> None:
    assert told([1_060_000], loss="42000")["beyond_largest_loss"] == 0
    assert told([1_060_000], loss="41999")["beyond_largest_loss"] == 1
    assert told([1_060_000])["beyond_walk_away_loss"] == 0
    assert told([1_080_000])["beyond_walk_away_loss"] == 1


def test_payment_is_not_margin() -> None:
    found = told([995_000], cost="1")
    assert found["payment"] == 0
    assert found["loses"] == 1
    assert found["payment_is_owed"] == 0


def test_the_true_up_and_the_whole_payment_are_two_things() -> None:
    terms = contract(FEES + CAPPED)
    made = years({"visits.90837": np.full(20, 5_000.0), "cost": np.full(20, 1_060_000.0)})
    found = forecast(deal(without=("fees",)), terms, made)
    assert found.payment.value == 470_000
    assert found.true_up_is_owed.value == 1
    assert found.payment_is_owed.value == 0


def test_without_an_appetite_nothing_is_said_of_it() -> None:
    settled = settle_years(deal(), contract(CAPPED), years({"cost": costs(100)}))
    found = forecast_of(settled, None)
    assert found.beyond_largest_loss is None
    assert "beyond_largest_loss" not in {row[0] for row in found.as_rows()}


def test_every_figure_has_an_error_and_its_unit() -> None:
    found = forecast(deal(), contract(TWO_SIDED), years({"cost": costs(4_000)}, blocks=16))
    rows = found.as_rows()
    assert len(rows) == 12
    assert {name for name, _, error, _ in rows if error <= 0} == set()
    assert {name for name, _, _, unit in rows if unit == "share of years"} == CHANCES
    assert found.years == 4_000
    assert isinstance(found.worst_years, Estimate)
    assert found.worst_years.blocks == 16
    assert found.worst_years.value < found.percentile_5.value < found.net_margin.value
