"""A cosigned note is kept when it is ours and its signature holds, and with its own entry."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from fairterms.ledger import note as notes
from fairterms.ledger.key import PrivateKey, Purpose
from fairterms.ledger.note import Note
from fairterms.units.refusal import Refusal
from fairterms_web.ledgers import access, actions, store
from fairterms_web.ledgers.checking import check_room
from fairterms_web.ledgers.signing import ledger_key
from fairterms_web.read.actions import remark
from fairterms_web.vault.keyring import keyring
from tests.web.ledgers.desk import AUDITOR, cosigned

if TYPE_CHECKING:
    from tests.web.ledgers.desk import Desk

OTHER = PrivateKey("plan.example", Purpose.WITNESS, bytes(range(1, 33)))
SAME_NAME = PrivateKey("auditor.example", Purpose.WITNESS, bytes(range(2, 34)))
PUBLIC = str(AUDITOR.public)


def last(desk: "Desk") -> tuple[str, dict[str, object]]:
    row = access.rows(desk.by).order_by("-sequence")[0]
    return row.kind, store.content_of(row, keyring(desk.by))


def test_a_signature_that_holds_is_kept_beside_our_note(desk: "Desk") -> None:
    note = desk.sign()
    row = actions.keep_cosignature(by=desk.by, note=cosigned(note), key=f" {PUBLIC}\n")
    assert (row.witness, row.key, row.kept_by) == ("auditor.example", PUBLIC, desk.by.name)
    assert abs(row.cosigned_at - datetime.now(UTC)) < timedelta(minutes=5)
    newest = access.newest(desk.by)
    assert newest is not None
    (line,) = newest.note.by(AUDITOR.public)
    assert notes.checked(newest.note, line, AUDITOR.public) == row.cosigned_at
    assert check_room(desk.by.room.id).problems == ()


def test_keeping_it_has_its_own_entry(desk: "Desk") -> None:
    note = desk.sign()
    actions.keep_cosignature(by=desk.by, note=cosigned(note), key=PUBLIC)
    kind, content = last(desk)
    assert kind == "checkpoint.cosigned"
    assert (content["size"], content["witness"], content["key"]) == (1, "auditor.example", PUBLIC)
    assert access.size(desk.by) == 2


def test_an_older_checkpoint_can_be_cosigned_and_several_may_sign_one(desk: "Desk") -> None:
    first = desk.sign()
    remark(by=desk.by, finding="f1", text="more")
    desk.sign()
    for key in (AUDITOR, OTHER):
        actions.keep_cosignature(by=desk.by, note=cosigned(first, key), key=str(key.public))
    found = access.of_size(desk.by, 1)
    assert found is not None
    assert [one.witness for one in found.cosigned] == ["auditor.example", "plan.example"]


def moved(note: Note) -> bytes:
    """A note of another size, cosigned all the same."""
    return cosigned(replace(note, text=note.text.replace("\n1\n", "\n2\n")))


def other_root(note: Note) -> bytes:
    text = note.text.split("\n")
    return cosigned(replace(note, text="\n".join([*text[:2], "A" * 43 + "=", ""])))


def other_ledger(note: Note) -> bytes:
    return cosigned(replace(note, text=note.text.replace("fairterms.localhost", "elsewhere")))


def not_holding(note: Note) -> bytes:
    """The signature of another text under this one."""
    (line,) = notes.read(moved(note)).by(AUDITOR.public)
    return str(replace(note, signatures=(*note.signatures, line))).encode()


def in_the_future(note: Note) -> bytes:
    return str(note.signed(AUDITOR, datetime.now(UTC) + timedelta(hours=1))).encode()


@pytest.mark.parametrize(
    ("change", "key", "what"),
    [
        (moved, PUBLIC, "is none that this workspace signed for this room"),
        (other_root, PUBLIC, "is none that this workspace signed for this room"),
        (other_ledger, PUBLIC, "is none that this workspace signed for this room"),
        (not_holding, PUBLIC, "has a signature of auditor.example that does not hold"),
        (in_the_future, PUBLIC, "was cosigned in the future"),
        (cosigned, str(OTHER.public), "has no signature by plan.example with this key"),
        (cosigned, str(SAME_NAME.public), "has no signature by auditor.example with this key"),
        (
            lambda _note: b"not a note",
            PUBLIC,
            "has no blank line between its text and its signatures",
        ),
        (cosigned, "not a key", "is not one line of name, number and key, joined by plus signs"),
    ],
)
def test_what_does_not_hold_is_refused_and_leaves_nothing(
    desk: "Desk", change: Callable[[Note], bytes], key: str, what: str
) -> None:
    note = desk.sign()
    with pytest.raises(Refusal) as refused:
        actions.keep_cosignature(by=desk.by, note=change(note), key=key)
    assert refused.value.what == what
    assert access.size(desk.by) == 1
    newest = access.newest(desk.by)
    assert newest is not None
    assert newest.cosigned == ()


def test_the_workspace_cannot_be_its_own_witness(desk: "Desk") -> None:
    note = desk.sign()
    with pytest.raises(Refusal) as refused:
        actions.keep_cosignature(by=desk.by, note=str(note).encode(), key=str(ledger_key().public))
    assert refused.value.what == "is not the key of a witness"
    namesake = PrivateKey(ledger_key().name, Purpose.WITNESS, bytes(32))
    with pytest.raises(Refusal) as refused:
        actions.keep_cosignature(
            by=desk.by, note=cosigned(note, namesake), key=str(namesake.public)
        )
    assert refused.value.what == "has the name of this workspace"


def test_one_name_belongs_to_one_key_for_good(desk: "Desk") -> None:
    actions.keep_cosignature(by=desk.by, note=cosigned(desk.sign()), key=PUBLIC)
    again = cosigned(desk.sign(), SAME_NAME)
    with pytest.raises(Refusal) as refused:
        actions.keep_cosignature(by=desk.by, note=again, key=str(SAME_NAME.public))
    assert refused.value.what == "is not the one known here as auditor.example"


def test_the_same_signature_is_kept_once(desk: "Desk") -> None:
    note = cosigned(desk.sign())
    actions.keep_cosignature(by=desk.by, note=note, key=PUBLIC)
    with pytest.raises(Refusal) as refused:
        actions.keep_cosignature(by=desk.by, note=note, key=PUBLIC)
    assert refused.value.what == "of auditor.example is here already"
    assert access.size(desk.by) == 2
