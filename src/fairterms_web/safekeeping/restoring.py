"""Putting a backup back into an empty database, and comparing what came with what was there."""

from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from fairterms.units.refusal import Refusal
from fairterms_web.ledgers.checking import check_room
from fairterms_web.rooms.walls import as_system
from fairterms_web.safekeeping import key_store, manifest, shred_list, shredding, snapshot
from fairterms_web.safekeeping.backups import dumper
from fairterms_web.safekeeping.keeper import rooms
from fairterms_web.safekeeping.manifest import Manifest
from fairterms_web.safekeeping.rewrapping import OLD, rewrap
from fairterms_web.safekeeping.sealed_columns import COLUMNS
from fairterms_web.vault import master
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import of_room


@dataclass(frozen=True)
class Restored:
    """What putting a backup back did and found.

    Attributes
    ----------
    manifest
        Of the backup.
    opened
        Sealed values that were opened to see whether the keys fit.
    destroyed
        Rooms that came back though they had been destroyed, and were destroyed again.
    rewrapped
        Keys of rooms that were locked with the master key before the present one.
    problems
        Sentences about what is not as it was; none where all is.
    """

    manifest: Manifest
    opened: int
    destroyed: tuple[str, ...]
    rewrapped: int
    problems: tuple[str, ...]


def restore(folder: Path, old: bytes | None = None) -> Restored:
    """Put a backup back.

    Parameters
    ----------
    folder
        The backup.
    old
        The master key before the present one, for a backup from before it was changed.

    Raises
    ------
    Refusal
        When the backup is damaged, the keys are not its keys, or the database is not empty; then
        nothing was written.
    """
    found = _checked(folder, old)
    dumper(connection.vendor).load(folder / found.file)
    problems = list(snapshot.differences(found.snapshot, snapshot.take()))
    if problems:
        # What is not whole is not built on: neither migrated nor written into.
        return Restored(found, 0, (), 0, tuple(problems))
    call_command("migrate", verbosity=0, interactive=False)
    keys = rewrap(old, master.master_key()).keys if old is not None else 0
    destroyed = tuple(one.room for one in shredding.replay())
    opened, unopened = _open_some()
    problems += unopened
    problems += [f"room {room}: {one}" for room in rooms() for one in check_room(room).problems]
    return Restored(found, opened, destroyed, keys, tuple(problems))


def _checked(folder: Path, old: bytes | None) -> Manifest:
    key_store.check_there()
    found, told = manifest.read(folder)
    manifest.check(folder, found, told, _key_of(found, old))
    _check_list(found)
    _check_database(found)
    _check_program(found)
    return found


def _key_of(found: Manifest, old: bytes | None) -> bytes:
    """Return the master key a backup was made with, having compared both keys."""
    keys = key_store.in_use()
    why = "every room of the backup is locked with its key, and every checkpoint signed with it"
    if keys.ledger != found.keys.ledger:
        fix = "put the ledger.key back that was kept with this backup's keys"
        raise Refusal("the ledger's key", "is not the one of this backup", why, fix)
    known = {keys.master: master.master_key()}
    if old is not None:
        known[key_store.fingerprint(old)] = old
    if found.keys.master not in known:
        fix = (
            "put the master.key back that was kept with this backup's keys; if it was changed "
            f"since, put the old one into {OLD}"
        )
        raise Refusal("the master key", "is not the one of this backup", why, fix)
    return known[found.keys.master]


def _check_list(found: Manifest) -> None:
    count = len(shred_list.read())
    if count < found.shredded:
        what = f"has {count} rooms, and had {found.shredded} when this backup was made"
        why = "a room that is not on it would come back"
        fix = "put the file back from where you keep it with the keys"
        raise Refusal(f"the list of destroyed rooms ({shred_list.path()})", what, why, fix)


def _check_database(found: Manifest) -> None:
    if connection.vendor != found.vendor:
        what = f"is of {connection.vendor}, and the backup of {found.vendor}"
        why = "a dump can be read by its own kind of database only"
        fix = f"name an empty database of {found.vendor} in DATABASE_URL or with --into"
        raise Refusal("the database", what, why, fix)
    if connection.vendor == "sqlite":
        Path(connection.settings_dict["NAME"]).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if connection.introspection.table_names():
        why = "a backup never overwrites what may still be needed"
        fix = "name an empty database in DATABASE_URL or with --into"
        raise Refusal("the database", "is not empty", why, fix)


def _check_program(found: Manifest) -> None:
    known = MigrationLoader(None).disk_migrations or {}
    newer = [one for one in found.snapshot.migrations.items() if one not in known]
    if newer:
        why = "an older program does not know what a newer one keeps"
        fix = "install the version the backup was made with, or a newer one"
        raise Refusal("the backup", "was made by a newer version", why, fix)


def _open_some() -> tuple[int, list[str]]:
    """Open the newest value of each sealed column of each room."""
    opened, problems = 0, []
    with as_system():
        for room in rooms():
            ring = of_room(room)
            for column in COLUMNS:
                row = column.rows(room).order_by("pk").last() if ring.keys else None
                if row is None:
                    continue
                try:
                    column.opened(ring, row)
                except Unopened:
                    problems.append(f"room {room}: a value of {column.name} does not open")
                else:
                    opened += 1
    return opened, problems
