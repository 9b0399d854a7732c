"""Read the entries of ``meetings.toml``, each by itself."""

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from fairterms.correspondence import evidence_file
from fairterms.monitor.amendments.declared_entry import DeclaredEntry
from fairterms.monitor.meetings.meeting import (
    Decision,
    Done,
    Every,
    Initiative,
    Meeting,
    MeetingRule,
    Minutes,
    ReportDuty,
)
from fairterms.outcomes.small_cells.measured_result import MeasuredResult
from fairterms.units import quantity
from fairterms.units.quantity import Quantity, count

_RULE = ("every", "document", "section", "quote")
_REPORT = (
    *("id", "what", "owed_by", "reporter", "contact", "every", "fields", "hours_a_year"),
    "section",
)
_MEETING = ("id", "on", "kind", "group", "plan", "items")
_MINUTES = ("meeting", "on", "file", "sha256")
_DECISION = ("id", "meeting", "what", "agreed_by", "owner", "due")
_DONE = ("decision", "on", "shown_by")
_INITIATIVE = (
    *("id", "aim", "measure", "change", "owner", "start", "review", "baseline", "target"),
)
_RESULT = ("initiative", "on", "value", "people", "source", "closes")
_CLOSES = "write the number that was measured; having done something is not a result"


class Owner(StrEnum):
    """The side that owes a report."""

    GROUP = "group"
    PLAN = "plan"


def read_rule(entry: DeclaredEntry) -> MeetingRule | None:
    """Read how often the two sides meet; None where it cannot be read."""
    entry.only(_RULE)
    every = entry.needed_choice("every", Every)
    document = entry.needed("document", "01-agreement.pdf")
    section = entry.needed("section", "9.2")
    quote = entry.needed("quote", "the words of the contract, letter for letter")
    if every is None or not document or not section or not quote:
        return None
    return MeetingRule(every, document, section, quote, entry.line)


def read_report(entry: DeclaredEntry, taken: set[str]) -> ReportDuty | None:
    """Read one report with who prepares it; None where it has no name or no owner."""
    entry.only(_REPORT)
    name, what = entry.id("report", taken), entry.needed("what", "results of the six measures")
    owed_by = entry.needed_choice("owed_by", Owner)
    fields = entry.listed("fields")
    hours = entry.amount("hours_a_year", count("hour"))
    if not name or not what or owed_by is None:
        return None
    return ReportDuty(
        id=name,
        what=what,
        owed_by=owed_by.value,
        reporter=entry.text("reporter"),
        contact=entry.text("contact"),
        every=entry.text("every"),
        fields=fields,
        hours_a_year=None if hours is None else Quantity(hours, count("hour")),
        section=entry.text("section"),
    )


def read_meeting(entry: DeclaredEntry, taken: set[str]) -> Meeting | None:
    """Read one meeting; its id is added to ``taken``."""
    entry.only(_MEETING)
    name, on = entry.id("meeting", taken), entry.needed_day("on")
    kind = entry.needed("kind", "Joint Operating Committee")
    present = entry.listed("group"), entry.listed("plan")
    items = entry.listed("items")
    if not any(present):
        fix = 'write group = ["clinical director"] and plan = ["actuary"]'
        entry.add("group", "it does not say who was present", "missing", fix)
    if not name or on is None or not kind:
        return None
    return Meeting(name, on, kind, *present, items, entry.line)


def read_minutes(
    entry: DeclaredEntry, meetings: Collection[str], folder: Path | None
) -> Minutes | None:
    """Read the minutes of a meeting, and compare their file with its hash."""
    entry.only(_MINUTES)
    meeting, on = _known(entry, "meeting", meetings), entry.needed_day("on")
    raw = {key: entry.raw[key] for key in ("file", "sha256") if key in entry.raw}
    file = evidence_file.read(raw, entry.path, entry.notes, folder)
    return Minutes(meeting, on, file) if meeting and on and file else None


def read_decision(
    entry: DeclaredEntry, taken: set[str], meetings: Collection[str]
) -> Decision | None:
    """Read one decision; its id is added to ``taken``."""
    entry.only(_DECISION)
    name, meeting = entry.id("decision", taken), _known(entry, "meeting", meetings)
    what = entry.needed("what", "The plan sends its files in the old layout until June.")
    owner, due = entry.needed("owner", "data lead of the plan"), entry.day("due")
    agreed_by = entry.listed("agreed_by")
    if not agreed_by:
        fix = 'write agreed_by = ["clinical director", "medical director of the plan"]'
        entry.add("agreed_by", "it does not say who agreed", "missing", fix)
    if not name or not meeting or not what or not owner:
        return None
    return Decision(name, meeting, what, agreed_by, owner, due, entry.line)


def read_done(entry: DeclaredEntry, decisions: Collection[str]) -> Done | None:
    """Read that a decision was carried out."""
    entry.only(_DONE)
    decision, on = _known(entry, "decision", decisions), entry.needed_day("on")
    shown_by = entry.needed("shown_by", "the file of June 4, in the old layout")
    return Done(decision, on, shown_by) if decision and on and shown_by else None


def read_initiative(entry: DeclaredEntry, taken: set[str]) -> Initiative | None:
    """Read one improvement initiative; its id is added to ``taken``."""
    entry.only((*_INITIATIVE, "closed", "result"))
    if "closed" in entry.raw or "result" in entry.raw:
        fix = "add [[result]] with initiative, on, value, people, source and closes = true"
        what = "an initiative is closed by a measured result, and by nothing else"
        entry.add("closed", what, "closed-on-activity", fix)
    name, aim = entry.id("initiative", taken), entry.needed("aim", "Nobody waits three weeks")
    measure = entry.needed("measure", "first_appointment")
    change = entry.needed("change", "two intake hours each evening")
    owner = entry.needed("owner", "intake director of the group")
    start, review = entry.needed_day("start"), entry.needed_day("review")
    baseline, target = _measured(entry, "baseline"), _measured(entry, "target")
    if start is None or review is None or not all((name, aim, measure, change, owner)):
        return None
    if review < start:
        fix = "check both days"
        entry.add("review", f"it is reviewed before it starts ({start})", "wrong-order", fix)
        return None
    return Initiative(
        id=name,
        aim=aim,
        measure=measure,
        change=change,
        owner=owner,
        start=start,
        review=review,
        baseline=baseline,
        target=target,
        line=entry.line,
    )


def read_result(entry: DeclaredEntry, initiatives: Collection[str]) -> MeasuredResult | None:
    """Read a measured result; one that closes an initiative needs its number and its source."""
    entry.only(_RESULT)
    initiative, on = _known(entry, "initiative", initiatives), entry.needed_day("on")
    value = _measured(entry, "value")
    if value is None and "value" not in entry.raw:
        code = "closed-on-activity" if entry.raw.get("closes") is True else "missing"
        entry.add("value", "the result has no measured value", code, _CLOSES)
    source = entry.needed("source", "own records, March to August 2028")
    people, closes = _people(entry), entry.is_true("closes")
    if not initiative or on is None or value is None or not source:
        return None
    return MeasuredResult(initiative, on, value, people, source, closes)


def _known(entry: DeclaredEntry, key: str, known: Collection[str]) -> str:
    name = entry.needed(key, f"the id of the {key}")
    if not name or name in known:
        return name
    entry.notes.unknown((*entry.path, key), name, known, key)
    return ""


def _measured(entry: DeclaredEntry, key: str) -> Quantity | None:
    """Read a measure with its unit; None where none is said."""
    raw = entry.raw.get(key)
    if raw is None:
        return None
    try:
        return quantity.parse(str(raw))
    except quantity.NotAQuantity as wrong:
        entry.add(key, f"{key}: {wrong.reason}", "not-a-quantity", wrong.fix)
        return None


def _people(entry: DeclaredEntry) -> int | None:
    found = _measured(entry, "people")
    if found is None:
        return None
    if found.unit.kind is quantity.Kind.COUNT and found.amount == int(found.amount) >= 0:
        return int(found.amount)
    fix = 'write people = "212 patients"'
    entry.add("people", "people is not a number of people", "wrong-unit", fix)
    return None
