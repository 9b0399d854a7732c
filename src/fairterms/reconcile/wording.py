"""How amounts and small counts are written on the pages and in the letters of this room."""

from decimal import Decimal

from fairterms.outcomes.small_cells.audience import SMALL, is_small
from fairterms.reconcile.comparison import ComparedLine
from fairterms.units.dollars import dollars
from fairterms.units.quantity import MONEY, Kind, Unit, write

PEOPLE = ("member", "patient", "person", "client", "discharge", "episode")
"""Units that count people, or so little else that a person could be found."""


def signed(amount: Decimal) -> str:
    """Write a change in dollars, with its sign.

    Examples
    --------
    >>> signed(Decimal("5"))
    '+$5.00'
    """
    return f"+{dollars(amount)}" if amount > 0 else dollars(amount)


def written(number: Decimal, unit: Unit) -> str:
    """Write a number with its unit, with a true minus sign."""
    return dollars(number) if unit == MONEY else write(number, unit).replace("-", "−", 1)


def about_few(line: ComparedLine) -> bool:
    """Say whether a line counts 1 to 10 people, in the statement or in our figures."""
    if line.unit.kind is not Kind.COUNT or line.unit.noun not in PEOPLE:
        return False
    numbers = [
        number for number in (line.plan, line.on_ours, line.difference) if number is not None
    ]
    return any(is_small(abs(int(number))) for number in numbers)


def masked(number: Decimal | None, unit: Unit) -> str:
    """Write a count of people; one of 1 to 10 as hidden."""
    if number is None:
        return ""
    return SMALL if is_small(abs(int(number))) else written(number, unit)
