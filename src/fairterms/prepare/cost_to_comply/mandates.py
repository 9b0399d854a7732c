"""Unfunded mandates: what each sort of work costs, less what the contract pays for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.prepare.cost_to_comply.costed_duty import CostedDuty, OwnCost
from fairterms.prepare.cost_to_comply.funding import Funding
from fairterms.prepare.cost_to_comply.kind import KINDS, Family
from fairterms.prepare.cost_to_comply.spread import NOTHING, Spread, total


@dataclass(frozen=True)
class Mandate:
    """One sort of work.

    Attributes
    ----------
    own
        Dollars a year of it in the group's own costs.
    missed
        Dollars a year of duties that its costs leave out.
    paid
        Dollars a year the contract pays for it.
    """

    family: Family
    own: Decimal
    missed: Spread
    paid: Decimal

    @property
    def cost(self) -> Spread:
        """Dollars a year in all."""
        return Spread.exact(self.own) + self.missed

    @property
    def unfunded(self) -> Spread:
        """Dollars a year that the contract asks for and does not pay; never below zero."""
        return self.cost.beyond(self.paid)


def find(
    own: Sequence[OwnCost], duties: Sequence[CostedDuty], funding: Sequence[Funding]
) -> tuple[Mandate, ...]:
    """Set the cost of each sort of work beside what is paid for it.

    Notes
    -----
    A cost that holds duties of several sorts is split among them as their likely defaults are. A
    payment for several sorts goes to them as they cost, after what is paid for one sort alone;
    what is lent pays for nothing.
    """
    costs = {family: Decimal(0) for family in Family}
    for one in own:
        for family, share in _shares(one).items():
            costs[family] += one.cost.amount * share
    missed = {
        family: total(
            one.load.dollars
            for one in duties
            if one.is_missed and one.load and one.duty.family is family
        )
        for family in Family
    }
    likely = {family: costs[family] + missed[family].likely for family in Family}
    paid = _paid((one for one in funding if one.is_pay), likely)
    return tuple(
        Mandate(family, costs[family], missed[family], paid[family])
        for family in Family
        if likely[family] or missed[family] != NOTHING or paid[family]
    )


def _shares(own: OwnCost) -> dict[Family, Decimal]:
    """Return which sorts of work a cost is for, and the share of each; together 1."""
    held = [one.duty.family for one in own.duties]
    if not held:
        named = [kind.family for kind in KINDS.values() if kind.named_by.search(own.cost.what)]
        return {(named or [Family.ADMINISTRATION])[0]: Decimal(1)}
    weights = dict.fromkeys(held, Decimal(0))
    for one in own.duties:
        weights[one.duty.family] += one.load.dollars.likely if one.load else Decimal(0)
    return _split(Decimal(1), weights)


def _split(amount: Decimal, weights: dict[Family, Decimal]) -> dict[Family, Decimal]:
    """Split an amount in proportion to weights; evenly where all of them are zero."""
    together = sum(weights.values(), Decimal(0))
    if not together:
        return {family: amount / len(weights) for family in weights}
    return {family: amount * weight / together for family, weight in weights.items()}


def _paid(funding: Iterable[Funding], costs: dict[Family, Decimal]) -> dict[Family, Decimal]:
    """Give each payment to the sorts of work it is for, those for one sort alone first."""
    paid = {family: Decimal(0) for family in Family}
    for one in sorted(funding, key=lambda each: len(each.families)):
        open_costs = {f: max(costs[f] - paid[f], Decimal(0)) for f in one.families}
        for family, amount in _split(one.amount, open_costs).items():
            paid[family] += amount
    return paid
