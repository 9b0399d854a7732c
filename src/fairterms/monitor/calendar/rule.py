"""Rules from which due days follow, and the due days that follow from them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.monitor.calendar.business_calendar import BusinessCalendar
from fairterms.monitor.calendar.length import Length, Unit, months_after
from fairterms.monitor.calendar.part import Part, Span, spans
from fairterms.units.period import Period


class Roll(StrEnum):
    """Where a due day moves that is no business day."""

    STAYS = ""
    NEXT = "next business day"
    PREVIOUS = "previous business day"


@dataclass(frozen=True)
class Due:
    """One day on which something is due.

    Attributes
    ----------
    key
        A short name that stays the same when the day moves: ``"2027-04"``.
    words
        What it is due for: "April 2027"; empty where there is nothing to say.
    day
        The day.
    """

    key: str
    words: str
    day: date


@dataclass(frozen=True)
class OnDays:
    """Due on days that the contract names.

    Attributes
    ----------
    days
        In order.
    """

    days: tuple[date, ...]


@dataclass(frozen=True)
class Repeating:
    """Due on a first day that comes round again until the term ends.

    Attributes
    ----------
    first
        The first due day.
    months
        How many months lie between.
    """

    first: date
    months: int

    def days(self, term: Period) -> Iterator[date]:
        """Return the days up to the end of a term."""
        day, count = self.first, 0
        while day <= term.last:
            yield day
            count += 1
            # From the first day each time: a 31st must not become a 28th for good.
            day = months_after(self.first, self.months * count)


@dataclass(frozen=True)
class InEach:
    """Due on a day in each part of the year: "the 15th of each month", "April 1 of each year".

    Attributes
    ----------
    part
        The part.
    day
        The day of its month, from 1; 31 is the last day of a shorter month. For business days,
        the n-th of them.
    month
        Of a year, the month from 1; else 0.
    is_business
        Whether ``day`` counts business days.
    years_later
        1 for a day in the year after the one it belongs to; else 0.
    """

    part: Part
    day: int
    month: int = 0
    is_business: bool = False
    years_later: int = 0


@dataclass(frozen=True)
class AtEdge:
    """Due so long after the end, or before the start, of each part of the year.

    Attributes
    ----------
    part
        The part.
    length
        How long; 0 days for the last day itself.
    is_before_start
        Whether it counts back from the part's first day.
    """

    part: Part
    length: Length
    is_before_start: bool = False


@dataclass(frozen=True)
class AfterTrigger:
    """Due so long after, or before, something that has to happen first.

    Attributes
    ----------
    length
        How long.
    trigger
        What has to happen, in words, or the id of another obligation that has to be done.
    is_before
        Whether it is due before that day.
    """

    length: Length
    trigger: str
    is_before: bool = False


@dataclass(frozen=True)
class Rule:
    """When something is due.

    Attributes
    ----------
    timing
        From what the days follow.
    roll
        Where a day moves that is no business day.
    words
        The rule as it was written.
    """

    timing: OnDays | Repeating | InEach | AtEdge | AfterTrigger
    words: str
    roll: Roll = Roll.STAYS

    @property
    def trigger(self) -> str:
        """What has to happen first; empty where nothing has."""
        return self.timing.trigger if isinstance(self.timing, AfterTrigger) else ""

    @property
    def is_monthly(self) -> bool:
        """Whether it comes round each month."""
        if isinstance(self.timing, Repeating):
            return self.timing.months == 1
        return isinstance(self.timing, InEach | AtEdge) and self.timing.part is Part.MONTH

    @property
    def needs_business_days(self) -> bool:
        """Whether its days depend on holidays."""
        timing = self.timing
        if isinstance(timing, AtEdge | AfterTrigger):
            counts = timing.length.unit is Unit.BUSINESS_DAYS
        else:
            counts = isinstance(timing, InEach) and timing.is_business
        return counts or self.roll is not Roll.STAYS


def due_days(
    rule: Rule, term: Period, calendar: BusinessCalendar, started: Mapping[str, date]
) -> tuple[Due, ...]:
    """Work out every due day of a rule over the years of a contract.

    Parameters
    ----------
    rule
        The rule.
    term
        The days on which it runs; a part of the year counts when it ends in the term.
    calendar
        The business days.
    started
        For a rule that waits: key and day of each time it happened.

    Returns
    -------
    tuple of Due
        In the order of the days. For a rule that waits for something, one for each time it
        happened: none until then.
    """
    found = (
        Due(one.key, one.words, _rolled(one.day, rule.roll, calendar))
        for one in _raw(rule, term, calendar, started)
    )
    return tuple(sorted(found, key=lambda one: (one.day, one.key)))


def _raw(
    rule: Rule, term: Period, calendar: BusinessCalendar, started: Mapping[str, date]
) -> Iterator[Due]:
    timing = rule.timing
    if isinstance(timing, OnDays | Repeating):
        days = timing.days if isinstance(timing, OnDays) else timing.days(term)
        yield from (Due(day.isoformat(), "", day) for day in days)
    elif isinstance(timing, AfterTrigger):
        move = timing.length.before if timing.is_before else timing.length.after
        yield from (
            Due(key, f"started on {day.isoformat()}", move(day, calendar))
            for key, day in started.items()
        )
    else:
        for span in spans(timing.part, term):
            if term.first <= span.period.last <= term.last:
                yield Due(span.key, span.words, _in_span(timing, span, calendar))


def _in_span(timing: InEach | AtEdge, span: Span, calendar: BusinessCalendar) -> date:
    if isinstance(timing, AtEdge):
        if timing.is_before_start:
            return timing.length.before(span.period.first, calendar)
        return timing.length.after(span.period.last, calendar)
    first = span.period.first
    if timing.month:
        first = date(first.year + timing.years_later, timing.month, 1)
    if timing.is_business:
        return _nth_business_day(first, timing.day, calendar)
    return _day_of_month(first, timing.day)


def _day_of_month(first: date, number: int) -> date:
    """Return a day of a month; the month's last where it has fewer days."""
    for day in range(number, 27, -1):
        try:
            return first.replace(day=day)
        except ValueError:
            continue
    return first.replace(day=number)


def _nth_business_day(first: date, number: int, calendar: BusinessCalendar) -> date:
    return calendar.moved(calendar.next_open(first), number - 1)


def _rolled(day: date, roll: Roll, calendar: BusinessCalendar) -> date:
    if roll is Roll.NEXT:
        return calendar.next_open(day)
    return calendar.previous_open(day) if roll is Roll.PREVIOUS else day
