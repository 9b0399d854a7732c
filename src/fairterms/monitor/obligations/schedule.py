"""Every due day of a deal's obligations as of a day, over all years of the contract."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.monitor.calendar import business_calendar
from fairterms.monitor.calendar.business_calendar import BusinessCalendar
from fairterms.monitor.calendar.length import Unit
from fairterms.monitor.calendar.rule import Due, OnDays, due_days
from fairterms.monitor.obligations.book import FILE, Book
from fairterms.monitor.obligations.event import Event, Kind
from fairterms.monitor.obligations.obligation import Obligation
from fairterms.monitor.obligations.occurrence import OPEN, OVERDUE, Occurrence, State
from fairterms.units.period import Period
from fairterms.units.problem import Problem

Calendars = Callable[[str, int, int], BusinessCalendar]
"""Gives the business days of a state from one year to another."""
_YEARS_AFTER = 2
"""Years after the contract's last in which a settlement may still fall due."""


@dataclass(frozen=True)
class Schedule:
    """The due days of confirmed obligations, and what is only proposed.

    Attributes
    ----------
    on
        The day asked about.
    occurrences
        By due day; those that wait for something stand last.
    proposed
        Obligations in the file that nobody has confirmed: they have no due days yet.
    problems
        What is to be mended in the file.
    """

    on: date
    occurrences: tuple[Occurrence, ...]
    proposed: tuple[Obligation, ...]
    problems: tuple[Problem, ...]

    @property
    def overdue(self) -> tuple[Occurrence, ...]:
        """What is past its due day and still open; what is overdue longest stands first."""
        return tuple(one for one in self.occurrences if one.state in OVERDUE)

    @property
    def waiting(self) -> tuple[Occurrence, ...]:
        """What falls due only after something has happened."""
        return tuple(one for one in self.occurrences if one.state is State.NOT_KNOWN)

    @property
    def open(self) -> tuple[Occurrence, ...]:
        """What is still to be done by a day that is known."""
        return tuple(one for one in self.occurrences if one.state in OPEN)

    def rule_words(self, one: Obligation) -> str:
        """Return an obligation's rule in words; another obligation it waits for by what it is."""
        duties = (other.obligation for other in self.occurrences)
        what = next((duty.what for duty in duties if duty.id == one.rule.trigger), "")
        return (
            one.rule.words.replace(one.rule.trigger, f"“{what}” is done")
            if what
            else one.rule.words
        )

    def ahead(self, days: int) -> tuple[Occurrence, ...]:
        """Return what falls due from the day asked about on, within so many days."""
        last = self.on + timedelta(days=days)
        return tuple(one for one in self.open if one.due and self.on <= one.due <= last)


def of(
    book: Book, term: Period, on: date, calendars: Calendars = business_calendar.of_state
) -> Schedule:
    """Work out every due day, and how it stands on a day.

    Parameters
    ----------
    book
        The obligations and their events.
    term
        The days of the contract.
    on
        The day asked about; later events are left out.
    calendars
        Where business days come from.

    Raises
    ------
    Refusal
        When a calendar of business days is of no known state.
    """
    confirmed = book.confirmed(on)
    days = {one.id: _calendar(one, book, term, calendars) for one in confirmed}
    events = {one.id: book.events_of(one, on) for one in book.obligations}
    found: list[Occurrence] = []
    problems = list(book.problems)
    for one in confirmed:
        dues = _dues(one, term, days[one.id], _started(one, events))
        own = [
            _occurrence(one, due, on, days[one.id], _told(events[one.id], due, dues))
            for due in dues
        ]
        if one.rule.trigger and not (one.is_once and dues):
            own.append(Occurrence(one, "", "", None, None, None, on))
        found += own
        problems += _strays(events[one.id], dues, one)
    found.sort(key=lambda one: (one.due or date.max, one.obligation.id))
    return Schedule(on, tuple(found), book.proposed(on), tuple(problems))


def _dues(
    one: Obligation, term: Period, calendar: BusinessCalendar, started: Mapping[str, date]
) -> tuple[Due, ...]:
    """Return the due days of an obligation within the days on which its rule runs.

    Days that the contract names may lie after its end; a part of the year may fall due after it.
    """
    first, last = one.starts or date.min, one.ends or date.max
    own = max(first, term.first), min(last, term.last)
    if own[1] < own[0]:
        return ()
    within = {key: day for key, day in started.items() if first <= day <= last}
    dues = due_days(one.rule, Period(*own), calendar, within)
    if isinstance(one.rule.timing, OnDays):
        return tuple(due for due in dues if first <= due.day <= last)
    return dues


def _calendar(one: Obligation, book: Book, term: Period, calendars: Calendars) -> BusinessCalendar:
    cure = one.cure.length if one.cure else None
    lengths = [length for length in (one.grace, cure) if length is not None]
    needs = one.rule.needs_business_days or any(
        length.unit is Unit.BUSINESS_DAYS for length in lengths
    )
    if not needs:
        return BusinessCalendar()
    found = calendars(one.calendar, term.first.year - 1, term.last.year + _YEARS_AFTER)
    return found.changed(book.also_closed, book.also_open)


def _started(one: Obligation, events: Mapping[str, Sequence[Event]]) -> dict[str, date]:
    """Return when the clock of an obligation that waits was started, by the key of each time."""
    trigger = one.rule.trigger
    if not trigger:
        return {}
    if trigger in events:
        done = (event for event in events[trigger] if event.kind is Kind.DONE)
        return {event.key or event.on.isoformat(): event.on for event in done}
    own = (event for event in events[one.id] if event.kind is Kind.STARTED)
    return {event.key or event.on.isoformat(): event.on for event in own}


def _told(events: Sequence[Event], due: Due, dues: Sequence[Due]) -> tuple[Event, ...]:
    """Return the events of one due day; an event without a key is of the only one there is."""
    is_only = len(dues) == 1
    return tuple(
        event
        for event in events
        if event.key == due.key or (not event.key and (is_only or _start_key(event) == due.key))
    )


def _start_key(event: Event) -> str:
    return event.on.isoformat() if event.kind is Kind.STARTED else ""


def _occurrence(
    one: Obligation, due: Due, on: date, calendar: BusinessCalendar, told: tuple[Event, ...]
) -> Occurrence:
    last = one.grace.after(due.day, calendar) if one.grace else due.day
    late_from = last + timedelta(days=1)
    default_from = None
    if one.cure is not None:
        noticed = [event.on for event in told if event.kind is Kind.REMINDED and event.on > last]
        runs_from = (noticed[0] if noticed else None) if one.cure.is_from_notice else last
        if runs_from is not None:
            default_from = one.cure.length.after(runs_from, calendar) + timedelta(days=1)
    return Occurrence(one, due.key, due.words, due.day, late_from, default_from, on, told)


def _strays(events: Sequence[Event], dues: Sequence[Due], one: Obligation) -> Iterator[Problem]:
    """Note events that belong to none of the due days."""
    keys = [due.key for due in dues]
    whole = (Kind.CONFIRMED, Kind.STARTED, Kind.NOTE)
    for event in events:
        if event.kind in whole or event.key in keys or (not event.key and len(keys) == 1):
            continue
        if event.key:
            what = f'the event {event.id}: {one.id} has no due day called "{event.key}"'
        else:
            what = f"the event {event.id} does not say which due day of {one.id} it is about"
        known = f"write for = one of: {', '.join(keys)}"
        fix = known if keys else 'first record what started it: an event with what = "started"'
        why = "nobody could say which due day was kept"
        yield Problem(FILE, event.line, what, "no-such-due-day", why, fix)
