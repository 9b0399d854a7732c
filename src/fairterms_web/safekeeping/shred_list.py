"""The list of destroyed rooms: beside the keys, outside the database and its backups.

A backup that is put back knows rooms that were destroyed since, keys and all; the list destroys
them again.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from fairterms.units.refusal import Refusal

FILE = "shredded.jsonl"


@dataclass(frozen=True)
class Shredded:
    """A room whose keys were destroyed.

    Attributes
    ----------
    room
        Its identifier.
    at
        When, in UTC.
    because
        Why, in the words of who did it.
    entry
        The number of the entry in the room's ledger.
    payload
        The hash of what the entry says: time and reason.
    """

    room: str
    at: datetime
    because: str
    entry: int
    payload: str


def path() -> Path:
    """Return the file."""
    return Path(settings.HOME) / FILE


def read() -> tuple[Shredded, ...]:
    """Return the destroyed rooms, in the order in which it happened.

    Raises
    ------
    Refusal
        When a line of the file is not one of ours.
    """
    if not path().exists():
        return ()
    lines = path().read_text(encoding="utf-8", errors="replace").splitlines()
    return tuple(_line(number, text) for number, text in enumerate(lines, start=1))


def add(one: Shredded) -> None:
    """Add a room; when this returns it is on the disk."""
    line = json.dumps({**asdict(one), "at": one.at.isoformat()}, sort_keys=True)
    is_new = not path().exists()
    path().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    opened = os.open(path(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(opened, f"{line}\n".encode())
        os.fsync(opened)
    finally:
        os.close(opened)
    if is_new:
        _keep_name(path().parent)


def _keep_name(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _line(number: int, text: str) -> Shredded:
    try:
        told = json.loads(text)
        at = datetime.fromisoformat(told["at"])
        room, because, payload = (str(told[name]) for name in ("room", "because", "payload"))
        return Shredded(room, at, because, int(told["entry"]), payload)
    except (ValueError, KeyError, TypeError):
        why = "a room that is not read from it would come back with the next backup"
        fix = "put the file back from where you keep it with the keys"
        raise Refusal(f"{path()}:{number}", "cannot be read", why, fix) from None
