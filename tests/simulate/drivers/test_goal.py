"""Goals of a break-even."""

import numpy as np
import pytest

from fairterms.simulate.drivers.goal import Goal, Reading

NET = np.linspace(-100.0, 299.0, 400)
BLOCKS = np.arange(400) // 100


@pytest.mark.parametrize(
    ("goal", "gap"),
    [
        (Goal(), 99.5),
        (Goal(Reading.MEAN, 100.0), -0.5),
        (Goal(Reading.WORST, -80.0), -10.5),
        (Goal(Reading.LOSES, 0.30), 0.05),
    ],
)
def test_above_nothing_is_good_whatever_the_goal_is_about(goal: Goal, gap: float) -> None:
    assert goal.gap(NET) == pytest.approx(gap)
    estimated = goal.estimated_gap(NET, BLOCKS)
    assert estimated.value == pytest.approx(gap)
    assert estimated.error > 0
