"""Stress tests: each stress against the same years without it."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.simulate.drivers.stress_test import StressResult, StressTests, stress_tests
from fairterms.simulate.years import net_gains
from tests.simulate.drivers.small_year import deal, plan, without_cost, years


@pytest.fixture(scope="module")
def tested() -> StressTests:
    return stress_tests(deal(), plan(), years())


def of(tested: StressTests, name: str) -> StressResult:
    return next(one for one in tested.results if one.name == name)


def test_the_base_is_the_forecast_and_the_worst_stress_comes_first(tested: StressTests) -> None:
    assert tested.years == 512
    assert tested.base.mean.value == pytest.approx(
        net_gains(deal(), plan().contract, years()).mean()
    )
    means = [one.outcome.mean.value for one in tested.results]
    assert means == sorted(means)
    assert not tested.not_applied


def test_what_a_stress_changes_is_the_difference_of_the_two_cases(tested: StressTests) -> None:
    for one in tested.results:
        for name in ("mean", "worst", "loses"):
            here, before = getattr(one.outcome, name).value, getattr(tested.base, name).value
            assert getattr(one.change, name).value == pytest.approx(here - before), one.name


def test_dearer_care_and_a_lower_benchmark_hurt_and_more_than_the_error(
    tested: StressTests,
) -> None:
    for name in ("trend_shock", "benchmark_reset", "crisis_patient", "coding_fall"):
        change = of(tested, name).change
        assert change.mean.value < -4 * change.mean.error, name
        assert change.loses.value > 0, name


def test_late_money_changes_the_reserve_and_not_the_margin(tested: StressTests) -> None:
    late = of(tested, "delayed_payment")
    assert late.change.mean.value == late.change.loses.value == 0
    assert late.reserve is not None
    # $500 of work a month for half a year, before any money comes.
    assert late.reserve.under_stress.value == pytest.approx(3_000)
    assert late.reserve.more.value == pytest.approx(3_000 - late.reserve.before.value)
    assert all(one.reserve is None for one in tested.results if one is not late)


@pytest.mark.slow
def test_a_stress_of_no_size_changes_nothing_and_a_larger_one_more() -> None:
    sizes = dict.fromkeys(("trend_shock", "loss_of_staff", "benchmark_reset", "surge_in_demand"), 0)
    still = stress_tests(deal(), plan(), years(), sizes=sizes, most=64)
    for name in sizes:
        assert of(still, name).change.mean.value == pytest.approx(0, abs=1e-6), name
    mild, hard = (
        of(
            stress_tests(deal(), plan(), years(), sizes={"trend_shock": size}, most=64),
            "trend_shock",
        )
        for size in (0.02, 0.04)
    )
    assert hard.change.mean.value < mild.change.mean.value < 0


def test_what_does_not_apply_says_why_and_a_refusal_is_told_too() -> None:
    few = stress_tests(deal(), without_cost(), years(), most=64)
    assert {one.name for one in few.not_applied} >= {"trend_shock", "coding_fall"}
    cash = {**plan().declared.cash, "start_up": {"not_stated": "some day"}, "fees": {"paid": []}}
    broken = replace(plan(), declared=replace(plan().declared, cash=cash))
    told = stress_tests(deal(), broken, years(), most=64)
    assert len(told.results) + len(told.not_applied) == 9


def test_loss_of_staff_moves_visits_only_and_those_are_paid_anyway(tested: StressTests) -> None:
    change = of(tested, "loss_of_staff").change
    assert change.mean.value == pytest.approx(0, abs=1e-6)
    assert np.isfinite(change.worst.error)
