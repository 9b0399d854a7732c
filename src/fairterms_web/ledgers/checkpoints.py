"""Signing checkpoints: a note of a ledger's size and root, made by the workspace itself.

A note is made every hour for each room whose ledger grew, and at once when something was signed or
given. Nothing is signed that does not go on from the last note: the workspace is the first witness
of its own ledgers.
"""

import logging
from collections.abc import Generator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import Max

from fairterms.ledger import checkpoint as checkpoints
from fairterms.ledger import note as notes
from fairterms.ledger.checkpoint import Checkpoint
from fairterms.ledger.tree import Frontier
from fairterms.units.refusal import Refusal
from fairterms_web.ledgers import store
from fairterms_web.ledgers.models import LedgerCheckpoint, LedgerEntry, LedgerHead
from fairterms_web.ledgers.signing import ledger_key, origin_of
from fairterms_web.rooms.walls import as_system

log = logging.getLogger(__name__)
AT_ONCE = frozenset(
    (
        *("checkpoint.asked-for", "copy.given", "copy.received"),
        *("motion.decided", "evidence.released", "evidence.destroyed"),
    )
)
"""Kinds of entries, beside those that end in ``.signed``, after which a note is made at once."""


class NotItsPast(Exception):
    """A ledger does not begin with what the last checkpoint vouches for."""


def sign_after(room_id: str, kind: str) -> None:
    """Make a note once a change is on the disk, where the kind of change asks for one.

    Parameters
    ----------
    room_id
        The room that was changed.
    kind
        Of its entry.
    """
    if kind in AT_ONCE or kind.endswith(".signed"):
        # What was signed stands, whether or not the note can be made; the next hour tries again.
        transaction.on_commit(partial(sign, room_id), robust=True)


def sign_grown() -> tuple[int, tuple[str, ...]]:
    """Make a note for every room whose ledger grew.

    Returns
    -------
    tuple of int and tuple of str
        How many notes were made, and the rooms whose ledger is not what it was.
    """
    made, broken = 0, []
    for room_id in _grown():
        try:
            made += sign(room_id) is not None
        except (NotItsPast, Refusal):
            log.error("the ledger of room %s is not what was signed before", room_id)  # noqa: TRY400 - the trace says nothing more
            broken.append(room_id)
    return made, tuple(broken)


def sign(room_id: str) -> LedgerCheckpoint | None:
    """Sign a note over a room's ledger as it is; None where it did not grow since the last.

    Raises
    ------
    NotItsPast
        When entries are missing, or those before the last note are not what they were.
    """
    with as_system():
        heads = LedgerHead.objects.of_every_room().filter(room_id=room_id)
        size = heads.values_list("size", flat=True).first() or 0
        signed = LedgerCheckpoint.objects.of_every_room().filter(room_id=room_id)
        last = signed.order_by("-size").first()
        if last is not None and last.size > size:
            raise NotItsPast(room_id)
        if size == 0 or (last is not None and last.size == size):
            return None
        before = checkpoints.read(notes.read(last.note.encode())) if last else None
        root = _root(room_id, size, before)
        return _kept(room_id, Checkpoint(origin_of(room_id), size, root))


def _kept(room_id: str, found: Checkpoint) -> LedgerCheckpoint | None:
    note = found.note.signed(ledger_key(), datetime.now(UTC))
    row = LedgerCheckpoint(room_id=room_id, size=found.size, note=str(note))
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        # Another program signed the same size a moment ago.
        return None
    return row


def _root(room_id: str, size: int, before: Checkpoint | None) -> bytes:
    """Return the root over a ledger, having compared it with an earlier checkpoint."""
    growing = Frontier()
    with closing(_leaves(room_id, size)) as leaves:
        for leaf in leaves:
            growing.append(leaf)
            if before is not None and growing.size == before.size and growing.root != before.root:
                raise NotItsPast(room_id)
    if growing.size != size:
        raise NotItsPast(room_id)
    return growing.root


def _leaves(room_id: str, size: int) -> Generator[bytes]:
    rows = LedgerEntry.objects.of_every_room().filter(room_id=room_id, sequence__lte=size)
    ordered = rows.defer("content").order_by("sequence")
    # What PostgreSQL reads in batches must end in its own transaction: later, it spoils another.
    with closing(row for row in ordered.iterator(chunk_size=store.BATCH)) as read:
        for number, one in enumerate(store.entries(read), start=1):
            if one.sequence != number:
                raise NotItsPast(room_id)
            yield one.leaf


def _grown() -> list[str]:
    with as_system():
        last = dict(
            LedgerCheckpoint.objects.of_every_room()
            .values_list("room_id")
            .annotate(last=Max("size"))
        )
        heads = LedgerHead.objects.of_every_room().filter(size__gt=0).order_by("room_id")
        return [
            room_id
            for room_id, size in heads.values_list("room_id", "size")
            if last.get(room_id) != size
        ]
