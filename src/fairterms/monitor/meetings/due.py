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
    """

    on: date
    rule: MeetingRule
    parts: tuple[Due, ...]

    @property
    def overdue(self) -> tuple[Due, ...]:
        """Parts that ended without a joint meeting."""
        return tuple(one for one in self.parts if one.is_overdue)

    @property
    def next_by(self) -> date | None:
        """The last day for the next meeting; None after the contract's end."""
        waiting = [one for one in self.parts if not one.is_over]
        if not waiting:
            return None
        now = waiting[-1]
        if now.held is None:
            return now.period.last
        return next(_parts(now.period.last + timedelta(days=1), self.rule.every)).last


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
    parts = []
    for part in _parts(contract.first, book.rule.every):
        if part.first > min(on, contract.last):
            break
        if part.first < contract.first or part.last > contract.last:
            continue
        inside = next((one for one in held if one.on in part), None)
        parts.append(Due(part, inside, part.last < on))
    return MeetingsDue(on, book.rule, tuple(parts))


def _day(meeting: Meeting) -> date:
    return meeting.on


def _parts(start: date, every: Every) -> Iterator[Period]:
    """Yield the parts of calendar years from the one that holds a day."""
    months = every.months
    at = start.year * 12 + (start.month - 1) // months * months
    while True:
        yield Period(_first(at), _first(at + months) - timedelta(days=1))
        at += months


def _first(month: int) -> date:
    """Return the first day of a month counted from year 0."""
    return date(month // 12, month % 12 + 1, 1)
