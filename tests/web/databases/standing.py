"""What every test of a module begins with, made once and not once for each of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

_Made = TypeVar("_Made")


@contextmanager
def standing(blocker: DjangoDbBlocker, make: Callable[[], _Made]) -> Iterator[_Made]:
    """Let what was made stand in the database while the block lasts.

    Every test within has a savepoint of its own, and is rolled back to it. What it changes on
    objects in memory stays changed: hand each test a copy of them.

    Parameters
    ----------
    blocker
        pytest-django's, which keeps everything but tests from the database.
    make
        What makes it; called once.
    """
    with blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        try:
            made = make()
            _settle()
        except BaseException:
            _roll_back(around)
            raise
    yield made
    with blocker.unblock():
        _roll_back(around)


def _settle() -> None:
    # What is still owed to foreign keys would forbid every later test that a table is altered.
    connection.check_constraints()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("set constraints all deferred")


def _roll_back(around: transaction.Atomic) -> None:
    transaction.set_rollback(True)
    around.__exit__(None, None, None)
