"""How an amount is written for a reader."""

from decimal import Decimal

from fairterms.units.number import round_exactly
from fairterms.units.quantity import MONEY, write


def dollars(amount: Decimal) -> str:
    """Write an amount to the cent, with a real minus sign.

    Examples
    --------
    >>> dollars(Decimal("-1234.5"))
    '−$1,234.50'
    """
    return write(round_exactly(amount, Decimal("0.01"), "half up"), MONEY).replace("-", "−")
