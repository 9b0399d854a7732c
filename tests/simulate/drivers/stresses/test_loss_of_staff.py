"""The stress "loss_of_staff"."""

import pytest

from tests.simulate.drivers.small_year import plan
from tests.simulate.drivers.stresses.asked import change


def test_it_moves_the_middle_of_one_factor_and_no_other() -> None:
    found = change("loss_of_staff").plan.declared.factors
    assert found["staffing"].centre == pytest.approx(-0.15)
    before = plan().declared.factors
    assert all(found[name] == before[name] for name in before if name != "staffing")


def test_another_size_may_be_asked_for() -> None:
    assert change("loss_of_staff", 0.07).plan.declared.factors["staffing"].centre == pytest.approx(
        0.07
    )
