"""The keys of one room, unwrapped for as long as a request or a job lasts."""

from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_bytes

from fairterms_web.rooms.entered import Entered
from fairterms_web.vault import master
from fairterms_web.vault.box import Place, Unopened, seal, unseal, version_of
from fairterms_web.vault.models import RoomKey

KEY_SIZE = 32


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
            raise Unopened("the keys of this room were destroyed")
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
    rows = list(RoomKey.objects.within(entered))
    if not rows:
        rows = [_add(entered.room.id, 1)]
    return _ring(entered.room.id, rows)


def of_room(room_id: str) -> Keyring:
    """Return the keys of a room for what runs as the system itself."""
    rows = list(RoomKey.objects.of_every_room().filter(room_id=room_id))
    if not rows:
        rows = [_add(room_id, 1)]
    return _ring(room_id, rows)


def rotate(room_id: str, newest: int) -> None:
    """Add a newer key to a room: it seals from now on, older ones still open."""
    _add(room_id, newest + 1)


def destroyed(row: RoomKey) -> RoomKey:
    """Destroy a key: what it sealed can never be opened again."""
    row.wrapped = None
    row.destroyed_at = datetime.now(UTC)
    row.save(update_fields=["wrapped", "destroyed_at"])
    return row


def _add(room_id: str, version: int) -> RoomKey:
    key = token_bytes(KEY_SIZE)
    wrapped = seal(master.master_key(), 0, _place(room_id, version), key)
    row = RoomKey(room_id=room_id, version=version, wrapped=wrapped)
    row.save(force_insert=True)
    return row


def _ring(room_id: str, rows: list[RoomKey]) -> Keyring:
    keys = {
        row.version: unseal(
            master.master_key(), _place(room_id, row.version), bytes(row.wrapped)
        )
        for row in rows
        if row.wrapped is not None
    }
    return Keyring(room_id, keys)


def _place(room_id: str, version: int) -> Place:
    return Place(room_id, "vault_roomkey", "wrapped", str(version))
