"""A dump of PostgreSQL, by its own programs: of one moment, with every room in it, and counted.

Sources
-------
PostgreSQL documentation, “pg_dump”: ``--snapshot`` and ``--enable-row-security``; “System
Administration Functions”: ``pg_export_snapshot``.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from fairterms.units.refusal import Refusal
from fairterms_web.safekeeping import snapshot
from fairterms_web.safekeeping.snapshot import Snapshot

FILE = "database.dump"
PROGRAMS = "FAIRTERMS_PG_BIN"
_NAMES = {
    "dbname": "PGDATABASE",
    "user": "PGUSER",
    "password": "PGPASSWORD",  # nosec B105 - the name of a variable
    "host": "PGHOST",
    "port": "PGPORT",
    "channel_binding": "PGCHANNELBINDING",
    "connect_timeout": "PGCONNECT_TIMEOUT",
    "passfile": "PGPASSFILE",
    "sslcert": "PGSSLCERT",
    "sslcrl": "PGSSLCRL",
    "sslkey": "PGSSLKEY",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
}
"""How PostgreSQL's programs are told what the connection knows: everybody sees arguments."""


def take(path: Path) -> Snapshot:
    """Write the database into a file; return what it holds.

    Raises
    ------
    Refusal
        When a program of PostgreSQL is missing or fails, or the dump lacks rows.
    """
    with _one_moment() as moment:
        walls = ("--enable-row-security", f"--snapshot={moment}")
        _run("pg_dump", "--format=custom", *walls, f"--file={path}")
        found = snapshot.take()
    held = _rows_in(path)
    lacking = sorted(name for name, count in found.tables.items() if held.get(name, 0) != count)
    if lacking:
        why = "a backup that lacks rows is found out when it is too late"
        fix = "check that the account of DATABASE_URL owns every table, and try again"
        what = f"has not as many rows as the database in {', '.join(lacking)}"
        raise Refusal("the dump", what, why, fix)
    return found


def load(path: Path) -> None:
    """Fill the empty database from a file: whole, or not at all.

    Raises
    ------
    Refusal
        When a program of PostgreSQL is missing or fails.
    """
    connection.close()
    whole = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    _run("pg_restore", *whole, f"--dbname={_surroundings()['PGDATABASE']}", str(path))


@contextmanager
def _one_moment() -> Iterator[str]:
    """Hold on to what the database is now; yield the name by which others read the same."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set transaction isolation level repeatable read, read only")
        # A dump may take longer than any page is allowed to.
        cursor.execute("set local statement_timeout = 0")
        cursor.execute("set local idle_in_transaction_session_timeout = 0")
        cursor.execute("select pg_export_snapshot()")
        yield str(cursor.fetchone()[0])


def _rows_in(path: Path) -> dict[str, int]:
    """Count the rows of each table in a dump, by reading all of it."""
    found: dict[str, int] = {}
    table = ""
    program = [_program("pg_restore"), "--data-only", "--file=-", str(path)]
    with subprocess.Popen(program, stdout=subprocess.PIPE) as reading:  # noqa: S603 # nosec B603
        assert reading.stdout is not None, "asked for above"
        for line in reading.stdout:
            if table and line == b"\\.\n":
                table = ""
            elif table:
                found[table] += 1
            elif line.startswith(b"COPY "):
                table = line.split()[1].decode().rpartition(".")[2].strip('"')
                found[table] = 0
    if reading.returncode:
        raise _failed("pg_restore", "the dump cannot be read back")
    return found


def _run(program: str, *arguments: str) -> None:
    told = subprocess.run(  # noqa: S603 # nosec B603 - PostgreSQL's own, told nothing from outside
        [_program(program), *arguments],
        env=_surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        lines = told.stderr.strip().splitlines() or ["it said nothing"]
        raise _failed(program, "; ".join(lines[:2]))


def _program(name: str) -> str:
    found = shutil.which(name, path=os.environ.get(PROGRAMS) or None)
    if found is None:
        why = "PostgreSQL's own program is the one that knows how to write and read a dump"
        fix = f"install PostgreSQL's client programs, or name their folder in {PROGRAMS}"
        raise Refusal(name, "is not installed", why, fix)
    return found


def _surroundings() -> Mapping[str, str]:
    """Return the environment for a program: where the database is, and that it may see all."""
    told = connection.get_connection_params()
    where = {name: str(told[key]) for key, name in _NAMES.items() if told.get(key)}
    # The walls hold for the owner too; without the first option the dump would be empty.
    return {**os.environ, **where, "PGOPTIONS": "-c fairterms.system=on"}


def _failed(program: str, said: str) -> Refusal:
    why = "nothing is kept that may be half of something"
    fix = f"if it speaks of versions, name the folder of newer programs in {PROGRAMS}"
    return Refusal(program, f"ended with: {said}", why, fix)
