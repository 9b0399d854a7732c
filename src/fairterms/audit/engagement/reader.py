"""Read ``audit.toml``; everything wrong in it is reported together, each with its line."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.engagement_reader import (
    read_engagement,
    read_independence,
)
from fairterms.audit.engagement.entry import Entry, all_tables, one_table
from fairterms.audit.engagement.fieldwork_reader import (
    read_observation,
    read_procedure,
    read_review,
    read_workpaper,
)
from fairterms.audit.engagement.finding_reader import (
    read_finding,
    read_follow_up,
    read_issue,
    read_response,
)
from fairterms.audit.engagement.initiative import read_effect, read_initiative
from fairterms.audit.engagement.programme import read_programme, read_shared
from fairterms.audit.engagement.scope import read_scopes
from fairterms.audit.engagement.soundness import note_unsound
from fairterms.units.form_file import open_form, parsed
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

_E = TypeVar("_E")
FILE = "audit.toml"
SHARED = (
    *("engagement", "independence", "procedure", "observation", "finding", "issue", "response"),
    *("follow_up", "initiative", "effect"),
)
"""Sections that both sides may read."""
OWN = ("workpaper", "review")
"""Sections that never leave the auditor's room."""


@dataclass(frozen=True)
class AuditReading:
    """An audit as it was read.

    Attributes
    ----------
    book
        What could be read.
    problems
        What to mend.
    is_written
        Whether there is such a file at all.
    """

    book: AuditBook = field(default_factory=AuditBook)
    problems: tuple[Problem, ...] = ()
    is_written: bool = True


def read(folder: Path, known: Collection[str] | None = None) -> AuditReading:
    """Read the audit of a deal.

    Parameters
    ----------
    folder
        The deal folder, where files of evidence are looked for.
    known
        Ids of the ready procedures; None where they are not looked up.

    Returns
    -------
    AuditReading
        An empty one, not written, where the deal has no such file.
    """
    opened = open_form(folder / FILE)
    if opened is None:
        return AuditReading(is_written=False)
    document, notes = opened
    return _read(_File(document, notes, folder, known))


def read_text(
    text: str, folder: Path | None = None, known: Collection[str] | None = None
) -> AuditReading:
    """Read an audit from its text; files of evidence are compared where a folder is given.

    Examples
    --------
    >>> read_text("[[finding]").problems[0].code
    'not-toml'
    """
    opened = parsed(text, FILE)
    if isinstance(opened, Problem):
        return AuditReading(problems=(opened,))
    document, notes = opened
    return _read(_File(document, notes, folder, known))


@dataclass(frozen=True)
class _File:
    """The file as it is being read."""

    document: Mapping[str, Any]
    notes: Notes
    folder: Path | None
    known: Collection[str] | None

    @property
    def is_shared(self) -> bool:
        """Whether it is the copy both sides have."""
        return "shared" in self.document

    def rows(self, key: str) -> tuple[Entry, ...]:
        """Return the entries of a section; none where it has no place here."""
        if self.is_shared and key in OWN:
            return ()
        return all_tables(self.document, key, self.notes)


def _read(file: _File) -> AuditReading:
    notes = file.notes
    if notes.found:
        return AuditReading(problems=notes.problems())
    _note_sections(file)
    book = _found(file, _worked(file, _planned(file)))
    note_unsound(file.document, notes, book)
    return AuditReading(book, notes.problems())


def _note_sections(file: _File) -> None:
    """Note every section that has no place in the file."""
    head = "shared" if file.is_shared else "programme"
    sections = (head, *SHARED, *(() if file.is_shared else ("scope", *OWN)))
    for name in sorted(file.document.keys() - set(sections)):
        if file.is_shared and name in ("programme", "scope", *OWN):
            what = f"{name} stands in the copy both sides have"
            fix = "take it out; it belongs into the auditor's room"
            why = "drafts and workpapers stay with the auditor"
            file.notes.add((name,), what, "not-shared", why, fix)
        else:
            file.notes.unknown((name,), name, sections, "section")


def _planned(file: _File) -> AuditBook:
    """Read the programme, the engagements and what their teams declare."""
    document, notes = file.document, file.notes
    head = one_table(document, "shared" if file.is_shared else "programme", notes)
    programme = (read_shared if file.is_shared else read_programme)(head) if head else None
    scopes = None if file.is_shared else read_scopes(document, notes)
    taken: set[str] = set()
    works = _kept(read_engagement(one, taken, scopes) for one in file.rows("engagement"))
    by_id = {one.id: one for one in works}
    declared = _kept(read_independence(one, by_id) for one in file.rows("independence"))
    return AuditBook(programme, scopes or {}, works, declared)


def _worked(file: _File, book: AuditBook) -> AuditBook:
    """Read what was done and seen."""
    engagements = {one.id: one for one in book.engagements}
    taken: set[str] = set()
    chosen = _kept(
        read_procedure(one, taken, engagements, file.known) for one in file.rows("procedure")
    )
    procedures = {one.id: one for one in chosen}
    sealed: set[str] = set()
    sheets = _kept(
        read_workpaper(one, sealed, procedures, engagements, file.folder)
        for one in file.rows("workpaper")
    )
    papers = {one.id: one for one in sheets}
    seen: set[str] = set()
    under = None if file.is_shared else papers
    return replace(
        book,
        procedures=tuple(procedures.values()),
        workpapers=tuple(papers.values()),
        reviews=_kept(read_review(one, papers) for one in file.rows("review")),
        observations=_kept(read_observation(one, seen, under) for one in file.rows("observation")),
    )


def _found(file: _File, book: AuditBook) -> AuditBook:
    """Read findings and what became of them."""
    engagements = tuple(one.id for one in book.engagements)
    seen = tuple(one.id for one in book.observations)
    taken: set[str] = set()
    issued: set[str] = set()
    tried: set[str] = set()
    rows = file.rows
    found = _kept(read_finding(one, taken, engagements, seen) for one in rows("finding"))
    book = replace(book, findings=found)
    by_id = {one.id: one for one in found}
    answers = _kept(read_response(one, by_id) for one in rows("response"))
    tries = _kept(read_initiative(one, tried, by_id) for one in rows("initiative"))
    by_name = {one.id: one for one in tries}
    looked = _kept(read_follow_up(one, by_id, answers, file.folder) for one in rows("follow_up"))
    return replace(
        book,
        issues=_kept(read_issue(one, book, issued) for one in rows("issue")),
        responses=answers,
        follow_ups=looked,
        initiatives=tries,
        effects=_kept(
            read_effect(one, by_name, is_shared=file.is_shared) for one in rows("effect")
        ),
    )


def _kept(rows: Iterable[_E | None]) -> tuple[_E, ...]:
    """Return what could be read."""
    return tuple(one for one in rows if one is not None)
