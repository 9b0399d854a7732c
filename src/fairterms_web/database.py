"""Where the workspace keeps its state: a database's address, and how each connection behaves.

Both databases promise the same: a change that was acknowledged is on the disk.

How reads stay out of the way on SQLite: only ``atomic()`` begins a transaction, at once for
writing (``BEGIN IMMEDIATE``), so two changes queue instead of one of them failing half-way. A page
that only reads opens no transaction (``ATOMIC_REQUESTS`` is off), so each of its queries reads the
last committed state from the write-ahead log and waits for nobody. Code that only reads must
therefore not be put into ``atomic()``.
"""

import importlib.util
from typing import TypedDict
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from fairterms.units.refusal import Refusal

SECONDS_FOR_A_LOCK = 20
SECONDS_FOR_A_STATEMENT = 120
SECONDS_IDLE_IN_A_CHANGE = 60
SECONDS_A_CONNECTION_IS_KEPT = 60

PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    # A Mac's fsync leaves the bytes in the drive's cache; elsewhere these two do nothing.
    "fullfsync": "ON",
    "checkpoint_fullfsync": "ON",
    # Without it REPLACE removes a row and no trigger against removing is asked.
    "recursive_triggers": "ON",
    # What is deleted is overwritten, so that a shredded key is gone from the file.
    "secure_delete": "ON",
}
"""What every connection to SQLite sets; Django itself turns foreign keys on."""

SESSION = {
    "synchronous_commit": "on",
    "lock_timeout": f"{SECONDS_FOR_A_LOCK}s",
    "statement_timeout": f"{SECONDS_FOR_A_STATEMENT}s",
    "idle_in_transaction_session_timeout": f"{SECONDS_IDLE_IN_A_CHANGE}s",
}
"""What every connection to PostgreSQL sets on the server's side."""

PASSED_ON = frozenset(
    [
        "channel_binding",
        "connect_timeout",
        "passfile",
        "sslcert",
        "sslcrl",
        "sslkey",
        "sslmode",
        "sslrootcert",
        "target_session_attrs",
    ]
)
"""Words after the question mark that go to PostgreSQL's own library as they are."""

EXAMPLES = "sqlite:///workspace.sqlite3 or postgresql://person:password@host:5432/fairterms"


class Database(TypedDict):
    """One entry of Django's ``DATABASES``."""

    ENGINE: str
    NAME: str
    USER: str
    PASSWORD: str
    HOST: str
    PORT: str
    CONN_MAX_AGE: int
    CONN_HEALTH_CHECKS: bool
    ATOMIC_REQUESTS: bool
    OPTIONS: dict[str, object]


def from_url(url: str) -> Database:
    """Turn a database's address into Django's settings.

    Parameters
    ----------
    url
        ``sqlite:///PATH`` (a fourth slash begins an absolute path; what follows is the path as it
        is, nothing in it is decoded) or ``postgresql://USER:PASSWORD@HOST:PORT/NAME``, where
        special characters are written as ``%40``, and ``?host=/FOLDER`` names a local socket.

    Raises
    ------
    Refusal
        When the address names no database that the workspace knows. The message never repeats
        the address, which may hold a password.

    Examples
    --------
    >>> from_url("sqlite:///workspace.sqlite3")["NAME"]
    'workspace.sqlite3'
    >>> found = from_url("sqlite:////srv/a #1.sqlite3")
    >>> found["NAME"], found["OPTIONS"]["transaction_mode"]
    ('/srv/a #1.sqlite3', 'IMMEDIATE')
    """
    scheme = url.partition(":")[0].lower()
    if scheme == "sqlite":
        return _sqlite(url)
    if scheme in {"postgres", "postgresql"}:
        return _postgresql(url)
    raise _refused(
        "names no database the workspace can use",
        "it works with SQLite and with PostgreSQL",
    )


def _sqlite(url: str) -> Database:
    path = url.partition(":")[2].removeprefix("//").removeprefix("/")
    if not path or not url.lower().startswith("sqlite:///"):
        raise _refused("names no file", "SQLite keeps everything in one file")
    if path == ":memory:":
        raise _refused("keeps nothing", "a workspace in memory is gone when the program ends")
    pragmas = ";".join(f"PRAGMA {name}={value}" for name, value in PRAGMAS.items())
    return _entry(
        "django.db.backends.sqlite3",
        path,
        {
            "timeout": SECONDS_FOR_A_LOCK,
            "transaction_mode": "IMMEDIATE",
            "init_command": pragmas,
        },
    )


def _postgresql(url: str) -> Database:
    if importlib.util.find_spec("psycopg") is None:
        raise _refused(
            "needs PostgreSQL's library, which is not installed",
            "it comes apart, because its licence (LGPL) is another one than ours",
            "run: pip install 'fairterms[web,postgres]'",
        )
    try:
        parts = urlsplit(url)
        port = str(parts.port or "")
    except ValueError:
        raise _refused("cannot be read", "its host or its port is not one") from None
    name = unquote(parts.path.removeprefix("/"))
    if not name or "/" in name:
        raise _refused("names no database", "a server holds many; the name follows the last slash")
    words = _words(parts)
    host = words.pop("host", None) or unquote(parts.hostname or "")
    settings = " ".join(f"-c {key}={value}" for key, value in SESSION.items())
    entry = _entry(
        "django.db.backends.postgresql",
        name,
        {"options": settings, "application_name": "fairterms", **words},
    )
    entry["USER"] = unquote(parts.username or "")
    entry["PASSWORD"] = unquote(parts.password or "")
    entry["HOST"], entry["PORT"] = host, port
    entry["CONN_HEALTH_CHECKS"] = True
    return entry


def _words(parts: SplitResult) -> dict[str, str]:
    words = dict(parse_qsl(parts.query, keep_blank_values=True))
    known = PASSED_ON | {"host"}
    # What is unknown is not repeated: it may be the rest of a password with a ? or # in it.
    if parts.fragment or not words.keys() <= known:
        raise _refused(
            "says something unknown after its name",
            f"known are: {', '.join(sorted(known))}",
            "take it away, or write a ? or # of a password as %3F or %23",
        )
    return words


def _entry(engine: str, name: str, options: dict[str, object]) -> Database:
    return {
        "ENGINE": engine,
        "NAME": name,
        "USER": "",
        "PASSWORD": "",  # nosec B105 - none so far
        "HOST": "",
        "PORT": "",
        # The last connection to leave SQLite tidies the log away, which costs more than a page.
        "CONN_MAX_AGE": SECONDS_A_CONNECTION_IS_KEPT,
        "CONN_HEALTH_CHECKS": False,
        "ATOMIC_REQUESTS": False,
        "OPTIONS": options,
    }


def _refused(what: str, why: str, fix: str = f"write {EXAMPLES}") -> Refusal:
    return Refusal("DATABASE_URL", what, why, fix)
