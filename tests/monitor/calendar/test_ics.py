"""Calendar files: read back by the library, and held to the standard's own rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from fairterms.monitor.calendar.ics import Entry, text_of
from fairterms.units.refusal import Refusal

MADE = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
LATER = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
FILES = Entry(
    uid="a@fairterms",
    day=date(2027, 4, 30),
    title="Group owes: Deliver the quality files Q-1 to Q-4, with commas; and “quotes” "
    "(first quarter of 2027)",
    words="Due 30 days after the end of each quarter.\nSection 3.5. " + "Überlang. " * 20,
    sort="Group owes",
    reminders=(30, 1),
)
FEE = Entry("b@fairterms", date(2027, 1, 20), "Plan owes: Pay the fee", "Section 6.3.", "Plan owes")


def _events(file: bytes) -> dict[str, dict[str, object]]:
    found = {}
    events: list[Any] = icalendar.Calendar.from_ical(file).walk("VEVENT")
    for event in events:
        alarms = [one["trigger"].dt for one in event.walk("VALARM")]
        found[str(event["uid"])] = {
            "summary": str(event["summary"]),
            "description": str(event["description"]),
            "start": event.decoded("dtstart"),
            "end": event.decoded("dtend"),
            "sequence": int(event["sequence"]),
            "status": str(event["status"]),
            "stamp": event.decoded("dtstamp"),
            "alarms": alarms,
        }
    return found


def test_what_is_written_is_read_back_by_the_library() -> None:
    event = _events(text_of([FILES, FEE], "Obligations", MADE))["a@fairterms"]
    assert event["summary"] == FILES.title
    assert event["description"] == FILES.words
    assert (event["start"], event["end"]) == (date(2027, 4, 30), date(2027, 5, 1))
    assert event["alarms"] == [timedelta(days=-30), timedelta(days=-1)]
    assert (event["sequence"], event["status"]) == (0, "CONFIRMED")


def test_the_file_keeps_the_rules_of_the_standard() -> None:
    file = text_of([FILES, FEE], "Obligations", MADE)
    lines = file.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    unfolded = file.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    assert "VERSION:2.0" in unfolded
    assert any(line.startswith("PRODID:") for line in unfolded)
    begun = [line for line in unfolded if line.startswith("BEGIN:")]
    assert len(begun) == len([line for line in unfolded if line.startswith("END:")]) == 5
    assert sum(line.startswith("UID:") for line in unfolded) == 2
    assert "DTSTART;VALUE=DATE:20270430" in unfolded
    assert "TRIGGER:-P30D" in unfolded


def test_the_same_entries_give_the_same_bytes_whenever_they_are_written() -> None:
    first = text_of([FILES, FEE], "Obligations", MADE)
    assert text_of([FEE, FILES], "Obligations", MADE) == first
    assert text_of([FILES, FEE], "Obligations", LATER, first) == first


def test_an_update_keeps_the_name_and_raises_the_number_of_what_changed() -> None:
    first = text_of([FILES, FEE], "Obligations", MADE)
    moved = replace(FILES, day=date(2027, 5, 3))
    second = text_of([moved, FEE], "Obligations", LATER, first)
    events = _events(second)
    assert events["a@fairterms"]["sequence"] == 1
    assert events["a@fairterms"]["start"] == date(2027, 5, 3)
    assert events["a@fairterms"]["stamp"] == LATER
    assert events["b@fairterms"]["sequence"] == 0
    third = text_of([FILES, FEE], "Obligations", LATER, second)
    assert _events(third)["a@fairterms"]["sequence"] == 2


def test_an_entry_that_is_gone_is_sent_once_more_as_cancelled_and_can_come_back() -> None:
    first = text_of([FILES, FEE], "Obligations", MADE)
    second = text_of([FILES], "Obligations", LATER, first)
    gone = _events(second)["b@fairterms"]
    assert (gone["status"], gone["sequence"]) == ("CANCELLED", 1)
    assert text_of([FILES], "Obligations", LATER, second) == second
    back = _events(text_of([FILES, FEE], "Obligations", LATER, second))["b@fairterms"]
    assert (back["status"], back["sequence"]) == ("CONFIRMED", 2)


def test_reminders_that_are_no_longer_needed_are_no_change() -> None:
    first = text_of([FILES], "Obligations", MADE)
    second = text_of([replace(FILES, reminders=())], "Obligations", LATER, first)
    assert _events(second)["a@fairterms"]["sequence"] == 0


def test_an_earlier_file_that_is_no_calendar_is_refused() -> None:
    with pytest.raises(Refusal, match="is no calendar file"):
        text_of([FEE], "Obligations", MADE, b"hello")
