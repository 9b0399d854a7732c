"""A PMPM, its member-months and its total: whether the three agree as printed.

A PMPM is printed with few digits, so the total may be anything that rounds to it.
"""

from decimal import Decimal

from fairterms.reconcile.arithmetic.relations import beside, half_step, months_beside
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.quantity import MONEY, PMPM

SUFFIX = "-pmpm"


def total_of(statement: Statement, rate: StatementLine) -> StatementLine | None:
    """Return the total that a PMPM belongs to; None when the statement has none."""
    if not rate.code.endswith(SUFFIX) or rate.value.unit != PMPM:
        return None
    total = beside(statement, rate, rate.code.removesuffix(SUFFIX))
    return total if total is not None and total.value.unit == MONEY else None


def fits(statement: Statement, rate: StatementLine, total: StatementLine, months: Decimal) -> bool:
    """Say whether a PMPM times member-months gives a total, within what rounding explains."""
    room = half_step(statement, rate) * months + half_step(statement, total)
    return abs(rate.value.amount * months - total.value.amount) <= room


def supports(statement: Statement, total: StatementLine) -> bool:
    """Say whether the PMPM of the same part agrees with a total as printed."""
    rate = beside(statement, total, f"{total.code}{SUFFIX}")
    months = months_beside(statement, total)
    if rate is None or months is None or rate.value.unit != PMPM:
        return False
    return fits(statement, rate, total, months.value.amount)
