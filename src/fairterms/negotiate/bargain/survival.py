"""Vary what we believe of the plan, and see which outcomes stay on the frontier."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from fairterms.negotiate.bargain.frontier import frontier
from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.negotiate.positions.position import Issue, Spread
from fairterms.simulate.years import FloatArray, IntArray

VARIED = 32
"""Draws of all estimates together, besides all low and all high; our choice."""

SEED = 2027


@dataclass(frozen=True)
class Doubt:
    """What is uncertain about the plan.

    Attributes
    ----------
    issues
        Their options' worths to the plan.
    base
        What the plan has of the deal whatever is agreed, dollars a year.
    walk_away
        What it has without the deal, dollars a year.
    """

    issues: tuple[Issue, ...]
    base: Spread
    walk_away: Spread

    def draws(self) -> Iterator[tuple[list[FloatArray], float]]:
        """Yield how far each option's worth, and the gain over walking away, is off.

        Yields
        ------
        tuple
            For each issue dollars of shape (options,), and dollars.
        """
        random = np.random.default_rng(SEED)
        for way in ("low", "high", *("drawn",) * VARIED):
            options = [
                np.array([_off(one.plan_worth, way, random) for one in issue.options])
                for issue in self.issues
            ]
            other = {"low": "high", "high": "low"}.get(way, way)
            leaving = _off(self.walk_away, other, random)
            yield options, _off(self.base, way, random) - leaving


def _off(one: Spread, way: str, random: np.random.Generator) -> float:
    """Return by how much a draw differs from what is likely; a triangle between low and high."""
    if one.low == one.high:
        return 0.0
    ends = {"low": one.low, "high": one.high}
    value = ends[way] if way in ends else random.triangular(one.low, one.likely, one.high)
    return float(value) - one.likely


def survive(
    space: OutcomeSpace,
    doubt: Doubt,
    worths: tuple[FloatArray, FloatArray],
    plan: FloatArray,
    on: IntArray,
) -> tuple[FloatArray, FloatArray]:
    """Say how often outcomes stay on the frontier, and how often they suit the plan.

    Parameters
    ----------
    space
        All outcomes.
    doubt
        What is uncertain.
    worths
        What every outcome is worth to the group and, as is likely, to the plan; dollars a year of
        shape (outcomes,).
    plan
        What the outcomes asked about are worth to the plan on all years.
    on
        The outcomes asked about.

    Returns
    -------
    tuple of Array
        Two shares of draws, shape (outcomes asked about,). Whether one stays is judged among all
        outcomes on the screened years.
    """
    group, likely = worths
    stays, suits = np.zeros(len(on)), np.zeros(len(on))
    draws = 0
    for options, gain in doubt.draws():
        moved = space.added(options)
        kept = np.zeros(space.size, dtype=bool)
        kept[frontier(group, np.round(likely + moved, 2))] = True
        stays += kept[on]
        suits += plan + moved[on] + gain >= doubt.walk_away.likely
        draws += 1
    return stays / draws, suits / draws
