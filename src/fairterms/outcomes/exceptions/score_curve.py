"""Score curves: how much better a subgroup's outcomes fit when its odds are multiplied by q.

Written as a function of θ = ln q the score of some patients is a smooth curve that adds up over
patients. Sixteen Chebyshev coefficients hold it to some nine digits, however many different
expectations the patients have; so a search adds up rows of sixteen numbers, never patients.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from numpy.polynomial import chebyshev

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

MOST_FACTOR: Final = 20.0
"""Odds are multiplied by this at most; a subgroup so extreme is found all the same."""

LONGEST: Final = float(np.log(MOST_FACTOR))
TERMS: Final = 16
"""Coefficients of a curve: the curve is analytic up to π off the axis, and each coefficient is
some four times smaller than the one before."""

LONGEST_RUN: Final = 200
"""Patients multiplied together: 20 to the power 200 is still a number."""

GRID_POINTS: Final = 65
POLISHING_STEPS: Final = 3
"""Newton's steps from a grid so fine that each squares an error of a thousandth."""

_ANGLES = (np.arange(TERMS) + 0.5) * np.pi / TERMS
_NODES: Final = LONGEST * (np.cos(_ANGLES) + 1) / 2
_TRANSFORM: Final = (
    np.cos(np.outer(_ANGLES, np.arange(TERMS))) * np.r_[1, [2] * (TERMS - 1)] / TERMS
)
_SLOPE: Final = np.pad(chebyshev.chebder(np.eye(TERMS), axis=0), ((0, 1), (0, 0))).T * 2 / LONGEST
GRID: Final = np.linspace(0, LONGEST, GRID_POINTS)


def basis(theta: npt.ArrayLike) -> Floats:
    """Return the Chebyshev polynomials at θ, one more axis of length TERMS."""
    place = np.clip(2 * np.asarray(theta, dtype=np.float64) / LONGEST - 1, -1, 1)
    return np.asarray(np.cos(np.arccos(place)[..., None] * np.arange(TERMS)), dtype=np.float64)


_GRID_BASIS: Final = basis(GRID).T


@dataclass(frozen=True, eq=False)
class Runs:
    """Patients sorted by profile and cut into short runs, each within one profile.

    Attributes
    ----------
    order
        The patients, shape (n,).
    starts
        Where each run begins in that order, shape (runs,).
    place
        Each run's profile, shape (runs,).
    count
        Number of profiles, M.
    """

    order: Integers
    starts: Integers
    place: Integers
    count: int


def cut_runs(place: Integers, count: int) -> Runs:
    """Cut patients into runs.

    Parameters
    ----------
    place
        Each patient's profile, below `count`, shape (n,).
    count
        Number of profiles, M.

    Examples
    --------
    >>> cut_runs(np.array([1, 0, 1]), 2).starts.tolist()
    [0, 1]
    """
    order = np.argsort(place, kind="stable")
    ranked = place[order]
    first = np.searchsorted(ranked, np.arange(count))
    is_start = (np.arange(len(place)) - first[ranked]) % LONGEST_RUN == 0
    starts = np.flatnonzero(is_start)
    return Runs(order, starts, ranked[starts], count)


def costs(expected: Floats, runs: Runs) -> Floats:
    """Return the part of the curves that does not depend on outcomes, added up by profile.

    Parameters
    ----------
    expected
        p, each patient's expected chance, between 0 and 1, shape (n,).
    runs
        The patients' profiles.

    Returns
    -------
    Floats
        Coefficients of −Σ ln(1 − p + qp), shape (M, TERMS).
    """
    values = np.empty((TERMS, runs.count))
    ranked = expected[runs.order]
    scratch = np.empty_like(ranked)
    for at, theta in enumerate(_NODES):
        # One logarithm of a run's product, instead of one for each patient.
        np.multiply(ranked, np.expm1(theta), out=scratch)
        scratch += 1
        logs = np.log(np.multiply.reduceat(scratch, runs.starts))
        values[at] = np.bincount(runs.place, weights=logs, minlength=runs.count)
    return np.asarray(-values.T @ _TRANSFORM, dtype=np.float64)


def add_outcomes(costs_by_profile: Floats, observed: Floats) -> Floats:
    """Return whole curves: costs plus y·θ.

    Parameters
    ----------
    costs_by_profile
        From :func:`costs`, shape (M, TERMS).
    observed
        Patients of each profile with the outcome, shape (M,).

    Returns
    -------
    Floats
        Coefficients of Σ[y ln q − ln(1 − p + qp)], shape (M, TERMS).

    Examples
    --------
    One patient with the outcome, expected at even chances: at q = 3, ln 3 − ln 2.

    >>> curve = add_outcomes(costs(np.array([0.5]), cut_runs(np.array([0]), 1)), np.array([1.0]))
    >>> bool(np.isclose(basis(np.log(3)) @ curve[0], np.log(3) - np.log(2), atol=1e-9))
    True
    """
    found = costs_by_profile.copy()
    # θ itself is (LONGEST / 2)(T₀ + T₁).
    found[:, :2] += observed[:, None] * LONGEST / 2
    return found


def heights(curves: Floats, theta: Floats) -> Floats:
    """Return the height of each curve, shape (..., TERMS), at its own θ, shape (...)."""
    return np.asarray(np.einsum("...k,...k->...", curves, basis(theta)), dtype=np.float64)


def grid_heights(curves: Floats) -> Floats:
    """Return the heights of curves, shape (..., TERMS), at GRID, shape (..., GRID_POINTS)."""
    return np.asarray(curves @ _GRID_BASIS, dtype=np.float64)


def slopes(curves: Floats) -> Floats:
    """Return the coefficients of the slopes of curves; both of shape (..., TERMS)."""
    return np.asarray(curves @ _SLOPE, dtype=np.float64)


def peaks(curves: Floats, on_grid: Floats) -> tuple[Floats, Floats]:
    """Return where curves are highest, and how high.

    Parameters
    ----------
    curves
        Shape (..., TERMS); each concave.
    on_grid
        Their heights at GRID.

    Returns
    -------
    tuple of Floats
        θ and height, shapes (...).

    Notes
    -----
    From the best point of the grid by Newton's steps, held within its neighbours.
    """
    start = GRID[np.argmax(on_grid, axis=-1)]
    step, low = GRID[1], np.maximum(start - GRID[1], 0)
    high = np.minimum(start + step, LONGEST)
    first = slopes(curves)
    second = slopes(first)
    theta = start
    for _ in range(POLISHING_STEPS - 1):
        at = basis(theta)
        slope, bend = (np.einsum("...k,...k->...", each, at) for each in (first, second))
        theta = np.clip(theta - slope / np.minimum(bend, -1e-12), low, high)
    return theta, heights(curves, theta)
