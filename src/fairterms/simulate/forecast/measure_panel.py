"""Counts of a measure in each year: how many patients count, and how many reach it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import pdtrik  # type: ignore[import-untyped,unused-ignore]

from fairterms.contract.figure_set import FigureSet
from fairterms.simulate.draws import keyed
from fairterms.simulate.forecast.declaration import MeasureSpec
from fairterms.simulate.forecast.patient_panel import Listed, Place
from fairterms.simulate.forecast.year_moves import YearMoves
from fairterms.simulate.years import FloatArray, IntArray
from fairterms.units.quantity import Quantity

LEAST, MOST = 0.001, 0.999
"""A true rate never leaves these limits."""


@dataclass(frozen=True)
class KnownRate:
    """A measure's rate in the group's own past.

    Attributes
    ----------
    rate
        0 to 1.
    error
        Standard error of the rate, as a fraction: few patients leave it uncertain.
    patients
        How many it rests on.
    years
        Past years whose mean it is; 0 takes the level for known but for chance.
    """

    rate: float
    error: float
    patients: int
    years: int = 0

    def spread(self, yearly: float) -> float:
        """Return how far next year's true rate may lie from this one.

        Parameters
        ----------
        yearly
            How far the true rate moves from year to year, as a fraction.

        Examples
        --------
        >>> round(KnownRate(0.4, 0.03, 300, 4).spread(0.04), 4)
        0.0539
        """
        of_the_level = 1 / self.years if self.years else 0.0
        return float(np.sqrt(yearly**2 * (1 + of_the_level) + self.error**2))


def measure_counts(
    spec: MeasureSpec,
    expected: FigureSet,
    moves: YearMoves,
    lists: tuple[Mapping[str, Listed], Place],
    known: KnownRate | None,
) -> dict[str, FloatArray]:
    """Draw numerator and denominator of a measure.

    Parameters
    ----------
    spec
        How it may come out.
    expected
        The level of its counts, and of its rate where the group's past is not used.
    moves
        What the years bring.
    lists
        The people on the list, by their id; and seed, stream and first year.
    known
        The group's own past rate; its error is part of what may happen.

    Returns
    -------
    dict
        ``measure.numerator`` and ``measure.denominator``, shape (years,).
    """
    top, bottom = (_level(expected, f"{spec.id}.{end}") for end in ("numerator", "denominator"))
    people, place = lists
    counted = _counted(spec, bottom, moves, people.get(spec.patients), place)
    rate = known.rate if known else top / bottom
    spread = known.spread(spec.spread) if known else spec.spread
    true = rate * moves.multiplier(spec.rate_moves) + spread * moves.scores[f"rate of {spec.id}"]
    reached = _reached(spec, true, counted, people.get(spec.patients), place)
    return {
        f"{spec.id}.numerator": reached.astype(np.float64),
        f"{spec.id}.denominator": counted.astype(np.float64),
    }


def poisson(mean: FloatArray, uniform: FloatArray) -> FloatArray:
    """Return counts of independent events, one a year.

    Parameters
    ----------
    mean
        Expected counts, shape (years,).
    uniform
        Numbers between 0 and 1, shape (years,).
    """
    # The inverse of the law is continuous in the count; the count itself is the next whole one.
    drawn = np.ceil(pdtrik(uniform, np.maximum(mean, 1e-9)) - 1e-9)
    counts: FloatArray = np.maximum(np.nan_to_num(drawn), 0.0)
    return counts


def _counted(
    spec: MeasureSpec, level: float, moves: YearMoves, people: Listed | None, place: Place
) -> FloatArray:
    seed, stream, first = place
    mean = level * moves.multiplier(spec.count_moves) * (people.ratio if people else 1.0)
    name = f"{stream}, patients of {spec.id}"
    return poisson(mean, keyed.uniforms(seed, name, first, first + len(moves))[:, 0])


def _reached(
    spec: MeasureSpec, true: FloatArray, counted: FloatArray, people: Listed | None, place: Place
) -> IntArray:
    seed, stream, first = place
    last = first + len(true)
    keys = keyed.year_keys(seed, f"{stream}, response {spec.id}", first, last)
    patients = counted.astype(np.int64)
    if people is None or not people.cost_stream or not spec.dearer:
        return keyed.bernoulli_counts(keys, patients, np.clip(true, LEAST, MOST))
    cost_keys = keyed.year_keys(seed, people.cost_stream, first, last)
    low, high = (np.clip(true + side * spec.dearer / 2, LEAST, MOST) for side in (-1, 1))
    return keyed.dependent_counts(keys, cost_keys, patients, low, high, cut=0.5)


def _level(expected: FigureSet, name: str) -> float:
    value = expected.values[name]
    assert isinstance(value, Quantity), f"{name} is one number"
    return float(value.amount)
