"""The audit of a deal, for those who may see it: the auditor's own file, and the copy of both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from django.http import Http404

from fairterms.audit.auditing import Audited, of_reading
from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.finding import Party
from fairterms.audit.engagement.reader import FILE, AuditReading, read_text
from fairterms.correspondence.entry import EvidenceFile
from fairterms.units.problem import Problem
from fairterms_web.audit.history import wrong
from fairterms_web.deals import access as files
from fairterms_web.deals.models import FileVersion
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import SIGN, WRITE, Kind
from fairterms_web.vault.keyring import keyring

SIDES = {Kind.GROUP: Party.GROUP, Kind.PLAN: Party.PLAN}
LINKS = {
    "committee": "The committee: charter, motions and votes",
    "evidence": "Evidence: what was asked for, approved and shown",
    "ethics": "Speaking up: reports without a name",
}
"""Pages an audit needs, by the name of their app."""


@dataclass(frozen=True)
class Kept:
    """The audit file of a room as it is now.

    Attributes
    ----------
    text
        What it says; empty where there is none. None where it is no text, and nothing can be added.
    sha256
        The hash of its bytes; empty where there is none.
    reading
        The audit as read.
    """

    text: str | None = ""
    sha256: str = ""
    reading: AuditReading = AuditReading(is_written=False)  # noqa: RUF009 - frozen, never changed

    @property
    def book(self) -> AuditBook:
        """What it says, as the core reads it."""
        return self.reading.book


def kept(by: Entered) -> Kept:
    """Return the audit file of a room."""
    try:
        return _kept(files.content_of(by, FILE))
    except Http404:
        return Kept()


def _kept(content: bytes) -> Kept:
    digest = sha256(content).hexdigest()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Kept(None, digest)
    return Kept(text, digest, read_text(text))


def joint_of(by: Entered) -> Entered | None:
    """Return the joint room of the deal, where whoever acts may read it."""
    return by if by.room.kind == Kind.JOINT else rooms.beside(by, Kind.JOINT)


def may_tell(by: Entered, joint: Entered | None) -> bool:
    """Tell whether somebody of the auditor's room may write for both sides."""
    return joint is not None and by.may(WRITE) and joint.may(WRITE)


def whole(own: Kept, copy: Kept | None) -> AuditReading:
    """Return the auditor's audit with what both sides wrote."""
    if copy is None:
        return own.reading
    book = own.book.with_shared(copy.book)
    return replace(own.reading, book=book)


def audited(by: Entered, reading: AuditReading, on: date) -> Audited:
    """Return the audit of a room as of a day."""
    return of_reading(by.room.deal.title, on, reading, {}, reading.problems)


def party_of(joint: Entered) -> Party | None:
    """Return the side for which somebody may answer; None where for none, or for more than one.

    Whoever answers binds their side, and so must be one who may sign for it.
    """
    sides = rooms.sides_with(joint, SIGN)
    return SIDES.get(next(iter(sides))) if len(sides) == 1 else None


def speaks_for_a_side(by: Entered) -> bool:
    """Tell whether somebody who works in the auditor's room belongs to a side as well."""
    return any(one.room.kind in SIDES for one in rooms.rooms_beside(by))


def own_name(by: Entered) -> str:
    """Return how an audit calls whoever acts, without the role they have in a room."""
    return rooms.names([f".{by.actor.person}"])[f".{by.actor.person}"]


def changed_evidence(book: AuditBook, hashes: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return a problem for each file of evidence in the room that is not what it was."""
    named = ((part.line, one) for part in book.workpapers for one in part.evidence)
    return tuple(
        Problem(
            FILE,
            line,
            f"the evidence {one.file} is not the file it was",
            "evidence-changed",
            "a file that can change without a trace shows nothing",
            "put the older version back; a later one is another file with an entry of its own",
        )
        for line, one in named
        if hashes.get(one.file, one.sha256) != one.sha256
    )


def evidence_files(by: Entered) -> tuple[EvidenceFile, ...]:
    """Return the files of a room that can show something, with their hashes."""
    found = sorted(files.hashes(by).items())
    return tuple(EvidenceFile(path, digest) for path, digest in found if path != FILE)


def author_of(by: Entered, note: str) -> str:
    """Return the account that saved a version of the audit file with a note; empty where none."""
    rows = FileVersion.objects.within(by).filter(path=FILE, note=note)
    saved_by: str = rows.order_by("number").values_list("saved_by", flat=True).first() or ""
    return saved_by.rpartition(".")[2]


@dataclass(frozen=True)
class Rewritten:
    """A version of an audit file that did more than its writer may, and what that was."""

    number: int
    saved_by: str
    saved_on: date
    why: str


def with_history(by: Entered) -> tuple[Kept, tuple[Rewritten, ...]]:
    """Return the audit file of a room, and every version that did more than its writer may."""
    ring = keyring(by)
    rows: Sequence[FileVersion] = list(
        FileVersion.objects.within(by).filter(path=FILE).order_by("number")
    )
    bodies = [ring.open(files.TABLE, "body", row.id, bytes(row.body)) for row in rows]
    is_joint = by.room.kind == Kind.JOINT
    changed = [
        Rewritten(row.number, row.saved_by, row.saved_at.date(), why)
        for row, body, before in zip(rows, bodies, (b"", *bodies), strict=False)
        if (why := wrong(body, before, row.saved_by.partition(".")[0] if is_joint else ""))
    ]
    names = rooms.names([one.saved_by for one in changed]) if changed else {}
    now = Kept() if not rows or rows[-1].is_removed else _kept(bodies[-1])
    return now, tuple(replace(one, saved_by=names[one.saved_by]) for one in changed)
