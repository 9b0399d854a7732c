"""What changed figures move: the same terms, settled before and after."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, FigureValue
from fairterms.settle.settlement import Settlement, settle
from fairterms.units.period import Period
from fairterms.units.quantity import MONEY


@dataclass(frozen=True)
class Basis:
    """The terms and the figures that a change is put into.

    Attributes
    ----------
    contract
        Terms without problems.
    period
        The performance year settled.
    figures
        What was measured, before the change.
    """

    contract: Contract
    period: Period
    figures: FigureSet

    def settled(self, changed: Mapping[str, FigureValue] | None = None) -> Settlement:
        """Settle with some figures put in place of those measured.

        Raises
        ------
        Refusal
            When a number is missing, or in another unit than the terms read.
        """
        values = {**self.figures.values, **(changed or {})}
        return settle(self.contract, replace(self.figures, values=values), self.period)


@dataclass(frozen=True)
class Move:
    """What a clause pays, before and after.

    Attributes
    ----------
    clause
        Its id.
    title
        Its title, or else its id in words.
    before, after
        In dollars, exact.
    """

    clause: str
    title: str
    before: Decimal
    after: Decimal

    @property
    def dollars(self) -> Decimal:
        """Dollars gained by the group; negative when it loses."""
        return self.after - self.before


@dataclass(frozen=True)
class Effect:
    """What a change moves in the amount payable, and through which clauses.

    Attributes
    ----------
    before, after
        The amount payable, in dollars; negative when the group owes.
    moves
        Clauses whose result in dollars is another one, in written order.
    """

    before: Decimal
    after: Decimal
    moves: tuple[Move, ...]

    @property
    def dollars(self) -> Decimal:
        """What the group gains by the change; negative when it loses."""
        return self.after - self.before


def effect(before: Settlement, after: Settlement, contract: Contract) -> Effect:
    """Compare two settlements under the same terms.

    Parameters
    ----------
    before, after
        With the figures as they were, and as they are.
    contract
        Their terms.
    """
    then, now = _results(before), _results(after)
    moves = tuple(
        Move(
            clause.id, clause.title or clause.id.replace("_", " "), then[clause.id], now[clause.id]
        )
        for clause in contract.clauses
        if clause.id in then and clause.id in now and then[clause.id] != now[clause.id]
    )
    return Effect(before.payable, after.payable, moves)


def _results(settlement: Settlement) -> dict[str, Decimal]:
    """Return what each clause comes to, where that is dollars."""
    last = {line.clause: line for line in settlement.lines if line.clause}
    return {clause: line.value for clause, line in last.items() if line.unit == MONEY}
