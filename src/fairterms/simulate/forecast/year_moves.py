"""What each simulated year brings as a whole: factors, true rates and figures of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from fairterms.simulate.draws.year_points import YearPoints, normal, year_points
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.factors import MEANINGS, Factor
from fairterms.simulate.years import FloatArray, IntArray

BLOCKS = 32
"""Independent scramblings of the quasi-random points; their spread is the simulation's error."""


@dataclass(frozen=True)
class YearMoves:
    """What moves whole years, for some of the years of a panel.

    Attributes
    ----------
    logs
        Factor to the logarithm of what it multiplies by, shape (years,).
    scores
        Name of a rate or figure to a standard normal number a year, shape (years,).
    blocks
        The scrambling of each year, shape (years,).
    factors
        The factors' records, for their variance.
    year
        The performance year, counted from 0.
    """

    logs: Mapping[str, FloatArray]
    scores: Mapping[str, FloatArray]
    blocks: IntArray
    factors: Mapping[str, Factor]
    year: int

    def __len__(self) -> int:
        """Return the number of years."""
        return len(self.blocks)

    def multiplier(self, weights: Mapping[str, float]) -> FloatArray:
        """Return what the factors multiply a figure by, shape (years,).

        Parameters
        ----------
        weights
            By factor. The middle of a factor counts in full; its spread does not move the mean,
            whatever the weight.
        """
        total = np.zeros(len(self))
        for name, weight in weights.items():
            variance = self.factors[name].variance(self.year)
            total += weight * self.logs[name] - weight**2 * variance / 2
        return np.exp(total)

    @property
    def shares(self) -> dict[str, FloatArray]:
        """Factor to the share by which it moved each year, shape (years,)."""
        return {name: np.expm1(values) for name, values in self.logs.items()}


def own_scores(declared: Declaration) -> tuple[str, ...]:
    """Name what moves by itself from year to year: true rates, then figures with a spread."""
    rates = [f"rate of {one.id}" for one in declared.measures]
    return (*rates, *(f"figure {one.id}" for one in declared.figures if one.spread))


def points_of(declared: Declaration, seed: int, number: int) -> YearPoints:
    """Lay the quasi-random points: one dimension a factor, then one a thing of its own.

    Parameters
    ----------
    declared
        The forecast.
    seed
        The seed of the whole simulation.
    number
        How many years; a multiple of :data:`BLOCKS`.
    """
    return _points(seed, len(MEANINGS) + len(own_scores(declared)), number)


@lru_cache(maxsize=4)
def _points(seed: int, dimensions: int, number: int) -> YearPoints:
    return year_points(seed, dimensions, number, BLOCKS)


def moves_of(declared: Declaration, points: YearPoints, year: int) -> YearMoves:
    """Turn points into what the years bring.

    Parameters
    ----------
    declared
        The forecast, with every factor.
    points
        Of :func:`points_of`, or a part of them.
    year
        The performance year, counted from 0.
    """
    scores = normal(points.values)
    logs = {
        name: declared.factors[name].normal_moves(scores[:, at], year)
        for at, name in enumerate(MEANINGS)
    }
    own = {name: scores[:, len(MEANINGS) + at] for at, name in enumerate(own_scores(declared))}
    return YearMoves(logs, own, points.block, declared.factors, year)
