"""The keys of a room: made once, followed by newer ones, and gone for good when destroyed."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from fairterms_web.rooms.walls import as_system
from fairterms_web.vault import keyring
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import Keyring, of_room
from fairterms_web.vault.master import make
from fairterms_web.vault.models import RoomKey
from tests.web.cast import Cast

PLACE = ("read_remark", "text", "12.1")
WHEN = datetime(2027, 1, 4, 9, tzinfo=UTC)


def ring_of(cast: Cast, room: str) -> Keyring:
    """The keys of a room."""
    with as_system():
        return of_room(cast.rooms[room].id)


def rotate(cast: Cast, room: str = "group") -> int:
    """Give a room a new key."""
    with as_system():
        return keyring.rotate(cast.rooms[room].id)


def destroy(cast: Cast, room: str = "group") -> int:
    """Destroy the keys of a room."""
    with as_system():
        rows = RoomKey.objects.of_every_room().filter(room=cast.rooms[room])
        return keyring.destroy(rows, WHEN)


def test_each_room_has_a_key_of_its_own(cast: Cast) -> None:
    rings = [ring_of(cast, room) for room in cast.rooms]
    assert len({one.keys[1] for one in rings}) == len(rings)
    assert all(len(one.keys[1]) == 32 for one in rings)


def test_a_key_does_not_lie_in_the_database(cast: Cast) -> None:
    ring = ring_of(cast, "group")
    with as_system():
        row = RoomKey.objects.of_every_room().get(room=cast.rooms["group"])
    assert ring.keys[1] not in bytes(row.wrapped or b"")


def test_two_pages_that_meet_make_one_key(cast: Cast) -> None:
    room = cast.rooms["plan"].id
    with as_system():
        rows = RoomKey.objects.of_every_room().filter(room_id=room)
        before = of_room(room)
        keyring._first(room, rows)
        assert of_room(room) == before
        assert rows.count() == 1


def test_a_newer_key_seals_and_the_older_still_opens(cast: Cast) -> None:
    before = ring_of(cast, "group").seal(*PLACE, b"before")
    assert rotate(cast) == 2
    ring = ring_of(cast, "group")
    after = ring.seal(*PLACE, b"after")
    assert (ring.open(*PLACE, before), ring.open(*PLACE, after)) == (b"before", b"after")
    assert after[:4] == (2).to_bytes(4, "big")
    without = Keyring(ring.room, {1: ring.keys[1]})
    with pytest.raises(Unopened):
        without.open(*PLACE, after)


def test_what_one_room_sealed_does_not_open_in_another(cast: Cast) -> None:
    sealed = ring_of(cast, "group").seal(*PLACE, b"ours")
    with pytest.raises(Unopened):
        ring_of(cast, "plan").open(*PLACE, sealed)
    moved = Keyring(cast.rooms["plan"].id, ring_of(cast, "group").keys)
    with pytest.raises(Unopened):
        moved.open(*PLACE, sealed)


def test_a_wrapped_key_that_was_moved_does_not_unwrap(cast: Cast) -> None:
    ring_of(cast, "plan")
    with as_system():
        rows = RoomKey.objects.of_every_room()
        ours = rows.get(room=cast.rooms["group"])
        rows.filter(room=cast.rooms["plan"]).update(wrapped=ours.wrapped)
    with pytest.raises(Unopened):
        ring_of(cast, "plan")


def test_a_destroyed_room_opens_nothing_seals_nothing_and_gets_no_new_key(cast: Cast) -> None:
    sealed = ring_of(cast, "group").seal(*PLACE, b"gone")
    assert destroy(cast) == 1
    ring = ring_of(cast, "group")
    assert ring.keys == {}
    with pytest.raises(Unopened):
        ring.open(*PLACE, sealed)
    with pytest.raises(Unopened):
        ring.seal(*PLACE, b"new")
    with pytest.raises(Unopened), transaction.atomic():
        rotate(cast)


def test_a_room_says_when_it_was_destroyed(cast: Cast) -> None:
    first = datetime(2026, 12, 24, tzinfo=UTC)
    rotate(cast)
    with cast.acting_in("group") as by:
        assert keyring.destroyed_on(by) is None
        with as_system():
            rows = RoomKey.objects.of_every_room().filter(room=by.room)
            keyring.destroy(rows.filter(version=1), first)
        assert keyring.destroyed_on(by) is None
    destroy(cast)
    with cast.acting_in("group") as by:
        found = keyring.destroyed_on(by)
    assert found == WHEN


def test_destroying_twice_keeps_the_first_time(cast: Cast) -> None:
    destroy(cast)
    with as_system():
        rows = RoomKey.objects.of_every_room().filter(room=cast.rooms["group"])
        assert keyring.destroy(rows) == 0
        assert rows.get().destroyed_at == WHEN


def test_another_master_key_unwraps_nothing(cast: Cast) -> None:
    with as_system():
        row = RoomKey.objects.of_every_room().get(room=cast.rooms["group"])
    with pytest.raises(Unopened):
        keyring.rewrapped(row, bytes(32), make())
