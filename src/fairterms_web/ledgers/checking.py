"""Checking a room as a whole: its entries, its checkpoints, and the rows they tell of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fairterms.ledger import checkpoint as checkpoints
from fairterms.ledger import note as notes
from fairterms.ledger.canonical import digest
from fairterms.ledger.key import read_public
from fairterms.ledger.tree import EMPTY_ROOT, Frontier
from fairterms.units.refusal import Refusal
from fairterms_web.ledgers import store
from fairterms_web.ledgers.models import (
    LedgerCheckpoint,
    LedgerCosignature,
    LedgerEntry,
    LedgerHead,
)
from fairterms_web.ledgers.signing import ledger_key, origin_of
from fairterms_web.ledgers.traces import Said, traces
from fairterms_web.rooms.walls import as_system
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import Keyring, of_room


@dataclass(frozen=True)
class Checked:
    """What a check of a room found.

    Attributes
    ----------
    size
        The number of its entries.
    lost
        The number of entries whose content cannot be read, for the room's keys were destroyed.
    root
        The root over all entries, 32 bytes.
    problems
        Sentences about what does not agree; none where all does.
    """

    size: int
    lost: int
    root: bytes
    problems: tuple[str, ...]


def check_room(room_id: str) -> Checked:
    """Compare a room's rows with its entries, and both with its checkpoints.

    Notes
    -----
    It runs as the system itself, such as after a backup was put back. Where every key of the room
    was destroyed, contents cannot be compared; numbers and hashes still are.
    """
    with as_system():
        ring = of_room(room_id)
        found = _Walk(ring)
        rows = LedgerEntry.objects.of_every_room().filter(room_id=room_id).order_by("sequence")
        for row in rows.iterator(chunk_size=store.BATCH):
            found.add(row)
        problems = found.problems + _head(room_id, found.growing.size)
        problems += _checkpoints(room_id, found.roots)
        if ring.keys and not problems:
            problems += [one for trace in traces() for one in trace(room_id, found.said)]
        return Checked(found.growing.size, found.lost, found.growing.root, tuple(problems))


class _Walk:
    """Entries as they are met, from the first to the last."""

    def __init__(self, ring: Keyring) -> None:
        self.ring = ring
        self.growing = Frontier()
        self.roots: dict[int, bytes] = {0: EMPTY_ROOT}
        self.said: list[Said] = []
        self.lost = 0
        self.problems: list[str] = []

    def add(self, row: LedgerEntry) -> None:
        expected = self.growing.size + 1
        if row.sequence != expected:
            self.problems.append(f"entry {row.sequence} stands where entry {expected} belongs")
        try:
            (entry,) = store.entries([row])
        except Refusal as refusal:
            self.problems.append(f"entry {row.sequence}: {refusal.subject} {refusal.what}")
            return
        self.growing.append(entry.leaf)
        self.roots[self.growing.size] = self.growing.root
        content = self._content(row)
        if content is not None:
            self.said.append((row.kind, content))

    def _content(self, row: LedgerEntry) -> Mapping[str, Any] | None:
        if not self.ring.keys:
            self.lost += 1
            return None
        try:
            content: Mapping[str, Any] = store.content_of(row, self.ring)
            is_whole = digest(dict(content)) == row.payload
        except (Unopened, ValueError, Refusal):
            is_whole = False
        if not is_whole:
            self.problems.append(f"entry {row.sequence}: its content is not what was written")
            return None
        return content


def _head(room_id: str, count: int) -> list[str]:
    sizes = LedgerHead.objects.of_every_room().filter(room_id=room_id)
    said = sizes.values_list("size", flat=True).first() or 0
    if said == count:
        return []
    return [f"the ledger should have {said} entries, and has {count}"]


def _checkpoints(room_id: str, roots: Mapping[int, bytes]) -> list[str]:
    rows = LedgerCheckpoint.objects.of_every_room().filter(room_id=room_id).order_by("size")
    found = {row.pk: row for row in rows}
    problems = [one for row in found.values() for one in _checkpoint(row, roots)]
    cosigned = LedgerCosignature.objects.of_every_room().filter(room_id=room_id)
    return problems + _cosignatures(found, list(cosigned.order_by("id")))


def _checkpoint(row: LedgerCheckpoint, roots: Mapping[int, bytes]) -> list[str]:
    what = f"the checkpoint of {row.size} entries"
    own = ledger_key().public
    try:
        note = notes.read(row.note.encode())
        said = checkpoints.read(note)
    except Refusal as refusal:
        return [f"{what}: it {refusal.what}"]
    if said.size != row.size or said.origin != origin_of(row.room_id):
        return [f"{what}: its note is of another ledger or size"]
    if roots.get(row.size) != said.root:
        return [f"{what}: the entries are not those it vouches for"]
    signed = note.by(own)
    if not signed or not all(notes.checked(note, one, own) for one in signed):
        return [f"{what}: the ledger's key did not sign it"]
    return []


def _cosignatures(
    found: Mapping[int, LedgerCheckpoint], rows: Sequence[LedgerCosignature]
) -> list[str]:
    return [
        f"the signature of {row.witness} below the checkpoint of {found[row.checkpoint_id].size} "
        "entries does not hold"
        for row in rows
        if row.checkpoint_id in found and not _holds(found[row.checkpoint_id], row)
    ]


def _holds(checkpoint: LedgerCheckpoint, row: LedgerCosignature) -> bool:
    try:
        key = read_public(row.key)
        note = notes.read(f"{notes.read(checkpoint.note.encode())}{row.line}\n".encode())
    except Refusal:
        return False
    lines = note.by(key)
    return len(lines) == 1 and isinstance(notes.checked(note, lines[0], key), datetime)
