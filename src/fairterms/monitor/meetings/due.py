"""When a joint meeting is due, and where one was missed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.monitor.meetings.meeting import Every, Meeting, MeetingRule
from fairterms.monitor.meetings.reader import Meetings
from fairterms.units.period import Period


@dataclass(frozen=True)
class Due:
    """One part of a year in which a meeting is due.

    Attributes
    ----------
    period
        The part, cut to the contract.
    held
        The first joint meeting in it; None where there was none yet.
    is_over
        Whether the part has ended.
    """

    period: Period
    held: Meeting | None
    is_over: bool

    @property
    def is_overdue(self) -> bool:
        """Whether the part ended without a joint meeting."""
        return self.is_over and self.held is None


@dataclass(frozen=True)
class MeetingsDue:
    """How the meetings stand by a day.

    Attributes
    ----------
    on
        The day.
    rule
        How often the two sides meet.
    parts
        Every part of a year that has begun, the oldest first.
    next_by
        The last day for the next meeting; None after the contract's last part of a year.
    """

    on: date
    rule: MeetingRule
    parts: tuple[Due, ...]
    next_by: date | None = None

    @property
    def overdue(self) -> tuple[Due, ...]:
        """Parts that ended without a joint meeting."""
        return tuple(one for one in self.parts if one.is_overdue)


def due(book: Meetings, contract: Period, on: date) -> MeetingsDue:
    """Say where a joint meeting was held, was missed, or is to come.

    Parameters
    ----------
    book
        The meetings.
    contract
        The contract's first and last day; its first part of a year counts where the contract runs
        for all of it.
    on
        What happened after this day is left out.

    Notes
    -----
    A meeting at which only one side was present is not a joint one.
    """
    held = sorted((one for one in book.up_to(on).meetings if one.is_joint), key=_day)
    parts = [
        Due(part, next((one for one in held if one.on in part), None), part.last < on)
        for part in _parts(contract, book.rule.every)
    ]
    waiting = (one.period.last for one in parts if not one.is_over and one.held is None)
    begun = tuple(one for one in parts if one.period.first <= on)
    return MeetingsDue(on, book.rule, begun, next(waiting, None))


def _day(meeting: Meeting) -> date:
    return meeting.on


def _parts(contract: Period, every: Every) -> Iterator[Period]:
    """Yield the parts of calendar years that lie within a contract as a whole."""
    months = every.months
    at = contract.first.year * 12 + (contract.first.month - 1) // months * months
    while _first(at) <= contract.last:
        part = Period(_first(at), _first(at + months) - timedelta(days=1))
        if contract.first <= part.first and part.last <= contract.last:
            yield part
        at += months


def _first(month: int) -> date:
    """Return the first day of a month counted from year 0."""
    return date(month // 12, month % 12 + 1, 1)
