"""New keys: everything is sealed again, in steps that may be stopped, and no key goes too early."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction

from fairterms.units.refusal import Refusal
from fairterms_web.deals.access import contents
from fairterms_web.jobs.models import Job, State
from fairterms_web.ledgers.checking import check_room
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.rooms.walls import as_system
from fairterms_web.safekeeping import rotation
from fairterms_web.safekeeping.rotation import reseal, retire, rotate
from fairterms_web.safekeeping.sealed_columns import COLUMNS
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import of_room
from fairterms_web.vault.models import RoomKey
from tests.web.cast import Cast

pytestmark = pytest.mark.slow


def quiet(_name: str, _count: int) -> None:
    """Hear progress, and say nothing."""


def versions(room: str) -> set[int]:
    """The versions of the keys that a room's values need."""
    with as_system():
        return rotation._used(room)


def keys(room: str) -> set[int]:
    """The versions of the keys a room has."""
    with as_system():
        return set(of_room(room).keys)


def read(cast: Cast) -> dict[str, bytes]:
    """What is in the files of the group."""
    with cast.acting_in("group") as by:
        return dict(contents(by))


def test_a_new_key_seals_what_comes_and_says_so_in_the_ledger(cast: Cast) -> None:
    room = cast.rooms["group"].id
    assert rotate(room) == 2
    assert versions(room) == {1, 2}
    with as_system():
        last = LedgerEntry.objects.of_every_room().filter(room=room).latest("sequence")
    assert (last.actor, last.kind) == ("operator", "keys.rotated")


def test_sealed_again_everything_reads_as_before(cast: Cast) -> None:
    room = cast.rooms["group"].id
    before = read(cast)
    rotate(room)
    told: list[tuple[str, int]] = []
    done = reseal(room, lambda name, count: told.append((name, count)))
    assert versions(room) == {2}
    assert read(cast) == before
    assert (done.count, done.unopened) == (4, 0)
    assert told == [("ledgers_ledgerentry.content", 2), ("deals_fileversion.body", 2)]
    assert check_room(room).problems == ()


def test_sealing_again_leaves_the_ledger_its_root(cast: Cast) -> None:
    room = cast.rooms["group"].id
    rotate(room)
    before = check_room(room).root
    reseal(room, quiet)
    assert check_room(room).root == before


def test_the_old_key_is_destroyed_when_nothing_needs_it(cast: Cast) -> None:
    room = cast.rooms["group"].id
    before = read(cast)
    rotate(room)
    assert retire(room).versions == ()
    assert keys(room) == {1, 2}
    reseal(room, quiet)
    found = retire(room)
    assert (found.versions, found.needed) == ((1,), ())
    assert keys(room) == {2}
    assert read(cast) == before
    with as_system():
        assert RoomKey.objects.of_every_room().get(room=room, version=1).wrapped is None


def test_the_newest_key_is_never_destroyed(cast: Cast) -> None:
    room = cast.rooms["plan"].id
    assert retire(room).versions == ()
    assert keys(room) == {1}


def test_no_key_is_destroyed_while_work_may_seal_with_it(cast: Cast) -> None:
    room = cast.rooms["group"].id
    rotate(room)
    reseal(room, quiet)
    with as_system():
        Job(room_id=room, kind="review", state=State.RUNNING, asked_by="x").save()
    found = retire(room)
    assert (found.versions, found.is_at_work) == ((), True)
    assert keys(room) == {1, 2}


def test_stopped_anywhere_it_goes_on_where_it_was(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = cast.rooms["group"].id
    before = read(cast)
    rotate(room)
    for column in COLUMNS:
        monkeypatch.setitem(column.__dict__, "at_once", 1)
    counts, stops = [], 0
    while True:
        try:
            counts.append(reseal(room, stopping(at=1)).count)
        except KeyboardInterrupt:
            stops += 1
            assert read(cast) == before
        else:
            break
    assert stops == 4
    assert counts == [0]
    assert versions(room) == {2}


def stopping(at: int) -> Callable[[str, int], None]:
    """Stop after so many steps, as Ctrl-C does."""
    steps = iter(range(1, at + 1))

    def tell(_name: str, _count: int) -> None:
        if next(steps) == at:
            raise KeyboardInterrupt

    return tell


def test_a_value_that_does_not_open_is_left_and_keeps_its_key(cast: Cast) -> None:
    room = cast.rooms["group"].id
    rotate(room)
    files = COLUMNS[1]
    with as_system():
        row = files.rows(room).first()
        assert row is not None
        damaged = bytes(row.body)[:-1] + bytes([row.body[-1] ^ 1])
        files.rows(room).filter(pk=row.pk).update(body=damaged)
    done = reseal(room, quiet)
    assert (done.count, done.unopened) == (3, 1)
    assert retire(room).needed == (1,)
    with as_system():
        assert bytes(files.rows(room).get(pk=row.pk).body) == damaged


@pytest.mark.parametrize("when", ["before", "after"])
def test_the_ledger_is_guarded_before_and_after(cast: Cast, when: str) -> None:
    room = cast.rooms["group"].id
    if when == "after":
        rotate(room)
        reseal(room, quiet)
    with as_system():
        rows = LedgerEntry.objects.of_every_room().filter(room=room)
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            rows.update(content=b"another")


def test_a_destroyed_room_gets_no_key(cast: Cast) -> None:
    room = cast.rooms["group"].id
    with as_system():
        RoomKey.objects.of_every_room().filter(room=room).update(wrapped=None)
    assert rotation.is_destroyed(room)
    for change in (rotate, lambda one: reseal(one, quiet)):
        with pytest.raises(Unopened), transaction.atomic():
            change(room)


def test_a_room_that_is_not_there_is_refused(cast: Cast) -> None:
    with pytest.raises(Refusal, match="is not in this workspace"):
        rotate("0" * 32)
