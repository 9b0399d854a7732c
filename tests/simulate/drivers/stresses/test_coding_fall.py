"""The stress "coding_fall"."""

import pytest

from tests.simulate.drivers.small_year import plan
from tests.simulate.drivers.stresses.asked import change


def test_it_moves_the_middle_of_one_factor_and_no_other() -> None:
    found = change("coding_fall").plan.declared.factors
    assert found["coding"].centre == pytest.approx(-0.03)
    before = plan().declared.factors
    assert all(found[name] == before[name] for name in before if name != "coding")


def test_another_size_may_be_asked_for() -> None:
    assert change("coding_fall", 0.07).plan.declared.factors["coding"].centre == pytest.approx(0.07)
