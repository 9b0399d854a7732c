"""Destroying a room: its keys go, and with them everything that was sealed with them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from django.db import connection, transaction

from fairterms.units.refusal import Refusal
from fairterms_web.jobs.models import Job, State
from fairterms_web.ledgers import checkpoints
from fairterms_web.rooms.models import Room
from fairterms_web.safekeeping import shred_list
from fairterms_web.safekeeping.keeper import Keeper, keeping
from fairterms_web.safekeeping.shred_list import Shredded
from fairterms_web.vault import keyring
from fairterms_web.vault.models import RoomKey


@dataclass(frozen=True)
class Doomed:
    """A room that is about to be destroyed, as it is shown to who asks for it."""

    room: str
    deal: str


def look_up(room_id: str) -> Doomed:
    """Return what a room is called, before it is destroyed.

    Raises
    ------
    Refusal
        When there is no such room, or its keys were destroyed before.
    """
    with keeping(room_id) as keeper:
        if not keyring.of_room(room_id).keys:
            why = "a room is destroyed once and for all"
            fix = "nothing needs to be done"
            raise Refusal("the room", "was destroyed already", why, fix)
        return Doomed(keeper.room.title, keeper.room.deal.title)


def shred(room_id: str, because: str) -> Shredded:
    """Destroy every key of a room; what was sealed there can never be read again.

    Parameters
    ----------
    room_id
        The room.
    because
        Why; it is kept in the list of destroyed rooms and, as a hash, in the room's ledger.

    Raises
    ------
    Refusal
        When there is no such room.
    """
    at = datetime.now(UTC).replace(microsecond=0)
    with keeping(room_id) as keeper:
        done = _destroyed(keeper, at, because)
        # Before the transaction ends: a room may be on the list and still be there, never the
        # other way round.
        shred_list.add(done)
        transaction.on_commit(partial(checkpoints.sign, room_id), robust=True)
    _clear_away()
    return done


def replay() -> tuple[Shredded, ...]:
    """Destroy again what a backup brought back; return the rooms it brought."""
    again = []
    for one in shred_list.read():
        if not Room.objects.filter(pk=one.room).exists():
            continue
        with keeping(one.room) as keeper:
            if keyring.of_room(one.room).keys:
                _destroyed(keeper, one.at, one.because)
                again.append(one)
    if again:
        _clear_away()
    return tuple(again)


def _destroyed(keeper: Keeper, at: datetime, because: str) -> Shredded:
    room_id = keeper.room.id
    entry = keeper.says("room.destroyed", {"at": at.isoformat(), "because": because})
    _end_work(room_id)
    keyring.destroy(RoomKey.objects.of_every_room().filter(room_id=room_id), at)
    return Shredded(room_id, at, because, entry.sequence, entry.payload)


def _end_work(room_id: str) -> None:
    """End what goes on in a room: it has the room's files before it."""
    jobs = Job.objects.of_every_room().filter(room_id=room_id)
    jobs.filter(state=State.RUNNING).update(is_cancel_asked=True)
    jobs.filter(state=State.WAITING).update(is_cancel_asked=True, state=State.CANCELLED)


def _clear_away() -> None:
    """Have the database forget the old rows of keys, which it keeps for a while."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("vacuum (full) vault_roomkey")
        else:
            cursor.execute("pragma wal_checkpoint(truncate)")
