"""Entries go into the database here, and come out as the core's ledger knows them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from fairterms.ledger.canonical import Value, digest, write
from fairterms.ledger.entry import Entry
from fairterms_web.ledgers.models import LedgerEntry, LedgerHead
from fairterms_web.rooms.entered import Entered
from fairterms_web.vault.keyring import Keyring, keyring

TABLE = "ledgers_ledgerentry"
BATCH = 500
"""As many entries are fetched at once."""


def append(
    *, by: Entered, kind: str, content: Mapping[str, Value], at: datetime | None = None
) -> Entry:
    """Append an entry to a room's ledger; called inside the transaction of what it tells of.

    Parameters
    ----------
    by
        The room as entered by who acts.
    kind
        What happened, as a slug.
    content
        What it was; stored sealed, its hash in the entry.
    at
        When; now where it is not said.
    """
    room = by.room.id
    moment = (at or datetime.now(UTC)).replace(microsecond=0)
    entry = Entry(
        sequence=_next(by),
        time=moment,
        actor=by.name,
        kind=kind,
        payload=digest(content),
    )
    sealed = keyring(by).seal(TABLE, "content", f"{room}.{entry.sequence}", write(content))
    LedgerEntry(
        room_id=room,
        sequence=entry.sequence,
        time=entry.time,
        actor=entry.actor,
        kind=entry.kind,
        payload=entry.payload,
        content=sealed,
    ).save(force_insert=True)
    return entry


def entries(rows: Iterable[LedgerEntry]) -> Iterator[Entry]:
    """Turn rows, in order, into entries."""
    for row in rows:
        yield Entry(
            sequence=row.sequence,
            time=row.time.astimezone(UTC),
            actor=row.actor,
            kind=row.kind,
            payload=row.payload,
        )


def content_of(row: LedgerEntry, ring: Keyring) -> dict[str, object]:
    """Open what an entry tells of."""
    text = ring.open(TABLE, "content", f"{row.room_id}.{row.sequence}", bytes(row.content))
    found = json.loads(text)
    assert isinstance(found, dict), "the content of an entry is a table"
    return found


def _next(by: Entered) -> int:
    """Take the next number of a room's ledger, and hold the ledger until the transaction ends."""
    heads = LedgerHead.objects.within(by)
    head = heads.select_for_update().first()
    if head is None:
        LedgerHead.objects.bulk_create([LedgerHead(room_id=by.room.id)], ignore_conflicts=True)
        head = heads.select_for_update().get()
    head.size += 1
    head.save(update_fields=["size"])
    return head.size
