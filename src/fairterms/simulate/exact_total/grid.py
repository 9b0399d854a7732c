"""Put one patient's cost on a grid of dollars without changing its mean.

Notes
-----
Each cost is split between the two grid points beside it in proportion to nearness. The chances are
then the kinks of the limited mean L: with slopes sₖ = (L(xₖ₊₁) − L(xₖ)) ÷ (xₖ₊₁ − xₖ), point k has
sₖ₋₁ − sₖ, the first 1 − s₀ and the last the last slope. The mean is kept whatever the grid. The
variance grows by at most a quarter of the squared step per patient, about a sixth for smooth laws,
and so does every convex expectation: a bound got on a coarser grid holds for the finer one.
"""

import math

import numpy as np

from fairterms.simulate.exact_total.cost_law import FloatArray
from fairterms.simulate.exact_total.part import Part

COARSE_POINTS = 400
"""Points of the uneven grid on which steps and windows are chosen."""

STEPS_IN_PATIENT = 40
"""Least number of steps in one patient's standard deviation: the sd then grows by < 0.01 %."""

STEPS_IN_TOTAL = 2_000
"""Least number of steps in the total's standard deviation."""

CERTAIN = 1e-6
"""A spread below this share of the top is round-off."""

MOST_STEPS_TO_TOP = 2_000_000
"""Greatest number of steps up to the top of one patient's part; it comes before the other two."""


def split(dollars: FloatArray, part: Part) -> FloatArray:
    """Return the chance of each grid point, keeping the mean.

    Parameters
    ----------
    dollars
        Rising, the first 0, shape (points,) with at least two points; a part above the last point
        counts with the last.
    part
        What is added up of a patient's cost.

    Returns
    -------
    Array
        Shape (points,), none negative, adding up to 1.
    """
    slopes = np.diff(part.limited_mean(dollars)) / np.diff(dollars)
    assert np.diff(slopes, append=0.0).max() < 1e-6, "limited means bend downwards in every law"
    # Far out slopes are differences of nearly equal means, and round-off lets some rise. Cutting
    # off the chances below zero instead would leave the others, a tail that no patient has.
    falling = np.minimum.accumulate(np.clip(slopes, 0, 1))
    return np.asarray(-np.diff(falling, prepend=1.0, append=0.0))


def coarse(top: float) -> FloatArray:
    """Return an uneven grid from 0 to ``top`` dollars, finer where most patients are."""
    return np.concatenate([[0.0], np.geomspace(top / 1e5, top, COARSE_POINTS)])


def moments(dollars: FloatArray, chance: FloatArray) -> tuple[float, float]:
    """Return the mean and the standard deviation of a law on points, in dollars."""
    mean = float(chance @ dollars)
    return mean, math.sqrt(float(chance @ (dollars - mean) ** 2))


def choose_step(sd: float, patients: int, top: float) -> float:
    """Return 1, 2 or 5 times a power of ten: our choice of a step, in dollars.

    Parameters
    ----------
    sd
        Of one patient's part, in dollars.
    patients
        How many; at least 1.
    top
        The most that one patient's part may be, in dollars; above 0.

    Examples
    --------
    >>> choose_step(1989.0, 3_000, 10_000.0), choose_step(1989.0, 50, 10_000.0)
    (20.0, 5.0)
    """
    # A cost that is certain but for round-off has no spread to divide.
    sd = sd if sd > CERTAIN * top else top
    fine = min(sd / STEPS_IN_PATIENT, sd * math.sqrt(patients) / STEPS_IN_TOTAL)
    # Round numbers lie at most 2.5 times apart.
    most = max(fine, 2.5 * top / MOST_STEPS_TO_TOP)
    power = 10.0 ** math.floor(math.log10(most))
    return next(step * power for step in (5.0, 2.0, 1.0) if step * power <= most)
