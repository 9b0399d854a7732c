"""One past year forecast from those before it: the laws against brute force."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.group_results.assessment import MeasureYear
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.past_years import (
    YearlyCost,
    cost_spread,
    forecast_cost,
    forecast_rate,
)
from fairterms.simulate.results.back_test import PastYear
from fairterms.simulate.results.calibration import rank
from fairterms.simulate.results.statistic import interval_of
from tests.simulate.forecast.past_on_record import assessed, costs
from tests.simulate.forecast.plans import FORECAST, declared

MOVED = FORECAST.replace('paid = "cost"', 'paid = "cost"\nmoved_by = { trend = "100 %" }')
STILL = declared()


def rate(
    forecast: Declaration = STILL,
    earlier: tuple[tuple[int, int], ...] = ((98, 200), (102, 200)),
    came: tuple[int, int] = (100, 200),
) -> PastYear:
    past = [MeasureYear(2023 + at, *pair) for at, pair in enumerate(earlier)]
    year = MeasureYear(2023 + len(past), *came)
    return forecast_rate(assessed(), past, year, forecast.measures[0], forecast)


def test_the_range_of_a_rate_is_that_of_simulated_years() -> None:
    draws = np.random.default_rng(1)
    acuity = declared(acuity="10 %")
    own = np.hypot(0.02, 0.5 * 0.5 * 0.10)
    known = np.sqrt(0.25 / 404)
    true = draws.normal(0.5, np.hypot(known, own * np.sqrt(1.5)), 200_000)
    drawn = draws.binomial(200, np.clip(true, 0.001, 0.999)) / 200
    found = rate(acuity, came=(110, 200))
    assert (found.label, found.actual) == ("2025", 0.55)
    assert (found.low, found.high) == pytest.approx(interval_of(drawn, 0.8), abs=0.0051)
    assert found.rank == pytest.approx(rank(drawn, 0.55), abs=0.005)


def test_a_moving_acuity_and_fewer_patients_and_years_widen_the_range() -> None:
    widths = [
        one.high - one.low
        for one in (
            rate(),
            rate(declared(acuity="10 %")),
            rate(came=(25, 50)),
            rate(earlier=((10, 20), (10, 20))),
        )
    ]
    assert all(width > widths[0] for width in widths[1:])
    sharp = declared(FORECAST.replace('spread = "2 perc', 'spread = "12 perc'))
    one, two = (rate(sharp, ((100, 200),) * years) for years in (1, 2))
    assert one.high - one.low > 1.1 * (two.high - two.low)


@pytest.mark.parametrize("reached", [0, 200])
def test_a_year_at_the_end_of_the_scale_lies_outside(reached: int) -> None:
    found = rate(came=(reached, 200))
    assert not found.is_held
    assert found.rank == pytest.approx(reached / 200, abs=1e-4)


def test_a_rate_that_drifts_is_forecast_from_its_last_year() -> None:
    found = rate(earlier=((60, 200), (90, 200), (120, 200)), came=(120, 200))
    assert found.low < 0.6 < found.high
    assert (found.low + found.high) / 2 == pytest.approx(0.6, abs=0.02)
    # Its level is then known no better than from that year alone.
    assert found == replace(rate(earlier=((120, 200),), came=(120, 200)), label="2026")


def test_the_range_of_a_cost_is_that_of_simulated_people() -> None:
    draws = np.random.default_rng(2)
    trend = declared(MOVED, trend="5 %")
    past = costs(1_000, 1_000, 1_000)
    noise = 2 / np.sqrt(1_000)
    level = draws.normal(1, np.hypot(0.05, noise), (100_000, 3)).mean(axis=1)
    came = 1_000 / level * np.exp(draws.normal(0, 0.05, 100_000)) * draws.normal(1, noise, 100_000)
    found = forecast_cost(past[:3], replace(past[0], year=2025), trend)
    low, high = interval_of(came, 0.8)
    assert (found.low, found.high) == pytest.approx((low, high), rel=0.012)
    assert found.rank == pytest.approx(rank(came, 1_000), abs=0.03)


def test_chance_counts_once_for_the_years_before_and_once_for_the_year_itself() -> None:
    trend = declared(MOVED, trend="5 %")
    past = costs(1_000, 1_000, 1_000, people=100, unlike=2)
    found = forecast_cost(past, replace(past[0], year=2025, people=400), trend)
    spread = np.sqrt(0.05**2 + (0.05**2 + 2**2 / 100) / 3 + 2**2 / 400)
    low, high = np.log([found.low, found.high])
    assert (high - low) / 2 == pytest.approx(1.28155 * spread, rel=1e-4)
    # The mean of the law, and not its middle, is the level.
    assert np.exp((low + high) / 2 + spread**2 / 2) == pytest.approx(1_000, rel=1e-6)


def test_growth_brings_every_year_to_the_one_that_is_forecast() -> None:
    still = declared(MOVED, trend="1 %")
    growing = still.with_factor("trend", grows=0.10)
    past = costs(1_000, 1_100, 1_210, 1_331, people=10**8)
    found = forecast_cost(past[:3], past[3], growing)
    assert found.is_held
    assert found.rank == pytest.approx(0.5, abs=0.02)
    assert not forecast_cost(past[:3], past[3], still).is_held


def test_only_people_whose_cost_counts_say_how_far_it_moves() -> None:
    assert cost_spread(declared(MOVED, trend="5 %")) == pytest.approx(0.05)
    both = MOVED.replace('trend = "100 %" }', 'trend = "100 %", acuity = "-50 %" }')
    assert cost_spread(declared(both, trend="3 %", acuity="8 %")) == pytest.approx(0.05)
    free = declared(MOVED, trend="5 %")
    without = replace(free, patients=(replace(free.patients[0], cost=None),))
    assert cost_spread(without) == 0


def test_people_who_all_cost_the_same_are_not_unlike() -> None:
    assert YearlyCost(2025, 4, 400, 4 * 100**2).dispersion == 0
    assert YearlyCost(2025, 4, 400, 400**2).dispersion == pytest.approx(np.sqrt(3))
    assert YearlyCost(2025, 4, 400, 400**2).dollars == 1.0
