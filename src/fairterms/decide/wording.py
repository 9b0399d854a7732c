"""How the report writes dollars, dates and names."""

from decimal import Decimal

from fairterms.units.dollars import dollars
from fairterms.units.number import round_exactly
from fairterms.units.quantity import Unit, write


def whole_dollars(amount: Decimal) -> str:
    """Write an amount to the dollar, for headlines.

    Examples
    --------
    >>> whole_dollars(Decimal("-1234.5"))
    '−$1,235'
    """
    return dollars(round_exactly(amount, Decimal(1), "half up")).removesuffix(".00")


def quantity(amount: Decimal, unit: Unit) -> str:
    """Write a number with its unit and a real minus sign."""
    return write(amount, unit).replace("-", "−", 1) if amount < 0 else write(amount, unit)


def spoken(name: str) -> str:
    """Write an identifier as words.

    Examples
    --------
    >>> spoken("phq9_response.numerator")
    'phq9 response, numerator'
    """
    return name.replace(".", ", ").replace("_", " ")


def counted(number: int, noun: str) -> str:
    """Write a number of things.

    Examples
    --------
    >>> counted(1, "finding"), counted(2, "finding")
    ('1 finding', '2 findings')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
