"""Cents: whether one is lost or invented where a total is divided.

Rounding each part by itself can lose a cent. The rule by which nothing is lost gives the cents left
over to the parts that lost most.
"""

from collections.abc import Iterator, Sequence

from fairterms.reconcile.arithmetic.cents import gap, has_cents, is_cent_lost
from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome, Repair
from fairterms.reconcile.arithmetic.relations import divided, months_beside, named
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.submission import Submission
from fairterms.units.allocation import CENT, split

NAME = "cent_splits"


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare dollars and cents that are divided with the sum of their parts."""
    for whole, parts in divided(submission.statement):
        if not has_cents(whole, parts):
            continue
        if is_cent_lost(whole, parts):
            yield _discrepancy(submission.statement, whole, parts)
        elif gap(whole, parts) == 0:
            yield Agreement(NAME, (whole.id,))


def _discrepancy(
    statement: Statement, whole: StatementLine, parts: Sequence[StatementLine]
) -> Discrepancy:
    missed = gap(whole, parts)
    total = whole.value.with_amount(whole.value.amount + missed)
    how = "lost" if missed < 0 else "invented"
    return Discrepancy(
        NAME,
        f"{named(whole)} is {whole.value}, its parts add to {total}: "
        f"{whole.value.with_amount(abs(missed))} is {how} in the split",
        (whole.id, *(part.id for part in parts)),
        str(whole.value),
        str(total),
        whole.value.with_amount(missed),
        (_repair(statement, whole, parts),),
    )


def _repair(statement: Statement, whole: StatementLine, parts: Sequence[StatementLine]) -> Repair:
    """Give the cents left over to the parts that lost most, by member-months where known."""
    months = [months_beside(statement, part) for part in parts]
    weights = [one.value.amount for one in months if one is not None]
    if len(weights) < len(parts) or min(weights) < 0:
        weights = [abs(part.value.amount) for part in parts]
    if whole.value.amount % CENT or not sum(weights):
        return Repair(whole.id, f"the parts of {named(whole)} are rounded together")
    fair = split(whole.value.amount, weights)
    for part, amount in zip(parts, fair, strict=True):
        if amount != part.value.amount:
            to = part.value.with_amount(amount)
            return Repair(part.id, f"{named(part)} is {to}", to)
    return Repair(whole.id, f"the parts of {named(whole)} are rounded together")


CHECK = Check(NAME, "cents lost or invented where a total is divided", run)
