"""Somebody with the database and every key changes the past; one checkpoint must show it.

The entries lie as the workspace stored them, in tables of the same form without the triggers.
"""

import random
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from benchmarks.ledger_trials import stage
from django.db import connection, transaction

from fairterms.ledger import canonical, log_file
from fairterms.ledger import note as notes
from fairterms.ledger.entry import Entry
from fairterms.ledger.note import Note
from fairterms.ledger.verdict import Verdict
from fairterms.ledger.verification import verify
from fairterms.units.refusal import Refusal
from fairterms_web.ledgers import store
from fairterms_web.ledgers.access import NotWhole, lines, rows, size
from fairterms_web.ledgers.checkpoints import sign
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.ledgers.signing import ledger_key, origin_of
from fairterms_web.read.actions import remark
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import Keyring, keyring

ENTRIES = 24
FIELDS = ("time", "actor", "kind", "payload", "content")
TABLE = "ledgers_ledgerentry"


@dataclass(frozen=True)
class Kept:
    """A room, its keys and the note that somebody outside kept."""

    by: Entered
    ring: Keyring
    note: Note
    other: Entered


Tampering = Callable[[Kept, random.Random], None]


def tampered(count: int, seed: int = 11) -> bool:
    """Tamper so many times with what is stored, and with the file; tell whether all was found."""
    dice, owner = random.Random(seed), stage.person()  # noqa: S311 - chance, no secret
    actor = rooms.actor_for(owner)
    ids = [stage.room(owner) for _ in range(2)]
    actor = rooms.actor_for(owner)
    for room_id in ids:
        for number in range(ENTRIES - 1):
            with acting(actor):
                by = rooms.enter(actor, room_id)
                remark(by=by, finding=f"finding-{number % 3}", text=f"word {dice.random()}")
    row = sign(ids[0])
    assert row is not None, "a room with entries gets its note"
    note = notes.read(row.note.encode())
    with acting(actor), transaction.atomic():
        by, other = (rooms.enter(actor, one) for one in ids)
        _drop_triggers()
        kept = Kept(by, keyring(by), note, other)
        assert not _shows(kept), "untouched it is intact"
        stored = _all_shown(kept, STORED, (dice, count))
        filed = _files_shown(kept, dice, count)
        transaction.set_rollback(True)
    print(f"  {count:,} tamperings with stored entries, {count - sum(stored.values()):,} found")
    print(f"  {count:,} tamperings with the exported file, {count - filed:,} found")
    for name, hidden in stored.items():
        if hidden:
            print(f"    hidden: {hidden} times {name}")
    return not any(stored.values()) and not filed


def _all_shown(
    kept: Kept, ways: Sequence[Tampering], much: tuple[random.Random, int]
) -> dict[str, int]:
    """Return how often each way of tampering did not show."""
    dice, count = much
    hidden = dict.fromkeys((one.__name__.strip("_") for one in ways), 0)
    for number in range(count):
        way = ways[number % len(ways)]
        with transaction.atomic():
            way(kept, dice)
            hidden[way.__name__.strip("_")] += not _shows(kept)
            transaction.set_rollback(True)
    return hidden


def _shows(kept: Kept) -> bool:
    """Tell whether the ledger as stored is not what the note vouches for."""
    try:
        reading = log_file.read(list(lines(kept.by, size(kept.by))), "ledger.jsonl")
    except (NotWhole, Refusal):
        return True
    if verify(reading, kept.note, [ledger_key().public]).verdict is not Verdict.INTACT:
        return True
    return not all(_opens(row, kept.ring) for row in rows(kept.by))


def _opens(row: LedgerEntry, ring: Keyring) -> bool:
    try:
        return canonical.digest(store.content_of(row, ring)) == row.payload  # type: ignore[arg-type] # read from JSON
    except (Unopened, ValueError, Refusal):
        return False


def _one(kept: Kept, dice: random.Random) -> LedgerEntry:
    return rows(kept.by).get(sequence=dice.randint(1, ENTRIES))


def _changed(kept: Kept, dice: random.Random) -> None:
    """Change one field of one entry."""
    row = _one(kept, dice)
    name = dice.choice(FIELDS)
    told: dict[str, object] = {
        "time": row.time + timedelta(seconds=dice.choice((-3600, -1, 1, 60))),
        "actor": f"viewer.{secrets.token_hex(16)}",
        "kind": dice.choice(("finding.decided", "files.saved", "copy.given")),
        "payload": secrets.token_hex(32),
        "content": _flipped(bytes(row.content), dice),
    }
    rows(kept.by).filter(pk=row.pk).update(**{name: told[name]})


def _rewritten(kept: Kept, dice: random.Random) -> None:
    """Write another content into an entry, sealed as it should be, with its hash."""
    row = _one(kept, dice)
    content = {"finding": "finding-1", "remark": f"never said {dice.random()}"}
    rows(kept.by).filter(pk=row.pk).update(**_sealed(kept, row.sequence, content))


def _resealed(kept: Kept, dice: random.Random) -> None:
    """Seal another content into an entry, and leave its hash."""
    row = _one(kept, dice)
    content = {"finding": "finding-1", "remark": f"never said {dice.random()}"}
    told = _sealed(kept, row.sequence, content)
    rows(kept.by).filter(pk=row.pk).update(content=told["content"])


def _deleted(kept: Kept, dice: random.Random) -> None:
    """Take one entry out."""
    _one(kept, dice).delete()


def _closed_up(kept: Kept, dice: random.Random) -> None:
    """Take one entry out, and number the later ones anew."""
    row = _one(kept, dice)
    row.delete()
    _move(kept, row.sequence + 1, -1)


def _inserted(kept: Kept, dice: random.Random) -> None:
    """Put an entry between others."""
    at = dice.randint(1, ENTRIES)
    like = rows(kept.by).get(sequence=at)
    _move(kept, at, 1)
    like.pk, like.sequence = None, at
    told = _sealed(kept, at, {"finding": "finding-2", "remark": f"put in {dice.random()}"})
    like.payload, like.content = str(told["payload"]), told["content"]
    like.save(force_insert=True)


def _reordered(kept: Kept, dice: random.Random) -> None:
    """Let two entries change places."""
    first, second = dice.sample(range(1, ENTRIES + 1), 2)
    for old, new in ((first, 10**6), (second, first), (10**6, second)):
        rows(kept.by).filter(sequence=old).update(sequence=new)


def _truncated(kept: Kept, dice: random.Random) -> None:
    """Cut the last entries off."""
    rows(kept.by).filter(sequence__gt=dice.randint(0, ENTRIES - 1)).delete()


def _swapped_rooms(kept: Kept, dice: random.Random) -> None:
    """Put an entry of another room into this one's place."""
    at = dice.randint(1, ENTRIES)
    rows(kept.by).filter(sequence=at).delete()
    rows(kept.other).filter(sequence=at).update(room_id=kept.by.room.id)


def _forked(kept: Kept, dice: random.Random) -> None:
    """Write everything anew from one entry on, as the workspace itself would have."""
    start = dice.randint(1, ENTRIES)
    for row in rows(kept.by).filter(sequence__gte=start):
        content = {"finding": "finding-0", "remark": f"another past {dice.random()}"}
        rows(kept.by).filter(pk=row.pk).update(**_sealed(kept, row.sequence, content))


STORED: tuple[Tampering, ...] = (
    _changed,
    _rewritten,
    _resealed,
    _deleted,
    _closed_up,
    _inserted,
    _reordered,
    _truncated,
    _swapped_rooms,
    _forked,
)


def _sealed(kept: Kept, sequence: int, content: dict[str, str]) -> dict[str, object]:
    place = f"{kept.by.room.id}.{sequence}"
    sealed = kept.ring.seal(store.TABLE, "content", place, canonical.write(content))
    return {"payload": canonical.digest(content), "content": sealed}


def _move(kept: Kept, start: int, by: int) -> None:
    found = (
        rows(kept.by).filter(sequence__gte=start).order_by("-sequence" if by > 0 else "sequence")
    )
    for row in list(found):
        rows(kept.by).filter(pk=row.pk).update(sequence=row.sequence + by)


def _flipped(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << dice.randrange(8))]) + content[at + 1 :]


def _drop_triggers() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"alter table {TABLE} disable trigger user")
            return
        for name in ("update", "delete", "replace"):
            cursor.execute(f"drop trigger ledger_no_{name}")


# --- the exported file ---


def _files_shown(kept: Kept, dice: random.Random, count: int) -> int:
    """Return how many tamperings with the file did not show."""
    whole = list(lines(kept.by, ENTRIES))
    others = list(lines(kept.other, ENTRIES))
    entries = list(store.entries(rows(kept.by).order_by("sequence")))
    hidden = 0
    for number in range(count):
        way = number % 7
        if way == 6:
            found = _forked_file(kept, entries, dice)
        else:
            found = _file(way, list(whole), others, dice)
        assert found != whole, "a tampering changes something"
        reading = log_file.read(found, "ledger.jsonl")
        told = verify(reading, kept.note, [ledger_key().public])
        hidden += told.verdict is Verdict.INTACT
    return hidden


def _file(
    way: int, found: list[bytes], others: Sequence[bytes], dice: random.Random
) -> list[bytes]:
    # The first entry says of both rooms that they were opened, in the same words.
    first, second = dice.sample(range(2, len(found)), 2)
    match way:
        case 0:
            found[first] = _flipped(found[first], dice)
        case 1:
            del found[first]
        case 2:
            found[first], found[second] = found[second], found[first]
        case 3:
            cut = b"".join(found)[: dice.randrange(len(b"".join(found)))]
            found = cut.splitlines(keepends=True)
        case 4:
            found[first] = others[first]
        case _:
            found = [found[0], *others[1:]]
    return found


def _forked_file(kept: Kept, entries: Sequence[Entry], dice: random.Random) -> list[bytes]:
    start = dice.randrange(len(entries))
    changed = [
        one if at < start else replace(one, payload=secrets.token_hex(32))
        for at, one in enumerate(entries)
    ]
    return list(log_file.write(origin_of(kept.by.room.id), changed))
