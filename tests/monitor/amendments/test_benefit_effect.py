"""What a change of a benefit does to the years that may come."""

from decimal import Decimal

import pytest

from fairterms.monitor.amendments.benefit_effect import NotSimulated, Simulated, simulated
from fairterms.monitor.amendments.change import Benefit, Change, Kind
from fairterms.simulate.drivers.stress_test import stress_tests
from tests.monitor.amendments.made_up import change
from tests.simulate.drivers.small_year import deal, plan, without_cost, years


def told(visits: str | None, cost: str | None = None) -> Change:
    share, expected = (None if one is None else Decimal(one) for one in (visits, cost))
    return change(kind=Kind.BENEFIT_CHANGE, benefit=Benefit(expected, share, source="a letter"))


@pytest.mark.slow
def test_it_is_the_stress_test_of_that_name_at_the_plans_own_size() -> None:
    found = simulated(deal(), plan(), told("-0.06"))
    assert isinstance(found, Simulated)
    tested = stress_tests(deal(), plan(), years(), sizes={"benefit_change": -0.06})
    (same,) = (one for one in tested.results if one.name == "benefit_change")
    assert found.difference.mean.value == pytest.approx(same.change.mean.value)
    assert found.before.mean.value == pytest.approx(tested.base.mean.value)
    assert found.words == same.words
    assert found.difference.mean.value < 0


@pytest.mark.slow
def test_what_the_plan_expects_of_cost_stands_in_place_of_half_of_the_visits() -> None:
    usual = simulated(deal(), plan(), told("-0.06"))
    expected = simulated(deal(), plan(), told("-0.06", "0.03"))
    dearer = simulated(deal(), plan(), told("-0.06", "0.05"))
    cost_alone = simulated(deal(), plan(), told(None, "0.03"))
    assert isinstance(usual, Simulated)
    assert isinstance(expected, Simulated)
    assert isinstance(dearer, Simulated)
    assert isinstance(cost_alone, Simulated)
    # Half of 6 % is 3 %: the stress and the plan's own number agree.
    assert expected.difference.mean.value == pytest.approx(usual.difference.mean.value)
    assert dearer.difference.mean.value < expected.difference.mean.value
    assert (
        expected.words == "6 % fewer visits and 3 % more for a unit of care, as the plan expects."
    )
    assert cost_alone.words == "3 % more for a unit of care, as the plan expects."


@pytest.mark.slow
def test_a_contract_that_counts_no_cost_needs_the_visits() -> None:
    found = simulated(deal(), without_cost(), told(None, "0.03"))
    assert isinstance(found, NotSimulated)
    counted = simulated(deal(), without_cost(), told("-0.06", "0.03"))
    assert isinstance(counted, Simulated)
    assert counted.words == "6 % fewer visits."


def test_a_size_nobody_said_is_not_guessed() -> None:
    found = simulated(deal(), plan(), told(None))
    assert isinstance(found, NotSimulated)
    assert found.why.startswith("Nobody has said by how much visits or cost will change.")
