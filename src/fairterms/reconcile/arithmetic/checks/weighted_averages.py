"""Averages: whether each lies between those of its parts, and is theirs by member-months.

A market's average is left alone: the market has other parts than the group's.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome, Repair
from fairterms.reconcile.arithmetic.relations import (
    beside,
    divided,
    half_step,
    months_beside,
    named,
    written,
)
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.submission import Submission
from fairterms.units.quantity import PMPM, Kind

NAME = "weighted_averages"


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare averages over members with those of their parts."""
    statement = submission.statement
    for whole, parts in divided(statement):
        weights = _weights(statement, parts)
        if not _is_average(statement, whole) or not weights:
            continue
        average = _average(parts, weights)
        room = 2 * half_step(statement, whole)
        if abs(average - whole.value.amount) < room:
            yield Agreement(NAME, (whole.id,))
        else:
            yield _discrepancy(whole, parts, average, room)


def _is_average(statement: Statement, line: StatementLine) -> bool:
    """Say whether a line is an average over member-months that no total of its own checks."""
    if line.code.endswith("-market"):
        return False
    if line.value.unit.kind is Kind.FACTOR:
        return True
    total = beside(statement, line, line.code.removesuffix("-pmpm"))
    return line.value.unit == PMPM and (total is None or total is line)


def _weights(statement: Statement, parts: Sequence[StatementLine]) -> tuple[Decimal, ...]:
    found = [months_beside(statement, part) for part in parts]
    months = tuple(one.value.amount for one in found if one is not None)
    return months if len(months) == len(parts) and sum(months) > 0 and min(months) >= 0 else ()


def _average(parts: Sequence[StatementLine], weights: Sequence[Decimal]) -> Decimal:
    amounts = (part.value.amount for part in parts)
    weighted = (amount * weight for amount, weight in zip(amounts, weights, strict=True))
    return sum(weighted, Decimal(0)) / sum(weights, Decimal(0))


def _discrepancy(
    whole: StatementLine, parts: Sequence[StatementLine], average: Decimal, room: Decimal
) -> Discrepancy:
    amounts = [part.value.amount for part in parts]
    value = whole.value
    should = value.with_amount(average)
    place = "differs from the average of its parts"
    if value.amount <= min(amounts) - room:
        place = "lies below each of its parts"
    if value.amount >= max(amounts) + room:
        place = "lies above each of its parts"
    return Discrepancy(
        NAME,
        f"{named(whole)} is {written(value)} and {place} "
        f"({', '.join(written(part.value) for part in parts)}); "
        f"weighted by member-months they give {written(should)}",
        (whole.id, *(part.id for part in parts)),
        written(value),
        written(should),
        value.with_amount(average - value.amount),
        (Repair(whole.id, f"{named(whole)} is {written(should)}", should),),
    )


CHECK = Check(NAME, "averages against those of their parts", run)
