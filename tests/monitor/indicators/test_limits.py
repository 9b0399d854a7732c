"""Limits are those of the distributions themselves, not of a normal number."""

from math import comb, exp, factorial

import numpy as np
import pytest

from fairterms.monitor.indicators.limits import (
    TAIL,
    Usual,
    amount_limits,
    are_events_outside,
    are_shares_outside,
    event_limits,
    share_interval,
    share_limits,
    usual_rate,
    usual_share,
)
from fairterms.outcomes.comparison.chance import floats


def at_most(k: int, n: int, p: float) -> float:
    """Add the binomial chances one by one: a plain twin."""
    return sum(comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k + 1))


def events_at_most(k: int, mean: float) -> float:
    return sum(exp(-mean) * mean**i / factorial(i) for i in range(k + 1))


@pytest.mark.parametrize(("n", "p"), [(8, 0.9), (20, 0.5), (47, 0.13), (120, 0.748)])
def test_a_count_at_a_limit_is_inside_and_the_next_one_is_not(n: int, p: float) -> None:
    low, high = share_limits(Usual(p, p, p), n)
    assert at_most(low, n, p) >= TAIL
    assert low == 0 or at_most(low - 1, n, p) < TAIL
    assert 1 - at_most(high - 1, n, p) >= TAIL
    assert high == n or 1 - at_most(high, n, p) < TAIL


def test_of_few_patients_none_may_be_too_many() -> None:
    assert share_limits(Usual(0.9, 0.9, 0.9), 8) == (4, 8)
    # A normal limit would be 4.65 of 8, and call 4 of 8 unusual almost four times too often.
    assert 3 < at_most(4, 8, 0.9) / TAIL < 4


@pytest.mark.parametrize("mean", [0.4, 4.0, 33.3])
def test_events_at_a_limit_are_inside_and_the_next_ones_are_not(mean: float) -> None:
    low, high = event_limits(Usual(mean, mean, mean), 1)
    assert events_at_most(low, mean) >= TAIL
    assert low == 0 or events_at_most(low - 1, mean) < TAIL
    assert 1 - events_at_most(high - 1, mean) >= TAIL
    assert 1 - events_at_most(high, mean) < TAIL


def test_twice_the_exposure_is_twice_the_mean() -> None:
    assert event_limits(Usual(2, 2, 2), 10) == event_limits(Usual(20, 20, 20), 1)


def test_many_at_once_lie_outside_as_one_by_one() -> None:
    low, high = share_limits(Usual(0.6, 0.6, 0.6), 30)
    outside = are_shares_outside(np.arange(31), 30, floats(0.6), floats(0.6))
    assert [not low <= k <= high for k in range(31)] == outside.tolist()
    low, high = event_limits(Usual(5, 5, 5), 1)
    outside = are_events_outside(np.arange(31), floats(5), floats(5))
    assert [not low <= k <= high for k in range(31)] == outside.tolist()


def test_an_exact_interval_holds_the_share_and_all_or_none_have_an_end() -> None:
    low, high = share_interval(7, 20)
    assert (round(low, 4), round(high, 4)) == (0.1539, 0.5922)
    # So few, or so many, would come by a chance of 2.5 % at the ends.
    assert at_most(7, 20, high) == pytest.approx(0.025)
    assert 1 - at_most(6, 20, low) == pytest.approx(0.025)
    assert share_interval(0, 20)[0] == 0
    assert share_interval(20, 20)[1] == 1


def test_a_long_baseline_is_taken_as_it_is_and_a_short_one_with_its_doubt() -> None:
    assert usual_share(60, 100, 12) == Usual(0.6, 0.6, 0.6)
    short = usual_share(60, 100, 11)
    assert short.low < 0.6 < short.high
    assert share_limits(short, 40)[0] < share_limits(usual_share(60, 100, 12), 40)[0]
    assert usual_rate(60, 12, 12) == Usual(5, 5, 5)
    few = usual_rate(60, 12, 11)
    assert few.low < 5 < few.high


def test_a_baseline_of_all_or_none_never_makes_the_first_exception_an_alarm() -> None:
    assert share_limits(usual_share(0, 240, 12), 20)[1] >= 1
    assert share_limits(usual_share(240, 240, 12), 20)[0] <= 19
    assert event_limits(usual_rate(0, 12, 12), 1)[1] >= 1


def test_amounts_are_judged_by_how_far_neighbours_lie_apart() -> None:
    low, centre, high = amount_limits([10, 12, 11, 15]) or (0, 0, 0)
    reach = 2.66 * (2 + 1 + 4) / 3
    assert (low, centre, high) == pytest.approx((12 - reach, 12, 12 + reach))
    assert amount_limits([7, 7, 7]) is None
