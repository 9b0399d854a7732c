"""What is asked of SQLite is in force on every connection, and readers wait for nobody."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.db.utils import ConnectionHandler, OperationalError
from pytest_django import DjangoDbBlocker

from fairterms_web.database import Database, from_url

IN_FORCE = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "busy_timeout": 20_000,
}


@pytest.fixture
def handlers(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[list[Any]]:
    """Two connections to one new file, as two programs would have them."""
    entry = from_url(f"sqlite:///{tmp_path / 'a #1.sqlite3'}")
    with django_db_blocker.unblock():
        found = [opened(entry), opened(entry)]
        yield found
        for one in found:
            one.close()


def opened(entry: Database) -> Any:
    return ConnectionHandler({"default": dict(entry)})["default"]


def ask(connection: Any, statement: str) -> Any:
    with connection.cursor() as cursor:
        row = cursor.execute(statement).fetchone()
        return row[0] if row else None


@pytest.mark.parametrize("pragma", IN_FORCE)
def test_a_setting_is_in_force_on_every_connection_and_after_it_was_made_anew(
    handlers: list[Any], pragma: str
) -> None:
    assert [ask(one, f"PRAGMA {pragma}") for one in handlers] == [IN_FORCE[pragma]] * 2
    handlers[0].close()
    assert ask(handlers[0], f"PRAGMA {pragma}") == IN_FORCE[pragma]


def test_a_reader_sees_the_last_committed_state_while_another_changes_it(
    handlers: list[Any],
) -> None:
    writer, reader = handlers
    ask(writer, "CREATE TABLE kept (word TEXT)")
    ask(writer, "INSERT INTO kept VALUES ('before')")
    ask(writer, "BEGIN IMMEDIATE")
    ask(writer, "UPDATE kept SET word = 'after'")
    assert ask(reader, "SELECT word FROM kept") == "before"
    ask(writer, "COMMIT")
    assert ask(reader, "SELECT word FROM kept") == "after"


def test_a_change_takes_its_turn_when_it_begins_and_not_half_way(
    handlers: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = handlers
    monkeypatch.setattr(transaction, "get_connection", lambda _using=None: first)
    with transaction.atomic():
        ask(second, "PRAGMA busy_timeout = 0")
        with pytest.raises(OperationalError, match="locked"):
            ask(second, "BEGIN IMMEDIATE")
    ask(second, "BEGIN IMMEDIATE")
    ask(second, "ROLLBACK")


def test_replacing_a_row_asks_the_trigger_against_removing(handlers: list[Any]) -> None:
    one = handlers[0]
    ask(one, "CREATE TABLE entry (place INTEGER PRIMARY KEY, word TEXT)")
    ask(
        one,
        "CREATE TRIGGER kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'kept'); END",
    )
    ask(one, "INSERT INTO entry VALUES (1, 'first')")
    with pytest.raises(Exception, match="kept"):
        ask(one, "REPLACE INTO entry VALUES (1, 'other')")
    assert ask(one, "SELECT word FROM entry") == "first"


def test_what_was_deleted_is_not_left_in_the_file(handlers: list[Any], tmp_path: Path) -> None:
    one, other = handlers
    ask(one, "CREATE TABLE key (bytes TEXT)")
    ask(one, "INSERT INTO key VALUES ('a key to be shredded')")
    ask(one, "DELETE FROM key")
    one.close()
    other.close()
    path = tmp_path / "a #1.sqlite3"
    with sqlite3.connect(path) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.close()
    assert b"to be shredded" not in path.read_bytes()
