"""Making a release from a file of the room: counted, listed, or as it is."""

import hashlib
from datetime import date

from fairterms.audit.release import counts_file, leaving, record_source
from fairterms.audit.release.leaving import Leaving
from fairterms.units.refusal import Refusal
from fairterms_web.deals import access as files
from fairterms_web.deals.actions import holds_persons
from fairterms_web.evidence import access
from fairterms_web.evidence.access import Earlier, Kept
from fairterms_web.evidence.actions import Made
from fairterms_web.evidence.forms import Making
from fairterms_web.rooms.entered import Entered


def columns(by: Entered, kind: str, path: str) -> tuple[str, ...]:
    """Return the columns that must be declared before a release is made; none of other files.

    Raises
    ------
    Refusal
        When the file cannot be read at all.
    """
    if kind not in {"count", "rows"}:
        return ()
    with files.on_disk(by, path) as folder:
        return record_source.columns(folder / path)


def make(by: Entered, kept: Kept, source: tuple[str, str], form: Making, on: date) -> Made:
    """Make what would leave, with its proof against everything that left before.

    Parameters
    ----------
    by
        The room that gives.
    kept
        What was asked for.
    source
        How it is made, and the path of the file.
    form
        As it was filled in, without faults.
    on
        The day.

    Raises
    ------
    Refusal
        When it cannot be made, or nothing proves that it may leave.
    """
    before = access.earlier(by, on)
    found = _leaving(by, kept, source, form, before)
    return Made(form.cleaned_data["title"], found, before.refs)


def _leaving(
    by: Entered, kept: Kept, source: tuple[str, str], form: Making, before: Earlier
) -> Leaving:
    kind, path = source
    title, mode = form.cleaned_data["title"], kept.held.release.request.mode
    people = form.cleaned_data.get("people", ())
    with files.on_disk(by, path) as folder:
        file = folder / path
        if kind == "count":
            table = record_source.count(file, title, people, form.roles)
            return leaving.of_table(table, before.tables, before.shown)
        if kind == "rows":
            listed = record_source.listed(file, title, form.roles)
            return leaving.of_rows(listed, people, mode, before.shown)
        if kind == "file":
            _check_no_record(by, file.read_bytes(), path)
            return leaving.of_file(file, title, mode)
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    counted = counts_file.read(text, path, title, people)
    if counted.table is None:
        first = counted.problems[0]
        where = f"{first.file}, line {first.line}" if first.line else first.file
        raise Refusal(where, first.what, first.why, first.fix)
    return leaving.of_table(counted.table, before.tables, before.shown)


def _check_no_record(by: Entered, content: bytes, path: str) -> None:
    """Refuse a file that is one of the room's records under another name."""
    persons = [one.path for one in files.listed(by) if holds_persons(one.path)]
    hashes = {one.sha256 for one in files.versions_under(by, persons)}
    if hashlib.sha256(content).hexdigest() in hashes:
        raise Refusal(
            path,
            "it is one of the files under records/",
            "records tell of patients, and never leave a room as they are",
            "count the people of the record file, or release its rows with declared columns",
        )
