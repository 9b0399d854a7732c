"""New entries of ``meetings.toml``, as text added at its end; what stands there is not touched."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from fairterms.correspondence.evidence_file import sha256_of
from fairterms.correspondence.writing import Value
from fairterms.correspondence.writing import appended as with_entry
from fairterms.monitor.meetings.reader import FILE, SECTIONS, read_text
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal


def appended(text: str, section: str, fields: Mapping[str, Value]) -> str:
    r"""Return the file's text with one more entry at its end.

    Parameters
    ----------
    text
        The file as it is; empty for a new one.
    section
        A section of the file, such as ``"decision"``.
    fields
        What the entry says, in order; empty values are left out.

    Raises
    ------
    Refusal
        When the new entry has a problem; what was wrong before it is not its matter.

    Examples
    --------
    >>> fields = {"id": "spring", "on": date(2027, 3, 18), "kind": "Committee", "plan": ["actuary"]}
    >>> print(appended("", "meeting", fields), end="")
    [[meeting]]
    id = "spring"
    on = 2027-03-18
    kind = "Committee"
    plan = ["actuary"]
    """
    assert section in SECTIONS, f"{FILE} has no section {section}"
    entry = with_entry("", fields).replace("[[entry]]", f"[[{section}]]", 1)
    grown = text + _gap(text) + entry
    before = Counter(map(_sort, read_text(text).problems))
    for one in read_text(grown).problems:
        if before[_sort(one)] <= 0:
            raise Refusal(section, one.what, one.why, one.fix)
        before[_sort(one)] -= 1
    return grown


def _sort(problem: Problem) -> tuple[str, str]:
    """Return what makes two problems the same, whatever their lines."""
    return problem.code, problem.what


def _gap(text: str) -> str:
    """Return what keeps a new entry apart from what stands before it."""
    if not text or text.endswith("\n\n"):
        return ""
    return "\n" if text.endswith("\n") else "\n\n"


def with_meeting(text: str, fields: Mapping[str, Value]) -> str:
    """Return the text with one more meeting: id, on, kind, group, plan, items."""
    return appended(text, "meeting", fields)


def with_minutes(text: str, meeting: str, on: date, file: str, folder: Path) -> str:
    """Return the text with the minutes of a meeting.

    Parameters
    ----------
    text
        The file as it is.
    meeting
        The id of the meeting.
    on
        The day both sides had the minutes.
    file
        Their path in the deal folder.
    folder
        The deal folder.

    Raises
    ------
    Refusal
        When there is no such file, no such meeting, or the meeting has minutes already.
    """
    path = folder / file
    if not path.is_file():
        why = "minutes that nobody can read show nothing"
        raise Refusal(file, "is not in the deal folder", why, "put the file there first")
    if any(one.meeting == meeting for one in read_text(text).minutes):
        why = "minutes are added, and never written over"
        fix = "write what is to be put right into the minutes of the next meeting"
        raise Refusal(meeting, "has minutes already", why, fix)
    fields: dict[str, Value] = {
        "meeting": meeting,
        "on": on,
        "file": file,
        "sha256": sha256_of(path),
    }
    return appended(text, "minutes", fields)


def with_decision(text: str, fields: Mapping[str, Value]) -> str:
    """Return the text with one more decision: id, meeting, what, agreed_by, owner, due."""
    return appended(text, "decision", fields)


def with_done(text: str, decision: str, on: date, shown_by: str) -> str:
    """Return the text with the note that a decision was carried out, and what shows it."""
    return appended(text, "done", {"decision": decision, "on": on, "shown_by": shown_by})


def with_result(text: str, fields: Mapping[str, Value]) -> str:
    """Return the text with a measured result: initiative, on, value, people, source, closes."""
    return appended(text, "result", fields)
