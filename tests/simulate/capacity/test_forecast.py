"""The forecast of a year."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.simulate.capacity.access_tiers import AccessTier
from fairterms.simulate.capacity.flow import simulate
from fairterms.simulate.capacity.forecast import (
    CapacityForecast,
    appointments_taken,
    chance,
    forecast,
    simulate_access,
    spread,
)
from fairterms.simulate.capacity.practice import Counted, Practice
from tests.simulate.capacity.made_up_practices import GROUP, luck

TIERS = (AccessTier(0.7, 0.5), AccessTier(0.8, 1.0))


@pytest.fixture(scope="module")
def year() -> CapacityForecast:
    """Return a forecast of few years."""
    return forecast(GROUP, TIERS, 1, 50)


@pytest.mark.slow
def test_the_same_seed_gives_the_same_forecast_and_another_does_not(year: CapacityForecast) -> None:
    assert forecast(GROUP, TIERS, 1, 50) == year
    assert forecast(GROUP, TIERS, 2, 50) != year


def test_a_part_of_the_years_is_the_same_as_in_the_whole() -> None:
    whole = simulate_access(GROUP, chance(3, 12))
    part = simulate_access(GROUP, chance(3, 5, 7))
    assert (part.in_time == whole.in_time[7:]).all()
    assert (part.asked == whole.asked[7:]).all()


def test_a_higher_tier_is_never_likelier(year: CapacityForecast) -> None:
    assert year.tiers[1].chance.value <= year.tiers[0].chance.value
    assert 0.2 < year.tiers[0].chance.value < 1, "the tests look at a practice on the edge"


def test_spreads_are_in_order_and_need_is_below_plenty(year: CapacityForecast) -> None:
    for name in ("requests", "needed", "offered", "utilisation", "share", "median_wait"):
        found = getattr(year, name)
        assert found.low.value <= found.middle.value <= found.high.value, name
        assert found.middle.error >= 0
    assert 0.5 < year.utilisation.middle.value <= 1
    assert year.median_wait.middle.value < year.long_wait.middle.value


def test_appointments_taken_are_no_more_than_given() -> None:
    crowded = replace(GROUP, requests=replace(GROUP.requests, a_week=60))
    flow = simulate(crowded, luck(2, 30))
    given = flow.appointments[:, :52].sum(axis=1)
    # A part of a place is carried from week to week, so a year may borrow less than one.
    assert (appointments_taken(flow) <= given + 1).all()
    assert (appointments_taken(flow) > 0.85 * given).all()


@pytest.mark.slow
def test_need_is_what_everybody_who_asks_would_take() -> None:
    steady = replace(
        GROUP,
        requests=replace(GROUP.requests, between_years=0.0, between_weeks=0.0, waiting=0),
        care=replace(
            GROUP.care, between_years=0.0, no_show=0.0, no_show_between_years=0.0, caseload=486
        ),
    )
    found = forecast(steady, (), 1, 60)
    # 27 people a week, 13 visits each, and a caseload that stays as it is.
    assert found.needed.middle.value == pytest.approx(27 * 13 * 52, rel=0.02)
    assert found.months == ()


def test_a_share_that_equals_the_tier_reaches_it() -> None:
    access = simulate_access(GROUP, chance(1, 40))
    exact = replace(access, in_time=np.full(40, 7), asked=np.full(40, 10))
    assert exact.meets(0.7).value == 1
    assert exact.meets(0.7000001).value == 0
    assert replace(exact, asked=np.full(40, 11)).meets(0.7).value == 0


def test_the_error_of_a_chance_is_that_of_its_years() -> None:
    found = simulate_access(GROUP, chance(1, 200)).meets(0.8)
    assert found.error == pytest.approx((found.value * (1 - found.value) / 200) ** 0.5)


@pytest.mark.slow
def test_months_stand_in_the_order_of_the_year_and_the_crowded_one_is_the_weakest() -> None:
    season = (0.8,) * 9 + (1.6,) * 3
    practice = replace(GROUP, requests=replace(GROUP.requests, season=season))
    found = forecast(practice, TIERS, 1, 60)
    assert [one.name for one in found.months][:2] == ["January", "February"]
    worst = max(found.months, key=lambda one: one.below.value)
    assert worst.month >= 10


@pytest.mark.slow
def test_offers_are_in_time_more_often_than_visits(year: CapacityForecast) -> None:
    def offered(practice: Practice) -> Practice:
        first = replace(practice.first_visit, counted=Counted.OFFERED)
        return replace(practice, first_visit=first)

    found = forecast(offered(GROUP), TIERS, 1, 50)
    assert found.share.middle.value > year.share.middle.value + 0.03
    assert found.requests == year.requests, "the same luck"


def test_a_wait_without_end_is_no_number() -> None:
    found = spread(np.array([1.0, 2.0, np.inf, np.inf]))
    assert np.isinf(found.high.value)
    assert found.low.value == 1
