"""Break-even points of terms and figures on simulated years."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.simulate.drivers.break_even import BreakEvens, Flat, break_even, break_evens
from fairterms.simulate.drivers.goal import Goal, Reading
from fairterms.simulate.drivers.knob import Knob, knobs
from fairterms.simulate.years import Years, net_gains
from fairterms.units.quantity import MONEY
from tests.payment.one_clause import contract
from tests.simulate.drivers.small_year import deal, plan, years
from tests.simulate.results import small_deals
from tests.simulate.results.small_deals import CAPPED, costs

KNOBS = {one.id: one for one in knobs(plan(), years())}


def search(name: str, goal: Goal | None = None) -> BreakEvens:
    return break_even(deal(), plan(), years(), KNOBS[name], goal or Goal(Reading.MEAN, 0.0))


def mean_at(found: BreakEvens, at: float) -> float:
    knob = found.knob
    assert knob.is_term
    return float(
        net_gains(
            deal(), plan().contract.replacing(knob.clause(plan().contract, at)), years()
        ).mean()
    )


def test_a_straight_line_is_met_exactly() -> None:
    # The start-up payment moves every year by the same dollars.
    base = float(net_gains(deal(), plan().contract, years()).mean())
    goal = Goal(Reading.MEAN, base + 2_500)
    (root,) = search("start_up.steps.1.value", goal).roots
    assert root.at == pytest.approx(11_500, abs=60)
    assert root.is_good_above
    assert not root.is_jump
    error = goal.estimated_gap(net_gains(deal(), plan().contract, years()), years().blocks).error
    assert root.error == pytest.approx(error, rel=0.01)  # slope 1: a dollar is a dollar


def test_a_root_meets_the_goal_within_its_error() -> None:
    base = float(net_gains(deal(), plan().contract, years()).mean())
    found = search("result.loss_rate", Goal(Reading.MEAN, base - 500))
    (root,) = found.roots
    assert not root.is_good_above
    assert root.error < 0.5
    slope = (mean_at(found, root.at + 0.01) - mean_at(found, root.at - 0.01)) / 0.02
    assert abs(mean_at(found, root.at) - base + 500) < abs(slope) * root.error


def test_a_chance_and_a_bad_year_have_break_evens_too() -> None:
    for goal in (Goal(Reading.LOSES, 0.30), Goal(Reading.WORST, -10_000.0)):
        roots = search("cost", goal).roots
        assert roots
        assert not roots[0].is_good_above


def test_a_flat_stretch_on_the_goal_is_an_interval_and_no_root() -> None:
    # Between 2 % of savings and 2 % of losses the contract pays nothing, and nothing is the goal.
    two = contract(CAPPED.replace('shared_from = "first dollar"\n', ""))
    made = small_deals.years({"cost": np.full(64, 1_000_000.0)}, blocks=4)
    worst = replace(plan(), contract=two)
    knob = Knob("cost", "cost", MONEY, 1_000_000.0, 500_000.0, 1_500_000.0)
    free = small_deals.deal(cost="0")
    found = break_even(free, worst, made, knob, Goal(Reading.MEAN, 0.0))
    (inside,) = found.flats
    assert (inside.low, inside.high) == pytest.approx((980_000, 1_020_000), abs=1)
    assert not found.roots


def test_a_jump_is_reported_as_one_and_where_it_is() -> None:
    # With savings of 1.5 % the minimum rate pays all or nothing.
    made = small_deals.years({"cost": np.full(64, 985_000.0)}, blocks=4)
    here = replace(plan(), contract=contract(CAPPED))
    knob = next(one for one in knobs(here, made) if one.id == "result.minimum_savings_rate")
    free = small_deals.deal(cost="1000")
    (root,) = break_even(free, here, made, knob, Goal()).roots
    assert root.is_jump
    assert root.at == pytest.approx(0.015, abs=1e-4)
    assert not root.is_good_above
    assert root.error == float("inf")


def test_a_number_that_changes_nothing_has_no_break_even() -> None:
    found = search("fees.fees.1.fee")  # fees are paid anyway
    assert not found.roots
    assert not found.flats


@pytest.mark.slow
def test_all_are_found_nearest_first_and_terms_alone_on_request() -> None:
    goal = Goal(Reading.MEAN, float(net_gains(deal(), plan().contract, years()).mean()) - 1_500)
    found = break_evens(deal(), plan(), years(), goal, most=256)
    assert {"cost", "start_up.steps.1.value", "result.loss_rate"} <= {one.knob.id for one in found}
    reach = [
        abs(one.roots[0].at - one.knob.now) / (one.knob.high - one.knob.low)
        for one in found
        if one.roots
    ]
    assert reach == sorted(reach)
    alone = break_evens(deal(), plan(), years(), goal, terms_only=True, most=256)
    assert alone
    assert all(one.knob.is_term for one in alone)


def test_every_root_is_found_when_the_curve_turns_back() -> None:
    # A share of the losses above 30 % of the cap is better again in no contract: a gate is.
    text = """
[[clause]]
id = "both_ways"
model = "formula"
steps = [{ name = "paid", value = "= max($100.00 - abs_cost, $0.00)", words = "near" }]
""".replace("abs_cost", "max(cost - $1,000.00, $1,000.00 - cost)")
    made = small_deals.years({"cost": np.full(64, 1_000.0)}, blocks=4)
    here = replace(plan(), contract=contract(text))
    knob = Knob("cost", "cost", MONEY, 1_000.0, 600.0, 1_400.0)
    found = break_even(small_deals.deal(cost="40"), here, made, knob, Goal())
    assert [(round(one.at, 2), one.is_good_above) for one in found.roots] == [
        (940.0, True),
        (1_060.0, False),
    ]


def test_the_end_of_the_range_may_be_flat() -> None:
    made: Years = small_deals.years({"cost": 6 * costs(64)}, blocks=4)
    zero = replace(plan(), contract=contract(CAPPED))
    knob = Knob("cost", "cost", MONEY, 6_000_000.0, 5_000_000.0, 9_000_000.0)
    free = small_deals.deal(cost="0")
    found = break_even(free, zero, made, knob, Goal(Reading.MEAN, -40_000.0))
    assert found.flats == (Flat(5_000_000.0, 9_000_000.0),)
