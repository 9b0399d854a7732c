"""Incentives: whether the amount earned is the number of members times the rate, part by part."""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome, Repair
from fairterms.reconcile.arithmetic.relations import beside, named, parts_of
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.submission import Submission

NAME = "incentives"
EARNED, RATE = "earned-incentive", "interim-pmt-rate"
CLOSED = {"1-gap-closed": 1, "2-gap-closed": 2}
"""Counts of members, and how many gaps each of them closed."""


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare each amount earned with counts and rates."""
    statement = submission.statement
    for whole in statement.lines:
        if whole.code != EARNED or whole.scope:
            continue
        parts = parts_of(statement, whole) or (whole,)
        products = [_products(statement, part) for part in parts]
        for part, found in zip(parts, products, strict=True):
            if part is not whole and found:
                yield _compare(statement, part, found)
        if all(products):
            totals = tuple(sum(each, Decimal(0)) for each in zip(*products, strict=True))
            yield _compare(statement, whole, totals)


def _products(statement: Statement, line: StatementLine) -> tuple[Decimal, ...]:
    """Return count times rate: a member with two closed gaps counted once, and counted twice."""
    rate = beside(statement, line, RATE)
    counts = [(beside(statement, line, code), gaps) for code, gaps in CLOSED.items()]
    found = [(one.value.amount, gaps) for one, gaps in counts if one is not None]
    if rate is None or not found:
        return ()
    once = sum((members for members, _ in found), Decimal(0))
    twice = sum((members * gaps for members, gaps in found), Decimal(0))
    return once * rate.value.amount, twice * rate.value.amount


def _compare(statement: Statement, line: StatementLine, products: tuple[Decimal, ...]) -> Outcome:
    value = line.value
    if value.amount in products:
        words = "" if line.scope else f"{named(line)}, {value}, is the count times the rate"
        return Agreement(NAME, (line.id,), words)
    found = [beside(statement, line, code) for code in CLOSED]
    counts = tuple(one.id for one in found if one is not None)
    options = [value.with_amount(amount) for amount in dict.fromkeys(products)]
    return Discrepancy(
        NAME,
        f"{named(line)} is printed as {value}; count times rate is "
        f"{' or '.join(map(str, options))}",
        (line.id, *counts),
        str(value),
        " or ".join(map(str, options)),
        value.with_amount(options[0].amount - value.amount) if len(options) == 1 else None,
        tuple(Repair(line.id, f"{named(line)} is {to}", to) for to in options),
    )


CHECK = Check(NAME, "incentives against counts and rates", run)
