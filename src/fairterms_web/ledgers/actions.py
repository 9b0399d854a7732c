"""Asking for a checkpoint, and keeping what a witness signed below one."""

from datetime import UTC, datetime, timedelta
from typing import NoReturn

from fairterms.ledger import checkpoint as checkpoints
from fairterms.ledger import note as notes
from fairterms.ledger.canonical import Value
from fairterms.ledger.key import PublicKey, Purpose, read_public
from fairterms.ledger.note import Note, Signature
from fairterms.units.refusal import Refusal
from fairterms_web.ledgers.models import LedgerCheckpoint, LedgerCosignature
from fairterms_web.ledgers.signing import ledger_key
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import REMARK

AHEAD = timedelta(minutes=10)
"""As far may a witness's clock be ahead of ours (our choice)."""


def ask_checkpoint(*, by: Entered) -> None:
    """Ask for a checkpoint now; it is signed once the asking itself is on the disk."""
    with change(by, REMARK) as said:
        said.that("checkpoint.asked-for", {})


def keep_cosignature(*, by: Entered, note: bytes, key: str) -> LedgerCosignature:
    """Keep a witness's signature beside our note of the same text.

    Parameters
    ----------
    by
        The room as entered.
    note
        The cosigned note, as the bytes of its file.
    key
        The witness's public key, as one line.

    Raises
    ------
    Refusal
        When the note is none of ours, its signature does not hold, the key is not a witness's, or
        another key has signed in this room under the same name.
    """
    given, public = notes.read(note), _witness(key)
    line, at = _signature(given, public)
    found = checkpoints.read(given)
    with change(by, REMARK) as said:
        ours = _ours(by, given, found.size)
        _check_name(by, ours, public)
        row = LedgerCosignature(
            room=by.room,
            checkpoint=ours,
            witness=public.name,
            key=str(public),
            line=str(line),
            cosigned_at=at,
            kept_by=by.name,
        )
        row.save(force_insert=True)
        content: dict[str, Value] = {
            "size": found.size,
            "root": found.root.hex(),
            "witness": public.name,
            "key": str(public),
            "signature": str(line),
        }
        said.that("checkpoint.cosigned", content)
    return row


def _witness(written: str) -> PublicKey:
    public = read_public(written)
    if public.purpose is not Purpose.WITNESS:
        why = "a ledger's own signature proves nothing to the other side"
        _refuse("the public key", "is not the key of a witness", why, "name the witness's key")
    own = ledger_key()
    if public.name == own.name:
        why = "readers could not tell it from the signature of this workspace"
        fix = "cosign with a key of another name"
        _refuse("the public key", "has the name of this workspace", why, fix)
    return public


def _signature(note: Note, key: PublicKey) -> tuple[Signature, datetime]:
    why = "only a signature that holds shows what the witness saw"
    lines = note.by(key)
    if len(lines) != 1:
        fix = f"ask {key.name} for the note it cosigned, as a file"
        _refuse("the note", f"has no signature by {key.name} with this key", why, fix)
    at = notes.checked(note, lines[0], key)
    if not isinstance(at, datetime):
        fix = "ask for the note again; text or signature was changed after it was signed"
        _refuse("the note", f"has a signature of {key.name} that does not hold", why, fix)
    if at > datetime.now(UTC) + AHEAD:
        fix = "set the witness's clock, and cosign again"
        _refuse("the note", "was cosigned in the future", "a time that cannot be is no proof", fix)
    return lines[0], at


def _ours(by: Entered, given: Note, size: int) -> LedgerCheckpoint:
    row = LedgerCheckpoint.objects.within(by).filter(size=size).first()
    if row is None or notes.read(row.note.encode()).text != given.text:
        why = "a signature counts for the three lines it was made for"
        fix = (
            "if the witness was given this note as one of this room, keep it: it may be proof "
            "that two histories were shown"
        )
        _refuse("the note", "is none that this workspace signed for this room", why, fix)
    return row


def _check_name(by: Entered, ours: LedgerCheckpoint, key: PublicKey) -> None:
    known = list(LedgerCosignature.objects.within(by).filter(witness=key.name))
    if any(one.key != str(key) for one in known):
        why = "one name belongs to one key, or nobody could tell who signed"
        fix = "ask the witness by telephone which key is theirs"
        _refuse("the public key", f"is not the one known here as {key.name}", why, fix)
    if any(one.checkpoint_id == ours.pk for one in known):
        why = "it is kept beside this checkpoint"
        _refuse("the signature", f"of {key.name} is here already", why, "nothing needs to be done")


def _refuse(subject: str, what: str, why: str, fix: str) -> NoReturn:
    raise Refusal(subject, what, why, fix)
