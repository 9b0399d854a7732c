"""Which law a chart follows, and why there may be no limits."""

from dataclasses import replace

import pytest

from fairterms.monitor.indicators.chart_limits import (
    ChartLimits,
    counted_values,
    height,
    limits_of,
    unevenness,
)
from fairterms.monitor.indicators.indicator import Baseline, Indicator, Sample
from fairterms.monitor.indicators.limits import Usual, event_limits, share_limits
from tests.monitor.indicators.made_up import SEEN_SOON, counted, month, share, shares, value

DROPPED = counted("members", "120 members", "250 members", of="member")
LEFT = counted("clinicians", "6 clinicians", "9 clinicians")
HOURS = counted("hours", "250 hours", "400 hours")
QUIET = [70, 72, 68, 71, 69, 73, 70, 67, 72, 71, 69, 70]


def limited(indicator: Indicator, samples: list[Sample]) -> ChartLimits:
    found = limits_of(indicator, samples, samples[:12])
    assert isinstance(found, ChartLimits)
    return found


def refused(indicator: Indicator, samples: list[Sample]) -> str:
    found = limits_of(indicator, samples, samples)
    assert isinstance(found, str)
    return found


def test_a_share_has_the_exact_limits_of_its_own_n() -> None:
    samples = [*shares(QUIET), share(12, 7, 10), share(13, 700, 1000)]
    found = limited(SEEN_SOON, samples)
    usual = sum(QUIET) / 1200
    assert found.centre == pytest.approx(usual)
    for at, n in ((0, 100), (12, 10), (13, 1000)):
        low, high = share_limits(Usual(usual, usual, usual), n)
        assert found.ends[at] == pytest.approx((low / n, high / n))
    assert found.notes == ("The limits are exact (binomial), around what was usual in 12 values.",)


def test_a_rate_is_drawn_per_thousand_with_poisson_limits() -> None:
    samples = [value(at, f"{many} members", 20_000) for at, many in enumerate([50, 44, 56] * 4)]
    found = limited(DROPPED, samples)
    assert found.centre == pytest.approx(2.5)
    low, high = event_limits(Usual(0.0025, 0.0025, 0.0025), 20_000)
    assert found.ends[0] == pytest.approx((low / 20, high / 20))
    assert height(DROPPED, samples[0]) == pytest.approx(2.5)


def test_a_count_without_denominator_is_drawn_as_it_is() -> None:
    samples = [value(at, f"{many} clinicians") for at, many in enumerate([3, 4, 5, 4] * 3)]
    found = limited(LEFT, samples)
    assert (found.centre, found.ends[0]) == (4.0, (0.0, 11.0))


def test_an_amount_is_judged_by_its_own_movement_and_never_falls_below_nothing() -> None:
    samples = [value(at, f"{many} hours") for at, many in enumerate([10, 60] * 6)]
    found = limited(HOURS, samples)
    assert found.centre == 35
    assert found.ends[0] == pytest.approx((0, 35 + 2.66 * 50))


def test_an_amount_that_may_be_negative_may_have_a_limit_below_nothing() -> None:
    gain = counted("dollars", "$50.00", "$90.00")
    samples = [value(at, f"{cost}.00") for at, cost in enumerate(["-$10", "$10"] * 6)]
    assert limited(gain, samples).ends[0] == pytest.approx((-2.66 * 20, 2.66 * 20))


def test_months_that_differ_more_than_chance_are_judged_by_their_own_movement() -> None:
    restless = [50, 90, 52, 88, 51, 89, 50, 90, 52, 88, 51, 89]
    found = limited(SEEN_SOON, shares(restless))
    assert found.ends[0] == (0.0, 1.0)
    assert "differ more than chance alone explains" in found.notes[0]
    assert unevenness(True, QUIET, [100] * 12) is None


def test_a_short_baseline_is_never_called_uneven() -> None:
    assert unevenness(True, [30, 90] * 5, [100] * 10) is None
    assert unevenness(False, [0] * 12, [1] * 12) is None
    assert unevenness(True, [100] * 12, [100] * 12) is None


def test_without_a_baseline_nothing_is_usual() -> None:
    told = refused(replace(SEEN_SOON, baseline=None), [])
    assert told.startswith("No baseline is declared, so nobody can tell what is usual.")
    later = replace(SEEN_SOON, baseline=Baseline(month(30), month(31)))
    found = limits_of(later, shares(QUIET), [])
    assert found == "No value of the baseline (2028-07 to 2028-08) has come in yet."


def test_eleven_amounts_are_too_few_and_alike_ones_tell_nothing() -> None:
    eleven = [value(at, f"{many} hours") for at, many in enumerate([10, 12] * 5 + [10])]
    assert "has 11 values; 12 are needed" in refused(HOURS, eleven)
    alike = [value(at, "10 hours") for at in range(12)]
    assert "all alike" in refused(HOURS, alike)


def test_one_value_is_said_in_the_singular() -> None:
    assert (counted_values(1), counted_values(2)) == ("1 value", "2 values")
