"""What entries of an audit must not say together, although each may by itself."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.engagement import Kind
from fairterms.audit.engagement.entry import WHY, Entry, all_tables
from fairterms.audit.engagement.small_counts import small_counts
from fairterms.units.notes import Notes

BENCHMARK = "benchmark_setting"
"""The ready procedure that an engagement of that kind is made of."""
UNDECLARED, NO_BENCHMARK = "not-declared", "no-benchmark-procedure"
UNFINISHED = (UNDECLARED, NO_BENCHMARK)
"""Problems of an engagement that the next entries mend."""
_TELLING = (
    *("engagement", "independence", "procedure", "observation", "finding", "response"),
    *("follow_up", "workpaper", "initiative", "effect"),
)
_TOLD = "a side can answer only what it was told"


def note_unsound(document: Mapping[str, Any], notes: Notes, book: AuditBook) -> None:
    """Note what does not fit together in a file."""
    if not document.keys() & {"programme", "shared"} and book.engagements:
        fix = "write [programme] with its period, its decision and its risks"
        notes.add((), "there is no [programme]", "missing", WHY, fix)
    _note_undeclared(document, notes, book)
    _note_untold(document, notes, book)
    _note_replaced(document, notes, book)
    _note_no_benchmark(document, notes, book)
    for entry in _every(document, notes):
        _note_small_counts(entry)


def _every(document: Mapping[str, Any], notes: Notes) -> Iterator[Entry]:
    for key in _TELLING:
        yield from all_tables(document, key, notes)


def _note_undeclared(document: Mapping[str, Any], notes: Notes, book: AuditBook) -> None:
    """Note every member of a team who has declared nothing."""
    for entry in all_tables(document, "engagement", notes):
        name = entry.words("id")
        for member in book.undeclared(name):
            what = f'{member} has declared nothing for "{name}"'
            fix = f'write an [[independence]] with member = "{member}"'
            why = "both sides must know what could sway who looks"
            entry.note("team", what, UNDECLARED, fix, why)


def _note_untold(document: Mapping[str, Any], notes: Notes, book: AuditBook) -> None:
    """Note answers to and follow-ups of findings that nobody had been told."""
    written = {one.id for one in book.findings}
    for key in ("response", "follow_up"):
        for entry in all_tables(document, key, notes):
            of, on = entry.words("finding"), entry.raw.get("on")
            issue = book.issue_of(of)
            if of in written and issue is None:
                what = f'"{of}" has not been issued'
                fix = "write an [[issue]] of it first"
                entry.note("finding", what, "not-issued", fix, _TOLD)
            elif issue is not None and type(on) is date and on < issue.on:
                what = f"this is of {on}, before the finding was issued on {issue.on}"
                entry.note("on", what, "too-early", "write the day it was", _TOLD)


def _note_replaced(document: Mapping[str, Any], notes: Notes, book: AuditBook) -> None:
    """Note findings that stand in place of one that both sides have read already."""
    for entry in all_tables(document, "finding", notes):
        old = entry.words("replaces")
        if old and book.issue_of(old) is not None:
            what = f'"{old}" was issued, and is replaced by no other'
            fix = "take replaces out; say in the new finding what is to be put right"
            entry.note("replaces", what, "was-issued", fix, "both sides have read it")


def _note_no_benchmark(document: Mapping[str, Any], notes: Notes, book: AuditBook) -> None:
    if book.programme is None or book.programme.is_shared:
        return
    used = {one.engagement for one in book.procedures if one.uses == BENCHMARK}
    kinds = {one.id: one.kind for one in book.engagements}
    for entry in all_tables(document, "engagement", notes):
        name = entry.words("id")
        if kinds.get(name) is Kind.BENCHMARK_SETTING and name not in used:
            what = f'"{name}" sets a benchmark without the procedure for it'
            fix = f'write a [[procedure]] with engagement = "{name}" and uses = "{BENCHMARK}"'
            entry.note("kind", what, NO_BENCHMARK, fix)


def _note_small_counts(entry: Entry) -> None:
    for key, raw in entry.raw.items():
        for words in small_counts(raw) if isinstance(raw, str) else ():
            what = f'{key} tells a count of 1 to 10 people: "{words}"'
            fix = 'write "fewer than 11" or "some" in its place; the workpaper keeps the number'
            entry.note(key, what, "small-count", fix, "somebody could be known by it")
