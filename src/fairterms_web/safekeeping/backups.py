"""Making backups of the database, and removing old ones."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

from django.db import connection

from fairterms.units.refusal import Refusal
from fairterms_web.safekeeping import (
    key_store,
    manifest,
    postgresql_dump,
    shred_list,
    sqlite_dump,
)
from fairterms_web.safekeeping.manifest import Manifest
from fairterms_web.vault.master import master_key

NAME = re.compile(r"fairterms-\d{8}T\d{6}Z")
KEYS_NAME = "fairterms-keys-"


@dataclass(frozen=True)
class Made:
    """A backup that was made, or a folder of keys.

    Attributes
    ----------
    folder
        Where it is.
    manifest
        What it holds; None for keys.
    removed
        Older backups that were removed.
    is_beside
        Whether keys and backups lie in one folder, where one thief finds both.
    """

    folder: Path
    manifest: Manifest | None = None
    removed: tuple[Path, ...] = ()
    is_beside: bool = False


def dumper(vendor: str) -> ModuleType:
    """Return the module that dumps and loads a kind of database."""
    return {"sqlite": sqlite_dump, "postgresql": postgresql_dump}[vendor]


def make(folder: Path, keep_days: int | None = None) -> Made:
    """Back the database up into a new folder, whole or not at all.

    Parameters
    ----------
    folder
        Where backups are kept.
    keep_days
        Older backups in that folder are removed once this one is made; None keeps all.

    Raises
    ------
    Refusal
        When the database cannot be dumped as it is.
    """
    now = datetime.now(UTC)
    with _new(folder, f"fairterms-{_stamp(now)}") as beside:
        module = dumper(connection.vendor)
        dump = beside / module.FILE
        dump.touch(mode=0o600)
        # Before the dump: a room that is destroyed meanwhile is rather missing from this count.
        shredded = len(shred_list.read())
        seen = module.take(dump)
        hashed, keys = manifest.sha256_of(dump), key_store.in_use()
        found = Manifest(now, connection.vendor, dump.name, hashed, seen, keys, shredded)
        manifest.write(beside, found, master_key())
    made = folder / f"fairterms-{_stamp(now)}"
    removed = () if keep_days is None else _remove_older(folder, now - timedelta(days=keep_days))
    return Made(made, found, removed, any(folder.glob(f"{KEYS_NAME}*")))


def make_keys(folder: Path) -> Made:
    """Write the keys and the list of destroyed rooms into a new folder."""
    name = f"{KEYS_NAME}{_stamp(datetime.now(UTC))}"
    with _new(folder, name) as beside:
        key_store.write(beside)
    return Made(folder / name, is_beside=any(_backups(folder)))


@contextmanager
def _new(folder: Path, name: str) -> Iterator[Path]:
    """Fill a folder beside, and give it its name when it is whole."""
    if (folder / name).exists():
        why, fix = "another was made in this very second", "try again"
        raise Refusal(str(folder / name), "is there already", why, fix)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=folder, prefix=".unfinished-"))
    try:
        yield beside
        beside.rename(folder / name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _backups(folder: Path) -> Iterator[tuple[Path, Manifest]]:
    """Yield the backups in a folder that we made; nothing else is ever touched."""
    for one in sorted(folder.iterdir()):
        if NAME.fullmatch(one.name) and (one / manifest.FILE).is_file():
            try:
                found, _ = manifest.read(one)
            except Refusal:
                continue
            yield one, found


def _remove_older(folder: Path, limit: datetime) -> tuple[Path, ...]:
    old = [(one, found) for one, found in _backups(folder) if found.made_at < limit]
    for one, found in old:
        for name in (found.file, manifest.FILE):
            (one / name).unlink(missing_ok=True)
        one.rmdir()
    return tuple(one for one, _ in old)


def _stamp(now: datetime) -> str:
    return now.strftime("%Y%m%dT%H%M%SZ")
