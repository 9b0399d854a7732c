"""What others learn of reports that wait too long: a number, rounded in time and in size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.audit.ethics.case import Case
from fairterms.audit.ethics.clock import Clocks, is_overdue
from fairterms.outcomes.small_cells.audience import is_small

SOME = "some"
MANY = "more than 10"
NONE = "none"


@dataclass(frozen=True)
class Escalation:
    """What the committee and both sides are told.

    Attributes
    ----------
    as_of
        The last day of a month. A number of today would tell on which day a report came in: the
        day it turns overdue, less the days of its clock.
    number
        "none", "some" for 1 to 10, or "more than 10". How many exactly would tell, from month to
        month, of one report, and could give away a count that a half-year's table hides.
    """

    as_of: date
    number: str

    @property
    def words(self) -> str:
        """The same as a sentence.

        Examples
        --------
        >>> Escalation(date(2027, 3, 31), "some").words
        'On 2027-03-31, some reports had waited longer than they may.'
        >>> Escalation(date(2027, 3, 31), "none").words
        'On 2027-03-31, no report had waited longer than it may.'
        """
        if self.number == NONE:
            return f"On {self.as_of}, no report had waited longer than it may."
        return f"On {self.as_of}, {self.number} reports had waited longer than they may."


def escalation(cases: Iterable[Case], clocks: Clocks, on: date) -> Escalation:
    """Say how many reports waited too long when the last whole month ended.

    Parameters
    ----------
    cases
        All of them; those that came in later are left out.
    clocks
        What they are measured by.
    on
        The day on which somebody asks.

    Examples
    --------
    >>> from fairterms.audit.ethics.case import Subject
    >>> from fairterms.audit.ethics.clock import usual
    >>> case = Case(Subject.MONEY, date(2027, 3, 1))
    >>> escalation([case], usual(), date(2027, 3, 20)).number
    'none'
    >>> escalation([case], usual(), date(2027, 4, 1)).number
    'some'
    """
    as_of = on.replace(day=1) - timedelta(days=1)
    count = sum(is_overdue(one, clocks, as_of) for one in cases)
    if not count:
        return Escalation(as_of, NONE)
    return Escalation(as_of, SOME if is_small(count) else MANY)
