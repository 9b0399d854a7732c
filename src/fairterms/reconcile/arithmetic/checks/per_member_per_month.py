"""PMPM: whether it gives the total when it is multiplied by the member-months.

A PMPM is printed with few digits, so the total may be anything that rounds to it.
"""

from collections.abc import Iterator

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.exposure import fits, total_of
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome, Repair
from fairterms.reconcile.arithmetic.relations import months_beside, named, written
from fairterms.reconcile.statement.statement import StatementLine
from fairterms.reconcile.statement.submission import Submission

NAME = "per_member_per_month"


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare each PMPM times the member-months of its part with the total of its part."""
    statement = submission.statement
    for rate in statement.lines:
        total = total_of(statement, rate)
        months = months_beside(statement, rate)
        if total is None or months is None or not months.value.amount:
            continue
        if fits(statement, rate, total, months.value.amount):
            yield Agreement(NAME, (rate.id, total.id))
        else:
            yield _discrepancy(rate, total, months)


def _discrepancy(rate: StatementLine, total: StatementLine, months: StatementLine) -> Discrepancy:
    product = total.value.with_amount(rate.value.amount * months.value.amount)
    should = rate.value.with_amount(total.value.amount / months.value.amount)
    return Discrepancy(
        NAME,
        f"{named(rate)} is {rate.value}; times {months.value} that is {product}, "
        f"and {named(total)} is printed as {total.value}",
        (rate.id, total.id, months.id),
        str(rate.value),
        written(should),
        None,
        (
            Repair(rate.id, f"{named(rate)} is {written(should)}", should),
            Repair(total.id, f"{named(total)} is {product}", product),
        ),
    )


CHECK = Check(NAME, "PMPM times member-months against totals", run)
