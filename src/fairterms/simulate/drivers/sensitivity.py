"""Which driver makes the years differ: a share of the net margin's variance for each.

Drivers are what forecast.toml lets move: whole-year factors, true rates, figures of their own, and
chance between patients. They are taken to be independent of each other.
"""

from dataclasses import dataclass

import numpy as np

from fairterms.contract.deal import Deal
from fairterms.simulate.draws.year_points import YearPoints, year_points
from fairterms.simulate.drivers import sobol
from fairterms.simulate.drivers.redraw import SameChance
from fairterms.simulate.drivers.sobol import Runs
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.factors import MEANINGS
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.year_moves import own_scores
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.years import FloatArray, net_gains

POINTS = 256
"""Points of each sample; each driver costs so many years more."""

BLOCKS = 16
"""Independent scramblings of the points."""

CHANCE = "chance between patients"
"""The driver that stands for all that evens out in a large group."""


@dataclass(frozen=True)
class Driver:
    """How much of the net margin's variance one driver brings.

    Attributes
    ----------
    name
        A factor, "rate of …", "figure …" or :data:`CHANCE`.
    first
        The share of the variance that would go if this alone were known.
    total
        The share that would remain if all the others were known.
    """

    name: str
    first: Estimate
    total: Estimate


@dataclass(frozen=True)
class Sensitivity:
    """All drivers that may move.

    Attributes
    ----------
    drivers
        By total effect, largest first.
    held
        Drivers that do not move in this forecast.
    spread
        Standard deviation of the net margin, dollars a year.
    runs
        How many years were settled in all.
    """

    drivers: tuple[Driver, ...]
    held: tuple[str, ...]
    spread: float
    runs: int

    @property
    def together(self) -> float:
        """The share of the variance that no driver brings alone: what they do together."""
        return 1 - sum(one.first.value for one in self.drivers)


def sensitivity(deal: Deal, plan: Plan, points: int = POINTS) -> Sensitivity:
    """Say which drivers make the years differ.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    plan
        What is simulated of the year.
    points
        Of each of the samples; a power of two times :data:`BLOCKS` is best.

    Raises
    ------
    Refusal
        When a clause cannot be settled on the figures.
    """
    moving, held = _columns(plan)
    one, other = _samples(plan, points)
    chance = SameChance()

    def net(values: FloatArray, first: int) -> FloatArray:
        years = chance.drawn(plan, YearPoints(values, one.block), first)
        return net_gains(deal, plan.contract, years)

    # The second sample takes other years' numbers, on which all chance between patients depends.
    a, b = net(one.values, 0), net(other.values, points)
    exchanged = [net(_exchanged(one, other, at), 0) for at in moving.values()]
    exchanged.append(net(one.values, points))
    runs = Runs(a, b, exchanged, one.block)
    found = [
        Driver(name, each.first, each.total)
        for name, each in zip((*moving, CHANCE), sobol.effects(runs), strict=True)
    ]
    found.sort(key=lambda driver: -driver.total.value)
    settled = points * (2 + len(exchanged))
    return Sensitivity(tuple(found), held, float(np.sqrt(sobol.variance(runs))), settled)


def _columns(plan: Plan) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the drivers that move, with their column of the points, and the names of others."""
    names = (*MEANINGS, *own_scores(plan.declared))
    moves = _moves(plan.declared, plan)
    moving = {name: at for at, name in enumerate(names) if moves[name]}
    return moving, tuple(name for name in names if name not in moving)


def _moves(declared: Declaration, plan: Plan) -> dict[str, bool]:
    """Say of each driver whether its spread is above nothing."""
    found = {name: factor.spread > 0 for name, factor in declared.factors.items()}
    for measure in declared.measures:
        known = plan.known.get(measure.id) if measure.from_records else None
        found[f"rate of {measure.id}"] = measure.spread > 0 or bool(known and known.error)
    return found | {f"figure {one.id}": True for one in declared.figures if one.spread}


def _samples(plan: Plan, points: int) -> tuple[YearPoints, YearPoints]:
    width = len(MEANINGS) + len(own_scores(plan.declared))
    both = year_points(plan.seed + 1, 2 * width, points, BLOCKS)
    return (
        YearPoints(both.values[:, :width], both.block),
        YearPoints(both.values[:, width:], both.block),
    )


def _exchanged(one: YearPoints, other: YearPoints, at: int) -> FloatArray:
    values = one.values.copy()
    values[:, at] = other.values[:, at]
    return values
