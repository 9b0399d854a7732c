"""The one way by which evidence, and word of it, crosses from one room of a deal into another.

What is handed in is sealed with the key of the room it goes to and put there, with an entry in that
room's ledger under the name of who acted; a refusal to give is told under the name of the side
alone. Nothing comes back: whoever acts learns nothing of the other room, and only the end of a copy
is added to what was there.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.db import transaction

from fairterms.audit.release.destruction import Certificate
from fairterms.ledger.canonical import Value
from fairterms_web import identifiers
from fairterms_web.evidence import held as holding
from fairterms_web.evidence.held import Held
from fairterms_web.evidence.models import EvidencePart, EvidenceRecord, Name
from fairterms_web.ledgers import store
from fairterms_web.ledgers.models import LedgerHead
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Room
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import as_system
from fairterms_web.vault.keyring import Keyring, of_room

RECORDS, PARTS = "evidence_evidencerecord", "evidence_evidencepart"
NOBODY = "side"
"""Stands for an account where a side speaks as one, and who spoke stays in its own room."""


@dataclass(frozen=True)
class Bearer(Entered):
    """Another room of the deal, for as long as something is put there; nothing of it is read.

    Attributes
    ----------
    called
        How the room's ledger calls who acted.
    """

    called: str = ""

    @property
    def name(self) -> str:
        """The slug of who acted, as their own room calls them."""
        return self.called


@contextmanager
def one_deal(by: Entered) -> Iterator[None]:
    """Hold every room of a deal, always in one order, so that two crossings wait for each other."""
    with transaction.atomic():
        with as_system():
            rooms = Room.objects.filter(deal_id=by.room.deal_id).values_list("id", flat=True)
            heads = LedgerHead.objects.of_every_room().filter(room_id__in=list(rooms))
            list(heads.order_by("room_id").select_for_update())
        yield


def end(*, by: Entered, ref: str, of: str, certificate: Certificate) -> None:
    """Tell the joint room and the room that gave a copy that it is destroyed.

    Parameters
    ----------
    by
        The auditor's room, as entered; its change is under way.
    ref
        The release.
    of
        The kind of the room that gave it; what that room keeps for later proofs stays there.
    certificate
        Of the destruction.
    """
    for kind in (of, Kind.JOINT):
        with as_system():
            rows = EvidenceRecord.objects.of_every_room().filter(ref=ref)
            row = rows.filter(room__deal_id=by.room.deal_id, room__kind=kind).first()
            if row is None:
                continue
            ring = of_room(row.room_id)
            known = holding.read(ring.open(RECORDS, "record", row.id, bytes(row.record)))
        ended = replace(known, release=replace(known.release, certificate=certificate))
        put(by=by, to=kind, ref=ref, held=ended, kind="evidence.destroyed")


def put(
    *, by: Entered, to: str, ref: str, held: Held, kind: str, content: bytes | None = None
) -> None:
    """Put what another room of the deal is told of a release into it.

    Parameters
    ----------
    by
        The room of who acts, as entered; its change is under way.
    to
        The kind of the room; one that the deal does not have is told nothing.
    ref, held
        The release; what that room knew of it is replaced.
    kind
        Of the entry in that room's ledger.
    content
        What is given; None where nothing is.
    """
    room = Room.objects.select_related("deal", "party").filter(deal_id=by.room.deal_id, kind=to)
    found = room.first()
    if found is None or found.id == by.room.id:
        return
    with as_system():
        ring = of_room(found.id)
        rows = EvidenceRecord.objects.of_every_room().filter(room_id=found.id, ref=ref)
        row = save_record(found, ring, rows.first(), (ref, held))
        if content is not None:
            save_part(row, ring, Name.CONTENT, content)
        told: Mapping[str, Value] = {"release": ref, "what": held.release.request.what}
        called = by.name if held.release.declined is None else f"{by.room.kind}.{NOBODY}"
        bearer = Bearer(found, by.actor, called)
        store.append(by=bearer, kind=kind, content=told)


def save_record(
    room: Room, ring: Keyring, row: EvidenceRecord | None, told: tuple[str, Held]
) -> EvidenceRecord:
    """Save what a room holds of a release, sealed for its row."""
    ref, held = told
    is_new = row is None
    row = row or EvidenceRecord(id=identifiers.new(), room=room, ref=ref)
    row.record = ring.seal(RECORDS, "record", row.id, holding.write(held))
    row.save(force_insert=is_new)
    return row


def save_part(row: EvidenceRecord, ring: Keyring, name: Name, body: bytes) -> None:
    """Save bytes of a release, sealed for their row."""
    part = EvidencePart(id=identifiers.new(), room=row.room, record=row, name=name)
    part.body = ring.seal(PARTS, "body", part.id, body)
    part.save(force_insert=True)


def has_auditor(by: Entered) -> bool:
    """Tell whether the deal has an auditor's room to give something to."""
    return Room.objects.filter(deal_id=by.room.deal_id, kind=Kind.AUDITOR).exists()
