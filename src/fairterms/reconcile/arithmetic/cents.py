"""Cents lost or invented where a total is divided and each part is rounded by itself."""

from collections.abc import Sequence
from decimal import Decimal

from fairterms.reconcile.statement.statement import StatementLine
from fairterms.units.allocation import CENT
from fairterms.units.quantity import Kind


def gap(whole: StatementLine, parts: Sequence[StatementLine]) -> Decimal:
    """Return by how much the parts of a line add to more than it, in its unit."""
    return sum((part.value.amount for part in parts), Decimal(0)) - whole.value.amount


def has_cents(whole: StatementLine, parts: Sequence[StatementLine]) -> bool:
    """Say whether a line or one of its parts is in dollars and not in whole ones."""
    is_money = whole.value.unit.kind is Kind.MONEY
    return is_money and any(line.value.amount % 1 for line in (whole, *parts))


def is_cent_lost(whole: StatementLine, parts: Sequence[StatementLine]) -> bool:
    """Say whether parts miss their total by no more than rounding each of them explains."""
    missed = abs(gap(whole, parts))
    return has_cents(whole, parts) and 0 < missed <= CENT / 2 * len(parts)
