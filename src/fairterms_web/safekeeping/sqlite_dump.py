"""A dump of SQLite: the whole database as one file, taken while others go on writing."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, connections

from fairterms.units.refusal import Refusal
from fairterms_web.safekeeping import snapshot
from fairterms_web.safekeeping.snapshot import Snapshot

FILE = "database.sqlite3"
_ALIAS = "dump"


def take(path: Path) -> Snapshot:
    """Write the database into a file; return what it holds.

    Raises
    ------
    Refusal
        When the database is damaged.
    """
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as target:
        _copy(target)
        target.execute("pragma journal_mode=delete")
        (said,) = target.execute("pragma quick_check(1)").fetchone()
    if said != "ok":
        why = "a backup of a damaged database would look like a good one"
        fix = "keep the database as it is, and put the last good backup back beside it"
        raise Refusal("the database", f"is damaged ({said})", why, fix)
    with path.open("rb") as file:
        os.fsync(file.fileno())
    with _opened(path) as alias:
        return snapshot.take(alias)


def load(path: Path) -> None:
    """Fill the empty database from a file."""
    connection.ensure_connection()
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source:
        source.backup(connection.connection)
    # It has the dump's way of writing now; the next connection sets ours again.
    connection.close()


def _copy(target: sqlite3.Connection) -> None:
    # SQLite would wait for the end of our own transaction for ever.
    assert not connection.in_atomic_block, "a dump is taken outside of any transaction"
    # All pages in one go: they are of one moment, and who writes meanwhile waits for nobody.
    connection.connection.backup(target)


@contextmanager
def _opened(path: Path) -> Iterator[str]:
    """Let Django read another file beside its database."""
    connections.settings[_ALIAS] = {**connections.settings["default"], "NAME": str(path)}
    connections.settings[_ALIAS]["OPTIONS"] = {}
    try:
        yield _ALIAS
    finally:
        connections[_ALIAS].close()
        del connections[_ALIAS]
        del connections.settings[_ALIAS]
