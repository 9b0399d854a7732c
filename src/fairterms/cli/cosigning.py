"""The desk of a witness: its key file, the folder of what it saw, and the note it writes."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fairterms.ledger import checkpoint as checkpoints
from fairterms.ledger import note as notes
from fairterms.ledger import witness
from fairterms.ledger.checkpoint import Checkpoint
from fairterms.ledger.key import PrivateKey, Purpose, new_key, read_private
from fairterms.ledger.log_file import Reading
from fairterms.ledger.note import Note
from fairterms.ledger.tree import Tree
from fairterms.units.refusal import Refusal

_WHY = "a cosignature is worth as much as its key is kept"


@dataclass(frozen=True)
class Desk:
    """Where a witness works.

    Attributes
    ----------
    key
        Its private key.
    key_file
        Where that is kept; what it saw is kept beside it.
    target
        Where the cosigned note is written.
    """

    key: PrivateKey
    key_file: Path
    target: Path


def is_fork(refusal: Refusal) -> bool:
    """Tell whether a refusal shows two histories."""
    return isinstance(refusal, witness.Fork)


def private_key(path: Path, name: str | None) -> PrivateKey:
    """Read a witness's key, or make it where a name is given and there is none.

    Raises
    ------
    Refusal
        When there is none and nobody names it, or it is not a witness's, or has another name.
    """
    if not path.is_file():
        return _made(path, name)
    key = read_private(path.read_text(encoding="utf-8", errors="replace"))
    if key.purpose is not Purpose.WITNESS:
        fix = "cosign with a key of its own: name a new file, and --as NAME"
        raise Refusal(str(path), "is a ledger's own key, and cosigns nothing", _WHY, fix)
    if name not in (None, key.name):
        fix = f"leave --as out, or name another file for {name}"
        raise Refusal(str(path), f"is the key of {key.name}", _WHY, fix)
    return key


def _made(path: Path, name: str | None) -> PrivateKey:
    if name is None:
        fix = "check the name; to make a new key there, add: --as auditor.example"
        raise Refusal(str(path), "is no key file", _WHY, fix)
    key = new_key(name, Purpose.WITNESS)
    line = f"{key.line}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    # Nobody else on the machine may read it, and an older key is never overwritten.
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as opened:
        opened.write(line)
    return key


def last_seen(key: PrivateKey, key_file: Path, origin: str) -> Note | None:
    """Return the checkpoint a key cosigned last for a ledger; None where it never did."""
    return witness.last_note(key.public, seen_folder(key_file), origin)


def seen_folder(key_file: Path) -> Path:
    """Return the folder of what a key saw, beside its file."""
    return key_file.with_name(f"{key_file.name}.seen")


def cosign(reading: Reading, note: Note | None, desk: Desk, at: datetime) -> Note:
    """Cosign a ledger's checkpoint and write the note.

    Parameters
    ----------
    reading
        The ledger's file, without breaks.
    note
        The checkpoint that was checked; None to cosign the ledger as it is.
    desk
        With what, and where to.
    at
        When.

    Raises
    ------
    Refusal
        When the ledger does not go on from what the key cosigned last.
    """
    tree = Tree(reading.leaves)
    if note is None:
        now = Checkpoint(reading.origin, tree.size, tree.root())
        note = _joined(now.note, desk.target)
    folder = seen_folder(desk.key_file)
    own = witness.recall(desk.key, folder, reading.origin)
    size = checkpoints.read(note).size
    is_older = own.last is None or own.last.size > size
    proof = () if own.last is None or is_older else tree.consistency_proof(own.last.size, size)
    cosigned, _ = own.cosign(note, proof, at)
    # Kept before it is given away: after a crash in between, the witness knows more, never less.
    witness.remember(cosigned, folder)
    desk.target.write_bytes(str(cosigned).encode())
    return cosigned


def _joined(note: Note, target: Path) -> Note:
    """Return the note that is already there for the same state, with the signatures it has."""
    if not target.is_file():
        return note
    there = notes.read(target.read_bytes())
    if there.text != note.text:
        what = "is there already, and is a note of another state"
        fix = "move it to another folder, and keep it: the two may contradict each other"
        raise Refusal(str(target), what, "a note that was kept is never overwritten", fix)
    return there
