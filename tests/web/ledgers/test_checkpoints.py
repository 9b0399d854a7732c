"""A checkpoint is signed when a ledger grew, at once after a signature, and never over a break."""
# ruff: noqa: S608 - statements of our own, in a database of the test's

import logging
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoCaptureOnCommitCallbacks

from fairterms.ledger import checkpoint as core
from fairterms.ledger import note as notes
from fairterms.ledger.verdict import Verdict
from fairterms_web.ledgers import access, actions, checkpoints
from fairterms_web.ledgers.models import LedgerCheckpoint
from fairterms_web.ledgers.signing import ledger_key, origin_of
from fairterms_web.read.actions import remark
from fairterms_web.rooms.walls import as_system
from tests.web.ledgers.desk import ENTRIES, break_open, run

if TYPE_CHECKING:
    from tests.web.ledgers.desk import Desk


def test_a_note_names_ledger_size_and_root_and_is_signed(desk: "Desk") -> None:
    desk.furnish()
    note = desk.sign()
    found = core.read(note)
    assert (found.origin, found.size) == (origin_of(desk.by.room.id), 7)
    (signature,) = note.by(ledger_key().public)
    assert notes.checked(note, signature, ledger_key().public) is True
    assert desk.verdict(note) is Verdict.INTACT


def test_a_ledger_that_did_not_grow_gets_no_second_note(desk: "Desk") -> None:
    desk.sign()
    assert checkpoints.sign(desk.by.room.id) is None
    remark(by=desk.by, finding="f1", text="more")
    assert core.read(desk.sign()).size == 2


def test_a_room_nobody_wrote_into_gets_none(desk: "Desk") -> None:
    assert checkpoints.sign("0" * 32) is None


def test_who_is_second_to_sign_the_same_size_signs_nothing(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    found = core.read(desk.sign())
    assert checkpoints._kept(desk.by.room.id, found) is None
    assert access.checkpoints_of(desk.by).count() == 1


def test_every_room_that_grew_gets_one(desk: "Desk") -> None:
    assert checkpoints.sign_grown() == (2, ())
    assert checkpoints.sign_grown() == (0, ())
    remark(by=desk.by, finding="f1", text="more")
    assert checkpoints.sign_grown() == (1, ())


@pytest.mark.parametrize(
    "statement",
    [
        f"update {ENTRIES} set kind = 'file.removed' where room_id = %s and sequence = 2",
        f"delete from {ENTRIES} where room_id = %s and sequence = 2",
        f"delete from {ENTRIES} where room_id = %s and sequence = 7",
        f"delete from {ENTRIES} where room_id = %s and sequence = 8",
        "update ledgers_ledgerhead set size = 6 where room_id = %s",
    ],
)
def test_a_ledger_that_is_not_what_was_signed_gets_no_more_notes_and_the_others_do(
    desk: "Desk", statement: str, caplog: pytest.LogCaptureFixture
) -> None:
    desk.furnish()
    desk.sign()
    remark(by=desk.by, finding="f1", text="more")
    break_open()
    assert run(statement, desk.by.room.id) == 1
    with caplog.at_level(logging.ERROR):
        assert checkpoints.sign_grown() == (1, (desk.by.room.id,))
    assert desk.by.room.id in caplog.text
    assert access.checkpoints_of(desk.by).count() == 1


def test_a_note_is_made_at_once_when_it_was_asked_for(
    desk: "Desk", django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True) as called:
        remark(by=desk.by, finding="f1", text="more")
    assert called == []
    with django_capture_on_commit_callbacks(execute=True):
        actions.ask_checkpoint(by=desk.by)
    newest = access.newest(desk.by)
    assert newest is not None
    assert newest.size == access.size(desk.by) == 3


@pytest.mark.parametrize("kind", ["terms.signed", "script.signed", "copy.given", "copy.received"])
def test_what_was_signed_or_given_asks_for_one(
    desk: "Desk",
    kind: str,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as called:
        checkpoints.sign_after(desk.by.room.id, kind)
        checkpoints.sign_after(desk.by.room.id, "terms.signed-by-nobody")
    assert len(called) == 1


def test_the_command_says_how_many_and_ends_with_an_error_where_one_is_broken(
    desk: "Desk", capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("checkpoint")
    assert capsys.readouterr().out == "2 checkpoints were signed.\n"
    break_open()
    run(f"update {ENTRIES} set kind = 'file.removed' where room_id = %s", desk.by.room.id)
    remark(by=desk.by, finding="f1", text="more")
    with pytest.raises(CommandError, match=f"1 room is not what was signed.*{desk.by.room.id}"):
        call_command("checkpoint")


def test_a_note_is_stored_as_it_was_signed(desk: "Desk") -> None:
    note = desk.sign()
    with as_system():
        row = LedgerCheckpoint.objects.of_every_room().get(room_id=desk.by.room.id)
    assert row.note == str(note)
