"""Climbing a smooth hill by BFGS, from parameters scaled so that each is worth about one.

Our own, because the usual ones begin with a short careful step; here the start is close and the
scale is right, and the full step saves several looks at a million patients.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

LONGEST_STEP = 5.0
"""In scaled parameters, about five standard errors."""


@dataclass(frozen=True, eq=False)
class Summit:
    """Where a climb ended.

    Attributes
    ----------
    point, value, gradient
        The parameters, shape (k,), the height there, and its slope, shape (k,).
    evaluations
        How often the height was asked for.
    is_reached
        Whether the slope has become as small as was asked for.
    """

    point: Floats
    value: float
    gradient: Floats
    evaluations: int
    is_reached: bool


def climb(
    height: Callable[[Floats], tuple[float, Floats]],
    start: Floats,
    tolerance: float = 1e-5,
    most: int = 200,
) -> Summit:
    """Climb to where no component of the slope exceeds the tolerance.

    Parameters
    ----------
    height
        Gives the height and its gradient, shape (k,), at a point, shape (k,).
    start
        Where to begin, shape (k,).
    tolerance
        The largest slope that counts as flat.
    most
        How many evaluations are allowed.

    Notes
    -----
    BFGS on the inverse curvature H, from the identity; steps halve until the height gains 10⁻⁴ of
    what the slope promises. A pair of steps that would make H indefinite is not learnt from.

    Sources
    -------
    J. Nocedal, S. J. Wright, Numerical Optimization, 2nd ed. 2006, algorithm 6.1.

    Examples
    --------
    >>> summit = climb(lambda p: (-float(np.sum((p - 3) ** 2)), -2 * (p - 3)), np.zeros(2))
    >>> summit.point.round(6).tolist(), summit.is_reached
    ([3.0, 3.0], True)
    """
    point, inverse = start, np.eye(len(start))
    value, gradient = height(point)
    looks = 1
    while looks < most and np.abs(gradient).max() > tolerance:
        step = inverse @ gradient
        step *= min(1.0, LONGEST_STEP / float(np.linalg.norm(step)))
        promised = float(step @ gradient)
        found, slope = height(point + step)
        looks += 1
        # A millionth of a millionth of the height is rounding, not loss.
        while not found >= value + 1e-4 * promised - 1e-12 * abs(value) and looks < most:
            step, promised = step / 2, promised / 2
            found, slope = height(point + step)
            looks += 1
        inverse = _learn(inverse, step, gradient - slope)
        point, value, gradient = point + step, found, slope
    return Summit(point, value, gradient, looks, bool(np.abs(gradient).max() <= tolerance))


def _learn(inverse: Floats, step: Floats, bend: Floats) -> Floats:
    """Return the inverse curvature that also explains how the slope fell along the step."""
    along = float(step @ bend)
    if along <= 1e-10 * float(np.linalg.norm(step) * np.linalg.norm(bend)):
        return inverse
    turn = np.eye(len(step)) - np.outer(step, bend) / along
    return np.asarray(turn @ inverse @ turn.T + np.outer(step, step) / along)
