"""The stress "the plan changes the benefit"."""

import pytest

from tests.simulate.drivers.small_year import plan, without_cost
from tests.simulate.drivers.stresses.asked import change, level


def test_visits_fall_and_other_care_gets_dearer_by_half_as_much() -> None:
    found = change("benefit_change").plan
    assert level(found, "visits.90837") == pytest.approx(810)
    assert level(found, "member_months") == 3_600
    assert found.declared.factors["trend"].centre == pytest.approx(0.05)


def test_a_contract_that_does_not_look_at_cost_loses_visits_only() -> None:
    found = change("benefit_change", of=without_cost())
    assert found.words == "10 % fewer visits."
    assert found.plan.declared is without_cost().declared
    assert plan().declared.factors["trend"].centre == 0
