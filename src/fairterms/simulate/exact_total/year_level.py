"""The law of a total over years that differ as a whole: a mixture over what the year brings.

Notes
-----
A year multiplies every patient's cost by exp(s z − s² ÷ 2), with z standard normal: the mean stays
where it is, and s is the spread of all cost factors together (independent ones add in squares).
The mixture is a sum over equal steps of z from −6 to 6, each with its normal weight. Such a sum is
exact to about 10⁻⁸ when neighbouring years lie no further apart than patients' chance spreads one
year's total, so the number of years follows from the two.

Patients' chance alone is not what a year may bring: leaving the year out is the commonest mistake.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from fairterms.simulate.exact_total.aggregation import chosen_step, total_of
from fairterms.simulate.exact_total.cost_law import FloatArray
from fairterms.simulate.exact_total.grid import coarse, moments, split
from fairterms.simulate.exact_total.part import Part
from fairterms.simulate.exact_total.total_law import TotalLaw, mixed
from fairterms.units.refusal import Refusal

REACH = 6.0
"""Standard deviations of a year-level factor on either side; beyond lie 2 years in 10⁹."""

WIDEST = 0.5
"""Greatest distance of two years in standard deviations, however much chance spreads a total."""

MOST_YEARS = 500
"""Kinds of year beyond which a mixture takes too long."""


@dataclass(frozen=True, eq=False)
class YearLevels:
    """Kinds of year, by what they multiply every patient's cost by.

    Attributes
    ----------
    scales
        Multipliers, shape (years,).
    weights
        The chance of each, shape (years,); they add up to 1.
    """

    scales: FloatArray
    weights: FloatArray


def year_levels(spread: float, distance: float = WIDEST) -> YearLevels:
    """Return kinds of year for a factor that moves a usual year by ``spread`` either way.

    Parameters
    ----------
    spread
        Standard deviation of the logarithm, as a share: 0.04 for 4 %.
    distance
        Between two kinds, in standard deviations.

    Raises
    ------
    Refusal
        When the spread is below zero, or too many kinds would be needed.

    Examples
    --------
    >>> levels = year_levels(0.04)
    >>> len(levels.scales), round(float(levels.scales @ levels.weights), 9)
    (25, 1.0)
    """
    if spread < 0:
        raise Refusal(
            "spread", f"is {spread}", "it is a standard deviation", "give a share from 0 up"
        )
    if spread == 0:
        return YearLevels(np.ones(1), np.ones(1))
    number = 2 * math.ceil(REACH / distance) + 1
    if number > MOST_YEARS:
        raise Refusal(
            "spread",
            f"of {spread:g} is {number // 12:,} times what chance between patients does to a year",
            f"a mixture of {number:,} kinds of year takes too long, and chance hardly matters",
            "leave chance between patients out, or simulate",
        )
    scores = np.linspace(-REACH, REACH, number)
    weights = np.exp(-(scores**2) / 2)
    return YearLevels(np.exp(spread * scores - spread**2 / 2), weights / weights.sum())


def total_over_years(
    part: Part, patients: int, spread: float, step: float | None = None
) -> TotalLaw:
    """Return the law of a total when the year moves every patient's cost alike.

    Parameters
    ----------
    part
        What is added up of one patient's cost in a year as expected.
    patients
        How many are on the roster.
    spread
        Standard deviation of the year's level, as a share: 0.04 for 4 %.
    step
        Dollars between grid points; None for our choice.
    """
    step = chosen_step(part, patients) if step is None else step
    levels = year_levels(spread, min(WIDEST, _distance(part, patients, spread)))
    laws = [
        total_of(replace(part, scale=part.scale * float(scale)), patients, step)
        for scale in levels.scales
    ]
    return mixed(laws, levels.weights)


def _distance(part: Part, patients: int, spread: float) -> float:
    """Return what chance does to the total, in standard deviations of the year's level."""
    dollars = coarse(part.top(max(patients, 1)))
    mean, sd = moments(dollars, split(dollars, part))
    if 0 in (mean, patients, spread) or sd == 0:
        return WIDEST
    return sd / mean / math.sqrt(patients) / spread
