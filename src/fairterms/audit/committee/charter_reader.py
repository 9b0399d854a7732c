"""Read a committee's charter from ``charter.toml``; every problem is reported.

What a charter may leave open, and should not, is left open here: the lint says so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from fairterms.audit.committee.charter import (
    HALF,
    Basis,
    Chair,
    Charter,
    Constituency,
    Deadlines,
    MotionClass,
    Quorum,
    Seat,
    Tie,
    Touches,
)
from fairterms.audit.committee.form_table import WHY, table, tables
from fairterms.units.form_file import open_form
from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

FILE = "charter.toml"
MOST_CONSTITUENCIES = 12
"""More coalitions than these make would be too many to try one by one."""
_PARTS = ("charter", "constituency", "seat", "chair", "quorum", "motion")
_FRACTION = re.compile(r"([0-9]{1,3})/([0-9]{1,3})")
_RESERVED = ("chair", "deputy")


@dataclass(frozen=True)
class CharterReading:
    """A charter as it was read.

    Attributes
    ----------
    charter
        None where a problem keeps it from being used.
    problems
        What to mend.
    """

    charter: Charter | None
    problems: tuple[Problem, ...]


def read(path: Path) -> CharterReading:
    """Read a charter.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    CharterReading
        With every problem, where it has any.
    """
    opened = open_form(path)
    if opened is None:
        what, fix = "there is no such charter", "write one; examples/juniper/charter.toml is one"
        return CharterReading(None, (Problem(str(path), 0, what, "no-charter", WHY, fix),))
    document, notes = opened
    if notes.found:
        return CharterReading(None, notes.problems())
    for key in document.keys() - set(_PARTS):
        notes.unknown((key,), key, _PARTS, "section")
    charter = _charter(document, notes)
    return CharterReading(None if notes.found else charter, notes.problems())


def _charter(document: Mapping[str, Any], notes: Notes) -> Charter | None:
    constituencies = _constituencies(document, notes)
    known = tuple(one.id for one in constituencies)
    seats = _seats(document, notes, known)
    quorum, chair = _quorum(document, notes), _chair(document, notes, known)
    kinds = _motion_classes(document, notes, known)
    top = table(document, "charter", notes)
    top.only(
        "version",
        "effective_from",
        "notice_days",
        "reconsideration_days",
        "minutes_due_days",
        "dissent",
        "amendment",
    )
    amendment = top.words("amendment")
    if amendment and amendment not in {one.id for one in kinds}:
        notes.unknown((*top.path, "amendment"), amendment, [one.id for one in kinds], "motion")
    version, effective = top.needed_whole("version", 1, 1), top.day("effective_from")
    if "effective_from" not in top.raw:
        fix = "write effective_from = 2027-01-19"
        top.note("", "effective_from is missing", "missing", fix)
    deadlines = Deadlines(
        top.whole("notice_days"), top.whole("reconsideration_days"), top.whole("minutes_due_days")
    )
    if notes.found or version is None or quorum is None:
        return None
    return Charter(
        version,
        effective,
        constituencies,
        seats,
        chair,
        quorum,
        kinds,
        deadlines,
        top.words("dissent"),
        amendment,
        notes.file,
    )


def _constituencies(document: Mapping[str, Any], notes: Notes) -> tuple[Constituency, ...]:
    taken: set[str] = set()
    found = []
    for entry in tables(document, "constituency", notes):
        entry.only("id", "title")
        name = notes.id((*entry.path, "id"), entry.raw.get("id"), "constituency", taken)
        title = entry.needed_words("title", "Independent clinicians paid a fee for each service")
        found.append(Constituency(name, title, entry.line))
    if len(found) > MOST_CONSTITUENCIES:
        what, fix = f"there are more than {MOST_CONSTITUENCIES} constituencies", "join some of them"
        notes.add(("constituency",), what, "too-many", "every coalition of them is tried", fix)
    return tuple(found)


def _seats(document: Mapping[str, Any], notes: Notes, known: tuple[str, ...]) -> tuple[Seat, ...]:
    taken: set[str] = set()
    found = []
    for entry in tables(document, "seat", notes):
        entry.only("id", "constituency", "eligibility", "term_years", "alternate")
        name = notes.id((*entry.path, "id"), entry.raw.get("id"), "seat", taken)
        if name in _RESERVED:
            fix = "give the seat another id; who presides holds no seat"
            entry.note("id", f'"{name}" is who presides', "bad-id", fix)
        whose = entry.words("constituency")
        if whose not in known:
            path = (*entry.path, "constituency")
            notes.unknown(path, whose, known, "constituency")
        term = entry.whole("term_years", 1)
        who, alternate = entry.words("eligibility"), entry.words("alternate")
        found.append(Seat(name, whose, who, term, alternate, entry.line))
    for one in set(known) - {seat.constituency for seat in found}:
        path = ("constituency", known.index(one))
        notes.add(
            path, f'"{one}" has no seat', "no-seat", WHY, "give it a [[seat]], or take it out"
        )
    return tuple(found)


def _chair(document: Mapping[str, Any], notes: Notes, known: tuple[str, ...]) -> Chair:
    entry = table(document, "chair", notes)
    entry.only("independence", "ties", "deputy", "deputy_for", "in_base")
    return Chair(
        entry.words("independence"),
        entry.names("ties", known),
        entry.words("deputy"),
        entry.names("deputy_for", ("recused", "absent")) or ("recused",),
        entry.flag("in_base"),
        entry.line,
    )


def _quorum(document: Mapping[str, Any], notes: Notes) -> Quorum | None:
    entry = table(document, "quorum", notes)
    entry.only("min_present", "min_per_constituency", "recused_count")
    present = entry.needed_whole("min_present", 6, 1)
    each = entry.needed_whole("min_per_constituency", 1)
    recused = entry.flag("recused_count")
    if present is None or each is None:
        return None
    return Quorum(present, each, recused, entry.line)


def _motion_classes(
    document: Mapping[str, Any], notes: Notes, known: tuple[str, ...]
) -> tuple[MotionClass, ...]:
    taken: set[str] = set()
    found = (_motion_class(one, taken, known) for one in tables(document, "motion", notes))
    return tuple(one for one in found if one is not None)


def _motion_class(entry: FormTable, taken: set[str], known: tuple[str, ...]) -> MotionClass | None:
    entry.only(
        "id",
        "title",
        "basis",
        "threshold",
        "concurrence",
        "concurrence_if_recused",
        "tie",
        "touches",
    )
    name = entry.notes.id((*entry.path, "id"), entry.raw.get("id"), "motion", taken)
    title, basis = entry.needed_words("title", name), entry.choice("basis", tuple(Basis))
    threshold, tie = _threshold(entry), entry.choice("tie", tuple(Tie))
    if "tie" not in entry.raw and threshold == HALF:
        fix = 'write tie = "chair", or tie = "lost"'
        entry.note("", "nothing says what becomes of a tie", "missing", fix)
    if tie == Tie.CHAIR and threshold not in (None, HALF):
        fix = 'take tie out, or write threshold = "1/2"'
        entry.note("tie", "only a simple majority can be tied", "no-tie-here", fix)
        return None
    if threshold is None:
        return None
    return MotionClass(
        name,
        title,
        Basis(basis) if basis else None,
        threshold,
        entry.names("concurrence", known),
        entry.choice("concurrence_if_recused", ("waived", "lost")),
        Tie(tie or Tie.LOST),
        Touches(entry.choice("touches", tuple(Touches)) or Touches.ORDINARY),
        entry.line,
    )


def _threshold(entry: FormTable) -> Fraction | None:
    raw = entry.needed_words("threshold", "1/2")
    if not raw:
        return None
    parts = _FRACTION.fullmatch(raw)
    share = Fraction(int(parts[1]), int(parts[2])) if parts and int(parts[2]) else None
    if share is not None and HALF <= share <= 1:
        return share
    what = f'threshold: "{raw}" is not a fraction from 1/2 to 1/1'
    fix = 'write threshold = "1/2" for more than half, or "2/3" for at least two thirds'
    entry.note("threshold", what, "not-a-fraction", fix)
    return None
