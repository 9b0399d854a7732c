"""A destroyed room cannot be read, its ledger still verifies, and it does not come back."""

from datetime import UTC
from pathlib import Path

import pytest

from fairterms.ledger.canonical import digest
from fairterms.units.refusal import Refusal
from fairterms_web.deals.actions import save_files
from fairterms_web.jobs.models import Job, State
from fairterms_web.ledgers.checking import check_room
from fairterms_web.rooms.walls import as_system
from fairterms_web.safekeeping import shred_list
from fairterms_web.safekeeping.sealed_columns import COLUMNS
from fairterms_web.safekeeping.shredding import look_up, replay, shred
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import of_room
from fairterms_web.vault.models import RoomKey
from tests.web.cast import Cast

pytestmark = pytest.mark.slow

WHY = "the term of the agreement to destroy is over"


def bring_back(room: str, wrapped: bytes) -> None:
    """Put a room's key back, as an old backup does."""
    with as_system():
        RoomKey.objects.of_every_room().filter(room=room).update(wrapped=wrapped, destroyed_at=None)


def key_of(room: str) -> bytes:
    """A room's key as it lies in the database."""
    with as_system():
        wrapped = RoomKey.objects.of_every_room().get(room=room).wrapped
    assert wrapped is not None
    return bytes(wrapped)


def test_nothing_of_a_destroyed_room_opens(cast: Cast) -> None:
    room = cast.rooms["group"].id
    shred(room, WHY)
    with as_system():
        ring = of_room(room)
        rows = [(column, row) for column in COLUMNS for row in column.rows(room)]
        assert len(rows) == 5
        for column, row in rows:
            with pytest.raises(Unopened):
                column.opened(ring, row)


def test_other_rooms_are_untouched(cast: Cast) -> None:
    with cast.acting_in("plan") as by:
        save_files(by=by, files={"notes.txt": b"ours"})
    shred(cast.rooms["group"].id, WHY)
    assert not check_room(cast.rooms["plan"].id).lost


def test_the_ledger_of_a_destroyed_room_still_verifies(cast: Cast) -> None:
    room = cast.rooms["group"].id
    size = check_room(room).size
    done = shred(room, WHY)
    found = check_room(room)
    assert found.problems == ()
    assert (found.size, found.lost, done.entry) == (size + 1, size + 1, size + 1)


def test_the_list_says_what_the_ledger_vouches_for(cast: Cast) -> None:
    done = shred(cast.rooms["group"].id, WHY)
    assert shred_list.read() == (done,)
    assert (done.because, done.at.tzinfo) == (WHY, UTC)
    assert done.payload == digest({"at": done.at.isoformat(), "because": WHY})


def test_the_list_lies_outside_the_database(cast: Cast, home: Path) -> None:
    shred(cast.rooms["group"].id, WHY)
    assert shred_list.path() == home / "shredded.jsonl"
    assert shred_list.path().stat().st_mode & 0o777 == 0o600


def test_a_room_that_a_backup_brings_back_is_destroyed_again(cast: Cast) -> None:
    room = cast.rooms["group"].id
    wrapped = key_of(room)
    done = shred(room, WHY)
    bring_back(room, wrapped)
    assert replay() == (done,)
    with as_system():
        row = RoomKey.objects.of_every_room().get(room=room)
    assert (row.wrapped, row.destroyed_at) == (None, done.at)
    assert replay() == ()
    assert shred_list.read() == (done,)


def test_what_goes_on_in_the_room_is_ended(cast: Cast) -> None:
    room = cast.rooms["group"].id
    with as_system():
        for state in (State.WAITING, State.RUNNING, State.DONE):
            Job(room_id=room, kind="review", state=state, asked_by="x").save()
    shred(room, WHY)
    with as_system():
        found = set(
            Job.objects.of_every_room().filter(room=room).values_list("state", "is_cancel_asked")
        )
    assert found == {("cancelled", True), ("running", True), ("done", False)}


def test_a_destroyed_room_is_not_destroyed_twice(cast: Cast) -> None:
    room = cast.rooms["group"].id
    assert look_up(room).deal == "Larch 2027"
    shred(room, WHY)
    with pytest.raises(Refusal, match="was destroyed already"):
        look_up(room)


PAGES = (
    *("", "read/", "history/", "people/", "export/", "negotiate/", "risks/", "outcomes/"),
    *("monitor/", "reconcile/"),
)


def test_every_page_of_a_destroyed_room_answers_calmly(cast: Cast) -> None:
    room = cast.rooms["group"].id
    done = shred(room, WHY)
    client = cast.client("owner")
    answers = {one: client.get(f"/rooms/{room}/{one}") for one in PAGES}
    codes = {one: answer.status_code for one, answer in answers.items()}
    assert set(codes.values()) == {200, 410}, codes
    assert codes["export/"] == 410
    assert codes["history/"] == 200
    text = answers["export/"].content.decode()
    assert f"The content of this room was destroyed on {done.at.day} " in text
    assert WHY not in text


def test_a_change_of_a_destroyed_room_answers_calmly_and_changes_nothing(cast: Cast) -> None:
    room = cast.rooms["group"].id
    shred(room, WHY)
    size = check_room(room).size
    client = cast.client("owner")
    answer = client.post(f"/rooms/{room}/history/checkpoints/ask/")
    assert answer.status_code == 410
    assert check_room(room).size == size


def test_the_auditors_room_answers_calmly_too(cast: Cast) -> None:
    room = cast.rooms["auditor"].id
    shred(room, WHY)
    answer = cast.client("auditor").get(f"/rooms/{room}/history/")
    assert answer.status_code == 410


def test_a_stranger_learns_nothing_of_a_destroyed_room(cast: Cast) -> None:
    room = cast.rooms["group"].id
    shred(room, WHY)
    assert cast.client("stranger").get(f"/rooms/{room}/export/").status_code == 404


def test_a_damaged_value_of_a_living_room_is_not_called_destroyed(cast: Cast) -> None:
    room = cast.rooms["group"].id
    with as_system():
        COLUMNS[1].rows(room).update(body=b"damaged")
    assert cast.client("owner").get(f"/rooms/{room}/export/").status_code == 500
