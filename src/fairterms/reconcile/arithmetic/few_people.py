"""How few people a line of a statement may be about.

Numbers about 1 to 10 people stay in the group's own room. A count of members says itself how many
they are; the dollars of a part are about at least as many people as its member-months need.
"""

from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal

from fairterms.reconcile.arithmetic.relations import months_beside
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.quantity import count

FEWEST_SHOWN = 11
"""From so many people on a number may be shown anywhere."""
MEMBER = count("member")
YEAR = 12
DAYS_OF_MONTH = Decimal("30.4")


def fewest(statement: Statement, lines: Iterable[str]) -> int | None:
    """Return the smallest number of people that lines are about; None where none is known."""
    by_id = {line.id: line for line in statement.lines}
    found = [_people(statement, by_id[name]) for name in lines if name in by_id]
    return min((one for one in found if one), default=None)


def is_few(people: int | None) -> bool:
    """Say whether a number is about 1 to 10 people.

    Examples
    --------
    >>> is_few(10), is_few(11), is_few(0), is_few(None)
    (True, False, False, False)
    """
    return people is not None and 0 < people < FEWEST_SHOWN


def _people(statement: Statement, line: StatementLine) -> int | None:
    if line.value.unit == MEMBER:
        return int(line.value.amount)
    months = months_beside(statement, line) if line.scope else None
    if months is None:
        return None
    return int((months.value.amount / _months(statement)).to_integral_value(ROUND_CEILING))


def _months(statement: Statement) -> Decimal:
    """Return the months of the statement's period, a year when it names none."""
    if statement.period is None:
        return Decimal(YEAR)
    return max(Decimal(1), round(Decimal(statement.period.days) / DAYS_OF_MONTH, 0))
