"""Stress tests: each named stress on the same years as the forecast, and what it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from fairterms.contract.deal import Deal
from fairterms.simulate.drivers.outcome import Outcome, difference, outcome
from fairterms.simulate.drivers.redraw import SameChance
from fairterms.simulate.drivers.stress import Change, Setting, Stress
from fairterms.simulate.drivers.stress_catalogue import STRESSES
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.results.cash import cash
from fairterms.simulate.results.cash_declaration import CashDeclaration, read_cash
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.results.settled_years import settle_years
from fairterms.simulate.years import FloatArray, Years, net_gains
from fairterms.units.refusal import Refusal

YEARS = 512
"""Years under stress unless told otherwise: differences on the same years need few."""


@dataclass(frozen=True)
class Reserve:
    """Cash needed at the start so that 95 % of years never fall below zero, in dollars."""

    before: Estimate
    under_stress: Estimate

    @property
    def more(self) -> Estimate:
        """How much more is needed; its error is no smaller than the true one."""
        error = float(np.hypot(self.before.error, self.under_stress.error))
        blocks = self.before.blocks
        return Estimate(self.under_stress.value - self.before.value, error, blocks)


@dataclass(frozen=True)
class StressResult:
    """What one stress does.

    Attributes
    ----------
    name, title
        As in the catalogue.
    words
        What was changed, as a sentence.
    outcome
        The net margin under stress.
    change
        By how much it differs from the forecast, on the same years.
    reserve
        What cash the group must hold; None where only the net margin is at stake.
    """

    name: str
    title: str
    words: str
    outcome: Outcome
    change: Outcome
    reserve: Reserve | None = None


@dataclass(frozen=True)
class NotApplied:
    """A stress that does not apply to the contract, and why, as a sentence."""

    name: str
    title: str
    why: str


@dataclass(frozen=True)
class StressTests:
    """All stresses of the catalogue.

    Attributes
    ----------
    base
        The same years without stress.
    results
        Worst first, by the mean.
    not_applied
        The others.
    years
        On how many years.
    """

    base: Outcome
    results: tuple[StressResult, ...]
    not_applied: tuple[NotApplied, ...]
    years: int


@dataclass(frozen=True)
class _Base:
    setting: Setting
    years: Years
    net: FloatArray
    chance: SameChance = field(default_factory=SameChance)


def stress_tests(
    deal: Deal,
    plan: Plan,
    years: Years,
    past: Past = NOTHING_PAST,
    *,
    sizes: Mapping[str, float] | None = None,
    most: int = YEARS,
) -> StressTests:
    """Put a year under every stress of the catalogue.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    plan
        What was simulated.
    years
        The years it gave, from the first on.
    past
        What the records say; needed where the law of cost comes from them.
    sizes
        Stress to how strong it is, where not as in the catalogue: ``{"trend_shock": 0.05}``.
    most
        How many of the years are used; a multiple of 32.
    """
    number = min(most, len(years))
    part = years.part(0, number)
    base = _Base(Setting(deal, plan, past), part, net_gains(deal, plan.contract, part))
    results, others = [], []
    for name in STRESSES:
        stress = STRESSES[name]
        stress = replace(stress, size=(sizes or {}).get(name, stress.size))
        found = _stressed(stress, base)
        if isinstance(found, StressResult):
            results.append(found)
        else:
            others.append(found)
    results.sort(key=lambda one: one.outcome.mean.value)
    return StressTests(outcome(base.net, part.blocks), tuple(results), tuple(others), number)


def _stressed(stress: Stress, base: _Base) -> StressResult | NotApplied:
    try:
        change = stress.apply(base.setting, stress.size)
        if isinstance(change, str):
            return NotApplied(stress.name, stress.title, change)
        years = _lived_through(change, base)
        net = net_gains(base.setting.deal, change.plan.contract, years)
        reserve = _reserve(change, base) if change.months_late else None
    except Refusal as refusal:
        why = f"{refusal.subject}: {refusal.what}."
        return NotApplied(stress.name, stress.title, why)
    blocks = base.years.blocks
    return StressResult(
        stress.name,
        stress.title,
        change.words,
        outcome(net, blocks),
        difference(net, base.net, blocks),
        reserve,
    )


def _lived_through(change: Change, base: _Base) -> Years:
    """Draw the years under a change; those it does not touch are taken as they are."""
    before, after = base.setting.plan, change.plan
    years = base.years
    if after.declared is not before.declared or after.expected is not before.expected:
        years = base.chance.years(after, len(years))
    return change.figures(years)


def _reserve(change: Change, base: _Base) -> Reserve:
    deal, plan = base.setting.deal, base.setting.plan
    dates = read_cash(plan.declared.cash, plan.declared.notes, plan.contract)
    found = settle_years(deal, plan.contract, base.years, dates.steps)
    late = _later(dates, change.months_late)
    before = cash(plan.contract, deal.without_deal, found, dates).reserve_95
    return Reserve(before, cash(plan.contract, deal.without_deal, found, late).reserve_95)


def _later(dates: CashDeclaration, months: int) -> CashDeclaration:
    schedules = tuple(
        replace(
            one,
            parts=tuple(
                replace(part, first=part.first + months, last=part.last + months)
                for part in one.parts
            ),
        )
        for one in dates.schedules
    )
    return replace(dates, schedules=schedules)
