"""Made-up ledgers, keys and checkpoints."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from fairterms.ledger import log_file
from fairterms.ledger.checkpoint import Checkpoint
from fairterms.ledger.entry import Entry
from fairterms.ledger.key import PrivateKey, Purpose
from fairterms.ledger.tree import Frontier

ORIGIN = "fairterms.example/cedar-2027/joint"
START = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
ACTORS = ("group-lead", "plan-lead", "auditor")
KINDS = ("offer.sent", "offer.read", "settlement.signed")
LEDGER = PrivateKey(ORIGIN, Purpose.LEDGER, bytes(range(32)))
AUDITOR = PrivateKey("auditor.example", Purpose.WITNESS, bytes(range(1, 33)))


def entry(sequence: int, what: str = "") -> Entry:
    digest = hashlib.sha256(f"{sequence} {what}".encode()).hexdigest()
    return Entry(
        sequence=sequence,
        time=START + timedelta(minutes=sequence),
        actor=ACTORS[sequence % 3],
        kind=KINDS[sequence % 3],
        payload=digest,
        commitments={"amount": digest[::-1]} if sequence % 2 else {},
    )


def entries(count: int, what: str = "") -> list[Entry]:
    return [entry(number, what) for number in range(1, count + 1)]


def lines(written: Iterable[Entry]) -> list[bytes]:
    return list(log_file.write(ORIGIN, written))


def checkpoint(written: Iterable[Entry]) -> Checkpoint:
    grown = Frontier(one.leaf for one in written)
    return Checkpoint(ORIGIN, grown.size, grown.root)
