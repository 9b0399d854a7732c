"""Read one ``[[obligation]]``: what it says by itself, without the entries around it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from fairterms.correspondence.entry_table import EntryTable
from fairterms.monitor.calendar import length, rule_reader
from fairterms.monitor.calendar.business_calendar import STATES
from fairterms.monitor.calendar.length import Length
from fairterms.monitor.calendar.rule import Rule
from fairterms.monitor.obligations.obligation import (
    Citation,
    Confirmed,
    Cure,
    Obligation,
    Party,
)

KEYS = (
    *("id", "owed_by", "owed_to", "what", "due", "recurrence", "calendar", "grace", "cure"),
    *("consequence", "evidence", "cite", "confirmed", "starts", "ends", "replaces"),
)
_NOTICE = " after notice"
ONCE = "once"
"""The recurrence of what waits for something that happens only once."""
_WHY_DUE = "without it nobody can say what is late"
_RULES = (
    '"15th of each month, next business day", "30 days after the end of each quarter", "April 1 of '
    'each year" or "20 business days after receipt of the notice"'
)


def read(table: EntryTable, name: str, calendar: str) -> Obligation | None:
    """Read one obligation.

    Parameters
    ----------
    table
        Its keys.
    name
        Its id, as the caller has read it; empty for none that can be used.
    calendar
        The calendar of the whole file.

    Returns
    -------
    Obligation or None
        None where a part that must be there is missing or cannot be read.
    """
    table.only(KEYS)
    owed_by = table.needed_choice("owed_by", Party)
    owed_to = table.choice("owed_to", Party) or _other(owed_by)
    what, rule = table.needed("what", "Send the claims file"), _rule(table)
    own = table.text("calendar") or calendar
    _check_calendar(table, own, rule)
    grace, cure = _length(table, "grace"), _cure(table)
    cite, confirmed = _cite(table), _confirmed(table)
    starts, ends = table.day("starts"), table.day("ends")
    if starts and ends and ends < starts:
        table.add("ends", "it ends before it starts", "bad-days", "mend starts or ends", _WHY_DUE)
    if owed_by is None or owed_to is None or rule is None or not (name and what):
        return None
    return Obligation(
        id=name,
        line=table.line,
        owed_by=owed_by,
        owed_to=owed_to,
        what=what,
        rule=rule,
        calendar=own or "weekdays",
        grace=grace,
        cure=cure,
        consequence=table.text("consequence"),
        evidence=table.text("evidence"),
        cite=cite,
        confirmed=confirmed,
        starts=starts,
        ends=ends,
        is_once=table.text("recurrence") == ONCE,
        replaces=table.text("replaces"),
    )


def _other(owed_by: Party | None) -> Party | None:
    """Return to whom it is owed where nobody says: to the other side."""
    others = {Party.GROUP: Party.PLAN, Party.PLAN: Party.GROUP, Party.BOTH: Party.BOTH}
    return others[owed_by] if owed_by else None


def _rule(table: EntryTable) -> Rule | None:
    raw, recurrence = table.raw.get("due"), table.text("recurrence")
    days = _days(raw)
    if recurrence and recurrence != ONCE:
        return _repeated(table, recurrence, days)
    if days:
        return rule_reader.on_days(days)
    if raw is None:
        table.add("due", "the obligation has no due", "missing", f"write due = {_RULES}", _WHY_DUE)
        return None
    rule = rule_reader.read(raw) if isinstance(raw, str) else None
    if rule is None:
        shown = f': "{raw}"' if isinstance(raw, str) else ""
        what = f"due is no rule that can be worked out{shown}"
        fix = f"write a day such as 2027-03-01, or a rule: {_RULES}"
        table.add("due", what, "bad-due", fix, _WHY_DUE)
    return rule


def _days(raw: object) -> tuple[date, ...]:
    """Return the days that stand there; empty where anything else does."""
    listed: list[object] = raw if isinstance(raw, list) else [raw]
    days = [one for one in listed if isinstance(one, date) and not isinstance(one, datetime)]
    return tuple(days) if len(days) == len(listed) else ()


def _repeated(table: EntryTable, recurrence: str, days: tuple[date, ...]) -> Rule | None:
    if recurrence not in rule_reader.RECURRENCES:
        known = (*rule_reader.RECURRENCES, ONCE)
        table.notes.unknown((*table.path, "recurrence"), recurrence, known, "recurrence")
        return None
    if len(days) != 1:
        what = "recurrence goes with one first day"
        fix = 'write due = 2027-03-01, or say it in the rule: due = "15th of each month"'
        table.add("recurrence", what, "bad-due", fix, _WHY_DUE)
        return None
    return rule_reader.repeated(days[0], recurrence)


def _check_calendar(table: EntryTable, name: str, rule: Rule | None) -> None:
    if name and name not in (*STATES, "US", "weekdays"):
        known = (*STATES, "US", "weekdays")
        table.notes.unknown((*table.path, "calendar"), name, known, "calendar")
    elif not name and rule is not None and rule.needs_business_days:
        what = "business days are counted and no calendar is named"
        fix = 'write calendar = "CO" (the state whose holidays count) at the top of the file'
        table.add("calendar", what, "missing", fix, "holidays differ from state to state")


def _length(table: EntryTable, key: str) -> Length | None:
    words = table.text(key)
    found = length.read(words) if words else None
    if words and found is None:
        fix = f'write {key} = "10 business days"'
        table.add(key, f"{key} is no length of time: {words}", "bad-length", fix, _WHY_DUE)
    return found


def _cure(table: EntryTable) -> Cure | None:
    words = table.text("cure")
    if not words:
        return None
    found = length.read(words.removesuffix(_NOTICE))
    if found is None:
        fix = 'write cure = "10 days", or cure = "45 days after notice" where a notice starts it'
        table.add("cure", f"cure is no length of time: {words}", "bad-length", fix, _WHY_DUE)
        return None
    return Cure(found, words.endswith(_NOTICE))


def _part(table: EntryTable, key: str, known: tuple[str, ...]) -> EntryTable | None:
    """Return a table within the entry; None where there is none."""
    raw = table.raw.get(key)
    if raw is None:
        return None
    if not isinstance(raw, dict):
        shown = ", ".join(f"{one} = ..." for one in known)
        fix = f"write {key} = {{ {shown} }}"
        table.add(key, f"{key} is not written as parts", "not-parts", fix)
        return None
    inner: Mapping[str, Any] = raw
    part = EntryTable(inner, (*table.path, key), table.notes)
    part.only(known)
    return part


def _cite(table: EntryTable) -> Citation | None:
    part = _part(table, "cite", ("document", "section", "quote", "page"))
    if part is None:
        return None
    page = part.raw.get("page")
    is_page = isinstance(page, int) and not isinstance(page, bool) and page > 0
    if page is not None and not is_page:
        part.add("page", "page is no page number", "not-a-page", "write page = 3")
    document = part.needed("document", "01-agreement.pdf")
    section, quote = part.text("section"), part.needed("quote", "shall deliver the files")
    if not (document and quote):
        return None
    return Citation(document, section, quote, page if is_page else None)


def _confirmed(table: EntryTable) -> Confirmed | None:
    part = _part(table, "confirmed", ("by", "on"))
    if part is None:
        return None
    by, on = part.needed("by", "contracting lead"), part.needed_day("on")
    return Confirmed(by, on) if by and on is not None else None
