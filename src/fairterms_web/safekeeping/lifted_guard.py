"""Sealing the ledger's entries again: the one change the database's guard is lifted for.

What an entry says is hashed into it; how that is sealed is not. Lifting and guarding again happen
in one transaction: whoever comes in between waits, and if the program dies the guard never was
lifted.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from fairterms_web.ledgers.triggers import ENTRIES
from fairterms_web.rooms.walls import Walled

_LIFTED = {"sqlite": "ledger_no_update", "postgresql": "ledger_no_change"}


@contextmanager
def lifted_guard(model: type[Walled]) -> Iterator[None]:
    """Let the values of a model be sealed again, for the length of a block in a transaction."""
    if model._meta.db_table != ENTRIES:
        yield
        return
    assert connection.in_atomic_block, "a guard is lifted within a transaction, or not at all"
    trigger = _LIFTED[connection.vendor]
    if connection.vendor == "postgresql":
        # What the transaction still owes to foreign keys forbids that a table is altered.
        _do("set constraints all immediate")
        _do(f"alter table {ENTRIES} disable trigger {trigger}")
        yield
        _do(f"alter table {ENTRIES} enable trigger {trigger}")
        return
    made = _made(trigger)
    _do(f"drop trigger {trigger}")
    yield
    _do(made)


def _made(trigger: str) -> str:
    """Return the statement that made a trigger, as SQLite keeps it."""
    with connection.cursor() as cursor:
        cursor.execute("select sql from sqlite_master where name = %s", [trigger])
        (made,) = cursor.fetchone()
    return str(made)


def _do(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
