"""The file, the notes and the proofs that a room gives are what the core checks."""
# ruff: noqa: S608 - statements of our own, in a database of the test's

import base64
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from fairterms.ledger import note as notes
from fairterms.ledger.checkpoint import Checkpoint
from fairterms.ledger.key import PublicKey
from fairterms.ledger.tree import Frontier, Tree
from fairterms.ledger.verdict import Verdict
from fairterms.ledger.witness import Fork, Witness
from fairterms_web.ledgers import access, actions, store
from fairterms_web.ledgers.signing import ledger_key, origin_of
from fairterms_web.read.actions import remark
from tests.web.ledgers.desk import AUDITOR, ENTRIES, break_open, cosigned, run

if TYPE_CHECKING:
    from tests.web.ledgers.desk import Desk

AT = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


def test_the_file_holds_every_entry_and_is_intact(desk: "Desk") -> None:
    desk.furnish()
    note = desk.sign()
    reading = desk.reading()
    assert (reading.origin, len(reading.leaves)) == (origin_of(desk.by.room.id), 7)
    assert reading.breaks == ()
    remark(by=desk.by, finding="f1", text="more")
    assert len(desk.reading().leaves) == 8
    assert desk.verdict(note) is Verdict.INTACT


def test_the_file_is_the_same_in_however_many_batches(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.furnish()
    whole = list(access.lines(desk.by, 7))
    for size in (1, 3, 7):
        monkeypatch.setattr(store, "BATCH", size)
        assert list(access.lines(desk.by, 7)) == whole
    assert list(access.lines(desk.by, 5)) == whole[:6]


def test_a_ledger_with_a_gap_is_not_given(desk: "Desk") -> None:
    desk.furnish()
    break_open()
    run(f"delete from {ENTRIES} where room_id = %s and sequence = 3", desk.by.room.id)
    with pytest.raises(access.NotWhole):
        access.size(desk.by)


def test_a_note_comes_with_every_cosignature(desk: "Desk") -> None:
    note = desk.sign()
    actions.keep_cosignature(by=desk.by, note=cosigned(note), key=str(AUDITOR.public))
    newest = access.newest(desk.by)
    assert newest is not None
    assert newest.note.text == note.text
    assert len(newest.note.signatures) == 2
    found = access.of_size(desk.by, 1)
    assert found == newest
    assert access.of_size(desk.by, 2) is None


def test_before_the_first_checkpoint_there_is_none(desk: "Desk") -> None:
    assert access.newest(desk.by) is None
    assert access.for_witness(desk.by, 0) is None


@pytest.mark.parametrize("seen", [1, 2, 5])
def test_a_witness_cosigns_by_the_proof_alone(desk: "Desk", seen: int) -> None:
    key = AUDITOR
    witness = Witness(key)
    for number in range(1, seen):
        remark(by=desk.by, finding="f1", text=f"{number}")
    _, witness = witness.cosign(desk.sign(), (), AT)
    desk.furnish()
    desk.sign()
    proof, newest = offered(access.for_witness(desk.by, seen), seen)
    signed, after = witness.cosign(newest, proof, AT)
    assert is_signed(signed, key.public)
    assert after.last is not None
    assert after.last.size == seen + 6


def test_a_witness_who_saw_another_past_does_not(desk: "Desk") -> None:
    remark(by=desk.by, finding="f1", text="first")
    _, witness = Witness(AUDITOR).cosign(desk.sign(), (), AT)
    break_open()
    run(f"update {ENTRIES} set kind = 'file.removed' where room_id = %s", desk.by.room.id)
    remark(by=desk.by, finding="f1", text="more")
    # An administrator signs the other past with the workspace's own key.
    reading = desk.reading()
    forged = Checkpoint(reading.origin, 3, Frontier(reading.leaves).root).note
    proof = Tree(reading.leaves).consistency_proof(2)
    with pytest.raises(Fork):
        witness.cosign(forged.signed(ledger_key(), AT), proof, AT)


def test_nobody_can_have_seen_more_than_there_is(desk: "Desk") -> None:
    desk.sign()
    assert access.for_witness(desk.by, 2) is None
    assert access.for_witness(desk.by, -1) is None
    assert access.for_witness(desk.by, 1) is not None


def offered(body: bytes | None, seen: int) -> tuple[list[bytes], notes.Note]:
    assert body is not None
    head, _, note = body.partition(b"\n\n")
    first, *proof = head.decode().split("\n")
    assert first == f"old {seen}"
    return [base64.b64decode(one) for one in proof], notes.read(note)


def is_signed(note: notes.Note, key: PublicKey) -> bool:
    (line,) = note.by(key)
    return bool(notes.checked(note, line, key))
