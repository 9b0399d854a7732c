"""The money of a deal: what each scenario leaves the group, year by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.figure_set import FigureSet
from fairterms.payment.evaluation import paying_clauses
from fairterms.settle.settlement import Settlement, settle
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Outcome:
    """What one scenario leaves the group in one performance year.

    Attributes
    ----------
    settlement
        None when the terms refuse to settle; ``refusal`` then says why.
    gain
        Dollars the deal adds to what the group would be paid anyway.
    net
        The gain less the cost to comply, in dollars.
    """

    scenario: FigureSet
    period: Period
    settlement: Settlement | None
    refusal: Refusal | None = None
    gain: Decimal = Decimal(0)
    net: Decimal = Decimal(0)

    @property
    def role(self) -> str:
        """The scenario's role: expected, good or bad."""
        return self.scenario.role


@dataclass(frozen=True)
class Part:
    """What one clause adds to the amount payable, in dollars; negative when it takes away."""

    clause: str
    title: str
    amount: Decimal
    is_paid_anyway: bool


def outcomes(deal: Deal, contract: Contract, periods: Sequence[Period]) -> tuple[Outcome, ...]:
    """Settle every scenario of a deal in every period."""
    return tuple(
        _outcome(deal, contract, scenario, period)
        for period in periods
        for scenario in deal.scenarios
    )


def _outcome(deal: Deal, contract: Contract, scenario: FigureSet, period: Period) -> Outcome:
    try:
        settlement = settle(contract, scenario, period)
    except Refusal as refusal:
        return Outcome(scenario, period, None, refusal)
    gain = settlement.payable - paid_anyway(deal, contract, settlement)
    return Outcome(scenario, period, settlement, None, gain, gain - deal.cost_to_comply)


def paid_anyway(deal: Deal, contract: Contract, settlement: Settlement) -> Decimal:
    """Return what the group would be paid without the deal, in dollars."""
    own = [part.amount for part in parts(contract, settlement, deal) if part.is_paid_anyway]
    return sum(own, deal.without_deal.amount)


def parts(contract: Contract, settlement: Settlement, deal: Deal) -> tuple[Part, ...]:
    """Split the amount payable into what each clause adds.

    A clause that takes over another's result adds the difference. The parts add up to the amount
    payable before it is rounded.
    """
    anyway = set(deal.without_deal.clauses)
    found = []
    for clause in contract.clauses:
        if clause.id not in _money_chain(contract):
            continue
        taken = sum((_source(settlement, source) for source in clause.of), Decimal(0))
        result = _source(settlement, clause.id)
        title = clause.title or clause.id.replace("_", " ").capitalize()
        found.append(Part(clause.id, title, result - taken, clause.id in anyway))
    return tuple(found)


def _source(settlement: Settlement, source: str) -> Decimal:
    """Return a clause's result, or the step that is named with its clause."""
    if "." in source:
        return settlement.line(source).value
    return [line.value for line in settlement.lines if line.clause == source][-1]


def _money_chain(contract: Contract) -> set[str]:
    """Name the clauses whose results reach the amount payable, directly or through others."""
    reached: set[str] = set()
    waiting = list(paying_clauses(contract))
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(source.partition(".")[0] for source in contract.clause(name).of)
    return reached


def settled(found: Sequence[Outcome], role: str = "") -> tuple[Outcome, ...]:
    """Return the outcomes that could be settled, of one role or of all."""
    return tuple(one for one in found if one.settlement is not None and role in {"", one.role})
