"""How numbers are written down: no count of 1 to 10 people can be read or worked out."""

from decimal import Decimal

from fairterms.outcomes.small_cells.audience import NOT_SHOWN, is_small
from fairterms.units.quantity import FRACTION, Kind, Quantity, Unit, count, write

PEOPLE = ("member", "patient", "person", "client", "discharge", "episode")
"""Nouns that count people, or events that each belong to one."""


CENT = Decimal("0.01")


def agrees(stated: Quantity, ours: Decimal) -> bool:
    """Say whether a number agrees with a printed one: dollars to the cent, others as printed.

    Examples
    --------
    >>> from fairterms.units.quantity import parse
    >>> agrees(parse("$100.00"), Decimal("100.004")), agrees(parse("$100.00"), Decimal("100.01"))
    (True, False)
    """
    exponent = stated.amount.as_tuple().exponent
    printed = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else CENT
    step = CENT if stated.unit.kind is Kind.MONEY else printed
    return abs(stated.amount - ours) * 2 <= step


def counts_few(unit: Unit, *numbers: Decimal) -> bool:
    """Say whether any of some numbers, or what lies between two of them, counts 1 to 10 people.

    Examples
    --------
    >>> counts_few(count("patient"), Decimal(5516), Decimal(5514))
    True
    >>> counts_few(count("member-month"), Decimal(7))
    False
    """
    if unit.kind is not Kind.COUNT or unit.noun not in PEOPLE:
        return False
    gaps = [abs(one - other) for one in numbers for other in numbers]
    return any(is_small(int(abs(number))) for number in (*numbers, *gaps))


def amounts(unit: Unit, *numbers: Decimal) -> tuple[str, ...]:
    """Write numbers of one unit down; all of them as hidden where one would give few people away.

    Examples
    --------
    >>> amounts(count("patient"), Decimal(5516), Decimal(5514))
    ('not shown', 'not shown')
    """
    if counts_few(unit, *numbers):
        return tuple(NOT_SHOWN for _ in numbers)
    return tuple(write(number, unit) for number in numbers)


def quantity_words(found: Quantity) -> str:
    """Write one quantity down, hidden where it counts few people."""
    return amounts(found.unit, found.amount)[0]


def share(part: int, whole: int) -> str:
    """Write a share of things that are not people, in per cent with one decimal.

    Examples
    --------
    >>> share(1, 12)
    '8.3 %'
    """
    assert 0 <= part <= whole, "a part is no more than its whole"
    assert whole > 0, "a share of nothing is no share"
    return percent(part / whole)


def percent(fraction: float) -> str:
    """Write a fraction in per cent with one decimal, as a quantity is written."""
    return write(Decimal(f"{fraction:.3f}"), FRACTION)


def things(number: int, noun: str) -> str:
    """Write how many things there are; they are not people.

    Examples
    --------
    >>> things(1, "day"), things(12, "report")
    ('1 day', '12 reports')
    """
    return write(Decimal(number), count(noun))


def sentence(words: str) -> str:
    """Return words as a sentence.

    Examples
    --------
    >>> sentence("no test of design")
    'No test of design.'
    """
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
