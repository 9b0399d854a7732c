"""What it costs that a contract does not, or not fully, follow how ill the patients are.

Acuity is moved on the same years, with the contract as it is and with its own adjusters silent: the
figures, such as a mean risk score, that move with acuity and are neither cost nor a measure.
"""

from dataclasses import dataclass, replace

import numpy as np

from fairterms.contract.deal import Deal
from fairterms.simulate.drivers.assumptions import replanned, shifted
from fairterms.simulate.drivers.outcome import Outcome, difference, outcome
from fairterms.simulate.drivers.redraw import SameChance
from fairterms.simulate.forecast.declaration import Declaration, FigureSpec
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.results.estimate import Estimate, over_blocks, parts
from fairterms.simulate.years import FloatArray, Years, net_gains

ACUITY = "acuity"

YEARS = 512
"""Years used unless told otherwise: differences on the same years need few."""

SLIGHT = 0.01
"""The step of the slope: patients 1 % more ill."""

SICKER = 0.05
"""The planted panel: patients 5 % more ill than expected, all of them (our choice)."""

CENT = 0.01


@dataclass(frozen=True)
class RiskAdjustment:
    """How acuity moves the net margin, and what of it the contract gives back.

    Attributes
    ----------
    base
        The net margin of the years as they are.
    slope
        What 1 % more acuity adds, in dollars a year (and to the chance of a loss).
    worth
        What acuity's moving from year to year adds, against years in which it stays as expected:
        below 0 is what perfect adjustment for it would be worth.
    sicker
        What a panel that is :data:`SICKER` more ill adds: below 0 is what the group would lose, and
        what perfect risk adjustment would give back.
    unadjusted
        The same with the contract's own adjusters silent.
    tracked
        The share of that loss, on average, which the contract's own adjusters give back: 1 is
        perfect. None where acuity costs nothing to begin with.
    adjusters
        The contract's figures that move with acuity.
    years
        On how many years.
    """

    base: Outcome
    slope: Outcome
    worth: Outcome
    sicker: Outcome
    unadjusted: Outcome
    tracked: Estimate | None
    adjusters: tuple[str, ...]
    years: int

    @property
    def is_moved(self) -> bool:
        """Whether acuity moves what the deal leaves the group at all."""
        return any(abs(one.value) >= CENT for one in (self.sicker.mean, self.unadjusted.mean))


@dataclass(frozen=True)
class _Nets:
    """Net margins of the same years, shape (years,) in dollars."""

    base: FloatArray
    slight: FloatArray
    neutral: FloatArray
    sicker: FloatArray
    silent: FloatArray


def risk_adjustment(
    deal: Deal, plan: Plan, years: Years, past: Past = NOTHING_PAST, most: int = YEARS
) -> RiskAdjustment:
    """Say what the lack of risk adjustment costs.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    plan, years
        What was simulated, and the years it gave, from the first on.
    past
        What the records say; needed where the law of cost comes from them.
    most
        How many of the years are used; a multiple of 32.

    Raises
    ------
    Refusal
        When the law of cost is to come from the records and ``past`` has none.
    """
    part = years.part(0, min(most, len(years)))
    found, blocks = _nets(deal, plan, part, past), part.blocks
    return RiskAdjustment(
        outcome(found.base, blocks),
        difference(found.slight, found.base, blocks),
        difference(found.base, found.neutral, blocks),
        difference(found.sicker, found.base, blocks),
        difference(found.silent, found.base, blocks),
        _tracked(found, part),
        tuple(one.id for one in adjusters(plan.declared)),
        len(part),
    )


def adjusters(declared: Declaration) -> tuple[FigureSpec, ...]:
    """Return the figures by which a contract can follow acuity."""
    return tuple(one for one in declared.figures if one.moved_by.get(ACUITY, 0.0))


def silenced(declared: Declaration) -> Declaration:
    """Return the forecast in which no adjuster hears of acuity."""
    silent = {one.id for one in adjusters(declared)}
    figures = tuple(
        replace(one, moved_by={**one.moved_by, ACUITY: 0.0}) if one.id in silent else one
        for one in declared.figures
    )
    return replace(declared, figures=figures)


def _nets(deal: Deal, plan: Plan, part: Years, past: Past) -> _Nets:
    chance = SameChance()

    def net(declared: Declaration) -> FloatArray:
        under = replanned(plan, declared, past)
        return net_gains(deal, plan.contract, chance.years(under, len(part)))

    declared = plan.declared
    base = net_gains(deal, plan.contract, part)
    neutral = net(declared.with_factor(ACUITY, spread=0.0, centre=0.0, grows=0.0))
    sicker = net(shifted(declared, ACUITY, SICKER))
    silent = sicker
    if adjusters(declared):
        # Chance is held: against the same years an adjuster that always is silent changes nothing
        # but what it would have given back for the planted 5 %.
        silent = base + (net(silenced(shifted(declared, ACUITY, SICKER))) - net(silenced(declared)))
    return _Nets(base, net(shifted(declared, ACUITY, SLIGHT)), neutral, sicker, silent)


def _tracked(found: _Nets, part: Years) -> Estimate | None:
    lost = found.silent - found.base
    if lost.mean() > -CENT:
        return None
    given = found.sicker - found.silent
    pairs = np.stack([given, lost], axis=1)

    def share(of: FloatArray) -> float:
        loss = float(of[:, 1].mean())
        return float(of[:, 0].mean()) / -loss if loss < 0 else 0.0

    return over_blocks(pairs, parts(part.blocks), share)
