"""What a contract brings against the work it makes."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.prepare.cost_to_comply.funding import Funding
from fairterms.prepare.cost_to_comply.spread import Spread
from fairterms.settle.settlement import Settlement

_PAY_FOR_CARE = frozenset(
    {
        "fee_schedule",
        "capitation",
        "global_payment",
        "case_rate",
        "prospective_payment",
        "episode",
        "direct_fee",
    }
)
REFERENCE = (Decimal("0.10"), Decimal("0.25"))
"""Shares of gross revenue: the reference range of a budget for a start."""
REFERENCE_WORDS = (
    "Reference range for a start: 10 to 25 % of gross revenue, for 3 to 10 years. It speaks of "
    "groups of about 300 providers with 5 to 10 patients weekly, and asks for less where the tools "
    "exist already. No study is named for it, so take it as a question and not as a target."
)


@dataclass(frozen=True)
class Revenue:
    """What the plan pays the group in the expected scenario, in dollars a year.

    Attributes
    ----------
    payable
        Under this contract, fees included.
    other
        For the same care by another agreement, as the group says; None where it says nothing.
    other_is
        What that is, in words.
    has_fees
        Whether the contract itself pays for care.
    """

    payable: Decimal
    other: Decimal | None
    other_is: str
    has_fees: bool

    @property
    def gross(self) -> Decimal:
        """Both together."""
        return self.payable + (self.other or Decimal(0))

    @property
    def is_whole(self) -> bool:
        """Whether fees are in it, by this contract or as the group says."""
        return self.has_fees or self.other is not None

    def share(self, cost: Spread) -> Spread | None:
        """Return a cost as a fraction of gross revenue; None without revenue."""
        return cost.over(self.gross) if self.gross > 0 else None


@dataclass(frozen=True)
class Incentive:
    """The expected gain and where it comes from, in dollars a year.

    Attributes
    ----------
    gain
        What the contract adds to what the group would be paid anyway.
    for_work
        The part that is pay for work, whatever the results.
    lent
        The part that a later clause takes back.
    """

    gain: Decimal
    for_work: Decimal
    lent: Decimal

    @property
    def for_results(self) -> Decimal:
        """The part that depends on results; below zero where the group owes or forfeits."""
        return self.gain - self.for_work - self.lent

    @property
    def kept(self) -> Decimal:
        """The gain without what is lent."""
        return self.gain - self.lent

    def left(self, cost: Spread) -> tuple[Decimal, Decimal, Decimal]:
        """Return what is left of the kept gain after a cost: worst, likely, best."""
        return (self.kept - cost.high, self.kept - cost.likely, self.kept - cost.low)

    def per_hour(self, hours: Spread) -> Decimal | None:
        """Return the kept gain for each likely hour of extra work, in dollars."""
        return self.kept / hours.likely if hours.likely else None


def revenue(
    contract: Contract, settlement: Settlement, other: Decimal | None, other_is: str
) -> Revenue:
    """Return what the plan pays in the settled year."""
    has_fees = any(clause.model in _PAY_FOR_CARE for clause in contract.clauses)
    return Revenue(settlement.payable, other, other_is, has_fees)


def incentive(
    deal: Deal, contract: Contract, settlement: Settlement, funding: Sequence[Funding]
) -> Incentive:
    """Return the gain of the settled year, and what of it is pay for work or lent."""
    own = [one for one in funding if not one.is_paid_anyway]
    return Incentive(
        gain=settlement.payable - _paid_anyway(deal, contract, settlement),
        for_work=sum((one.amount for one in own if one.is_pay), Decimal(0)),
        lent=sum((one.amount for one in own if one.is_lent), Decimal(0)),
    )


def _paid_anyway(deal: Deal, contract: Contract, settlement: Settlement) -> Decimal:
    """Return what the group would be paid without this contract, in dollars."""
    anyway = deal.without_deal.amount
    for name in deal.without_deal.clauses:
        anyway += settlement.line(name).value
        for source in contract.clause(name).of:
            anyway -= settlement.line(source).value
    return anyway
