"""Overwritten totals: whether the number of a part stands in the place of the whole.

A report that names parts without numbers has lost them; its total may be the number of one part.
The same metric elsewhere in the statement, and a steady amount per member-month, show what the
total would be.
"""

from collections.abc import Iterator

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome, Repair
from fairterms.reconcile.arithmetic.relations import months_beside, named, parts_of, written
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.submission import Group, Submission
from fairterms.units.quantity import PMPM, Quantity

NAME = "overwritten_totals"


def run(submission: Submission) -> Iterator[Outcome]:
    """Look at each total whose parts are named."""
    statement = submission.statement
    for group in submission.groups:
        if not group.strata or group.score is None:
            continue
        whole = next((one for one in statement.lines if one.id == group.id), None)
        if whole is None:
            continue
        if any(stratum.score is not None for stratum in group.strata):
            yield Agreement(NAME, (whole.id,))
        else:
            yield _discrepancy(statement, group, whole)


def _discrepancy(statement: Statement, group: Group, whole: StatementLine) -> Discrepancy:
    what = (
        f"{named(whole)} is {whole.value}, and its {len(group.strata)} parts are named "
        "without a number: the number of one part may stand in the place of the whole"
    )
    other = _elsewhere(statement, whole)
    if other is None:
        return Discrepancy(NAME, what, (whole.id,), str(whole.value))
    gap = other.value.amount - whole.value.amount
    what += f". Elsewhere ({other.id}) the same metric is {other.value}"
    repair = Repair(whole.id, f"{named(whole)} is {other.value}", other.value)
    return Discrepancy(
        NAME,
        what,
        (whole.id, other.id),
        str(whole.value),
        str(other.value),
        whole.value.with_amount(gap),
        (repair,) if gap else (),
        _per_month(statement, other),
    )


def _elsewhere(statement: Statement, whole: StatementLine) -> StatementLine | None:
    found = [
        one
        for one in statement.lines
        if one.code == whole.code
        and one.id != whole.id
        and not one.scope
        and one.value.unit == whole.value.unit
        and one.value != whole.value
    ]
    return found[0] if len(found) == 1 else None


def _per_month(statement: Statement, other: StatementLine) -> str:
    """Say the amount per member-month when it is the same in the whole and in every part."""
    rates = set()
    for line in (other, *parts_of(statement, other)):
        months = months_beside(statement, line)
        if months is None or not months.value.amount:
            return ""
        rates.add(line.value.amount / months.value.amount)
    if len(rates) != 1:
        return ""
    rate = written(Quantity(rates.pop(), PMPM))
    return f"There the whole and every part are {rate} times member-months"


CHECK = Check(NAME, "totals in whose place a part may stand", run)
