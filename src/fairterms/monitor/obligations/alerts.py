"""Alerts: what falls due in 90, 30, 14, 7 or 1 days, and what is past its day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fairterms.monitor.obligations.obligation import Obligation
from fairterms.monitor.obligations.occurrence import OVERDUE, Occurrence, State
from fairterms.monitor.obligations.schedule import Schedule

DAYS_BEFORE = (90, 30, 14, 7, 1)
"""How many days before the due day an alert is given."""
_NO_CONSEQUENCE = "The contract names no consequence in this entry; read the clause again."


@dataclass(frozen=True)
class Alert:
    """One thing to know today about one obligation.

    Attributes
    ----------
    occurrences
        The due days it is about: the next one, or all that are past.
    days
        Days until the next is due; negative for the one that is past longest.
    words
        The alert in a sentence.
    may
        What the contract lets the other side do; empty for what is not overdue.
    """

    occurrences: tuple[Occurrence, ...]
    days: int
    words: str
    may: str = ""

    @property
    def obligation(self) -> Obligation:
        """The obligation."""
        return self.occurrences[0].obligation


def alerts(schedule: Schedule, since: date | None = None) -> tuple[Alert, ...]:
    """Return the alerts of the schedule's day: what is past first, then what is nearest.

    Parameters
    ----------
    schedule
        As of the day asked about.
    since
        The day on which alerts were last given, if that was before yesterday: what should have
        been said meanwhile is said now. None for the alerts of this day alone.

    Notes
    -----
    One obligation gives at most one alert ahead and one of what is past, however many of its due
    days they are about.
    """
    found = (*_past(schedule), *_ahead(schedule, since))
    return tuple(sorted(found, key=lambda one: (one.days, one.obligation.id)))


def _past(schedule: Schedule) -> Iterator[Alert]:
    for late in _by_obligation(schedule.overdue):
        days = late[0].days_left
        assert days is not None, "what is overdue had a day"
        yield Alert(late, days, _past_words(late), may(late[0].obligation))


def _ahead(schedule: Schedule, since: date | None) -> Iterator[Alert]:
    passed = 1 if since is None else (schedule.on - since).days
    coming = (one for one in schedule.open if one.state not in OVERDUE)
    for ahead in _by_obligation(coming):
        days = ahead[0].days_left
        assert days is not None, "what is open has a day"
        if any(days <= mark < days + passed for mark in DAYS_BEFORE):
            yield Alert(ahead[:1], days, _ahead_words(ahead[0], days))


def _by_obligation(found: Iterable[Occurrence]) -> Iterator[tuple[Occurrence, ...]]:
    groups: dict[str, list[Occurrence]] = {}
    for one in found:
        groups.setdefault(one.obligation.id, []).append(one)
    yield from (tuple(group) for group in groups.values())


def may(one: Obligation) -> str:
    """Say what the contract lets the other side do when it is late.

    The words are those of the person who confirmed the obligation, with the section.
    """
    section = f" ({one.cite.section})" if one.cite and one.cite.section else ""
    if not one.consequence:
        return f"{_NO_CONSEQUENCE.removesuffix('.')}{section}."
    return f"{one.consequence.removesuffix('.')}{section}."


def _ahead_words(one: Occurrence, days: int) -> str:
    when = "today" if days == 0 else f"in {days} day{'s' if days > 1 else ''}"
    return f"{one.obligation.owed_by.words}: {one.name} is due {when}, on {one.due}."


def _past_words(late: tuple[Occurrence, ...]) -> str:
    first = late[0]
    days = -(first.days_left or 0)
    more = f", and {len(late) - 1} more of the same" if len(late) > 1 else ""
    stands = {
        State.IN_GRACE: f"it may still be done without being late until {_day_before(first)}",
        State.LATE: "it is late",
        State.IN_DEFAULT: f"its time to be put right ended before {first.default_from}",
    }[first.state]
    said = f"{first.obligation.owed_by.words}: {first.name} was due on {first.due}, {days} day"
    disputed = "; it is disputed" if first.is_disputed else ""
    return f"{said}{'s' if days > 1 else ''} ago{more}; {stands}{disputed}."


def _day_before(one: Occurrence) -> date:
    assert one.late_from is not None, "what is overdue had a day"
    return date.fromordinal(one.late_from.toordinal() - 1)
