"""How readiness writes numbers, shares, chances and lists."""

from collections.abc import Sequence
from decimal import Decimal

from fairterms.units.number import round_exactly
from fairterms.units.quantity import FRACTION, MONEY, count, write


def dollars(amount: Decimal) -> str:
    """Write an amount to the dollar, with a real minus sign.

    Examples
    --------
    >>> dollars(Decimal("-1234.5"))
    '−$1,235'
    """
    rounded = round_exactly(amount, Decimal(1), "half up")
    return write(rounded, MONEY).replace("-", "−").removesuffix(".00")


def share(fraction: Decimal) -> str:
    """Write a fraction as a percentage: as it is to a hundredth of a point, else to a tenth.

    Examples
    --------
    >>> share(Decimal("0.0375")), share(Decimal(1) / 3), share(Decimal("0.5"))
    ('3.75 %', '33.3 %', '50 %')
    """
    percent = fraction * 100
    exact = round_exactly(percent, Decimal("0.01"), "half up")
    shown = exact if exact == percent else round_exactly(percent, Decimal("0.1"), "half up")
    return write(shown / 100, FRACTION).replace("-", "−")


def counted(number: Decimal | int, noun: str) -> str:
    """Write a number of things; ``noun`` is singular.

    Examples
    --------
    >>> counted(1, "clinician"), counted(Decimal("2.5"), "person")
    ('1 clinician', '2.5 people')
    """
    return write(Decimal(number), count(noun))


def listed(items: Sequence[str]) -> str:
    """Join words as a person would.

    Examples
    --------
    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def sentence(words: str) -> str:
    """Begin with a capital letter and end with a full stop.

    Examples
    --------
    >>> sentence("nobody said")
    'Nobody said.'
    """
    full = words if words.endswith((".", "?", "!")) else f"{words}."
    return full[:1].upper() + full[1:]
