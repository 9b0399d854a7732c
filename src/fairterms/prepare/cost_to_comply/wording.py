"""How the pages of this room write dollars, hours and shares."""

from decimal import Decimal

from fairterms.prepare.cost_to_comply.spread import Spread
from fairterms.units.number import round_exactly

NOT_KNOWN = "not known"


def dollars(amount: Decimal) -> str:
    """Write whole dollars, with a real minus sign.

    Examples
    --------
    >>> dollars(Decimal("-1234.5")), dollars(Decimal("0.4"))
    ('−$1,235', '$0')
    """
    whole = round_exactly(abs(amount), Decimal(1), "half up")
    return f"−${whole:,}" if amount < 0 and whole else f"${whole:,}"


def cents(amount: Decimal) -> str:
    """Write dollars and cents.

    Examples
    --------
    >>> cents(Decimal("4.4169"))
    '$4.42'
    """
    whole = round_exactly(abs(amount), Decimal("0.01"), "half up")
    return f"−${whole:,.2f}" if amount < 0 and whole else f"${whole:,.2f}"


def hours(number: Decimal) -> str:
    """Write hours without a fraction.

    Examples
    --------
    >>> hours(Decimal("1404.5"))
    '1,405'
    """
    return f"{round_exactly(number, Decimal(1), 'half up'):,}"


def people(number: Decimal) -> str:
    """Write full-time people to a tenth.

    Examples
    --------
    >>> people(Decimal("1.1277"))
    '1.1'
    """
    return f"{round_exactly(number, Decimal('0.1'), 'half up'):,}"


def percent(fraction: Decimal) -> str:
    """Write a fraction as a percentage to a tenth.

    Examples
    --------
    >>> percent(Decimal("0.0263"))
    '2.6 %'
    """
    return f"{round_exactly(fraction * 100, Decimal('0.1'), 'half up'):,} %"


def dollar_range(spread: Spread) -> str:
    """Write a low and a high amount, or the one amount there is.

    Examples
    --------
    >>> dollar_range(Spread.of(10, 20, 4000)), dollar_range(Spread.exact(5))
    ('$10 to $4,000', '$5')
    """
    if spread.is_exact:
        return dollars(spread.likely)
    return f"{dollars(spread.low)} to {dollars(spread.high)}"


def counted(number: int, noun: str) -> str:
    """Write a number of things.

    Examples
    --------
    >>> counted(1, "duty"), counted(2, "duty"), counted(3, "cost")
    ('1 duty', '2 duties', '3 costs')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
