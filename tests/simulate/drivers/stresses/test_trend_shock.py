"""The stress "trend_shock"."""

import pytest

from tests.simulate.drivers.small_year import plan
from tests.simulate.drivers.stresses.asked import change


def test_it_moves_the_middle_of_one_factor_and_no_other() -> None:
    found = change("trend_shock").plan.declared.factors
    assert found["trend"].centre == pytest.approx(0.10)
    before = plan().declared.factors
    assert all(found[name] == before[name] for name in before if name != "trend")


def test_another_size_may_be_asked_for() -> None:
    assert change("trend_shock", 0.07).plan.declared.factors["trend"].centre == pytest.approx(0.07)
