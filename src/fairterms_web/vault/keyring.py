"""The keys of one room, unwrapped for as long as a request or a job lasts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_bytes

from django.db.models import QuerySet

from fairterms_web.rooms.entered import Entered
from fairterms_web.vault import master
from fairterms_web.vault.box import Place, Unopened, seal, unseal, version_of
from fairterms_web.vault.models import RoomKey

KEY_SIZE = 32
GONE = "the keys of this room were destroyed"


@dataclass(frozen=True)
class Keyring:
    """The keys of a room.

    Attributes
    ----------
    room
        The room's identifier.
    keys
        Each key by its version; destroyed ones are not among them.
    """

    room: str
    keys: dict[int, bytes]

    def seal(self, table: str, column: str, row: str, content: bytes) -> bytes:
        """Seal bytes for a place of this room with its newest key.

        Raises
        ------
        Unopened
            When the room's keys were destroyed.
        """
        if not self.keys:
            raise Unopened(GONE)
        version = max(self.keys)
        return seal(self.keys[version], version, Place(self.room, table, column, row), content)

    def open(self, table: str, column: str, row: str, sealed: bytes) -> bytes:
        """Open what was sealed for a place of this room.

        Raises
        ------
        Unopened
            When it does not belong there, was changed, or its key was destroyed.
        """
        key = self.keys.get(version_of(sealed))
        if key is None:
            raise Unopened("the key of this value was destroyed")
        return unseal(key, Place(self.room, table, column, row), bytes(sealed))


def keyring(entered: Entered) -> Keyring:
    """Return the keys of a room that was entered; the first is made here.

    Parameters
    ----------
    entered
        The room.
    """
    rows = RoomKey.objects.within(entered)
    return _ring(entered.room.id, list(rows) or _first(entered.room.id, rows))


def of_room(room_id: str) -> Keyring:
    """Return the keys of a room for what runs as the system itself."""
    rows = RoomKey.objects.of_every_room().filter(room_id=room_id)
    return _ring(room_id, list(rows) or _first(room_id, rows))


def rotate(room_id: str) -> int:
    """Add a newer key to a room: it seals from now on, older ones still open.

    Called as the system itself, by one who holds the room's ledger.

    Returns
    -------
    int
        Its version.

    Raises
    ------
    Unopened
        When the room's keys were destroyed: what is gone must not begin anew.
    """
    newest = max(of_room(room_id).keys, default=0)
    if not newest:
        raise Unopened(GONE)
    _new(room_id, newest + 1).save(force_insert=True)
    return newest + 1


def destroy(rows: QuerySet[RoomKey], at: datetime | None = None) -> int:
    """Destroy keys: what they sealed can never be opened again.

    Parameters
    ----------
    rows
        The keys.
    at
        When they were destroyed; now where nothing is said.

    Returns
    -------
    int
        How many were there to be destroyed.
    """
    gone = {"wrapped": None, "destroyed_at": at or datetime.now(UTC)}
    return rows.exclude(wrapped=None).update(**gone)


def destroyed_on(entered: Entered) -> datetime | None:
    """Return when the last key of a room was destroyed; None while one is there."""
    rows = list(RoomKey.objects.within(entered))
    if not rows or any(row.wrapped is not None for row in rows):
        return None
    return max(row.destroyed_at for row in rows if row.destroyed_at is not None)


def rewrapped(row: RoomKey, old: bytes, new: bytes) -> bytes:
    """Wrap a key with a new master key.

    Parameters
    ----------
    row
        The key, not destroyed.
    old, new
        The master key it is wrapped with, and the one that follows it.

    Raises
    ------
    Unopened
        When the old master key is not the one it is wrapped with.
    """
    assert row.wrapped is not None, "a destroyed key is not wrapped"
    place = _place(row.room_id, row.version)
    return seal(new, 0, place, unseal(old, place, bytes(row.wrapped)))


def _first(room_id: str, rows: QuerySet[RoomKey]) -> list[RoomKey]:
    # Two pages may meet here at once; both go on with the key that came first.
    RoomKey.objects.bulk_create([_new(room_id, 1)], ignore_conflicts=True)
    return list(rows.all())


def _new(room_id: str, version: int) -> RoomKey:
    wrapped = seal(master.master_key(), 0, _place(room_id, version), token_bytes(KEY_SIZE))
    return RoomKey(room_id=room_id, version=version, wrapped=wrapped)


def _ring(room_id: str, rows: Iterable[RoomKey]) -> Keyring:
    keys = {
        row.version: unseal(master.master_key(), _place(room_id, row.version), bytes(row.wrapped))
        for row in rows
        if row.wrapped is not None
    }
    return Keyring(room_id, keys)


def _place(room_id: str, version: int) -> Place:
    return Place(room_id, "vault_roomkey", "wrapped", str(version))
