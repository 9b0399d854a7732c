"""Weighted star: whether it is the average of the stars by the weights of the contract.

Only contractual measures count. Two averages are worked out: from the stars as printed, and from
the stars that the rates earn, with one star at the least.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import (
    Agreement,
    Discrepancy,
    Outcome,
    Repair,
    Verdict,
)
from fairterms.reconcile.arithmetic.relations import half_step, named
from fairterms.reconcile.arithmetic.star_levels import earned
from fairterms.reconcile.statement.statement import StatementLine
from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr_quality import QualityReport

NAME = "weighted_star"
CODE = "weighted-avg-star"
Weighted = Sequence[tuple[Decimal, Decimal]]
"""Pairs of weight and stars."""


def run(submission: Submission) -> Iterator[Outcome]:
    """Work every weighted star out again."""
    for line in submission.statement.lines:
        if line.code == CODE:
            yield _compare(submission, line)


def _compare(submission: Submission, line: StatementLine) -> Outcome:
    counting = _counting(submission, line)
    printed = [(weight, report.score) for weight, report in counting]
    pairs = [(weight, score) for weight, score in printed if score is not None]
    if len(pairs) < len(printed) or not sum(weight for weight, _ in pairs):
        return _unknown(line, counting)
    average = _average(pairs)
    if abs(average - line.value.amount) <= half_step(submission.statement, line):
        return Agreement(NAME, (line.id,))
    return _discrepancy(line, counting, pairs)


def _counting(
    submission: Submission, line: StatementLine
) -> tuple[tuple[Decimal, QualityReport], ...]:
    """Return the contractual measures behind a line, with their weights."""
    header = submission.header
    if header is None:
        return ()
    found = []
    for report in submission.supporting(line.id):
        component = header.component(report.measure)
        if component is not None and component.counts and component.weight is not None:
            found.append((component.weight, report))
    return tuple(found)


def _average(pairs: Weighted) -> Decimal:
    return _points(pairs) / sum((weight for weight, _ in pairs), Decimal(0))


def _points(pairs: Weighted) -> Decimal:
    return sum((weight * stars for weight, stars in pairs), Decimal(0))


def _discrepancy(
    line: StatementLine,
    counting: Sequence[tuple[Decimal, QualityReport]],
    pairs: Weighted,
) -> Discrepancy:
    weights = sum((weight for weight, _ in pairs), Decimal(0))
    average = round(_average(pairs), 2)
    note = ""
    by_rate = _by_rate(counting)
    if by_rate:
        note = (
            "The stars that the rates earn, with one star at the least, give "
            f"{_points(by_rate)} ÷ {weights} = {round(_average(by_rate), 2)}"
        )
    return Discrepancy(
        NAME,
        f"{named(line)} is printed as {line.value}; the printed stars and the contract's weights "
        f"give {_points(pairs)} ÷ {weights} = {average}",
        (line.id, *(report.id for _, report in counting)),
        str(line.value),
        str(line.value.with_amount(average)),
        line.value.with_amount(average - line.value.amount),
        (
            Repair(line.id, f"the average is {average}", line.value.with_amount(average)),
            Repair(line.id, "other stars or weights hold than those sent"),
        ),
        note,
    )


def _by_rate(counting: Sequence[tuple[Decimal, QualityReport]]) -> Weighted:
    """Return the stars that rates earn, at least one each; empty where one cannot be told."""
    pairs = []
    for weight, report in counting:
        rate = report.rate
        found = earned(report, rate) if rate is not None else None
        if found is None or max(1, found.least) != max(1, found.most):
            return ()
        pairs.append((weight, Decimal(max(1, found.least))))
    return pairs


def _unknown(line: StatementLine, counting: Sequence[tuple[Decimal, QualityReport]]) -> Discrepancy:
    why = "no contract header and quality reports came with it"
    if counting:
        lacking = [report.name for _, report in counting if report.score is None]
        why = f"{len(lacking)} of its {len(counting)} measures have no stars"
        why = why if lacking else "the weights of its measures add to nothing"
    return Discrepancy(
        NAME,
        f"{named(line)} is printed as {line.value} and cannot be worked out again: {why}",
        (line.id,),
        str(line.value),
        ask="Ask the plan for the weights, the stars and the thresholds of every measure.",
        verdict=Verdict.CANNOT_TELL,
    )


CHECK = Check(NAME, "the weighted star against stars and weights", run)
