"""The stress "follow_up_collapse"."""

import pytest

from tests.simulate.drivers.small_year import plan
from tests.simulate.drivers.stresses.asked import change


def test_it_moves_the_middle_of_one_factor_and_no_other() -> None:
    found = change("follow_up_collapse").plan.declared.factors
    assert found["completion"].centre == pytest.approx(-0.20)
    before = plan().declared.factors
    assert all(found[name] == before[name] for name in before if name != "completion")


def test_another_size_may_be_asked_for() -> None:
    assert change("follow_up_collapse", 0.07).plan.declared.factors[
        "completion"
    ].centre == pytest.approx(0.07)
