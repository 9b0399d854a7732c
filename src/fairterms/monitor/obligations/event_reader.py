"""Read one ``[[event]]``: what it says by itself, without the entries around it."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from fairterms.correspondence import evidence_file
from fairterms.correspondence.entry_table import EntryTable
from fairterms.monitor.obligations.event import Event, Kind

KEYS = (
    *("id", "obligation", "for", "what", "on", "by", "reason", "approved_by", "evidence"),
    "corrects",
)
_NEEDS_REASON = {
    Kind.WAIVED: "Sent by hand instead, as agreed on the phone",
    Kind.DISPUTED: "The file came; its control totals do not agree",
    Kind.NOTE: "The plan has named a new contact",
}
_WHY = "the reason is what the other side and a later reader ask for first"


def read(
    table: EntryTable,
    name: str,
    obligations: Collection[str],
    folder: Path | None,
    today: date | None,
) -> Event | None:
    """Read one event.

    Parameters
    ----------
    table
        Its keys.
    name
        Its id, as the caller has read it; empty for none that can be used.
    obligations
        The ids an event may name.
    folder
        The deal folder, where its evidence is looked for; None to look for none.
    today
        No event may be later; None where nobody knows the day.
    """
    table.only(KEYS)
    obligation, kind = _obligation(table, obligations), table.needed_choice("what", Kind)
    on, by = _on(table, today), table.needed("by", "contract analyst")
    reason, approved = _reason(table, kind), _approved(table, kind)
    place = (*table.path, "evidence")
    evidence = evidence_file.read(table.raw.get("evidence"), place, table.notes, folder)
    if kind is None or on is None or not (name and obligation and by):
        return None
    return Event(
        id=name,
        line=table.line,
        obligation=obligation,
        key=table.text("for"),
        kind=kind,
        on=on,
        by=by,
        reason=reason,
        approved_by=approved,
        evidence=evidence,
        corrects=table.text("corrects"),
    )


def _obligation(table: EntryTable, known: Collection[str]) -> str:
    name = table.needed("obligation", "claims_file")
    if name and name not in known:
        table.notes.unknown((*table.path, "obligation"), name, known or ("none yet",), "obligation")
        return ""
    return name


def _on(table: EntryTable, today: date | None) -> date | None:
    on = table.needed_day("on")
    if on is not None and today is not None and on > today:
        what = f"the event is on {on}, which is later than today"
        table.add("on", what, "later-than-today", "an event has happened; write its day")
        return None
    return on


def _reason(table: EntryTable, kind: Kind | None) -> str:
    reason = table.text("reason")
    if not reason and kind in _NEEDS_REASON:
        fix = f'write reason = "{_NEEDS_REASON[kind]}"'
        table.add("reason", f"the event does not say why: {kind}", "missing", fix, _WHY)
    return reason


def _approved(table: EntryTable, kind: Kind | None) -> str:
    approved = table.text("approved_by")
    if kind is Kind.WAIVED and not approved:
        what, fix = "nobody approved the waiver", 'write approved_by = "managing director"'
        table.add("approved_by", what, "missing", fix, "a waiver gives something up")
    return approved
