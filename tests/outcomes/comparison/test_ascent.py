"""The climb ends at the top of a smooth hill, and says so when it does not."""

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.ascent import LONGEST_STEP, climb

Floats = npt.NDArray[np.float64]


def ridge(point: Floats) -> tuple[float, Floats]:
    """Give a curved ridge (Rosenbrock's, upside down), whose top is at (1, 1)."""
    first, second = point
    value = -((1 - first) ** 2) - 100 * (second - first**2) ** 2
    slope = [2 * (1 - first) + 400 * first * (second - first**2), -200 * (second - first**2)]
    return float(value), np.array(slope)


def test_a_curved_ridge_is_climbed_to_its_top() -> None:
    summit = climb(ridge, np.array([-1.2, 1.0]), tolerance=1e-8)
    assert summit.is_reached
    np.testing.assert_allclose(summit.point, [1, 1], atol=1e-7)


def test_a_start_at_the_top_is_looked_at_once() -> None:
    summit = climb(ridge, np.array([1.0, 1.0]))
    assert summit.evaluations == 1
    assert summit.is_reached


def test_a_climb_cut_short_says_so() -> None:
    summit = climb(ridge, np.array([-1.2, 1.0]), most=5)
    assert not summit.is_reached
    assert summit.evaluations <= 5


def test_no_step_is_longer_than_allowed() -> None:
    seen = []

    def plane(point: Floats) -> tuple[float, Floats]:
        seen.append(point)
        return float(1000 * point.sum()), np.full(2, 1000.0)

    assert not climb(plane, np.zeros(2), most=10).is_reached
    steps = np.linalg.norm(np.diff(seen, axis=0), axis=1)
    assert steps.max() <= LONGEST_STEP + 1e-9


def test_a_hole_in_the_height_is_stepped_back_from() -> None:
    def cliff(point: Floats) -> tuple[float, Floats]:
        if point[0] > 0.9:
            return float("nan"), np.array([np.nan])
        return float(-((point[0] - 0.8) ** 2)), -2 * (point - 0.8)

    summit = climb(cliff, np.array([-2.0]))
    np.testing.assert_allclose(summit.point, [0.8], atol=1e-5)
