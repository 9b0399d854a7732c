"""What a change of a benefit does to the years that may come."""

from decimal import Decimal

import pytest

from fairterms.monitor.amendments.benefit_effect import NotSimulated, Simulated, simulated
from fairterms.monitor.amendments.change import Benefit, Change, Kind
from fairterms.simulate.drivers.stress_test import stress_tests
from tests.monitor.amendments.made_up import change
from tests.simulate.drivers.small_year import deal, plan, years


def told(visits: str | None) -> Change:
    share = None if visits is None else Decimal(visits)
    return change(kind=Kind.BENEFIT_CHANGE, benefit=Benefit(None, share, source="a letter"))


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


def test_a_size_nobody_said_is_not_guessed() -> None:
    found = simulated(deal(), plan(), told(None))
    assert isinstance(found, NotSimulated)
    assert found.why.startswith("Nobody has said by how much visits will change.")
