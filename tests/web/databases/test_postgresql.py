"""On PostgreSQL the tests are an ordinary owner, whom row-level security stops."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.utils import ConnectionHandler, Error
from pytest_django import DjangoDbBlocker

from fairterms_web.database import from_url
from tests.web.databases import server

pytestmark = pytest.mark.slow
ADDRESS = os.environ.get("DATABASE_URL", "")
IN_FORCE = {
    "synchronous_commit": "on",
    "lock_timeout": "20s",
    "statement_timeout": "2min",
    "idle_in_transaction_session_timeout": "1min",
    "application_name": "fairterms",
    "TimeZone": "UTC",
}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The server the tests run on, or one for this file alone."""
    if ADDRESS.startswith("postgres"):
        yield ADDRESS
        return
    found, leave = server.start(f"{server.run_name()}own", "own")
    yield found
    leave()


@pytest.fixture
def connection(address: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Any]:
    with django_db_blocker.unblock():
        found = ConnectionHandler({"default": dict(from_url(address))})["default"]
        yield found
        found.close()


def ask(connection: Any, statement: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone() if cursor.description else None


def test_the_role_of_the_tests_is_no_superuser_and_owns_its_database(connection: Any) -> None:
    rights = ask(
        connection,
        "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user",
    )
    assert rights == (False, False, False)
    owner = "SELECT pg_get_userbyid(datdba) = current_user FROM pg_database"
    assert ask(connection, f"{owner} WHERE datname = current_database()") == (True,)


def test_row_level_security_stops_the_owner_when_it_is_forced(connection: Any) -> None:
    ask(connection, "BEGIN")
    ask(connection, "CREATE TABLE walled (room TEXT)")
    ask(connection, "INSERT INTO walled VALUES ('ours'), ('theirs')")
    ask(connection, "ALTER TABLE walled ENABLE ROW LEVEL SECURITY")
    ask(connection, "ALTER TABLE walled FORCE ROW LEVEL SECURITY")
    ask(connection, "CREATE POLICY wall ON walled USING (room = 'ours')")
    assert ask(connection, "SELECT string_agg(room, ' ') FROM walled") == ("ours",)
    with pytest.raises(Error, match="row-level security"):
        ask(connection, "INSERT INTO walled VALUES ('theirs')")
    ask(connection, "ROLLBACK")


@pytest.mark.parametrize("setting", IN_FORCE)
def test_a_setting_is_in_force_on_every_connection(connection: Any, setting: str) -> None:
    assert ask(connection, f"SHOW {setting}") == (IN_FORCE[setting],)
    connection.close()
    assert ask(connection, f"SHOW {setting}") == (IN_FORCE[setting],)


@pytest.mark.skipif(not ADDRESS.startswith("postgres"), reason="the tests run on SQLite")
@pytest.mark.django_db
def test_the_tests_database_is_a_real_postgresql(django_db_setup: None) -> None:
    from django.db import connection as ours  # noqa: PLC0415 - not before its settings are there

    assert ours.vendor == "postgresql"
    assert ask(ours, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") == (False,)
