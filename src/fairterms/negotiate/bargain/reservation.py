"""Reservation values: where a term is worth no more to us than walking away."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

GRID = 33
"""Values of the term first tried, evenly spaced; our choice."""

CENT = 0.01


@dataclass(frozen=True)
class Reservation:
    """Where the worth of a term crosses that of walking away.

    Attributes
    ----------
    values
        The term's values at which both are worth the same, rising; empty where none is.
    flat
        Stretches of values over which both are worth the same to the cent, as pairs.
    at_lowest, at_highest
        By how much the lowest and the highest value tried beat walking away, dollars a year.
    """

    values: tuple[float, ...]
    flat: tuple[tuple[float, float], ...]
    at_lowest: float
    at_highest: float


def reserve(
    worth: Callable[[float], float],
    leaves: float,
    between: tuple[float, float],
    tick: float,
) -> Reservation:
    """Find every value of a term at which it is worth as much as walking away.

    Parameters
    ----------
    worth
        From the term's value to dollars a year.
    leaves
        What walking away is worth, dollars a year.
    between
        The lowest and the highest value tried, in the term's unit.
    tick
        To what the values are found, in the same unit.

    Returns
    -------
    Reservation
        Several values where the worth crosses several times. Two crossings between neighbours of
        the grid cancel out and are not seen.

    Examples
    --------
    >>> reserve(lambda share: 1000 * share, 250.0, (0.0, 1.0), 1e-6).values
    (0.25,)
    >>> reserve(lambda _: 250.0, 250.0, (0.0, 1.0), 1e-6).flat
    ((0.0, 1.0),)
    """
    grid = [float(one) for one in np.linspace(*between, GRID)]
    over = [worth(at) - leaves for at in grid]
    over = [0.0 if abs(one) < CENT else one for one in over]
    flat = _flat(grid, over)
    alone = [at for at, one in zip(grid, over, strict=True) if one == 0.0]
    values = [at for at in alone if not any(low <= at <= high for low, high in flat)]
    for at in range(len(grid) - 1):
        if over[at] * over[at + 1] < 0:
            ends = (grid[at], grid[at + 1])
            values.append(_bisect(lambda x: worth(x) - leaves, ends, over[at] < 0, tick))
    return Reservation(tuple(sorted(values)), flat, over[0], over[-1])


def _flat(grid: list[float], over: list[float]) -> tuple[tuple[float, float], ...]:
    found: list[tuple[float, float]] = []
    for at in range(len(grid) - 1):
        if over[at] == 0.0 == over[at + 1]:
            if found and found[-1][1] == grid[at]:
                found[-1] = (found[-1][0], grid[at + 1])
            else:
                found.append((grid[at], grid[at + 1]))
    return tuple(found)


def _bisect(
    over: Callable[[float], float], ends: tuple[float, float], rises: bool, tick: float
) -> float:
    low, high = ends
    while high - low > tick:
        middle = (low + high) / 2
        if (over(middle) < 0) == rises:
            low = middle
        else:
            high = middle
    return (low + high) / 2
