"""Read ``obligations.toml`` with its seal; everything wrong is reported, each with its line.

::

    calendar = "CO"

    [[obligation]]
    id = "quality_files"
    owed_by = "group"
    what = "Deliver the quality files Q-1 to Q-4"
    due = "30 days after the end of each quarter"
    cite = { document = "01-agreement.pdf", section = "3.5", quote = "within thirty (30) days" }
    confirmed = { by = "contracting lead", on = 2026-12-04 }

    [[event]]
    id = "quality_files_q1"
    obligation = "quality_files"
    for = "2027-q1"
    what = "done"
    on = 2027-05-04
    by = "data analyst"
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from fairterms.correspondence.entry_table import EntryTable
from fairterms.correspondence.log import Written
from fairterms.correspondence.reader import canonical
from fairterms.monitor.obligations import event_reader, obligation_reader, sealing
from fairterms.monitor.obligations.book import FILE, Book
from fairterms.monitor.obligations.event import Event
from fairterms.monitor.obligations.obligation import Obligation
from fairterms.units.form_file import parsed, text_of
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

_WHY = "nothing reads it"
_SECTIONS = ("calendar", "also_closed", "also_open", "obligation", "event")
_SLUG = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")


def read(folder: Path, today: date | None = None) -> Book | None:
    """Read the obligations of a deal.

    Parameters
    ----------
    folder
        The deal folder.
    today
        No event may be later; None where nobody knows the day.

    Returns
    -------
    Book or None
        None when the deal has no such file. Problems of the file and its seal are part of it.
    """
    text, seals = text_of(folder / FILE), sealing.text_of(folder)
    if text is None:
        return None if not seals else Book(problems=(sealing.removed(),))
    if isinstance(text, Problem):
        return Book(problems=(text,))
    book = read_text(text, folder, today)
    if not book.written and book.problems:
        return book
    return sealing.checked(book, seals)


def read_text(text: str, folder: Path | None = None, today: date | None = None) -> Book:
    """Read obligations from their text, without a seal; evidence is compared in a folder."""
    opened = parsed(text, FILE)
    if isinstance(opened, Problem):
        return Book(problems=(opened,))
    document, notes = opened
    for name in document.keys() - set(_SECTIONS):
        notes.unknown((name,), name, _SECTIONS, "section")
    duties, told = _tables(document, "obligation", notes), _tables(document, "event", notes)
    obligations = _obligations(duties, _calendar(document, notes))
    known = {str(table.raw.get("id", "")) for table in duties}
    _check_links(duties, known, notes)
    events = _events(told, known, folder, today)
    _check_corrections(told)
    closed, opened_too = (_days(document, key, notes) for key in ("also_closed", "also_open"))
    written = sorted((*duties, *told), key=lambda table: table.line)
    return Book(
        tuple(obligations),
        tuple(events),
        notes.problems(),
        tuple(_written(table) for table in written),
        also_closed=closed,
        also_open=opened_too,
    )


def _written(table: EntryTable) -> Written:
    sort = str(table.path[0])
    name = str(table.raw.get("id", ""))
    return Written(f"{sort}.{name}", table.line, f"{sort} {canonical(table.raw)}")


def _calendar(document: Mapping[str, Any], notes: Notes) -> str:
    raw = document.get("calendar", "")
    if isinstance(raw, str):
        return raw
    fix = 'write calendar = "CO"'
    notes.add(("calendar",), "calendar is not words", "not-words", _WHY, fix)
    return ""


def _days(document: Mapping[str, Any], key: str, notes: Notes) -> tuple[date, ...]:
    raw = document.get(key, [])
    listed = raw if isinstance(raw, list) else [raw]
    if all(isinstance(one, date) and not isinstance(one, datetime) for one in listed):
        return tuple(listed)
    fix = f"write {key} = [2027-03-31], without quotes"
    notes.add((key,), f"{key} is not a list of days", "not-a-day", _WHY, fix)
    return ()


def _tables(document: Mapping[str, Any], key: str, notes: Notes) -> tuple[EntryTable, ...]:
    raw = document.get(key, [])
    if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
        return tuple(EntryTable(one, (key, at), notes) for at, one in enumerate(raw))
    fix = f"start each entry with [[{key}]]"
    notes.add((key,), f"{key} is not a list of entries", "not-a-list", _WHY, fix)
    return ()


def _obligations(tables: Sequence[EntryTable], calendar: str) -> Iterator[Obligation]:
    taken: set[str] = set()
    for table in tables:
        name = table.notes.id((*table.path, "id"), table.raw.get("id"), "obligation", taken)
        found = obligation_reader.read(table, name, calendar)
        if found is not None:
            yield found


def _events(
    tables: Sequence[EntryTable], known: set[str], folder: Path | None, today: date | None
) -> Iterator[Event]:
    taken: set[str] = set()
    for table in tables:
        name = table.notes.id((*table.path, "id"), table.raw.get("id"), "event", taken)
        found = event_reader.read(table, name, known, folder, today)
        if found is not None:
            yield found


def _check_links(tables: Sequence[EntryTable], known: set[str], notes: Notes) -> None:
    """Note what names an obligation that is not there: one replaced, or one waited for."""
    for table in tables:
        replaced, due = table.text("replaces"), str(table.raw.get("due", ""))
        waited = due.rpartition(" after ")[2] if " after " in due else ""
        if replaced and replaced not in known:
            notes.unknown((*table.path, "replaces"), replaced, known, "obligation")
        if _SLUG.fullmatch(waited) and waited not in known:
            notes.unknown((*table.path, "due"), waited, known, "obligation")


def _check_corrections(tables: Sequence[EntryTable]) -> None:
    earlier: set[str] = set()
    for table in tables:
        named = table.text("corrects")
        if named and named not in earlier:
            what = f"{named} is no event that stands before this one"
            fix = "name an event further up; what was wrong is put right by a later event"
            table.add("corrects", what, "bad-correction", fix)
        earlier.add(str(table.raw.get("id", "")))
