"""Variance: whether it is target less cost in every part, with the same sign throughout."""

from collections.abc import Iterator, Sequence

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.measured import Measured, measured
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome, Repair
from fairterms.reconcile.arithmetic.relations import named
from fairterms.reconcile.statement.statement import StatementLine
from fairterms.reconcile.statement.submission import Submission

NAME = "variance"


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare each printed variance with target and cost of its part."""
    found = [one for one in measured(submission.statement) if one.variance is not None]
    sign = _sign(found)
    for one in found:
        line = one.variance
        assert line is not None, "only parts with a variance are looked at"
        if line.value.amount == sign * one.saving:
            yield Agreement(NAME, (line.id,))
        else:
            yield _discrepancy(one, line, sign)


def _sign(found: Sequence[Measured]) -> int:
    """Return 1 where the statement means target less cost, -1 where most lines are cost less it."""
    printed = [(one.variance.value.amount, one.saving) for one in found if one.variance]
    straight = sum(amount == saving for amount, saving in printed)
    turned = sum(amount == -saving for amount, saving in printed)
    return -1 if turned > straight else 1


def _discrepancy(one: Measured, line: StatementLine, sign: int) -> Discrepancy:
    value = line.value
    should = value.with_amount(sign * one.saving)
    turned = ", the same amount with the other sign" if value.amount == -should.amount else ""
    repairs = [Repair(line.id, f"{named(line)} is {should}", should)]
    note = ""
    if one.shared is not None and one.shared.value.amount * sign * should.amount > 0:
        note = f"The shared amount of the same part, {one.shared.value}, fits {should}"
    else:
        change = one.cost.value.with_amount(one.target.value.amount - sign * value.amount)
        repairs.append(Repair(one.cost.id, f"{named(one.cost)} is {change}", change))
    return Discrepancy(
        NAME,
        f"{named(line)} is printed as {value}; target less cost is "
        f"{one.target.value} − {one.cost.value} = {value.with_amount(one.saving)}{turned}",
        (line.id, one.target.id, one.cost.id),
        str(value),
        str(should),
        value.with_amount(should.amount - value.amount),
        tuple(repairs),
        note,
    )


CHECK = Check(NAME, "variances against target and cost", run)
