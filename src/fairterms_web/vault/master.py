"""The master key that wraps the keys of rooms; it never lies in the database."""

import base64
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from secrets import token_bytes

from django.conf import settings

from fairterms_web.rooms.walls import as_system
from fairterms_web.secret_file import EmptySecret, kept
from fairterms_web.vault.models import RoomKey

SIZE = 32
"""Bytes of a key."""
VARIABLE = "FAIRTERMS_MASTER_KEY"
FILE = "master.key"


class NoMasterKey(Exception):
    """There is no usable master key."""


@lru_cache(maxsize=1)
def master_key() -> bytes:
    """Return the master key: from the environment, else from the file beside the database.

    Raises
    ------
    NoMasterKey
        When what is there is no key of 32 bytes in base64, or when nothing is there though rooms
        have keys already. A new key is made only for a workspace without any; a wrong or lost one
        is never replaced, for it is what opens the rooms.
    """
    return present() or _kept()


def present() -> bytes | None:
    """Return the master key that is there; None where there is none yet.

    Raises
    ------
    NoMasterKey
        When what is there is no key.
    """
    written = os.environ.get(VARIABLE)
    if written is not None:
        return read(written, VARIABLE)
    return _kept() if path().exists() else None


def make() -> bytes:
    """Make a new master key in its file, where none is there, and return it."""
    return _file(lambda: base64.b64encode(token_bytes(SIZE)))


def path() -> Path:
    """Return the file of the master key."""
    return Path(settings.HOME) / FILE


def written(key: bytes) -> str:
    """Write a key as its file holds it.

    Examples
    --------
    >>> written(bytes(32))[-4:]
    'AAA='
    """
    return base64.b64encode(key).decode()


def _kept() -> bytes:
    return _file(_first)


def _first() -> bytes:
    with as_system():
        if RoomKey.objects.of_every_room().exclude(wrapped=None).exists():
            raise NoMasterKey(
                f"{path()} is missing, and the rooms of this workspace were locked with the key "
                "in it. Put the file back from where you keep it: without it no room can be opened."
            )
    return base64.b64encode(token_bytes(SIZE))


def _file(new: Callable[[], bytes]) -> bytes:
    try:
        found = kept(path(), new)
    except EmptySecret:
        found = b""
    return read(found.decode("ascii", errors="replace"), str(path()))


def read(written: str, where: str) -> bytes:
    """Read a key.

    Parameters
    ----------
    written
        32 bytes in base64.
    where
        The variable or file it comes from, for the message.

    Raises
    ------
    NoMasterKey
        When it is none.
    """
    try:
        key = base64.b64decode(written.strip(), validate=True)
    except ValueError:
        key = b""
    if len(key) != SIZE:
        raise NoMasterKey(
            f"{where} does not hold a key of {SIZE} bytes in base64. Put the key back from where "
            "you keep it: without it no room can be opened."
        )
    return key
