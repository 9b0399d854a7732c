"""Targets, costs and variances of a statement, part by part."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fairterms.reconcile.arithmetic.relations import beside
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.quantity import MONEY

TARGETS = {
    "med-rx-cost-target": ("med-rx-cost",),
    "med-cost-target": ("med-cost", "med-rx-cost"),
    "rx-cost-target": ("rx-cost",),
    "cost-target": ("med-rx-cost", "med-cost", "adjusted-paid-claim", "paid-claim"),
}
"""The code of a target, and the costs it may be compared with, the nearest first."""
VARIANCE = "variance-cost"
SHARED = "shared-saving-deficit"
REVENUE = "revenue"


@dataclass(frozen=True)
class Measured:
    """What a statement prints of one part: target, cost, and what follows from them.

    Attributes
    ----------
    scope
        The part; empty for the whole.
    target, cost
        In dollars.
    variance, shared, revenue
        As printed; None where the statement has none for the part.
    """

    scope: tuple[str, ...]
    target: StatementLine
    cost: StatementLine
    variance: StatementLine | None = None
    shared: StatementLine | None = None
    revenue: StatementLine | None = None

    @property
    def saving(self) -> Decimal:
        """Target less cost, in dollars; negative for a loss."""
        return self.target.value.amount - self.cost.value.amount


def measured(statement: Statement) -> Iterator[Measured]:
    """Give target and cost of every part that has both in dollars, the whole first as printed."""
    seen: set[tuple[str, ...]] = set()
    for target in statement.lines:
        if target.code not in TARGETS or target.value.unit != MONEY or target.scope in seen:
            continue
        cost = _cost(statement, target)
        if cost is not None:
            seen.add(target.scope)
            variance, shared, revenue = (
                _dollars(statement, target, code) for code in (VARIANCE, SHARED, REVENUE)
            )
            yield Measured(target.scope, target, cost, variance, shared, revenue)


def _cost(statement: Statement, target: StatementLine) -> StatementLine | None:
    for code in TARGETS[target.code]:
        found = _dollars(statement, target, code)
        if found is not None:
            return found
    return None


def _dollars(statement: Statement, line: StatementLine, code: str) -> StatementLine | None:
    found = beside(statement, line, code)
    return found if found is not None and found.value.unit == MONEY else None
