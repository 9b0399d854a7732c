"""Rates: whether each printed rate is its numerator over its denominator.

Quality reports carry their counts. In the statement itself a loss ratio, or a fund printed as a
share, is cost over revenue, and a target printed as a share gives the target in dollars.
"""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome, Repair
from fairterms.reconcile.arithmetic.relations import beside, half_step, named, written
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr_quality import Count, QualityReport
from fairterms.units.quantity import FRACTION, MONEY, Quantity

NAME = "rates"
OVER_REVENUE = {
    "med-loss-ratio": ("med-rx-cost", "med-cost"),
    "med-cost-fund": ("med-rx-cost", "med-cost"),
    "med-cost-target": ("med-rx-cost-target",),
    "rx-cost-target": (),
}
"""A share, and the dollars it is of the revenue."""


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare rates with what they are made of."""
    for report in submission.quality:
        for count in (report.whole, *report.parts):
            yield from _counted(report, count)
    for line in submission.statement.lines:
        if line.value.unit == FRACTION:
            yield from _share(submission.statement, line)


def _counted(report: QualityReport, count: Count) -> Iterator[Outcome]:
    if count.rate is None or count.numerator is None or not count.denominator:
        return
    rate = count.numerator / count.denominator
    if abs(rate - count.rate) <= _half(count.rate):
        yield Agreement(NAME, (report.id,))
        return
    where = ", ".join((report.name, *count.scope))
    should, printed = (written(Quantity(one, FRACTION)) for one in (rate, count.rate))
    fitting = round(count.numerator / count.rate) if count.rate else 0
    repairs = [Repair(report.id, f"the rate is {should}")]
    if fitting >= count.numerator and count.scope:
        repairs.append(Repair(report.id, f"the denominator is about {fitting}"))
    yield Discrepancy(
        NAME,
        f"{where}: {count.numerator} of {count.denominator} is {should}, printed as {printed}",
        (report.id,),
        printed,
        should,
        Quantity(rate - count.rate, FRACTION),
        tuple(repairs),
        people=count.fewest,
    )


def _half(rate: Decimal) -> Decimal:
    exponent = rate.as_tuple().exponent
    return Decimal(5).scaleb(min(exponent, -2) - 1) if isinstance(exponent, int) else Decimal(0)


def _share(statement: Statement, line: StatementLine) -> Iterator[Outcome]:
    revenue = beside(statement, line, "revenue")
    codes = OVER_REVENUE.get(line.code, ())
    found = [one for one in (beside(statement, line, code) for code in codes) if one is not None]
    if revenue is None or not revenue.value.amount or not found or found[0].value.unit != MONEY:
        return
    part = found[0]
    share = part.value.amount / revenue.value.amount
    if abs(share - line.value.amount) <= half_step(statement, line):
        yield Agreement(NAME, (line.id, part.id))
        return
    should = line.value.with_amount(share)
    yield Discrepancy(
        NAME,
        f"{named(line)} is {line.value}; {named(part)} is {part.value} of {revenue.value} "
        f"revenue, which is {written(should)}",
        (line.id, part.id, revenue.id),
        str(line.value),
        written(should),
        line.value.with_amount(share - line.value.amount),
        (Repair(line.id, f"{named(line)} is {written(should)}", should),),
    )


CHECK = Check(NAME, "rates against what they are made of", run)
