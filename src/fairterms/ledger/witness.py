"""A witness: keeps the last checkpoint it cosigned, and cosigns only what goes on from there.

A ledger that shows one history to one side and another to the other cannot get both cosigned by
the same witness. That holds as long as the witness never forgets what it saw: keep the folder of
what was seen, with its key, out of the reach of whoever runs the ledger.
"""

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fairterms.ledger import checkpoint as checkpoints
from fairterms.ledger import note as notes
from fairterms.ledger.checkpoint import Checkpoint
from fairterms.ledger.key import PrivateKey, PublicKey, Purpose
from fairterms.ledger.note import Note
from fairterms.ledger.proof import extends
from fairterms.units.refusal import Refusal


class Fork(Refusal):
    """The checkpoint cannot be of the history that was cosigned before."""


class Rollback(Refusal):
    """The checkpoint is older than what was cosigned before."""


@dataclass(frozen=True)
class Witness:
    """A key, and what it saw of one ledger.

    Attributes
    ----------
    key
        Its private key.
    last
        The checkpoint it cosigned last; None where it never cosigned one of this ledger.
    """

    key: PrivateKey
    last: Checkpoint | None = None

    def __post_init__(self) -> None:
        assert self.key.purpose is Purpose.WITNESS, "a ledger's own key never cosigns"

    def cosign(self, note: Note, proof: Sequence[bytes], at: datetime) -> "tuple[Note, Witness]":
        """Cosign a checkpoint that goes on from the last one.

        Parameters
        ----------
        note
            The checkpoint, signed or not.
        proof
            The consistency proof from the size of the last checkpoint to the size of this one;
            empty for the first.
        at
            When it is cosigned.

        Returns
        -------
        tuple of Note and Witness
            The note with one more line, and the witness as it is afterwards. Keep the second
            before the first is given away.

        Raises
        ------
        Fork
            When the proof does not lead from the last checkpoint to this one.
        Rollback
            When this one is smaller than the last.
        Refusal
            When it is of another ledger, or no checkpoint.
        """
        offered = checkpoints.read(note)
        if self.last is not None:
            _check(self.last, offered, proof)
        return note.signed(self.key, at), Witness(self.key, offered)


def _check(last: Checkpoint, offered: Checkpoint, proof: Sequence[bytes]) -> None:
    seen = f"{last.size:,} {'entry' if last.size == 1 else 'entries'}"
    if offered.origin != last.origin:
        why = "a witness compares a ledger with its own past alone"
        what = f"is of {offered.origin}, and {last.origin} was seen before"
        raise Refusal("the checkpoint", what, why, "keep what was seen of each ledger apart")
    if offered.size < last.size:
        what = f"ends after {offered.size:,} entries, and {seen} were cosigned before"
        why = "a ledger only grows; an older state cannot be told from one that was cut"
        raise Rollback("the checkpoint", what, why, "ask for the whole ledger as it is now")
    if not extends(last.head, offered.head, proof):
        what = f"does not go on from the {seen} that were cosigned before"
        why = "some entry among them was changed, removed, moved or added since"
        fix = "keep this file and the last cosigned note, and ask the other side to explain"
        raise Fork("the ledger", what, why, fix)


def seen_path(folder: Path, origin: str) -> Path:
    """Return where a witness keeps what it saw of a ledger.

    Examples
    --------
    >>> seen_path(Path("seen"), "fairterms.example/cedar").name
    'fairterms.example-cedar-6634b9420fcecacb.note'
    """
    readable = re.sub(r"[^A-Za-z0-9.]+", "-", origin)[:40].strip(".-")
    return folder / f"{readable}-{hashlib.sha256(origin.encode()).hexdigest()[:16]}.note"


def last_note(key: PublicKey, folder: Path, origin: str) -> Note | None:
    """Return what a witness cosigned last of a ledger; None where it never did.

    Parameters
    ----------
    key
        Its public key.
    folder
        Where it keeps what it saw.
    origin
        The ledger.

    Raises
    ------
    Refusal
        When what it kept is no checkpoint of this ledger that it cosigned itself.
    """
    path = seen_path(folder, origin)
    if not path.is_file():
        return None
    note = notes.read(path.read_bytes())
    own = note.by(key)
    is_own = own and all(notes.checked(note, one, key) for one in own)
    if not is_own or checkpoints.read(note).origin != origin:
        why = "a witness that forgets what it saw can be shown two histories"
        fix = "put the file back from a copy, or begin with a new key and say so to both sides"
        raise Refusal(str(path), "is not what this key cosigned last", why, fix)
    return note


def recall(key: PrivateKey, folder: Path, origin: str) -> Witness:
    """Return a witness with what it saw last of a ledger; see :func:`last_note`."""
    note = last_note(key.public, folder, origin)
    return Witness(key, checkpoints.read(note) if note else None)


def remember(note: Note, folder: Path) -> Path:
    """Keep the note a witness cosigned last, so that a crash leaves the old one or the new one."""
    path = seen_path(folder, checkpoints.read(note).origin)
    folder.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    with beside.open("wb") as opened:
        opened.write(str(note).encode())
        opened.flush()
        os.fsync(opened.fileno())
    beside.replace(path)
    return path
