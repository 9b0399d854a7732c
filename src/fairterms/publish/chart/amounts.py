"""Amounts as a chart shows them: dollars, per cents and counts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal, TypeAlias

Number: TypeAlias = Decimal | float
Unit: TypeAlias = Literal["dollars", "percent", "number"]

_AXIS_LABELS: Final[dict[Unit, str]] = {
    "dollars": "format(datum.value, '$,.0f')",
    "percent": "replace(format(datum.value, '.2~%'), '%', ' %')",
    "number": "format(datum.value, ',.2~f')",
}
_CENT, _UNIT = Decimal("0.01"), Decimal(1)


def exact(value: Number) -> Decimal:
    """Turn a number into the decimal a reader would write for it.

    Parameters
    ----------
    value
        A finite number.

    Returns
    -------
    Decimal
        The shortest decimal that stands for a float; a Decimal as it is.

    Raises
    ------
    ValueError
        If the number is infinite or not a number: a chart cannot place it.

    Examples
    --------
    >>> exact(0.1)
    Decimal('0.1')
    """
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"A chart cannot show {value}: give a finite number.")
    return number


def show(value: Number, unit: Unit, *, signed: bool = False) -> str:
    """Write an amount as a label in a chart.

    Parameters
    ----------
    value
        Dollars, a fraction (for per cents) or a count.
    unit
        Which of them.
    signed
        Whether a gain carries its plus sign.

    Returns
    -------
    str
        From 1,000 dollars on without cents; smaller amounts with cents unless whole. The
        minus sign is the long one, before the dollar sign.

    Examples
    --------
    >>> show(-5000, "dollars"), show(48451.5, "dollars", signed=True), show(41.2, "dollars")
    ('−$5,000', '+$48,452', '$41.20')
    >>> show(0.125, "percent"), show(1200, "number")
    ('12.5 %', '1,200')
    """
    number = exact(value)
    is_large = abs(number) >= 1000
    places = 0 if unit == "dollars" and (is_large or number == number.to_integral_value()) else 2
    return _write(number, unit, places, "+" if signed else "")


def column(values: Sequence[Number], unit: Unit) -> tuple[str, ...]:
    """Write amounts as a column of a table: exact to the cent, with the same digits in each.

    Parameters
    ----------
    values
        Amounts of one unit.
    unit
        Their unit.

    Returns
    -------
    tuple of str
        One text per amount; cents in all of them as soon as one has cents.

    Examples
    --------
    >>> column([98880, 48451.2], "dollars")
    ('$98,880.00', '$48,451.20')
    """
    numbers = [exact(value) for value in values]
    are_whole = all(number == number.to_integral_value() for number in numbers)
    places = 0 if unit == "dollars" and are_whole else 2
    return tuple(_write(number, unit, places, "") for number in numbers)


def axis_labels(unit: Unit, values: Sequence[Number]) -> str:
    """Give the Vega expression that writes the labels of an axis.

    Parameters
    ----------
    unit
        The unit of the axis.
    values
        The amounts on it: a short span of dollars needs cents.

    Returns
    -------
    str
        An expression over `datum.value`.
    """
    span = max(values, default=0.0, key=exact), min(values, default=0.0, key=exact)
    if unit == "dollars" and exact(span[0]) - exact(span[1]) < 10:
        return "format(datum.value, '$,.2f')"
    return _AXIS_LABELS[unit]


def _write(number: Decimal, unit: Unit, places: int, plus: str) -> str:
    if unit == "percent":
        number *= 100
    size = abs(number).quantize(_UNIT if places == 0 else _CENT, ROUND_HALF_UP)
    digits = f"{size:,.{places}f}"
    if unit != "dollars" and "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    sign = "" if size == 0 else "−" if number < 0 else plus
    return f"{sign}{'$' if unit == 'dollars' else ''}{digits}{' %' if unit == 'percent' else ''}"
