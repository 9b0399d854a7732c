"""What every outcome is worth to either side: ours is settled, theirs is our estimate.

Notes
-----
The group's worth is a certainty equivalent, in dollars a year: (1 - lambda) times the average of M
plus lambda times the average of its worst 5 % of years; M is what the deal adds to what the group
would be paid anyway, less the cost to comply and the cost of giving more care. Lambda is the
group's stated weight of bad years. To it comes what the group says soft options are worth.

The plan's worth is medical savings, less what the deal adds to its payments on average, plus the
worth of quality and of soft options. Each of these estimates has a low and a high.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.offer import Change, Offer, apply
from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.negotiate.bargain.settling import OutcomeSettlement
from fairterms.negotiate.positions.position import (
    Alternative,
    Issue,
    PlanSide,
    QualityWorth,
    SavingsFrom,
    Spread,
)
from fairterms.payment.gain import gains as gains_of
from fairterms.simulate.results.forecast import TAIL
from fairterms.simulate.years import FloatArray, IntArray, Years, settled
from fairterms.units.refusal import Refusal

PLACES = 2
"""Worths are told apart to the cent: floats leave crumbs where exact terms would leave none."""


@dataclass(frozen=True)
class Utilities:
    """What outcomes are worth, in dollars a year; all arrays of shape (outcomes,).

    Attributes
    ----------
    group
        The group's certainty equivalent with soft options.
    paid
        What the deal adds to the plan's payments on average.
    """

    group: FloatArray
    paid: FloatArray


def certainty_equivalent(net: FloatArray, weight: float) -> FloatArray:
    """Return what uncertain years are worth to the group.

    Parameters
    ----------
    net
        Dollars a year, shape (outcomes, years); its years are reordered.
    weight
        Lambda, the weight of the worst 5 % of years, from 0 to 1.

    Returns
    -------
    Array
        Dollars a year, shape (outcomes,).

    Notes
    -----
    Of 512 years the worst 25.6 are averaged: 25 whole and six tenths of the next.

    Examples
    --------
    >>> years = np.arange(40.0)[None, :]
    >>> float(certainty_equivalent(years, 0.5)[0])  # half of 19.5 and half of 0.5
    10.0
    """
    average = net.mean(axis=1)
    size = TAIL * net.shape[1]
    whole = int(np.floor(size + 1e-9))
    net.partition(min(whole, net.shape[1] - 1), axis=1)
    worst = net[:, :whole].sum(axis=1)
    rest = size - whole
    if rest > 1e-9:
        worst = worst + rest * net[:, whole]
    return np.asarray((1 - weight) * average + weight * worst / size)


class Weighing:
    """Weighs outcomes of given issues on given years.

    Parameters
    ----------
    deal, contract
        The deal and the terms in force as written.
    issues
        What is on the table.
    years
        The simulated figures.
    weight
        Weight of the worst 5 % of years.
    threads
        Blocks settled side by side.

    Raises
    ------
    Refusal
        When the space is too large, or an option cannot be settled.
    """

    def __init__(
        self,
        deal: Deal,
        contract: Contract,
        issues: Sequence[Issue],
        years: Years,
        weight: float,
        threads: int = 1,
    ) -> None:
        self.space = OutcomeSpace(tuple(len(one.options) for one in issues))
        self._issues = tuple(issues)
        self._money = [at for at, one in enumerate(issues) if one.is_settled]
        self._weight, self._threads = weight, threads
        options = [[option.changes for option in issues[at].options] for at in self._money]
        self._settlement = OutcomeSettlement(deal, contract, options, years)

    def weigh(self, outcomes: IntArray | None = None) -> Utilities:
        """Return what outcomes are worth; of all where none are given, in their order."""
        everything = outcomes is None
        asked = np.arange(self.space.size) if outcomes is None else outcomes
        digits = self.space.digits(asked)
        money = self._settlement.space
        key = digits[:, self._money] @ np.array(money.strides, dtype=np.int64)
        if everything:
            settled_once, place = np.arange(money.size), key
        else:
            settled_once, place = np.unique(key, return_inverse=True)
        found = self._settlement.measure(settled_once, self._measure, self._threads)
        soft = soft_worth(self._issues, digits, "group")
        place = place.reshape(-1)
        group = np.round(found[place, 0] + soft, PLACES)
        return Utilities(group, np.round(found[place, 1], PLACES))

    def _measure(self, gains: FloatArray) -> FloatArray:
        paid = gains.mean(axis=1)
        gains -= self._settlement.work
        return np.stack([certainty_equivalent(gains, self._weight), paid], axis=1)


def soft_worth(issues: Sequence[Issue], digits: IntArray, side: str) -> FloatArray:
    """Return the stated worth of the options chosen.

    Parameters
    ----------
    issues
        What is on the table.
    digits
        Options chosen, shape (outcomes, issues).
    side
        "group", or "low", "likely" or "high" for the plan's.

    Returns
    -------
    Array
        Dollars a year, shape (outcomes,).
    """
    total = np.zeros(len(digits))
    for at, issue in enumerate(issues):
        worth = [
            one.group_worth if side == "group" else getattr(one.plan_worth, side)
            for one in issue.options
        ]
        if any(worth):
            total += np.array(worth, dtype=np.float64)[digits[:, at]]
    return total


def base_of_plan(side: PlanSide, contract: Contract, years: Years) -> Spread:
    """Return what the plan has of the deal whatever is agreed: savings and quality.

    Parameters
    ----------
    side
        The plan's side as estimated.
    contract, years
        The terms as written and the simulated figures, for savings read from the forecast.

    Returns
    -------
    Spread
        Dollars a year.

    Raises
    ------
    Refusal
        When savings are read from something the contract and its figures do not have.
    """
    parts = [_savings(side.medical_savings, contract, years), *map(_quality, side.quality)]
    return Spread(
        sum(one.low for one in parts),
        sum(one.likely for one in parts),
        sum(one.high for one in parts),
    )


def _quality(one: QualityWorth) -> Spread:
    ends = (one.points * one.per_point.low, one.points * one.per_point.high)
    return Spread(min(ends), one.points * one.per_point.likely, max(ends))


def _savings(savings: Spread | SavingsFrom, contract: Contract, years: Years) -> Spread:
    if isinstance(savings, Spread):
        return savings
    sheet = settled(contract, years)
    columns = {step.id: step.values for step in sheet.steps}
    columns |= {step.clause: step.values for step in sheet.steps if step.clause}
    for name, given in years.figures.items():
        if not isinstance(given.values, tuple):
            columns.setdefault(name, given.values)
    average = 0.0
    for name, sign in ((savings.figure, 1.0), (savings.less, -1.0)):
        if name and name not in columns:
            raise Refusal(
                f"medical_savings in positions.toml: {name}",
                "is no clause, step or figure of the contract",
                "savings are read from the forecast, never guessed",
                "name one of the terms, or write low, likely and high in dollars",
            )
        average += sign * float(columns[name].mean()) if name else 0.0
    off = abs(average) * savings.give_or_take
    return Spread(average - off, average, average + off)


def worth_of_leaving(
    other: Alternative, deal: Deal, contract: Contract, years: Years, weight: float
) -> float:
    """Return what the group's alternative is worth, in dollars a year.

    Notes
    -----
    chance x (worth - switching cost): where the alternative does not come about, the group goes on
    without any deal, which adds nothing and costs nothing. Our choice. An offer is settled on the
    same years, and what the group would be paid anyway is that of the contract as written.

    Raises
    ------
    Refusal
        When the offer cannot be settled.
    """
    worth = other.worth
    if worth is None:
        changed = apply(contract, Offer("", other.changes, ""))
        sheet = settled(contract, years)
        anyway = sheet.payable.values - gains_of(deal, contract, sheet)
        gain = settled(changed, years).payable.values - anyway
        net = np.asarray(gain - float(deal.cost_to_comply) - years.delivery, dtype=np.float64)
        worth = float(certainty_equivalent(net[None, :].copy(), weight)[0])
    return round(other.chance * (worth - other.switching_cost), PLACES)


def changes_of(issues: Sequence[Issue], digits: Sequence[int]) -> tuple[Change, ...]:
    """Return the changes to the terms that an outcome makes."""
    chosen = (issue.options[digit] for issue, digit in zip(issues, digits, strict=True))
    return tuple(change for option in chosen for change in option.changes)
