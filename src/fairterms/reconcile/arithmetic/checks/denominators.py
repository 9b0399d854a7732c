"""Denominators: whether all rates of a statement are per the same number of members."""

from collections import defaultdict
from collections.abc import Iterator

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome
from fairterms.reconcile.arithmetic.relations import named
from fairterms.reconcile.statement.statement import StatementLine
from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr_units import PER_100, PER_1000

NAME = "denominators"


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare the denominators of rates of events."""
    by_unit: dict[str, list[StatementLine]] = defaultdict(list)
    for line in submission.statement.lines:
        if line.value.unit in {PER_100, PER_1000}:
            by_unit[line.value.unit.noun].append(line)
    if len(by_unit) == 1:
        yield Agreement(NAME, tuple(line.id for lines in by_unit.values() for line in lines))
    if len(by_unit) > 1:
        yield _discrepancy(sorted(by_unit.values(), key=len))


def _discrepancy(lines: list[list[StatementLine]]) -> Discrepancy:
    few, many = lines
    names = ", ".join(named(line) for line in few)
    verb = "is" if len(few) == 1 else "are"
    return Discrepancy(
        NAME,
        f"{names} {verb} stated as {few[0].value.unit}, the other {len(many)} rates as "
        f"{many[0].value.unit}",
        tuple(line.id for line in (*few, *many)),
        str(few[0].value.unit),
        str(many[0].value.unit),
        note=f"To compare them, {names} {verb} {_turned(few[0])}",
        ask="Ask the plan to confirm the unit.",
    )


def _turned(line: StatementLine) -> str:
    if line.value.unit == PER_100:
        return f"multiplied by 10 ({line.value.amount * 10:f} per 1,000)"
    return f"divided by 10 ({line.value.amount / 10:f} per 100)"


CHECK = Check(NAME, "denominators of rates", run)
