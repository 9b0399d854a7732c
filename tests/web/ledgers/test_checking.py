"""Whatever was changed in the database by hand shows when a room is checked."""
# ruff: noqa: S608 - statements of our own, in a database of the test's

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from fairterms.ledger import canonical
from fairterms_web.ledgers import actions, store
from fairterms_web.ledgers.checking import check_room
from fairterms_web.rooms.walls import as_system
from fairterms_web.vault.keyring import destroy, keyring
from fairterms_web.vault.models import RoomKey
from tests.web.ledgers.desk import AUDITOR, ENTRIES, break_open, cosigned, run

if TYPE_CHECKING:
    from tests.web.ledgers.desk import Desk

CHECKPOINTS, COSIGNED = "ledgers_ledgercheckpoint", "ledgers_ledgercosignature"


def open_all() -> None:
    break_open()
    for table in (CHECKPOINTS, COSIGNED):
        if connection.vendor == "postgresql":
            run(f"alter table {table} disable trigger user")
        else:
            for one in ("update", "delete", "replace"):
                run(f"drop trigger {table}_no_{one}")


@pytest.fixture
def kept(desk: "Desk") -> "Desk":
    """A room with history, and a cosigned checkpoint."""
    desk.furnish()
    actions.keep_cosignature(by=desk.by, note=cosigned(desk.sign()), key=str(AUDITOR.public))
    open_all()
    return desk


def problems(desk: "Desk") -> tuple[str, ...]:
    return check_room(desk.by.room.id).problems


def test_a_room_as_it_was_written_has_no_problem(kept: "Desk") -> None:
    found = check_room(kept.by.room.id)
    assert (found.size, found.lost, found.problems) == (8, 0, ())
    kept.sign()
    assert problems(kept) == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (f"update {ENTRIES} set kind = 'x' where sequence = 2", "checkpoint of 7 entries: the en"),
        (
            f"update {ENTRIES} set kind = 'x y' where sequence = 2",
            "entry 2: the entry's kind is not a slug",
        ),
        (f"update {ENTRIES} set payload = '{'0' * 64}' where sequence = 8", "entry 8: its content"),
        (f"update {ENTRIES} set sequence = 9 where sequence = 3", "entry 4 stands where entry 3"),
        (f"delete from {ENTRIES} where sequence = 8", "should have 8 entries, and has 7"),
        ("update ledgers_ledgerhead set size = 9", "should have 9 entries, and has 8"),
        (f"update {CHECKPOINTS} set size = 6", "checkpoint of 6 entries: its note is of another"),
        (f"update {CHECKPOINTS} set note = 'x'", "the checkpoint of 7 entries: it has no blank"),
        (f"update {COSIGNED} set line = kept_by", "the signature of auditor.example below"),
        (f"update {COSIGNED} set key = '{'x' * 9}'", "the signature of auditor.example below"),
    ],
)
def test_a_change_of_what_vouches_is_found(kept: "Desk", statement: str, problem: str) -> None:
    room = kept.by.room.id
    where = "and" if " where " in statement else "where"
    assert run(f"{statement} {where} room_id = %s", room) == 1
    assert any(problem in one for one in problems(kept)), problems(kept)


def test_a_content_that_was_sealed_anew_does_not_pass_for_the_old_one(kept: "Desk") -> None:
    room = kept.by.room.id
    other = canonical.write({"finding": "f1", "decision": "open", "reason": ""})
    sealed = keyring(kept.by).seal(store.TABLE, "content", f"{room}.8", other)
    run(f"update {ENTRIES} set content = %s where room_id = %s and sequence = 8", sealed, room)
    assert problems(kept) == ("entry 8: its content is not what was written",)


def test_a_checkpoint_that_another_key_signed_is_found(kept: "Desk") -> None:
    note = cosigned(kept.sign()).decode()
    text, _, lines = note.partition("\n\n")
    only = "\n".join(one for one in lines.splitlines() if "auditor" in one)
    statement = f"update {CHECKPOINTS} set note = %s where size = 8 and room_id = %s"
    run(statement, f"{text}\n\n{only}\n", kept.by.room.id)
    assert problems(kept) == ("the checkpoint of 8 entries: the ledger's key did not sign it",)


def test_where_the_keys_were_destroyed_the_hashes_still_hold(kept: "Desk") -> None:
    with as_system():
        destroy(RoomKey.objects.of_every_room().filter(room_id=kept.by.room.id))
    found = check_room(kept.by.room.id)
    assert (found.size, found.lost, found.problems) == (8, 8, ())
    run(f"update {ENTRIES} set actor = 'x' where room_id = %s and sequence = 2", kept.by.room.id)
    assert problems(kept) == (
        "the checkpoint of 7 entries: the entries are not those it vouches for",
    )
