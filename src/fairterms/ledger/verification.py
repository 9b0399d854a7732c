"""Compare a ledger with a checkpoint that somebody kept, to tell whether it is what it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fairterms.ledger import checkpoint as checkpoints
from fairterms.ledger import note as notes
from fairterms.ledger.checkpoint import Checkpoint
from fairterms.ledger.key import PublicKey, Purpose
from fairterms.ledger.log_file import Reading
from fairterms.ledger.note import Note
from fairterms.ledger.tree import Frontier
from fairterms.ledger.verdict import Break, Verdict
from fairterms.units.problem import Problem

_ALONE = "whoever can write the file could have written all of it anew"
_SIGNED = "only a signature shows whose word the note is"
_ROOT = "the root in the note stands for every entry up to there"


@dataclass(frozen=True)
class Verification:
    """What a check found.

    Attributes
    ----------
    verdict
        The worst of what it met.
    size
        The number of entries in the file.
    checkpoint
        What the file was compared with; None where it could not be.
    told
        What was found to hold, as sentences.
    breaks
        Where it does not.
    more
        The number of breaks that are not listed.
    """

    verdict: Verdict
    size: int
    checkpoint: Checkpoint | None
    told: tuple[str, ...]
    breaks: tuple[Break, ...]
    more: int = 0


def verify(
    reading: Reading, note: Note | None, keys: Sequence[PublicKey] = (), note_file: str = "the note"
) -> Verification:
    """Check a ledger against itself, a checkpoint, and the keys that should have signed that.

    Parameters
    ----------
    reading
        The ledger's file.
    note
        The checkpoint; None where there is none, and then the ledger is at best incomplete.
    keys
        Whose signatures the note must have, every one of them.
    note_file
        The note's name, for messages.

    Raises
    ------
    Refusal
        When the note is no checkpoint, or signatures cannot be checked on this machine.
    """
    told: list[str] = []
    breaks = [*reading.breaks]
    checkpoint = checkpoints.read(note) if note else None
    if note is None or checkpoint is None:
        breaks.append(_unvouched(reading.file))
    else:
        breaks += _signatures(note, keys, note_file, told)
        breaks += _compared(reading, checkpoint, note_file, told)
    verdict = max((one.verdict for one in breaks), key=lambda v: v.rank, default=Verdict.INTACT)
    size = len(reading.leaves)
    return Verification(verdict, size, checkpoint, tuple(told), tuple(breaks), reading.more)


def root_at(reading: Reading, size: int) -> bytes:
    """Return the root over the first entries of a file, 32 bytes."""
    assert size <= len(reading.leaves), "the file holds fewer entries"
    return Frontier(reading.leaves[:size]).root


def _unvouched(file: str) -> Break:
    what = "no checkpoint vouches for this file"
    fix = "name the note you or the other side kept: --checkpoint NOTE"
    return Break(Verdict.INCOMPLETE, Problem(file, 0, what, "no-checkpoint", _ALONE, fix))


def _compared(
    reading: Reading, checkpoint: Checkpoint, note_file: str, told: list[str]
) -> list[Break]:
    size, held = checkpoint.size, len(reading.leaves)
    if not reading.origin:
        return []
    if checkpoint.origin != reading.origin:
        what = f"the note is of {checkpoint.origin}, and the file of {reading.origin}"
        fix = "name the note that belongs to this ledger"
        return [_break(Verdict.INCOMPLETE, note_file, what, "other-ledger", _ROOT, fix)]
    if held < size:
        what = f"the file holds {held:,} entries, and the note vouches for {size:,}"
        fix = "ask for the whole file; entries are never taken out of a ledger"
        return [_break(Verdict.INCOMPLETE, reading.file, what, "too-short", _ROOT, fix)]
    # A line that was changed or is missing has been told; its root could only differ.
    if reading.breaks:
        return []
    if root_at(reading, size) != checkpoint.root:
        what = f"the first {size:,} entries are not those the note vouches for"
        fix = "keep both files, and compare this one line by line with an earlier copy"
        return [_break(Verdict.TAMPERED, reading.file, what, "other-root", _ROOT, fix)]
    told.append(f"The first {size:,} entries have the root that the note gives.")
    if held > size:
        told.append(f"{held - size:,} later entries came after it; nobody vouches for them yet.")
    return []


def _signatures(note: Note, keys: Sequence[PublicKey], file: str, told: list[str]) -> list[Break]:
    if not keys:
        told.append("Its signatures were not checked: no public key was named.")
    return [one for key in keys for one in _signature(note, key, file, told)]


def _signature(note: Note, key: PublicKey, file: str, told: list[str]) -> list[Break]:
    lines = note.by(key)
    if not lines:
        what = f"{key.name} has not signed this note with the key you named"
        fix = "ask for a note with this signature, or for the key it was signed with"
        return [_break(Verdict.INCOMPLETE, file, what, "not-signed", _SIGNED, fix)]
    found = [notes.checked(note, one, key) for one in lines]
    if not all(found):
        what = f"the signature of {key.name} does not belong to this text"
        fix = "ask for the note again; text or signature was changed after it was signed"
        return [_break(Verdict.TAMPERED, file, what, "bad-signature", _SIGNED, fix)]
    told.extend(_signed(key, one) for one in found)
    return []


def _signed(key: PublicKey, found: datetime | bool) -> str:
    if key.purpose is Purpose.LEDGER or isinstance(found, bool):
        return f"Signed by {key.name}."
    return f"Cosigned by {key.name} on {found:%Y-%m-%d at %H:%M:%S} UTC."


def _break(verdict: Verdict, file: str, what: str, code: str, why: str, fix: str) -> Break:
    return Break(verdict, Problem(file, 0, what, code, why, fix))
