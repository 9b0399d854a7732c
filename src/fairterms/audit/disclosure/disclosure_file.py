"""``disclosures.toml``: what was told or shown in a deal, read with every problem named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from fairterms.audit.disclosure.disclosure import SUMMARY_DAYS, Disclosure, Form, Summary
from fairterms.audit.disclosure.mark import Mark
from fairterms.audit.disclosure.table_list import tables
from fairterms.units.form_file import open_form
from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

FILE = "disclosures.toml"
WHY = "what is told aloud is protected only where somebody wrote down what it was, and when"
_KEYS = ("id", "on", "by", "to", "form", "what", "mark", "marked_on", "summary")


@dataclass(frozen=True)
class DisclosureReading:
    """Disclosures as they were read.

    Attributes
    ----------
    disclosures
        Those that can be used, by day.
    summary_days
        Days from each to its summary.
    problems
        What to mend.
    """

    disclosures: tuple[Disclosure, ...]
    summary_days: int
    problems: tuple[Problem, ...]


def read(path: Path) -> DisclosureReading:
    """Read the disclosures of a deal; none where there is no file.

    Parameters
    ----------
    path
        ``disclosures.toml``.
    """
    opened = open_form(path)
    if opened is None:
        return DisclosureReading((), SUMMARY_DAYS, ())
    document, notes = opened
    for key in document.keys() - {"rules", "disclosure"}:
        notes.unknown((key,), key, ("rules", "disclosure"), "section")
    days, taken = _days(document, notes), set[str]()
    entries = tables(document, "disclosure", notes, WHY)
    found = (_disclosure(one, taken) for one in entries)
    known = sorted((one for one in found if one), key=lambda one: (one.on, one.id))
    return DisclosureReading(tuple(known), days, notes.problems())


def _days(document: Mapping[str, Any], notes: Notes) -> int:
    raw = document.get("rules", {})
    if not isinstance(raw, dict):
        notes.add(("rules",), "rules is not a table", "not-a-table", WHY, "write [rules] by itself")
        return SUMMARY_DAYS
    rules = FormTable(raw, ("rules",), notes, WHY)
    rules.only("summary_days")
    return rules.whole("summary_days", 1) or SUMMARY_DAYS


def _disclosure(entry: FormTable, taken: set[str]) -> Disclosure | None:
    entry.only(*_KEYS)
    name = entry.notes.id((*entry.path, "id"), entry.raw.get("id"), "disclosure", taken)
    on = _needed_day(entry, "on")
    form = entry.choice("form", tuple(Form))
    if "form" not in entry.raw:
        entry.note("", "form is missing", "missing", 'write form = "oral", or "visual"')
    by, to = entry.needed_words("by", "plan"), entry.names("to")
    what = entry.needed_words("what", "how the rates are built")
    mark, marked_on, is_whole = _mark(entry)
    summary, is_summary_whole = _summary(entry, on)
    is_named = bool(name and by and form and what)
    if on is None or not (is_named and is_whole and is_summary_whole):
        return None
    return Disclosure(name, on, by, to, Form(form), what, mark, marked_on, summary, entry.line)


def _mark(entry: FormTable) -> tuple[Mark | None, date | None, bool]:
    """Read mark and day, and whether both or neither are there."""
    mark, on = entry.choice("mark", tuple(Mark)), entry.day("marked_on")
    if ("mark" in entry.raw) != ("marked_on" in entry.raw):
        there, missing = ("mark", "marked_on") if "mark" in entry.raw else ("marked_on", "mark")
        fix = f"write {missing} as well, or take {there} out: without both it is not protected"
        entry.note(there, f"{there} stands without {missing}", "half-a-mark", fix)
        return None, None, False
    is_whole = bool(mark) == (on is not None) == ("mark" in entry.raw)
    return (Mark(mark), on, is_whole) if mark and on else (None, None, is_whole)


def _summary(entry: FormTable, disclosed: date | None) -> tuple[Summary | None, bool]:
    """Read the summary, and whether it is whole or not there at all."""
    raw = entry.raw.get("summary")
    if raw is None:
        return None, True
    if not isinstance(raw, dict):
        fix = 'write summary = { file = "evidence/rates.docx", on = 2027-03-02 }'
        entry.note("summary", "summary is not a table", "not-a-table", fix)
        return None, False
    table = FormTable(raw, (*entry.path, "summary"), entry.notes, WHY)
    table.only("file", "on")
    file, on = table.needed_words("file", "evidence/rates.docx"), _needed_day(table, "on")
    if on is not None and disclosed is not None and on < disclosed:
        fix = "mend one of the two days"
        table.note("on", "the summary came before what it sums up", "too-early", fix)
        return None, False
    return (Summary(file, on), True) if file and on else (None, False)


def _needed_day(table: FormTable, key: str) -> date | None:
    if key not in table.raw:
        table.note("", f"{key} is missing", "missing", f"write {key} = 2027-02-09")
    return table.day(key)
