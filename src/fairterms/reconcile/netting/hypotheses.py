"""Which netting level reproduces the plan's payment, and which one the contract header asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fairterms.reconcile.arithmetic.implied import (
    Implied,
    share_of_losses,
    share_of_revenue,
    share_of_savings,
)
from fairterms.reconcile.arithmetic.measured import SHARED, measured
from fairterms.reconcile.netting.cost_case import CostCase, cost_cases
from fairterms.reconcile.netting.level import Level, asked_by_header, levels
from fairterms.reconcile.netting.terms import Shares, net
from fairterms.reconcile.statement.statement import StatementLine
from fairterms.reconcile.statement.submission import Submission
from fairterms.units.allocation import CENT
from fairterms.units.period import Period
from fairterms.units.quantity import MONEY, Quantity

ANY_YEAR = Period(date(2001, 1, 1), date(2001, 12, 31))
"""For a statement that names no year, or several: the arithmetic does not depend on it."""
LONGEST_YEAR = 366


@dataclass(frozen=True)
class NettingHypothesis:
    """A level with the payment it gives in each case of the costs.

    Attributes
    ----------
    level
        How parts are netted.
    amounts
        In dollars, one for each case; negative when the group owes.
    alike
        Other levels that give the same amount in every case.
    """

    level: Level
    amounts: tuple[Decimal, ...]
    alike: tuple[Level, ...] = ()

    @property
    def levels(self) -> tuple[Level, ...]:
        """All levels that give these amounts."""
        return (self.level, *self.alike)


@dataclass(frozen=True)
class Netting:
    """The netting levels of a statement, worked out.

    Attributes
    ----------
    implied
        The rates its own lines imply.
    cases
        The costs it may mean, as printed first.
    hypotheses
        The levels, the pool first.
    payment
        The payment as printed; None where the statement prints none.
    asked
        The level the contract header asks for; None where it asks for none, or was not sent.
    unknown
        Why nothing can be worked out; empty when it can.
    """

    implied: tuple[Implied, ...] = ()
    cases: tuple[CostCase, ...] = ()
    hypotheses: tuple[NettingHypothesis, ...] = ()
    payment: StatementLine | None = None
    asked: Level | None = None
    unknown: str = ""

    @property
    def reproducing(self) -> tuple[tuple[NettingHypothesis, CostCase], ...]:
        """The levels and costs that give the printed payment, to the cent."""
        if self.payment is None:
            return ()
        printed = self.payment.value.amount
        return tuple(
            (one, case)
            for one in self.hypotheses
            for case, amount in zip(self.cases, one.amounts, strict=True)
            if abs(amount - printed) < CENT
        )

    @property
    def asked_hypothesis(self) -> NettingHypothesis | None:
        """The hypothesis of the level the header asks for."""
        return next((one for one in self.hypotheses if self.asked in one.levels), None)

    @property
    def difference(self) -> Quantity | None:
        """What the level the header asks for pays more than is printed, on the printed costs."""
        asked = self.asked_hypothesis
        if asked is None or self.payment is None:
            return None
        return Quantity(asked.amounts[0] - self.payment.value.amount, MONEY)


def work_out(submission: Submission) -> Netting:
    """Work out what every netting level pays, for every meaning of the costs.

    Nothing is assumed: shares are those that the statement's lines imply, and where they imply
    none, ``unknown`` says so.
    """
    statement = submission.statement
    found = tuple(measured(statement))
    savings = share_of_savings(found)
    losses = share_of_losses(found, submission.upside_only)
    implied = (share_of_revenue(found), savings, losses)
    levels_found = levels(submission)
    unknown = _unknown(levels_found, savings, losses)
    if unknown or savings.rate is None or losses.rate is None:
        return Netting(implied, unknown=unknown)
    shares = Shares(savings.rate, losses.rate)
    cases = cost_cases(submission)
    year = statement.period
    period = year if year is not None and year.days <= LONGEST_YEAR else ANY_YEAR
    hypotheses = [
        NettingHypothesis(
            level, tuple(net(level, case.statement, shares, period).payable for case in cases)
        )
        for level in levels_found
    ]
    whole = [one for one in statement.lines if one.code == SHARED and not one.scope]
    return Netting(
        implied,
        cases,
        _merged(hypotheses),
        whole[0] if len(whole) == 1 and whole[0].value.unit == MONEY else None,
        asked_by_header(submission, levels_found),
    )


def _unknown(found: Sequence[Level], savings: Implied, losses: Implied) -> str:
    if not found:
        return "the statement does not give target and cost of two parts or more, in dollars"
    for one in (savings, losses):
        if one.rate is None:
            return f"the {one.name} is not stated, and the lines do not imply one rate"
        if not 0 <= one.rate <= 1:
            return f"the lines imply a {one.name} of {one.written}, which is no share"
    return ""


def _merged(hypotheses: Sequence[NettingHypothesis]) -> tuple[NettingHypothesis, ...]:
    """Join the levels of the same units that pay the same in every case."""
    found: list[NettingHypothesis] = []
    for one in hypotheses:
        before = found[-1] if found else None
        is_alike = (
            before is not None
            and before.level.noun == one.level.noun
            and before.amounts == one.amounts
        )
        if before is not None and is_alike:
            found[-1] = NettingHypothesis(before.level, before.amounts, (*before.alike, one.level))
        else:
            found.append(one)
    return tuple(found)
