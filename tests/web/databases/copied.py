"""A new SQLite as every worker needs one: built once, then copied."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from django.core.management.commands import migrate
from django.db import connection

import fairterms_web

PACKAGES = ("django", "django-allauth", "django-tasks-db")
"""Whose tables lie beside ours."""


@contextmanager
def copying(folder: Path) -> Iterator[None]:
    """Let ``migrate`` copy what it built before from the same programs, while the block lasts."""
    kept = folder / f"{_fingerprint()}.sqlite3"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate.Command, "handle", _copied_or_built(kept, migrate.Command.handle))
        yield


def _fingerprint() -> str:
    found = hashlib.sha256(" ".join(f"{one} {version(one)}" for one in PACKAGES).encode())
    package = Path(fairterms_web.__file__).parent
    # Every program, not the migrations alone: they call functions of other modules.
    for path in sorted(package.rglob("*.py")):
        found.update(f"{path.relative_to(package)} ".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _copied_or_built(kept: Path, build: Callable[..., str | None]) -> Callable[..., None]:
    def handle(self: migrate.Command, *args: Any, **options: Any) -> None:
        connection.ensure_connection()
        if kept.exists():
            _copy(from_=kept)
            return
        build(self, *args, **options)
        _keep(kept)

    return handle


def _copy(from_: Path) -> None:
    found = sqlite3.connect(from_)
    found.backup(connection.connection)
    found.close()


def _keep(kept: Path) -> None:
    for older in kept.parent.glob("*.sqlite3"):
        older.unlink(missing_ok=True)
    # Under a name of its own until it is whole: another worker may look for it now.
    unfinished = kept.with_suffix(f".{os.getpid()}")
    to = sqlite3.connect(unfinished)
    connection.connection.backup(to)
    to.close()
    unfinished.replace(kept)
