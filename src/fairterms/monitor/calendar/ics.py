"""A calendar file (iCalendar) that any calendar opens: entries, reminders, and their updates.

An entry keeps its name (UID) for good, so that a calendar replaces what it holds instead of showing
it twice. When what an entry says has changed, its number (SEQUENCE) rises; an entry that is no
longer there is sent once more, as cancelled.

Sources
-------
RFC 5545, Internet Calendaring and Scheduling Core Object Specification, sections 3.6.1, 3.6.6,
3.8.4.7 and 3.8.7.4.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib import import_module
from typing import Any

from fairterms.units.refusal import Refusal

PRODUCT = "-//Fairterms//Obligations//EN"
_SAYS = ("summary", "description", "status")


@dataclass(frozen=True)
class Entry:
    """One day in a calendar.

    Attributes
    ----------
    uid
        Its name, which never changes.
    day
        The day; an entry lasts all day.
    title
        In one line.
    words
        What else there is to say.
    sort
        A word to sort by, such as whose duty it is.
    reminders
        Days before at which a calendar reminds.
    """

    uid: str
    day: date
    title: str
    words: str
    sort: str
    reminders: tuple[int, ...] = ()


def text_of(
    entries: Iterable[Entry], name: str, written: datetime, earlier: bytes | None = None
) -> bytes:
    """Write entries as a calendar file.

    Parameters
    ----------
    entries
        In any order; no two with one name.
    name
        What the calendar is called.
    written
        The moment it is made, in UTC.
    earlier
        The file as it was made last; None for the first one.

    Returns
    -------
    bytes
        UTF-8, lines of at most 75 bytes, each ended by CR LF.

    Raises
    ------
    Refusal
        When ``earlier`` is no calendar file.
    """
    library = _library()
    before = _entries_of(library, earlier)
    calendar = library.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    now = {entry.uid: entry for entry in entries}
    for uid in sorted(now):
        calendar.add_component(_updated(library, now[uid], written, before.get(uid)))
    for uid in sorted(before.keys() - now.keys()):
        calendar.add_component(_cancelled(library, before[uid], written))
    return bytes(calendar.to_ical())


def _updated(library: Any, entry: Entry, written: datetime, old: Any) -> Any:
    event = _event(library, entry)
    is_same = old is not None and _said(old) == _said(event)
    number = 0 if old is None else int(old.get("sequence", 0)) + (0 if is_same else 1)
    event.add("sequence", number)
    # An entry that says the same is not written anew: two files of one state are the same bytes.
    event.add("dtstamp", old.decoded("dtstamp") if is_same else written)
    return event


def _event(library: Any, entry: Entry) -> Any:
    event = library.Event()
    event.add("uid", entry.uid)
    event.add("summary", entry.title)
    event.add("description", entry.words)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("categories", [entry.sort])
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    for days in entry.reminders:
        event.add_component(_reminder(library, entry.title, days))
    return event


def _reminder(library: Any, title: str, days: int) -> Any:
    alarm = library.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(days=-days))
    return alarm


def _cancelled(library: Any, old: Any, written: datetime) -> Any:
    if str(old.get("status", "")) == "CANCELLED":
        return old
    event = library.Event()
    for key in ("uid", "summary", "description", "dtstart", "dtend", "categories", "transp"):
        if key in old:
            event[key] = old[key]
    event.add("status", "CANCELLED")
    event.add("sequence", int(old.get("sequence", 0)) + 1)
    event.add("dtstamp", written)
    return event


def _said(event: Any) -> tuple[object, ...]:
    """Return what an entry says; its reminders go when its day has passed, and say nothing."""
    words = tuple(str(event.get(key, "")) for key in _SAYS)
    sort = event["categories"].to_ical() if "categories" in event else b""
    return (*words, event.decoded("dtstart"), sort)


def _entries_of(library: Any, earlier: bytes | None) -> Mapping[str, Any]:
    if not earlier:
        return {}
    try:
        calendar = library.Calendar.from_ical(earlier)
    except ValueError:
        what, why = "is no calendar file", "the numbers of its entries must rise from what they are"
        fix = "put back the file as fairterms wrote it, or delete it to begin anew"
        raise Refusal("the earlier calendar", what, why, fix) from None
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def _library() -> Any:
    # Only whoever wants a calendar file waits for it to be loaded.
    return import_module("icalendar")
