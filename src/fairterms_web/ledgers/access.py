"""A room's ledger for those who entered the room: its file, its checkpoints, its proofs."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, QuerySet

from fairterms.ledger import checkpoint as checkpoints
from fairterms.ledger import log_file
from fairterms.ledger import note as notes
from fairterms.ledger.entry import Entry
from fairterms.ledger.note import Note
from fairterms.ledger.tree import Tree
from fairterms_web.ledgers import store
from fairterms_web.ledgers.models import LedgerCheckpoint, LedgerCosignature, LedgerEntry
from fairterms_web.ledgers.signing import origin_of
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting


class NotWhole(Exception):
    """Entries of a ledger are missing, so that it cannot be given as a file."""


@dataclass(frozen=True)
class Cosigned:
    """A witness's signature below a checkpoint."""

    witness: str
    key: str
    cosigned_at: datetime
    line: str


@dataclass(frozen=True)
class Vouched:
    """A checkpoint with those who cosigned it.

    Attributes
    ----------
    size
        The number of entries it vouches for.
    made_at
        When the workspace signed it.
    root
        The root over them, in base64.
    signed
        The note as the workspace signed it.
    cosigned
        Whose cosignatures are kept beside it, the first that came first.
    """

    size: int
    made_at: datetime
    root: str
    signed: str
    cosigned: tuple[Cosigned, ...] = ()

    @property
    def note(self) -> Note:
        """The note with every signature."""
        own = notes.read(self.signed.encode())
        lines = "".join(f"{one.line}\n" for one in self.cosigned)
        return notes.read(f"{own}{lines}".encode())


def rows(by: Entered) -> QuerySet[LedgerEntry]:
    """Return the entries of a room, in no order."""
    return LedgerEntry.objects.within(by)


def size(by: Entered) -> int:
    """Return the number of entries of a room.

    Raises
    ------
    NotWhole
        When their numbers are not 1 to that number.
    """
    found = rows(by).aggregate(count=Count("id"), first=Min("sequence"), last=Max("sequence"))
    count: int = found["count"]
    if count and (found["first"], found["last"]) != (1, count):
        raise NotWhole
    return count


def lines(by: Entered, count: int) -> Iterator[bytes]:
    """Yield the lines of a ledger's file, with its first entries up to a count.

    Notes
    -----
    It is read while it is sent, after the page's own transaction; entries only ever follow, so
    the batches belong together.
    """
    return log_file.write(origin_of(by.room.id), _entries(by, count))


def checkpoints_of(by: Entered) -> QuerySet[LedgerCheckpoint]:
    """Return the checkpoints of a room, the newest first."""
    return LedgerCheckpoint.objects.within(by).order_by("-size")


def vouched(by: Entered, shown: Sequence[LedgerCheckpoint]) -> tuple[Vouched, ...]:
    """Return checkpoints with the cosignatures they received."""
    found: dict[int, list[Cosigned]] = {}
    for row in LedgerCosignature.objects.within(by).filter(checkpoint__in=shown).order_by("id"):
        one = Cosigned(row.witness, row.key, row.cosigned_at, row.line)
        found.setdefault(row.checkpoint_id, []).append(one)
    return tuple(_vouched(row, found.get(row.pk, [])) for row in shown)


def newest(by: Entered) -> Vouched | None:
    """Return the newest checkpoint; None where none was made yet."""
    found = vouched(by, list(checkpoints_of(by)[:1]))
    return found[0] if found else None


def of_size(by: Entered, count: int) -> Vouched | None:
    """Return the checkpoint over so many entries; None where there is none."""
    found = vouched(by, list(checkpoints_of(by).filter(size=count)[:1]))
    return found[0] if found else None


def for_witness(by: Entered, seen: int) -> bytes | None:
    """Return what a witness who saw so many entries needs to cosign the newest checkpoint.

    Parameters
    ----------
    by
        The room as entered.
    seen
        The number of entries of the checkpoint the witness cosigned last; 0 for the first.

    Returns
    -------
    bytes or None
        The number it saw, the consistency proof, and the newest note; None where there is no
        checkpoint, it is smaller than what was seen, or entries below it are missing.

    Sources
    -------
    C2SP, tlog-witness, c2sp.org: the body of a request to add a checkpoint.
    """
    last = newest(by)
    if last is None or not 0 <= seen <= last.size:
        return None
    tree = Tree(one.leaf for one in _entries(by, last.size))
    if tree.size != last.size:
        return None
    proof = "".join(f"{base64.b64encode(one).decode()}\n" for one in tree.consistency_proof(seen))
    return f"old {seen}\n{proof}\n{last.note}".encode()


def _vouched(row: LedgerCheckpoint, cosigned: Sequence[Cosigned]) -> Vouched:
    root = checkpoints.read(notes.read(row.note.encode())).root
    written = base64.b64encode(root).decode()
    return Vouched(row.size, row.made_at, written, row.note, tuple(cosigned))


def _entries(by: Entered, count: int) -> Iterator[Entry]:
    for start in range(0, count, store.BATCH):
        with acting(by.actor):
            found = rows(by).filter(
                sequence__gt=start, sequence__lte=min(start + store.BATCH, count)
            )
            batch = list(store.entries(found.defer("content").order_by("sequence")))
        yield from batch
