"""Lines about 1 to 10 people: outside the group's own room their numbers are not shown."""

import math
from collections.abc import Iterable

from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience, is_small
from fairterms.reconcile.restatement.line_change import LineChange
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.quantity import MEMBER_MONTH, Kind, Quantity

NOT_PEOPLE = frozenset(
    {
        "business day",
        "clinician",
        "day",
        "hour",
        "measure",
        "month",
        "point",
        "quarter",
        "report",
        "star",
        "week",
        "year",
    }
)
"""What may be counted from 1 to 10 without telling of people; anything else may not."""

MONTHS = 12


class SmallParts:
    """Which lines of two statements must not be shown to an audience.

    Parameters
    ----------
    statements
        Both statements.
    audience
        Who reads the page.

    Notes
    -----
    A count that changed by 1 to 10 people is about those people, however large it is. A part of
    the panel of 1 to 10 people is known by any line that counts them. Then no line of that part is
    shown, dollars among them, nor of the parts beside it: the whole less the others would give it
    away.
    """

    def __init__(self, statements: Iterable[Statement], audience: Audience) -> None:
        self.is_outside = audience is Audience.OUTSIDE
        self._parents = {
            line.scope[:-1]
            for statement in statements
            for line in statement.lines
            if line.scope and _counts_few(line.value)
        }

    def hides(self, change: LineChange) -> bool:
        """Tell whether the numbers of a changed line are kept back."""
        lines = [line for line in (change.older, change.newer) if line is not None]
        is_few = any(self._is_about_few(line) for line in lines) or _moves_few(change)
        return self.is_outside and is_few

    def number(self, change: LineChange, line: StatementLine | None) -> str:
        """Write the number of one side of a change, as the audience may read it."""
        if line is None:
            return "not stated"
        return NOT_SHOWN if self.hides(change) else _with_minus(str(line.value))

    def _is_about_few(self, line: StatementLine) -> bool:
        around = (line.scope[:depth] for depth in range(len(line.scope)))
        return _counts_few(line.value) or any(scope in self._parents for scope in around)


def _counts_few(value: Quantity) -> bool:
    """Tell whether a number counts 1 to 10 people, or something that 1 to 10 people have."""
    if value.unit.kind is not Kind.COUNT or value.unit.noun in NOT_PEOPLE:
        return False
    # A member has at most twelve member months in a year.
    a_person = MONTHS if value.unit.noun == MEMBER_MONTH else 1
    return is_small(math.ceil(abs(value.amount) / a_person))


def _moves_few(change: LineChange) -> bool:
    """Tell whether a count changed by 1 to 10 people."""
    older, newer = change.older, change.newer
    if older is None or newer is None or older.value.unit != newer.value.unit:
        return False
    return _counts_few(newer.value.with_amount(newer.value.amount - older.value.amount))


def _with_minus(text: str) -> str:
    return f"−{text[1:]}" if text.startswith("-") else text
