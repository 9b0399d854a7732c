"""A backup is whole or not there, holds no key, and goes when it is too old."""

import json
import os
import sqlite3
import stat
from contextlib import closing, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from fairterms.units.refusal import Refusal
from fairterms_web.ledgers.checking import check_room
from fairterms_web.safekeeping import backups, manifest, sqlite_dump
from fairterms_web.safekeeping.shredding import shred
from fairterms_web.vault.master import master_key, written
from tests.web.cast import Cast

# On PostgreSQL a dump sees what was committed, and a test commits nothing: the drill does.
IS_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(IS_POSTGRESQL, reason="the drill makes the dumps of PostgreSQL"),
]


@pytest.fixture(autouse=True)
def _uncommitted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy what a test has written and will not commit; the drill copies as the program does."""
    monkeypatch.setattr(sqlite_dump, "_copy", _through_memory)
    monkeypatch.setattr(sqlite_dump, "_opened", lambda _: nullcontext("default"))


def _through_memory(target: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(":memory:")) as between:
        between.deserialize(connection.connection.serialize())
        between.backup(target)


def test_a_backup_holds_what_the_database_holds(cast: Cast, tmp_path: Path) -> None:
    made = backups.make(tmp_path / "kept")
    room = cast.rooms["group"].id
    found, _ = manifest.read(made.folder)
    assert made.manifest == found
    assert found.snapshot.ledgers[room].root == check_room(room).root.hex()
    with closing(sqlite3.connect(made.folder / found.file)) as dump:
        (count,) = dump.execute("select count(*) from deals_fileversion").fetchone()
    assert count == found.snapshot.tables["deals_fileversion"] == 2


def test_only_its_owner_may_read_a_backup(cast: Cast, tmp_path: Path) -> None:
    made = backups.make(tmp_path / "kept")
    for one in (made.folder, made.folder.parent):
        assert stat.S_IMODE(one.stat().st_mode) == 0o700
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in made.folder.iterdir()}
    assert modes == {"database.sqlite3": 0o600, "manifest.json": 0o600}


def test_a_backup_holds_no_key(cast: Cast, home: Path, tmp_path: Path) -> None:
    made = backups.make(tmp_path / "kept")
    secrets = [master_key(), written(master_key()).encode(), (home / "ledger.key").read_bytes()]
    for one in made.folder.iterdir():
        content = one.read_bytes()
        assert not any(secret.strip() in content for secret in secrets)


def test_a_backup_that_fails_leaves_nothing(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Refusal("the database", "is damaged", "w", "f")

    monkeypatch.setattr(manifest, "write", fail)
    with pytest.raises(Refusal):
        backups.make(tmp_path / "kept", keep_days=0)
    assert list((tmp_path / "kept").iterdir()) == []


def aged(folder: Path, days: int) -> Path:
    """Make a backup that says it is so old."""
    made = backups.make(folder).folder
    path = made / manifest.FILE
    told = json.loads(path.read_text())
    when = datetime.now(UTC) - timedelta(days=days)
    path.write_text(json.dumps({**told, "made_at": when.isoformat()}))
    return made.rename(folder / f"fairterms-{when:%Y%m%dT%H%M%SZ}")


def test_older_backups_go_once_the_new_one_is_made(cast: Cast, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    old, young = aged(kept, 31), aged(kept, 29)
    others = [kept / "notes.txt", kept / "fairterms-of-mine", kept / "fairterms-20200101T000000Z"]
    others[0].write_text("mine")
    for one in others[1:]:
        one.mkdir()
    made = backups.make(kept, keep_days=30)
    assert made.removed == (old,)
    assert set(kept.iterdir()) == {young, made.folder, *others}


def test_nothing_is_removed_unless_asked(cast: Cast, tmp_path: Path) -> None:
    old = aged(tmp_path / "kept", 4_000)
    assert backups.make(tmp_path / "kept").removed == ()
    assert old.is_dir()


def test_two_backups_of_one_second_do_not_mix(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_stamp", lambda _: "20270104T090000Z")
    made = backups.make(tmp_path).folder
    before = (made / manifest.FILE).read_bytes()
    with pytest.raises(Refusal, match="is there already"):
        backups.make(tmp_path)
    assert (made / manifest.FILE).read_bytes() == before


def test_keys_are_kept_apart_with_the_list_of_destroyed_rooms(
    cast: Cast, home: Path, tmp_path: Path
) -> None:
    shred(cast.rooms["group"].id, "over")
    made = backups.make_keys(tmp_path / "keys")
    found = {one.name: one.read_bytes() for one in made.folder.iterdir()}
    assert set(found) == {"master.key", "ledger.key", "secret.key", "shredded.jsonl"}
    for name in ("master.key", "ledger.key", "shredded.jsonl"):
        assert found[name] == (home / name).read_bytes()
    assert {stat.S_IMODE(one.stat().st_mode) for one in made.folder.iterdir()} == {0o600}
    assert not made.is_beside


def test_who_keeps_both_in_one_folder_is_warned(cast: Cast, tmp_path: Path) -> None:
    assert not backups.make(tmp_path / "kept").is_beside
    assert backups.make_keys(tmp_path / "kept").is_beside
