"""The contract for smaller and larger groups."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import binom, poisson  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.drivers.loss_by_size import SizeResult, loss_by_size
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.years import net_gains
from tests.simulate.drivers.small_year import FORECAST, TERMS, deal, plan, years

SCALES = (0.25, 1.0, 4.0)


@pytest.fixture(scope="module")
def sizes() -> tuple[SizeResult, ...]:
    return loss_by_size(deal(), plan(), SCALES, clinicians=8)


def test_people_and_clinicians_grow_with_the_group(sizes: tuple[SizeResult, ...]) -> None:
    assert [one.members for one in sizes] == [75, 300, 1_200]
    assert [one.clinicians for one in sizes] == [2, 8, 32]


def test_the_groups_own_size_is_the_forecast(sizes: tuple[SizeResult, ...]) -> None:
    own = sizes[1]
    net = net_gains(deal(), plan().contract, years().part(0, own.years))
    assert own.outcome.mean.value == pytest.approx(net.mean())
    assert own.worst_share is not None
    assert own.worst_share.value < 0


def test_chance_alone_fails_a_small_group_more_often(sizes: tuple[SizeResult, ...]) -> None:
    small, own, large = (one.luck for one in sizes)
    assert small
    assert own
    assert large
    assert small.value > own.value > large.value


def test_luck_is_the_binomial_chance_of_a_rate_below_its_target(
    sizes: tuple[SizeResult, ...],
) -> None:
    # 80 patients in a usual year, a true rate of 50 %, a target of 45 %. The list varies, too.
    counts = np.arange(40, 130)
    chances = poisson.pmf(counts, 80)
    truth = float(chances @ binom.cdf(np.ceil(0.45 * counts) - 1, counts, 0.5))
    luck = sizes[1].luck
    assert luck is not None
    assert abs(luck.value - truth) < 4 * luck.error + 0.02


def test_a_rate_known_from_the_past_is_the_true_one_for_luck() -> None:
    forecast = FORECAST.replace('spread = "2 percentage points"', 'rate = "records"')
    known = replace(plan(forecast), known={"response": KnownRate(0.40, 0.02, 500)})
    (own,) = loss_by_size(deal(), known, (1.0,), most=64)
    assert own.luck is None  # a rate of 40 % does not truly meet a target of 45 %


def test_a_contract_without_measures_has_no_luck_and_the_forecast_no_clinicians() -> None:
    text = TERMS[: TERMS.index('[[clause]]\nid = "quality"')]
    start = text.index("[[clause]]")
    (own,) = loss_by_size(deal(), plan(FORECAST, text[start:]), (1.0,), most=64)
    assert own.luck is None
    assert own.clinicians is None


def test_dollar_caps_bind_a_large_group_earlier(sizes: tuple[SizeResult, ...]) -> None:
    # Without the caps the worst years of a group four times as large would be worse than that.
    assert sizes[2].outcome.worst.value > 2 * sizes[1].outcome.worst.value


def test_large_groups_get_fewer_years_and_never_too_few() -> None:
    few = loss_by_size(deal(), plan(), (0.25, 16.0), most=256)
    assert [one.years for one in few] == [256, 128]
