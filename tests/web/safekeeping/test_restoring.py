"""A backup that is damaged, or does not belong here, is refused before anything is written."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from fairterms.units.refusal import Refusal
from fairterms_web.safekeeping import key_store, manifest, restoring, shred_list
from fairterms_web.safekeeping.manifest import Manifest
from fairterms_web.safekeeping.restoring import restore
from fairterms_web.safekeeping.shred_list import Shredded
from fairterms_web.safekeeping.snapshot import Ledger, Snapshot
from fairterms_web.vault.master import make, master_key, path
from tests.web.safekeeping.keys import forget_keys

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
SEEN = Snapshot({"rooms_room": 2}, {"a" * 32: Ledger(3, "0f" * 32)}, {"vault": "0002_wall"})
GONE = Shredded("a" * 32, datetime(2027, 1, 4, tzinfo=UTC), "over", 12, "0f" * 32)


@pytest.fixture
def backup(home: Path, tmp_path: Path) -> Path:
    """A backup that says it is one, with its keys in place."""
    folder = tmp_path / "backup"
    folder.mkdir()
    dump = folder / "database.made-up"
    dump.write_bytes(b"what a database holds")
    told = Manifest(
        datetime(2027, 1, 4, 9, tzinfo=UTC),
        connection.vendor,
        dump.name,
        manifest.sha256_of(dump),
        SEEN,
        key_store.in_use(),
        0,
    )
    manifest.write(folder, told, master_key())
    return folder


def rewrite(folder: Path, **changed: object) -> None:
    """Change a manifest, and mark it as who has the master key can."""
    told = json.loads((folder / manifest.FILE).read_text()) | changed
    told.pop("mark")
    told["mark"] = manifest._mark(told, master_key())
    (folder / manifest.FILE).write_text(json.dumps(told))


def refused(folder: Path, what: str, fix: str) -> None:
    """See that a backup is refused, with what to do."""
    with pytest.raises(Refusal, match=what) as told:
        restore(folder)
    assert fix in told.value.sentences


def test_a_whole_backup_is_refused_for_the_database_alone(backup: Path) -> None:
    refused(backup, "the database: is not empty", "Name an empty database in DATABASE_URL")


def test_a_manifest_reads_as_it_was_written(backup: Path) -> None:
    found, _ = manifest.read(backup)
    assert found.snapshot == SEEN
    assert found.made_at == datetime(2027, 1, 4, 9, tzinfo=UTC)


@pytest.mark.parametrize("at", [0, 10, 20])
def test_a_flipped_bit_of_the_dump_is_refused(backup: Path, at: int) -> None:
    dump = backup / "database.made-up"
    content = bytearray(dump.read_bytes())
    content[at] ^= 1
    dump.write_bytes(content)
    refused(backup, "is damaged", "Take an earlier backup")


@pytest.mark.parametrize("length", [0, 20])
def test_a_dump_that_was_cut_is_refused(backup: Path, length: int) -> None:
    dump = backup / "database.made-up"
    dump.write_bytes(dump.read_bytes()[:length])
    refused(backup, "is damaged", "Take an earlier backup")


def test_a_dump_that_is_missing_is_refused(backup: Path) -> None:
    (backup / "database.made-up").unlink()
    refused(backup, "database.made-up: is missing", "Take an earlier backup")


def test_a_manifest_that_was_rewritten_is_refused(backup: Path) -> None:
    text = (backup / manifest.FILE).read_text()
    (backup / manifest.FILE).write_text(text.replace('"rooms_room": 2', '"rooms_room": 1'))
    refused(backup, "does not bear its mark", "Take an earlier backup")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "another"}', "{"])
def test_a_manifest_that_cannot_be_read_is_refused(backup: Path, text: str) -> None:
    (backup / manifest.FILE).write_text(text)
    refused(backup, "cannot be read, or is of another version", "Take an earlier backup")


def test_a_folder_without_a_manifest_is_refused(backup: Path) -> None:
    refused(backup.parent, "is no backup", "Name the folder that holds manifest.json")


def test_a_manifest_never_leads_out_of_its_folder(backup: Path) -> None:
    outside = backup.parent / "outside"
    outside.write_bytes(b"what a database holds")
    rewrite(backup, file="../outside")
    refused(backup, "backup/outside: is missing", "Take an earlier backup")


@pytest.mark.parametrize("name", ["master.key", "ledger.key"])
def test_missing_keys_are_refused_and_not_made(backup: Path, home: Path, name: str) -> None:
    (home / name).unlink()
    forget_keys()
    refused(backup, f"are not there: {name}", "Copy the files of your last backup of keys into")
    assert not (home / name).exists()


def test_another_master_key_is_refused(backup: Path) -> None:
    path().unlink()
    make()
    forget_keys()
    refused(backup, "the master key: is not the one of this backup", "FAIRTERMS_OLD_MASTER_KEY")


def test_the_master_key_before_the_present_one_is_taken(backup: Path) -> None:
    old = master_key()
    path().unlink()
    make()
    forget_keys()
    with pytest.raises(Refusal, match="is not empty"):
        restore(backup, old)


def test_another_ledger_key_is_refused(backup: Path, home: Path) -> None:
    (home / "ledger.key").unlink()
    forget_keys()
    key_store.in_use()
    refused(backup, "the ledger's key: is not the one", "Put the ledger.key back")


def test_a_list_of_destroyed_rooms_that_is_too_short_is_refused(backup: Path) -> None:
    rewrite(backup, shredded=1)
    refused(backup, "has 0 rooms, and had 1", "Put the file back")
    shred_list.add(GONE)
    refused(backup, "is not empty", "")


def test_a_backup_of_another_kind_of_database_is_refused(backup: Path) -> None:
    rewrite(backup, vendor="another")
    refused(backup, "and the backup of another", "Name an empty database of another")


def test_a_backup_of_a_newer_version_is_refused(
    backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection.introspection, "table_names", list)
    told = json.loads((backup / manifest.FILE).read_text())["snapshot"]
    rewrite(backup, snapshot={**told, "migrations": {"vault": "9999_later"}})
    refused(backup, "was made by a newer version", "Install the version")


def test_what_comes_back_wrong_is_not_built_on(
    backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Loads:
        @staticmethod
        def load(_path: Path) -> None:
            monkeypatch.setattr(connection.introspection, "table_names", lambda *_: ["rooms_room"])

    monkeypatch.setattr(connection.introspection, "table_names", list)
    monkeypatch.setattr(restoring, "dumper", lambda _: Loads)
    monkeypatch.setattr(restoring, "call_command", lambda *_, **__: pytest.fail("migrated"))
    found = restore(backup).problems
    assert "table rooms_room: 0 rows instead of 2" in found
    assert f"ledger of room {'a' * 32}: another root or size" in found
    assert "the newest migrations are others" in found
