"""What the page Audit shows in each sort of room."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fairterms.audit.auditing import Audited
from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.fieldwork import Procedure, Workpaper
from fairterms.audit.engagement.finding_section import waits
from fairterms.audit.engagement.oscal import export
from fairterms.audit.engagement.reader import AuditReading
from fairterms.audit.engagement.work_section import came_out, looked_at
from fairterms.audit.page import page
from fairterms.publish import docx, fragment, pdf
from fairterms_web.audit import access
from fairterms_web.audit.access import Kept
from fairterms_web.audit.forms import OWN, TOLD
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import place_url
from fairterms_web.rooms.roles import WRITE, Kind

TAKEN = {
    "docx": ("audit.docx", "The report (Word)"),
    "pdf": ("audit.pdf", "The report (PDF)"),
    "json": ("audit.json", "The report for programs (JSON)"),
}
Told = Mapping[str, Any]


def links(by: Entered) -> dict[str, str]:
    """Return the pages an audit needs that are there, by their address."""
    found = {place_url(by, name): words for name, words in access.LINKS.items()}
    return {url: words for url, words in found.items() if url}


def reading_of(by: Entered) -> AuditReading:
    """Return the audit that a room may read: the auditor's whole, or the copy both sides have."""
    own = access.kept(by)
    if by.room.kind != Kind.AUDITOR:
        return own.reading
    joint = access.joint_of(by)
    return access.whole(own, access.kept(joint) if joint else None)


def file_of(by: Entered, name: str, on: date) -> tuple[bytes, str]:
    """Make a file of the report to take away; a name that is not offered is a KeyError."""
    found = access.audited(by, reading_of(by), on)
    return _bytes(found, name), TAKEN[name][0]


def _bytes(found: Audited, name: str) -> bytes:
    if name == "json":
        return export(found.name, found.on, found.book, found.issued).encode()
    report = page(found)
    return docx.render(report) if name == "docx" else pdf.render(report)


def _html(found: Audited, shift: int = 0) -> str:
    return fragment.render(page(found).blocks, prefix="audit-", shift=shift)


def of_both(by: Entered, on: date) -> Told:
    """Return what the joint room shows: what both sides were told, and what one may answer."""
    own, changed = access.with_history(by)
    found = access.audited(by, own.reading, on)
    party = access.party_of(by)
    asked = [
        one for one in found.issued if party and party in one.finding.about and not one.is_over
    ]
    return {
        "kept": own,
        "is_told": own.reading.is_written,
        "html": _html(found) if own.reading.is_written else "",
        "party": party,
        "asked": [(one.finding, party in one.waits_for, waits(one)) for one in asked],
        "rewritten": changed,
        "taken": TAKEN if own.reading.is_written else {},
        "links": links(by),
    }


def of_auditor(by: Entered, on: date) -> Told:
    """Return what the auditor's room shows: the whole audit, drafts and workpapers among it."""
    (own, changed), joint = access.with_history(by), access.joint_of(by)
    copy = access.kept(joint) if joint else None
    reading = access.whole(own, copy)
    found = access.audited(by, reading, on)
    book = reading.book
    return {
        "kept": own,
        "is_written": own.reading.is_written,
        "html": _html(found, shift=1) if book.issues else "",
        "drafts": [(one, ", ".join(one.finding.missing)) for one in found.drafts],
        "live": [(one.finding, waits(one)) for one in found.issued if not one.is_over],
        "samples": [_sample(one, book, copy) for one in book.procedures],
        "papers": [_paper(one, book) for one in book.workpapers],
        "problems": (*reading.problems, *(copy.reading.problems if copy else ())),
        "rewritten": changed,
        "may_tell": access.may_tell(by, joint),
        "adding": _adding(by, book, has_joint=access.may_tell(by, joint)),
        "taken": TAKEN if own.reading.is_written else {},
        "links": links(by),
    }


def _sample(one: Procedure, book: AuditBook, copy: Kept | None) -> Told:
    """Return how a procedure stands: its lines, and whether both sides know its seed."""
    papers = [part for part in book.workpapers if part.procedure == one.id]
    reviewed = [part for part in papers if book.reviewers_of(part)]
    places = one.sample.places if one.sample and not one.sample.is_whole else ()
    return {
        "procedure": one,
        "looked_at": looked_at(one.sample) if one.sample else "no list",
        "places": ", ".join(map(str, places)),
        "is_published": copy is not None and one.id in {it.id for it in copy.book.procedures},
        "came_out": came_out(one, reviewed[-1] if reviewed else None),
    }


def _paper(one: Workpaper, book: AuditBook) -> Told:
    return {"paper": one, "reviewers": book.reviewers_of(one)}


def _adding(by: Entered, book: AuditBook, *, has_joint: bool) -> dict[str, str]:
    """Return what may be added now, with its title; what has nothing to rest on is left out."""
    if not by.may(WRITE):
        return {}
    has_issued = has_joint and bool(book.issues)
    ready = {
        "programme": book.programme is None,
        "scope": book.programme is not None and len(book.scopes) < 5,
        "engagement": bool(book.scopes),
        "independence": bool(book.engagements),
        "procedure": bool(book.engagements),
        "workpaper": bool(book.procedures),
        "observation": bool(book.workpapers),
        "finding": bool(book.engagements),
        "follow_up": has_issued,
        "initiative": has_issued,
        "effect": has_joint and bool(book.initiatives),
    }
    titles = {**OWN, **TOLD}
    return {name: titles[name].title for name, may in ready.items() if may}
