"""The costs a statement may mean: as printed, and with each repair of a total that contradicts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, product

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.checks import sums
from fairterms.reconcile.arithmetic.examination import examine
from fairterms.reconcile.arithmetic.few_people import fewest
from fairterms.reconcile.arithmetic.measured import measured
from fairterms.reconcile.arithmetic.outcome import Repair
from fairterms.reconcile.arithmetic.relations import parts_of
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.submission import Submission

PRINTED = "as printed"
MOST = 15
"""Combinations of repairs that are worked out; more contradictions are first to be asked about."""
SUMS: tuple[Check, ...] = (sums.CHECK,)


@dataclass(frozen=True)
class CostCase:
    """Targets and costs as a statement may mean them.

    Attributes
    ----------
    words
        "as printed", or the repair.
    statement
        The statement with the repair, and the totals above it worked out anew.
    people
        The smallest number of people a repaired line is about; None where it is not known.
    """

    words: str
    statement: Statement
    people: int | None = None


def cost_cases(submission: Submission) -> tuple[CostCase, ...]:
    """Return the printed costs first, then one case for every way to repair them.

    Only targets and costs that a part is measured by are repaired.
    """
    statement = submission.statement
    used = {line.id for one in measured(statement) for line in (one.target, one.cost)}
    choices = [
        [repair for repair in found.repairs if repair.to is not None]
        for found in examine(submission, SUMS).discrepancies
        if used & {repair.line for repair in found.repairs}
    ]
    cases = [CostCase(PRINTED, statement)]
    for repairs in islice(product(*choices), MOST if choices else 0):
        words = "; ".join(repair.words for repair in repairs)
        people = fewest(statement, [repair.line for repair in repairs])
        cases.append(CostCase(words, repaired(statement, repairs), people))
    return tuple(cases)


def repaired(statement: Statement, repairs: Sequence[Repair]) -> Statement:
    """Return the statement with lines changed, and every total above them worked out anew."""
    for repair in repairs:
        line = statement.line(repair.line)
        assert repair.to is not None, "only numbers are repaired"
        statement = _with(statement, replace(line, value=repair.to))
        for depth in reversed(range(len(line.scope))):
            above = [
                one
                for one in statement.lines
                if (one.code, one.stream) == (line.code, line.stream)
                and one.scope == line.scope[:depth]
            ]
            for whole in above:
                statement = _with(statement, _added(statement, whole))
    return statement


def _added(statement: Statement, whole: StatementLine) -> StatementLine:
    parts = parts_of(statement, whole)
    total = sum((part.value.amount for part in parts), Decimal(0))
    return replace(whole, value=whole.value.with_amount(total))


def _with(statement: Statement, changed: StatementLine) -> Statement:
    lines = tuple(changed if one.id == changed.id else one for one in statement.lines)
    return replace(statement, lines=lines)
