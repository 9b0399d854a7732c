"""How fast a ledger is checked, and whether every tampering shows.

Run ``python benchmarks/ledger.py``; ``--small`` for a tenth of the entries. The peer is a plain
loop over hashlib that only hashes what it is given, in this run. Times are of the processor.
"""

import hashlib
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from fairterms.ledger import log_file
from fairterms.ledger.checkpoint import Checkpoint
from fairterms.ledger.entry import Entry
from fairterms.ledger.tree import Frontier, Tree, leaf_hash
from fairterms.ledger.verdict import Verdict
from fairterms.ledger.verification import verify

ENTRIES, LEAVES = 200_000, 1_000_000
BAR_PER_SECOND, BAR_SECONDS = 100_000, 5.3
ORIGIN = "fairterms.example/benchmark"
AT = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
TURNS = 3


def main() -> None:
    """Print each time beside its bar and its peer."""
    part = 10 if "--small" in sys.argv[1:] else 1
    verified(ENTRIES // part)
    rooted(LEAVES // part, part)
    proven(LEAVES // part)


def verified(count: int) -> None:
    """Check a whole file against a checkpoint, from its lines to the verdict."""
    lines = list(log_file.write(ORIGIN, (entry(at) for at in range(1, count + 1))))
    reading = log_file.read(lines, "benchmark.jsonl")
    note = Checkpoint(ORIGIN, count, Frontier(reading.leaves).root).note

    def check() -> None:
        found = verify(log_file.read(lines, "benchmark.jsonl"), note)
        assert found.verdict is Verdict.INTACT

    spent, bare = best(check), best(lambda: plain_root([hashed(line) for line in lines[1:]]))
    print(f"verified: {count / spent:,.0f} entries per second (bar {BAR_PER_SECOND:,})")
    print(f"  bare hashlib, no reading and no checks: {count / bare:,.0f} per second")
    print(f"  ratio: {spent / bare:.1f}")
    size = sum(map(len, lines)) / count
    print(f"  {size:.0f} bytes a line")


def rooted(count: int, part: int) -> None:
    """Work out the root over many leaves, adding them one by one."""
    contents = [at.to_bytes(8, "big") for at in range(count)]
    spent = best(lambda: Frontier(map(leaf_hash, contents)).root)
    bare = best(lambda: plain_root([hashed(one) for one in contents]))
    assert Frontier(map(leaf_hash, contents)).root == plain_root([hashed(one) for one in contents])
    print(f"root of {count:,} leaves: {spent:.2f} s (bar {BAR_SECONDS / part:.2f} s)")
    print(f"  bare hashlib, level by level: {bare:.2f} s; ratio: {spent / bare:.1f}")


def proven(count: int) -> None:
    """Make proofs in a tree that is kept."""
    tree = Tree(leaf_hash(at.to_bytes(8, "big")) for at in range(count))
    sizes = range(1, count, count // 500)
    spent = best(lambda: [tree.consistency_proof(size) for size in sizes]) / len(sizes)
    print(f"a consistency proof among {count:,}: {spent * 1e6:.0f} microseconds")


def entry(sequence: int) -> Entry:
    """Return a made-up entry."""
    digest = hashlib.sha256(sequence.to_bytes(8, "big")).hexdigest()
    sealed = {"amount": digest} if sequence % 2 else {}
    return Entry(
        sequence=sequence,
        time=AT,
        actor="plan-lead",
        kind="offer.sent",
        payload=digest,
        commitments=sealed,
    )


def hashed(content: bytes) -> bytes:
    """Hash one leaf."""
    return hashlib.sha256(b"\x00" + content).digest()


def plain_root(level: Sequence[bytes]) -> bytes:
    """Hash pairs level by level; a last one without a neighbour goes up as it is."""
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        above = [hashlib.sha256(b"\x01" + left + right).digest() for left, right in pairs]
        level = [*above, level[-1]] if len(level) % 2 else above
    return level[0]


def best(work: Callable[[], object]) -> float:
    """Return the shortest of a few turns, in seconds of the processor."""
    found = []
    for _ in range(TURNS):
        started = time.process_time()
        work()
        found.append(time.process_time() - started)
    return min(found)


if __name__ == "__main__":
    main()
