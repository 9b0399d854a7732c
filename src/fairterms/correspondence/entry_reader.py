"""Read one entry of ``log.toml``: what it says by itself, without the entries around it."""

import re
from datetime import date
from pathlib import Path

from fairterms.correspondence import evidence_file
from fairterms.correspondence.entry import (
    CAN_BE_DUE,
    CAN_FULFIL,
    MUST_REPLY,
    Channel,
    Entry,
    Kind,
    Side,
    Topic,
)
from fairterms.correspondence.entry_table import EntryTable
from fairterms.units.finding import QUESTIONS, TACTICS

LINKS = ("replies_to", "acknowledges", "withdraws", "corrects")
"""Keys that name another entry."""
KEYS = (
    *("id", "on", "kind", "side", "by", "to", "quote", "summary", "how", "about", "due"),
    *("due_from", *LINKS, "fulfils", "evidence", "acknowledged", "withdrawn", "tactic"),
    "questions",
)
_ID = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")


def read(table: EntryTable, folder: Path | None, today: date | None) -> Entry | None:
    """Read one entry.

    Parameters
    ----------
    table
        Its keys.
    folder
        The deal folder, where its evidence is looked for; None to look for none.
    today
        No entry may be later; None where nobody knows the day.

    Returns
    -------
    Entry or None
        None where a part that must be there is missing or cannot be read.
    """
    table.only(KEYS)
    name = read_id(table)
    on, kind, side = _when_what_whose(table, today)
    by, to = table.needed("by", "contracting lead"), table.needed("to", "managing partner")
    words, is_quote = _words(table)
    due = _due(table, on, kind)
    links = {key: table.text(key) for key in LINKS}
    fulfils = _fulfils(table, kind)
    _check_replies(table, kind)
    evidence_place = (*table.path, "evidence")
    evidence = evidence_file.read(table.raw.get("evidence"), evidence_place, table.notes, folder)
    how, about = table.choice("how", Channel), table.choice("about", Topic)
    acknowledged, withdrawn = _later(table, "acknowledged", on), _later(table, "withdrawn", on)
    tactic = _tactic(table)
    questions = table.names("questions", QUESTIONS)
    if on is None or kind is None or side is None or not (name and by and to and words):
        return None
    if kind is Kind.PROMISE and due is None:
        return None
    return Entry(
        id=name,
        line=table.line,
        on=on,
        kind=kind,
        side=side,
        by=by,
        to=to,
        words=words,
        is_quote=is_quote,
        how=how,
        about=about,
        due=due,
        due_from=table.text("due_from"),
        fulfils=fulfils,
        evidence=evidence,
        acknowledged=acknowledged,
        withdrawn=withdrawn,
        tactic=tactic,
        questions=questions,
        **links,
    )


def read_id(table: EntryTable) -> str:
    """Return an entry's id; empty where it has none that can be used."""
    raw = table.raw.get("id")
    if isinstance(raw, str) and _ID.fullmatch(raw):
        return raw
    what = "this entry has no id" if raw is None else f'"{raw}" is not an id'
    fix = 'write id = "data_request_1": lower-case letters, digits, "_" and "-"'
    table.add("id", what, "bad-id", fix, "answers, corrections and the seal find it by its id")
    return ""


def _when_what_whose(
    table: EntryTable, today: date | None
) -> tuple[date | None, Kind | None, Side | None]:
    on = table.needed_day("on")
    if on is not None and today is not None and on > today:
        what, fix = f"the entry is dated {on}, after today", "check the year and the month"
        table.add("on", what, "in-the-future", fix, "a log holds what was, not what will be")
    return on, table.needed_choice("kind", Kind), table.needed_choice("side", Side)


def _words(table: EntryTable) -> tuple[str, bool]:
    quote, summary = table.text("quote"), table.text("summary")
    if bool(quote) == bool(summary):
        what = "both quote and summary" if quote else "neither quote nor summary"
        why = "the very words weigh more than a summary, so a reader must know which it is"
        fix = 'write quote = "the very words", or summary = "what was said, in yours"; not both'
        table.add("quote", f"the entry has {what}", "words", fix, why)
    return quote or summary, bool(quote)


def _due(table: EntryTable, on: date | None, kind: Kind | None) -> date | None:
    due = table.day("due")
    if kind is Kind.PROMISE and table.raw.get("due") is None:
        fix = "write due = 2026-11-15; when none was named, ask for one and log it as a request"
        why = "a promise without a last day can never be late"
        table.add("due", "this promise has no date", "promise-without-date", fix, why)
    if due is None or kind is None:
        return None
    if kind not in CAN_BE_DUE:
        what = f"an entry of kind {kind.value} has no last day"
        known = ", ".join(one.value for one in CAN_BE_DUE)
        fix = f"leave due out; only these have it: {known}"
        table.add("due", what, "never-due", fix, "nothing reads it")
        return None
    if on is not None and due < on:
        what = f"it is due on {due}, before it was said on {on}"
        table.add("due", what, "due-too-early", "check both days", "nobody could have kept it")
        return on
    return due


def _fulfils(table: EntryTable, kind: Kind | None) -> bool:
    fulfils = table.is_true("fulfils")
    if fulfils and kind is not None and kind not in CAN_FULFIL:
        what = f"an entry of kind {kind.value} keeps no promise"
        fix = 'write kind = "delivery" or kind = "answer"'
        table.add("fulfils", what, "keeps-nothing", fix, "only what was done keeps a promise")
        return False
    return fulfils


def _check_replies(table: EntryTable, kind: Kind | None) -> None:
    if kind in MUST_REPLY and not table.raw.get("replies_to"):
        what = f"this {kind} does not say what it replies to"
        fix = 'write replies_to = "data_request_1", the id of what was asked or offered'
        table.add("replies_to", what, "replies-to-nothing", fix, "nobody can tell what is settled")


def _later(table: EntryTable, key: str, on: date | None) -> date | None:
    day = table.day(key)
    if day is None or on is None or day >= on:
        return day
    what = f"it was {key} on {day}, before it was said on {on}"
    table.add(key, what, "wrong-order", "check both days")
    return None


def _tactic(table: EntryTable) -> str:
    tactic = table.text("tactic")
    if tactic and tactic not in TACTICS:
        table.notes.unknown((*table.path, "tactic"), tactic, TACTICS, "tactic")
        return ""
    return tactic
