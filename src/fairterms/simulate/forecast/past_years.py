"""One past year forecast from the years before it, by the laws of ``forecast.toml``."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import bdtr, ndtr, ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.group_results.assessment import MeasureAssessment, MeasureYear, assess
from fairterms.simulate.forecast.declaration import Declaration, MeasureSpec, Moves
from fairterms.simulate.forecast.known_level import known_rate, widened
from fairterms.simulate.forecast.measure_panel import LEAST, MOST
from fairterms.simulate.results.back_test import PastYear
from fairterms.simulate.years import FloatArray

LEVEL = 0.8
"""What a range should hold."""

NODES = 200
"""True rates, equally likely, that a range is worked out from."""


@dataclass(frozen=True)
class YearlyCost:
    """What the people on the list cost in one year that the claims hold in full.

    Attributes
    ----------
    year
        The calendar year.
    people
        Who was listed in it, people without any cost among them.
    cents
        What they cost together.
    square_cents
        The sum of the squares of what each cost, in square cents: how unlike people are.
    """

    year: int
    people: int
    cents: int
    square_cents: int

    @property
    def dollars(self) -> float:
        """What one person cost on average."""
        return self.cents / self.people / 100

    @property
    def dispersion(self) -> float:
        """Standard deviation of people's cost over its mean."""
        return float(np.sqrt(max(self.square_cents * self.people / self.cents**2 - 1, 0.0)))


def forecast_rate(
    assessed: MeasureAssessment,
    earlier: Sequence[MeasureYear],
    came: MeasureYear,
    spec: MeasureSpec,
    declared: Declaration,
) -> PastYear:
    """Forecast a measure's rate in a past year.

    Parameters
    ----------
    assessed
        The measure, for how it is declared.
    earlier
        The counts that would have been known, each with patients.
    came
        The year, with how many patients counted and how many reached the measure.
    spec, declared
        How the rate may move, by itself and with the factors.

    Returns
    -------
    PastYear
        Rates from 0 to 1.

    Notes
    -----
    The true rate is normal around the past one: its own spread and that of the factors, the error
    of a level that rests on so many years, and the error of counting few patients. What comes is
    binomial. The range is that law's, without simulation.
    """
    before = assess(replace(assessed.declared, peers=None), earlier, ())
    drifts = before.baseline.trend is not None and before.baseline.trend.is_drift
    reached, patients, _ = before.rests_on
    known = known_rate(reached, patients)
    own = np.hypot(spec.spread, known.rate * _spread(spec.rate_moves, declared))
    # Where the rate drifts its level is the last year's alone.
    error = np.hypot(known.error, widened(float(own), 0.0, 1 if drifts else len(earlier)))
    scores = ndtri((np.arange(NODES) + 0.5) / NODES)
    true = np.clip(known.rate + error * scores, LEAST, MOST)
    low, high = (_count(true, came.n, end) for end in ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    under, up_to = (_share_below(true, came.n, one) for one in (came.reached - 1, came.reached))
    rates = (low / came.n, high / came.n, came.reached / came.n)
    return PastYear(str(came.year), *rates, (under + up_to) / 2)


def forecast_cost(
    earlier: Sequence[YearlyCost], came: YearlyCost, declared: Declaration
) -> PastYear:
    """Forecast what a person cost in a past year, in dollars.

    Parameters
    ----------
    earlier
        The years that would have been known, at least one.
    came
        The year.
    declared
        How far the factors move cost, and how the trend grows.

    Notes
    -----
    The level is the mean of the earlier years, each brought to the year by the declared growth.
    The law is lognormal: the factors' spread, the error of the level, and chance between the
    people of the year. Chance is taken from how unlike people were in the earlier years, so a very
    dear patient of a kind not seen before lies outside.
    """
    growth = 1 + declared.factors["trend"].grows
    level = float(np.mean([one.dollars * growth ** (came.year - one.year) for one in earlier]))
    unlike = float(np.mean([one.dispersion for one in earlier]))
    before = unlike / np.sqrt(np.mean([one.people for one in earlier]))
    moves = widened(cost_spread(declared), float(before), len(earlier))
    spread = max(float(np.hypot(moves, unlike / np.sqrt(came.people))), 1e-9)
    middle = np.log(level) - spread**2 / 2
    reach = float(ndtri((1 + LEVEL) / 2)) * spread
    rank = float(ndtr((np.log(max(came.dollars, 0.01)) - middle) / spread))
    return PastYear(
        str(came.year),
        float(np.exp(middle - reach)),
        float(np.exp(middle + reach)),
        came.dollars,
        rank,
    )


def cost_spread(declared: Declaration) -> float:
    """Return how far the factors move a person's cost, as a share; the most of several kinds."""
    costing = [one.moved_by for one in declared.patients if one.cost is not None]
    return max((_spread(moves, declared) for moves in costing), default=0.0)


def _count(true: FloatArray, patients: int, level: float) -> int:
    """Return the smallest count that so many years do not exceed."""
    counts = range(patients + 1)
    return bisect_left(counts, level - 1e-12, key=lambda one: _share_below(true, patients, one))


def _share_below(true: FloatArray, patients: int, count: int) -> float:
    """Return the share of years whose count is at most this one."""
    return float(np.mean(bdtr(count, patients, true))) if count >= 0 else 0.0


def _spread(moves: Moves, declared: Declaration) -> float:
    variance = sum((weight * declared.factors[name].spread) ** 2 for name, weight in moves.items())
    return float(np.sqrt(variance))
