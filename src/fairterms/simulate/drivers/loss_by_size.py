"""The same contract for a smaller or larger group: how often it loses, and how often by luck.

A group of a tenth of the size has the same rates and costs a patient, but chance evens out less,
and the contract's dollar caps and minimum counts stay where they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.payment.book import Given
from fairterms.simulate.drivers.assumptions import scaled
from fairterms.simulate.drivers.outcome import Outcome, outcome
from fairterms.simulate.drivers.redraw import SameChance
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.year_moves import BLOCKS
from fairterms.simulate.results import statistic
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.results.settled_years import (
    HALF_CENT,
    SettledYears,
    measures_paid_on,
    settle_years,
)
from fairterms.simulate.years import Years
from fairterms.units.quantity import Quantity

SCALES = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0)

YEARS = 1_024
"""Years at most of one size."""

FULL_SIZE = 256
"""How many years of the group's own size may be spent on one size: a larger group gets fewer."""

FEWEST = 4 * BLOCKS
"""Years at least of one size, so that there are some among the worst 5 %."""

LUCKY = 512
"""Years at most in which luck alone decides."""

SAME = 1e-9
"""Shares of a measure's weight nearer than this are one share."""


@dataclass(frozen=True)
class SizeResult:
    """What the contract does to a group of one size.

    Attributes
    ----------
    scale
        Against the group as it is: 0.5 is half of it.
    members
        People on the list in a usual year; None where nobody says.
    clinicians
        Full-time clinicians; None where nobody says.
    outcome
        The net margin. The cost of the work grows with the size (our choice).
    owes
        The chance that the deal takes from what the group would be paid anyway, before the work.
    worst_share
        The mean of the worst 5 % of years as a share of what the contract pays on average; None
        where it pays nothing on average.
    luck
        The chance that luck between patients alone fails a target the group truly meets, at least
        one of them; None where no target is met, or the contract has none.
    years
        How many years were simulated.
    """

    scale: float
    members: int | None
    clinicians: float | None
    outcome: Outcome
    owes: Estimate
    worst_share: Estimate | None
    luck: Estimate | None
    years: int


def loss_by_size(
    deal: Deal,
    plan: Plan,
    scales: Sequence[float] = SCALES,
    clinicians: float | None = None,
    most: int = YEARS,
) -> tuple[SizeResult, ...]:
    """Simulate the contract for groups of other sizes.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    plan
        Of the group as it is.
    scales
        The sizes, against the group as it is.
    clinicians
        Full-time clinicians of the group as it is; None takes what the forecast says, if it does.
    most
        Years of one size at most; a multiple of 32.

    Raises
    ------
    Refusal
        When a clause cannot be settled for some size.
    """
    here = clinicians if clinicians is not None else _posts(plan)
    return tuple(_of_size(deal, plan, scale, here, most) for scale in scales)


def _of_size(
    deal: Deal, plan: Plan, scale: float, clinicians: float | None, most: int
) -> SizeResult:
    number = _number(plan, scale, most)
    larger = replace(scaled(plan, scale), number=max(number, plan.number))
    years = SameChance().years(larger, number)
    found = settle_years(_scaled_deal(deal, scale), larger.contract, years)
    size = outcome(found.net, found.blocks)
    return SizeResult(
        scale,
        _members(larger),
        None if clinicians is None else clinicians * scale,
        size,
        statistic.probability(found.gains < -HALF_CENT, found.blocks),
        _share(size.worst, found),
        _luck(deal, larger, min(number, LUCKY)),
        number,
    )


def _number(plan: Plan, scale: float, most: int) -> int:
    """Return how many years one size is worth: those of a large group take as much longer."""
    if not any(one.cost for one in plan.declared.patients):
        return most
    wanted = round(FULL_SIZE / scale / BLOCKS) * BLOCKS
    return int(min(max(wanted, FEWEST), most))


def _posts(plan: Plan) -> float | None:
    capacity = plan.declared.capacity
    return capacity.numbers.get("staff.posts") if capacity else None


def _members(plan: Plan) -> int | None:
    people = sum(one.roster * one.listed for one in plan.declared.patients)
    if people:
        return round(people)
    months = plan.expected.values.get("member_months")
    return round(float(months.amount) / 12) if isinstance(months, Quantity) else None


def _scaled_deal(deal: Deal, scale: float) -> Deal:
    by = Decimal(repr(scale))
    costs = tuple(replace(one, amount=one.amount * by) for one in deal.costs)
    without = replace(deal.without_deal, amount=deal.without_deal.amount * by)
    return replace(deal, costs=costs, without_deal=without)


def _share(worst: Estimate, found: SettledYears) -> Estimate | None:
    paid = float(found.payable.mean())
    if paid < HALF_CENT:
        return None
    return Estimate(worst.value / paid, worst.error / paid, worst.blocks)


# Luck ----------------------------------------------------------------------------------------


def _luck(deal: Deal, plan: Plan, number: int) -> Estimate | None:
    """Return the chance that a year as expected, but for luck between patients, fails a target."""
    steps = _share_steps(plan.contract)
    if not steps:
        return None
    still = _only_luck(plan)
    lucky = settle_years(deal, plan.contract, SameChance().years(still, number))
    true = settle_years(deal, plan.contract, _as_expected(still))
    met = [one for one in steps if one in true.steps and true.steps[one][0] > SAME]
    if not met:
        return None
    fails = np.zeros(number, dtype=bool)
    for one in met:
        fails |= lucky.steps[one] < true.steps[one][0] - SAME
    return statistic.probability(fails, lucky.blocks)


def _share_steps(contract: Contract) -> list[str]:
    found = measures_paid_on(contract).items()
    return [f"{clause}.{measure}.share" for clause, rows in found for measure, _ in rows]


def _only_luck(plan: Plan) -> Plan:
    """Return the plan of years that are all alike as a whole: no factor moves, no rate drifts."""
    declared = plan.declared
    factors = {
        name: replace(one, spread=0.0, centre=0.0, grows=0.0)
        for name, one in declared.factors.items()
    }
    # Without their cost people are drawn in no time, and no target looks at it.
    patients = tuple(replace(one, cost=None) for one in declared.patients)
    measures = tuple(replace(one, spread=0.0) for one in declared.measures)
    known = {name: KnownRate(one.rate, 0.0, one.patients) for name, one in plan.known.items()}
    still = replace(
        declared, factors=factors, patients=patients, measures=measures, figures=(), deliveries=()
    )
    return replace(plan, declared=still, laws={}, known=known)


def _as_expected(plan: Plan) -> Years:
    """Return two years exactly as expected, with the group's own rates where they are known."""
    nothing_drawn = replace(plan.declared, patients=(), measures=())
    years = SameChance().years(replace(plan, declared=nothing_drawn), 2)
    figures = dict(years.figures)
    for spec in plan.declared.measures:
        known = plan.known.get(spec.id) if spec.from_records else None
        if known is not None:
            bottom, top = (figures[f"{spec.id}.{end}"] for end in ("denominator", "numerator"))
            assert not isinstance(bottom.values, tuple), "a denominator is one column"
            figures[f"{spec.id}.numerator"] = Given(bottom.values * known.rate, top.unit)
    return replace(years, figures=figures)
