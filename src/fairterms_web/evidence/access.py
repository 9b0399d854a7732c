"""Releases of evidence, for those who entered the room."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404

from fairterms.audit.committee.charter import Touches
from fairterms.audit.committee.ground import Outcome
from fairterms.audit.release import kept_tables
from fairterms.audit.release.course import Stage
from fairterms.audit.release.evidence import TableRelease
from fairterms.audit.release.leaving import CSV, MEDIA
from fairterms.audit.release.people_shown import Form, Shown
from fairterms.audit.release.record_source import SUFFIXES
from fairterms_web.deals import access as files
from fairterms_web.deals.actions import holds_persons
from fairterms_web.evidence import held as holding
from fairterms_web.evidence.crossing import PARTS, RECORDS
from fairterms_web.evidence.held import Held
from fairterms_web.evidence.models import EvidencePart, EvidenceRecord, Name
from fairterms_web.ledgers import access as ledger
from fairterms_web.ledgers.store import content_of
from fairterms_web.rooms import access
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Room
from fairterms_web.rooms.roles import PRIVATE, WRITE, Kind
from fairterms_web.vault.keyring import keyring

FOLDER = "evidence/"
"""Where a room keeps files that are to be given."""
SOURCES = (
    ("count", "Count the people of a record file"),
    ("rows", "Rows of a record file"),
    ("counts", "A file of counts"),
    ("file", "A file as it is"),
)
"""What a release is made from, and what each is called."""


STAGES = {
    Stage.ASKED: "asked for; it is not given yet",
    Stage.DECLINED: "declined: the side that was asked does not give it",
    Stage.PREPARED: "prepared; two people must approve it",
    Stage.APPROVED: "given to the auditor",
    Stage.AGREED: "given; a reader signed the agreement",
    Stage.OPEN: "given and opened",
    Stage.DESTROYED: "destroyed, with a certificate",
    Stage.OVERDUE: "overdue: its last day is over, and there is no certificate",
}
"""What each stage is called on a page."""


@dataclass(frozen=True)
class Kept:
    """A release with its row.

    Attributes
    ----------
    ref
        Its name in every room.
    held
        What this room holds of it.
    stage
        How far it has come today.
    """

    row: EvidenceRecord
    held: Held
    stage: Stage

    @property
    def ref(self) -> str:
        """Its name in every room."""
        return self.row.ref

    @property
    def words(self) -> str:
        """How far it has come, in words."""
        return STAGES[self.stage]

    @property
    def is_overdue(self) -> bool:
        """Whether a copy should be destroyed, and nobody certified it."""
        return self.stage is Stage.OVERDUE

    @property
    def is_wanted(self) -> bool:
        """Whether it may still be prepared, approved or declined."""
        return self.stage in (Stage.ASKED, Stage.PREPARED)

    @property
    def is_given(self) -> bool:
        """Whether it has left the room that gives."""
        return self.held.given_on is not None


@dataclass(frozen=True)
class Earlier:
    """What left a room before.

    Attributes
    ----------
    refs
        The names of these releases, sorted.
    shown
        What a new one must know of each.
    tables
        The tables among them, with their true counts.
    """

    refs: tuple[str, ...]
    shown: tuple[Shown, ...]
    tables: tuple[TableRelease, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """The names of sets of people that were told of."""
        return tuple(sorted({name for one in self.shown for name in one.people}))


def records(by: Entered, on: date) -> tuple[Kept, ...]:
    """Return the releases a room knows of, the newest first."""
    ring = keyring(by)
    rows = EvidenceRecord.objects.within(by).order_by("-asked_at", "id")
    return tuple(
        _kept(row, ring.open(RECORDS, "record", row.id, bytes(row.record)), on) for row in rows
    )


def record(by: Entered, ref: str, on: date) -> Kept:
    """Return one release as a room knows it.

    Raises
    ------
    Http404
        When the room knows of none of that name.
    """
    row = EvidenceRecord.objects.within(by).filter(ref=ref).first()
    if row is None:
        raise Http404
    return _kept(row, keyring(by).open(RECORDS, "record", row.id, bytes(row.record)), on)


def content(by: Entered, kept: Kept) -> bytes | None:
    """Return what leaves, or what was given; None where nothing is there, or no longer."""
    return _part(by, kept, Name.CONTENT)


def inside(by: Entered, kept: Kept) -> TableRelease | None:
    """Return the table with its true counts; None where it is no table, or this room has none."""
    text = _part(by, kept, Name.INSIDE)
    return kept_tables.read(text.decode()) if text is not None else None


def earlier(by: Entered, on: date) -> Earlier:
    """Return everything that left a room, for the proof of what is to leave next."""
    ring = keyring(by)
    given = [one for one in records(by, on) if one.is_given]
    rows = EvidencePart.objects.within(by).filter(
        name=Name.INSIDE, record__in=[one.row.id for one in given]
    )
    texts = [ring.open(PARTS, "body", row.id, bytes(row.body)).decode() for row in rows]
    shown = tuple(one.held.prepared.shown for one in given if one.held.prepared is not None)
    tables = tuple(kept_tables.read(text) for text in texts)
    assert len(tables) == sum(one.form is Form.TABLE for one in shown), "each table left its counts"
    return Earlier(tuple(sorted(one.ref for one in given)), shown, tables)


def sides(by: Entered) -> Sequence[Room]:
    """Return the rooms of the sides of a deal, which can be asked for evidence."""
    found = Room.objects.filter(deal_id=by.room.deal_id, kind__in=sorted(PRIVATE))
    return list(found.select_related("party").order_by("kind"))


def may_ask(by: Entered) -> bool:
    """Tell whether somebody in the joint room writes in the auditor's room too, and may ask."""
    if by.room.kind != Kind.JOINT or not by.may(WRITE):
        return False
    auditor = access.beside(by, Kind.AUDITOR)
    return auditor is not None and auditor.may(WRITE)


def decisions(by: Entered) -> dict[str, str]:
    """Return what the committee carried on confidential data, by the name it is cited by.

    The history of the auditor's room tells it; who does not enter that room finds nothing.
    """
    auditor = access.beside(by, Kind.AUDITOR)
    if auditor is None:
        return {}
    ring = keyring(auditor)
    rows = ledger.rows(auditor).filter(kind="motion.decided").order_by("sequence")
    told = [content_of(one, ring) for one in rows]
    return {
        str(one["decision"]): f"{one['decision']}: {one['title']}"
        for one in told
        if (one["outcome"], one.get("touches")) == (Outcome.CARRIED, Touches.CONFIDENTIAL)
    }


def sources(by: Entered) -> Mapping[str, tuple[str, ...]]:
    """Return the files of a room that a release can be made from, by how it is made."""
    paths = [one.path for one in files.listed(by)]
    persons = tuple(one for one in paths if holds_persons(one) and one.lower().endswith(SUFFIXES))
    kinds = tuple(MEDIA)
    given = tuple(one for one in paths if one.startswith(FOLDER) and one.lower().endswith(kinds))
    counts = tuple(one for one in given if one.lower().endswith(".csv"))
    return {"count": persons, "rows": persons, "counts": counts, "file": given}


def person_names(people: Sequence[str]) -> dict[str, str]:
    """Return what pages call accounts that a room's releases name."""
    slugs = {one: f"person.{one}" for one in people}
    names = access.names(slugs.values())
    return {one: names[slug] for one, slug in slugs.items()}


def grid(found: bytes, media: str) -> tuple[list[str], list[list[str]]] | None:
    """Return heading and rows of content that is a table; None where it is only text."""
    if media != CSV:
        return None
    # Any end of a line ends a row, as it does for a reader of the text.
    lines = io.StringIO(found.decode("utf-8-sig", "replace"), newline=None)
    try:
        rows = list(csv.reader(lines))
    except csv.Error:
        return None
    return (rows[0], rows[1:]) if rows else ([], [])


def _kept(row: EvidenceRecord, text: bytes, on: date) -> Kept:
    found = holding.read(text)
    return Kept(row, found, found.stage(on))


def _part(by: Entered, kept: Kept, name: Name) -> bytes | None:
    row = EvidencePart.objects.within(by).filter(record=kept.row, name=name).first()
    return None if row is None else keyring(by).open(PARTS, "body", row.id, bytes(row.body))
