"""What a control leaves."""

import math

import pytest

from fairterms.risks.loss.multiplier import checked_multiplier


@pytest.mark.parametrize("left", [0.0, -0.5, math.nan, math.inf])
def test_a_control_leaves_something(left: float) -> None:
    with pytest.raises(ValueError, match=r"what is left must be above 0\. Say how much"):
        checked_multiplier(left)


def test_a_control_may_make_things_worse() -> None:
    assert checked_multiplier(1.5) == 1.5
