"""A moment as it was written, and a span from one moment to another.

A record's day is the day somebody wrote down. It is never moved to another time zone; only when two
moments are ordered to the instant do their written offsets count.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Self

_WRITTEN = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,6})\d*)?(Z|[+-]\d\d:\d\d)?)?"
)
_BEGINNING = datetime(1, 1, 1, tzinfo=UTC)
_END = datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)


@dataclass(frozen=True)
class Moment:
    """A day, or an instant with the offset it was written with.

    Attributes
    ----------
    day
        The day as written.
    clock
        The time of day as written; None when only the day is known.
    offset
        Minutes ahead of universal time; 0 when none was written.
    """

    day: date
    clock: time | None = None
    offset: int = 0

    @classmethod
    def read(cls, text: str | None) -> Self | None:
        """Read a day or an instant in ISO form; a month or a year alone is no day.

        Examples
        --------
        >>> Moment.read("2025-03-01T23:30:00-04:00")
        Moment(day=datetime.date(2025, 3, 1), clock=datetime.time(23, 30), offset=-240)
        >>> Moment.read("2025-03") is None
        True
        """
        found = _WRITTEN.fullmatch((text or "").strip())
        if found is None:
            return None
        day, clock, fraction, zone = found.groups()
        try:
            if clock is None:
                return cls(date.fromisoformat(day))
            at = time.fromisoformat(clock).replace(microsecond=int((fraction or "0").ljust(6, "0")))
            return cls(date.fromisoformat(day), at, _minutes(zone))
        except ValueError:
            return None

    @property
    def earliest(self) -> datetime:
        """The first instant it can mean, in universal time."""
        return self._at(self.clock or time.min)

    @property
    def latest(self) -> datetime:
        """The last instant it can mean: the end of the day when no time is known."""
        return self._at(self.clock or time.max)

    def _at(self, clock: time) -> datetime:
        zone = timezone(timedelta(minutes=self.offset))
        return datetime.combine(self.day, clock, zone).astimezone(UTC)

    def __str__(self) -> str:
        return self.day.isoformat()


@dataclass(frozen=True)
class Period:
    """A span, both ends included.

    Attributes
    ----------
    start
        None when it has no beginning on record: it then began before everything else.
    end
        None when it still lasts.
    is_end_unknown
        It is over, but nobody wrote down since when. Then only its start is certain.

    Examples
    --------
    >>> first, last = date(2025, 1, 1), date(2025, 12, 31)
    >>> ongoing = Period(Moment(date(2024, 6, 1)), None)
    >>> over = Period(Moment(date(2024, 6, 1)), None, is_end_unknown=True)
    >>> ongoing.overlaps_days(first, last), over.overlaps_days(first, last)
    (True, False)
    """

    start: Moment | None
    end: Moment | None
    is_end_unknown: bool = False

    @classmethod
    def at(cls, moment: Moment) -> Self:
        """Return the span of one moment."""
        return cls(moment, moment)

    @classmethod
    def on(cls, first: date, last: date | None = None) -> Self:
        """Return the span of whole days from a first to a last; of one day without a last."""
        return cls(Moment(first), Moment(last or first))

    @property
    def first_day(self) -> date:
        """The day it begins; the first of all days when none is on record."""
        return self.start.day if self.start else date.min

    @property
    def last_day(self) -> date:
        """The last day it is certain to last; the last of all days while it still lasts."""
        if self.end:
            return self.end.day
        return self.first_day if self.is_end_unknown else date.max

    @property
    def begins(self) -> datetime:
        """The first instant, in universal time."""
        return self.start.earliest if self.start else _BEGINNING

    @property
    def ends(self) -> datetime:
        """The last instant it is certain to last, in universal time."""
        if self.end:
            return self.end.latest
        return self.begins if self.is_end_unknown else _END

    def overlaps(self, other: "Period") -> bool:
        """Say whether both share an instant."""
        return self.begins <= other.ends and other.begins <= self.ends

    def overlaps_days(self, first: date, last: date) -> bool:
        """Say whether it shares a day with the days from a first to a last, both included."""
        return self.first_day <= last and first <= self.last_day

    def lies_within_days(self, first: date, last: date) -> bool:
        """Say whether all of it lies within the days from a first to a last, both included."""
        return first <= self.first_day and self.last_day <= last

    def holds(self, moment: Moment) -> bool:
        """Say whether a moment lies in it, to the instant."""
        return self.begins <= moment.earliest and moment.latest <= self.ends

    def __str__(self) -> str:
        start = str(self.start) if self.start else "no known start"
        if self.end is None:
            return f"{start} to {'an unknown end' if self.is_end_unknown else 'now'}"
        return start if self.start and self.first_day == self.last_day else f"{start} to {self.end}"


def _minutes(zone: str | None) -> int:
    """Return how many minutes ahead of universal time a written offset is."""
    if zone in (None, "Z"):
        return 0
    assert zone is not None
    hours, minutes = int(zone[1:3]), int(zone[4:])
    return (60 * hours + minutes) * (-1 if zone[0] == "-" else 1)
