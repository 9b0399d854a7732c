"""Secrets that a workspace makes for itself once, each in a file only its owner may read."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from secrets import token_urlsafe


class EmptySecret(Exception):
    """There is a file for a secret, and nothing in it."""


def kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return what a file holds; where there is none, make it first.

    Parameters
    ----------
    path
        The file; its folder is made where it is missing.
    make
        Gives what a new file holds. Of several processes that begin at once only one is heard:
        all return what that one made.

    Raises
    ------
    EmptySecret
        When the file is empty. It is not made anew: it may have been emptied by accident, and
        what it guarded would be lost without anybody knowing why.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _put(path, make())
    found = path.read_bytes()
    if not found.strip():
        raise EmptySecret(f"{path} is empty. Put the file back from where you keep it.")
    return found


def signing_key(path: Path) -> str:
    """Return the secret that signs cookies and links, the same for every process and start."""
    return kept(path, lambda: token_urlsafe(48).encode()).decode().strip()


def _put(path: Path, content: bytes) -> None:
    """Put a whole file in place, unless another process did: nobody ever reads half of it."""
    opened, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(content + b"\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(name, path)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
