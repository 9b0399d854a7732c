"""The master key that wraps the keys of rooms; it never lies in the database."""

import base64
import os
from functools import lru_cache
from pathlib import Path
from secrets import token_bytes

from django.conf import settings

from fairterms_web.secret_file import EmptySecret, kept

SIZE = 32
"""Bytes of a key."""
VARIABLE = "FAIRTERMS_MASTER_KEY"


class NoMasterKey(Exception):
    """There is no usable master key."""


@lru_cache(maxsize=1)
def master_key() -> bytes:
    """Return the master key: from the environment, else from the file beside the database.

    Raises
    ------
    NoMasterKey
        When what is there is no key of 32 bytes in base64. A new key is made only where there is
        neither; a wrong one is never replaced, for it may be what opens the rooms.
    """
    written = os.environ.get(VARIABLE)
    if written is not None:
        return _read(written, VARIABLE)
    path = Path(settings.HOME) / "master.key"
    try:
        found = kept(path, lambda: base64.b64encode(token_bytes(SIZE)))
    except EmptySecret:
        found = b""
    return _read(found.decode("ascii", errors="replace"), str(path))


def _read(written: str, where: str) -> bytes:
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
