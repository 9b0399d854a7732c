"""Totals: whether a line equals the sum of its parts.

A total whose parts disagree with it may be repaired in the total or in one part. Of the parts the
one is named whose repair leaves the parts closest to how the revenue (else the target, else the
member-months) is divided. What the same part's PMPM says is told: a PMPM that agrees with the
printed number speaks for it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from fairterms.reconcile.arithmetic.cents import gap, is_cent_lost
from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.exposure import supports
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome, Repair
from fairterms.reconcile.arithmetic.relations import beside, divided, named
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.submission import Submission
from fairterms.units.quantity import Kind

NAME = "sums"
NOT_ADDED = {
    "shared-saving-deficit",
    "variance-cost",
    "weighted-avg-star",
    "snf-avg-los",
    "condition-count",
    "interim-pmt-rate",
}
"""Metrics whose parts need not add up, or that checks of their own look at."""
DIVIDED_LIKE = ("revenue", "med-rx-cost-target", "med-cost-target", "cost-target", "member-months")
"""What shows how a whole is divided, the first that a statement has."""


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare each total with its parts."""
    statement = submission.statement
    for whole, parts in divided(statement):
        if not is_added(whole):
            continue

        total = whole.value.amount + gap(whole, parts)
        if total == whole.value.amount:
            yield Agreement(NAME, (whole.id,))
        elif not is_cent_lost(whole, parts):
            yield _discrepancy(statement, whole, parts, total)
    yield from _grand_totals(statement)


def is_added(line: StatementLine) -> bool:
    """Say whether the parts of a line add up to it."""
    unit = line.value.unit
    is_amount = unit.kind is Kind.MONEY or (unit.kind is Kind.COUNT and "per 1" not in unit.noun)
    return is_amount and line.code not in NOT_ADDED


def likely_parts(
    statement: Statement, whole: StatementLine, parts: Sequence[StatementLine]
) -> tuple[StatementLine, ...]:
    """Return the parts whose repair fits best how the whole is divided elsewhere.

    All of them, where nothing shows how it is divided.
    """
    missed = gap(whole, parts)
    shares = _shares_elsewhere(statement, parts)
    if not shares or not whole.value.amount:
        return tuple(parts)
    distance = {
        part.id: max(
            abs((one.value.amount - (missed if one is part else 0)) / whole.value.amount - share)
            for one, share in zip(parts, shares, strict=True)
        )
        for part in parts
    }
    least = min(distance.values())
    return tuple(part for part in parts if distance[part.id] == least)


def _shares_elsewhere(statement: Statement, parts: Sequence[StatementLine]) -> tuple[Decimal, ...]:
    for code in DIVIDED_LIKE:
        if parts[0].code == code:
            continue
        found = [beside(statement, part, code) for part in parts]
        amounts = [one.value.amount for one in found if one is not None]
        total = sum(amounts, Decimal(0))
        if len(amounts) == len(parts) and total:
            return tuple(amount / total for amount in amounts)
    return ()


def _discrepancy(
    statement: Statement, whole: StatementLine, parts: Sequence[StatementLine], total: Decimal
) -> Discrepancy:
    value = whole.value
    missed = total - value.amount
    likely = likely_parts(statement, whole, parts)
    changes = [(whole, value.with_amount(total))]
    changes += [(part, part.value.with_amount(part.value.amount - missed)) for part in likely]
    return Discrepancy(
        NAME,
        f"{named(whole)} is printed as {value}; its parts add to {value.with_amount(total)}",
        (whole.id, *(part.id for part in parts)),
        str(value),
        str(value.with_amount(total)),
        value.with_amount(missed),
        tuple(Repair(line.id, f"{named(line)} is {to}", to) for line, to in changes),
        _note(statement, [line for line, _ in changes], missed),
    )


def _note(statement: Statement, lines: Sequence[StatementLine], missed: Decimal) -> str:
    """Say which of the lines in question their own PMPM supports as printed."""
    if abs(missed) < len(lines) and lines[0].value.unit.kind is Kind.MONEY:
        return "Rounding each part by itself to whole dollars explains a gap of this size"
    supported = [line for line in lines if supports(statement, line)]
    if not supported:
        return ""
    if len(supported) == len(lines):
        return "The PMPM lines agree with each printed number, so they do not decide it"
    which = " and ".join(named(line) for line in supported)
    return f"The PMPM of {which} agrees with the number as printed"


def _grand_totals(statement: Statement) -> Iterator[Outcome]:
    """Tell of a line called a total that the dollar lines right before it add up to."""
    for at, line in enumerate(statement.lines):
        if "total" not in line.label.lower() or line.value.unit.kind is not Kind.MONEY:
            continue
        before: list[StatementLine] = []
        for one in reversed(statement.lines[:at]):
            if one.value.unit != line.value.unit or one.scope:
                break
            before.append(one)
        amounts = [one.value.amount for one in before]
        if len(before) > 1 and sum(amounts, Decimal(0)) == line.value.amount:
            words = f"{named(line)} is the sum of the {len(before)} lines before it"
            yield Agreement(NAME, (line.id,), words)


CHECK = Check(NAME, "totals against the sum of their parts", run)
