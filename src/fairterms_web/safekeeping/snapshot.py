"""What a database holds at one moment, in numbers: for a backup, and for what comes back of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from fairterms.ledger.tree import Frontier
from fairterms_web.ledgers import store
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.rooms.walls import as_system


@dataclass(frozen=True)
class Ledger:
    """How long a room's ledger is, and its root in hexadecimal."""

    size: int
    root: str


@dataclass(frozen=True)
class Snapshot:
    """What a database holds.

    Attributes
    ----------
    tables
        The number of rows of each table.
    ledgers
        The ledger of each room that has one.
    migrations
        The newest migration of each app.
    """

    tables: Mapping[str, int]
    ledgers: Mapping[str, Ledger]
    migrations: Mapping[str, str]


def take(alias: str = "default") -> Snapshot:
    """Count what a database holds; the caller sees to it that nothing changes meanwhile.

    Parameters
    ----------
    alias
        The database among Django's.
    """
    with as_system():
        return Snapshot(_tables(alias), _ledgers(alias), _migrations(alias))


def differences(wanted: Snapshot, found: Snapshot) -> tuple[str, ...]:
    """Say where a database is not what it should be."""
    problems = [
        f"table {name}: {found.tables.get(name, 'nothing')} rows instead of {count}"
        for name, count in sorted(wanted.tables.items())
        if found.tables.get(name) != count
    ]
    problems += [
        f"ledger of room {room}: another root or size"
        for room in sorted(wanted.ledgers.keys() | found.ledgers.keys())
        if wanted.ledgers.get(room) != found.ledgers.get(room)
    ]
    if wanted.migrations != found.migrations:
        problems.append("the newest migrations are others")
    return tuple(problems)


def _tables(alias: str) -> dict[str, int]:
    connection = connections[alias]
    with connection.cursor() as cursor:
        found = {}
        for name in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"select count(*) from {connection.ops.quote_name(name)}")  # noqa: S608 # nosec B608 - its own names
            found[name] = int(cursor.fetchone()[0])
    return found


def _ledgers(alias: str) -> dict[str, Ledger]:
    rows = LedgerEntry.objects.of_every_room().using(alias)
    rooms = rows.order_by("room_id").values_list("room_id", flat=True).distinct()
    # Only what is hashed: an older backup may lack columns that came later.
    hashed = rows.only("room_id", "sequence", "time", "actor", "kind", "payload")
    ordered = hashed.order_by("sequence")
    return {
        room: _ledger(ordered.filter(room_id=room).iterator(chunk_size=store.BATCH))
        for room in list(rooms)
    }


def _ledger(rows: Iterable[LedgerEntry]) -> Ledger:
    growing = Frontier(entry.leaf for entry in store.entries(rows))
    return Ledger(growing.size, growing.root.hex())


def _migrations(alias: str) -> dict[str, str]:
    applied = MigrationRecorder(connections[alias]).applied_migrations()
    newest: dict[str, str] = {}
    for app, name in applied:
        newest[app] = max(name, newest.get(app, ""))
    return newest
