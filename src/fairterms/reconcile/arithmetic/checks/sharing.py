"""Sharing: whether savings and losses are shared at one rate, and the parts make the payment.

Rates are those the lines imply. Where the parts do not add up to the whole, the statement nets its
parts before it shares them: that is a question of the netting level, not of arithmetic.
"""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.implied import (
    Implied,
    bears_none,
    is_sum_of_parts,
    share_of_losses,
    share_of_savings,
)
from fairterms.reconcile.arithmetic.measured import SHARED, Measured, measured
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome, Repair
from fairterms.reconcile.arithmetic.relations import named, parts_of
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.submission import Submission
from fairterms.units.quantity import MONEY

NAME = "sharing"


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare shared amounts with savings at the common rate, and the whole with its parts."""
    statement = submission.statement
    upside_only = submission.upside_only
    found = tuple(measured(statement))
    savings, losses = share_of_savings(found), share_of_losses(found, upside_only)
    for one in found:
        implied = savings if one.saving > 0 else losses
        if one.shared is None or not one.saving or implied.rate is None:
            continue
        is_sum = is_sum_of_parts(one, found)
        if is_sum or bears_none(one, upside_only) or one.shared.id in implied.lines:
            yield Agreement(NAME, (one.shared.id,))
        else:
            yield _other_rate(one, one.shared, implied, implied.rate)
    for line in statement.lines:
        if line.code == SHARED and not line.scope and line.value.unit == MONEY:
            yield from _whole(statement, line)


def _other_rate(one: Measured, line: StatementLine, implied: Implied, rate: Decimal) -> Discrepancy:
    should = line.value.with_amount(round(one.saving * rate, 2))
    sort = "saving" if one.saving > 0 else "loss"
    return Discrepancy(
        NAME,
        f"{named(line)} is {line.value}; the other parts share a {sort} at {implied.written}, "
        f"which gives {should}",
        (line.id, one.target.id, one.cost.id),
        str(line.value),
        str(should),
        line.value.with_amount(should.amount - line.value.amount),
        (Repair(line.id, f"{named(line)} is {should}", should),),
        f"The rate of {implied.written} is implied by the other lines; it is not stated",
    )


def _whole(statement: Statement, line: StatementLine) -> Iterator[Outcome]:
    parts = parts_of(statement, line)
    if len(parts) < 2:
        return
    total = line.value.with_amount(sum((part.value.amount for part in parts), Decimal(0)))
    if total == line.value:
        yield Agreement(NAME, (line.id,))
        return
    shown = " and ".join(f"{part.value} ({part.scope[-1]})" for part in parts)
    yield Discrepancy(
        NAME,
        f"{named(line)} is printed as {line.value}; its parts are {shown}, which add to {total}",
        (line.id, *(part.id for part in parts)),
        str(line.value),
        str(total),
        line.value.with_amount(total.amount - line.value.amount),
        (
            Repair(line.id, f"{named(line)} is {total}", total),
            Repair(line.id, "the contract nets the parts before it shares them"),
        ),
        "The netting level decides it: the levels are worked out below",
    )


CHECK = Check(NAME, "shared amounts against savings, losses and parts", run)
