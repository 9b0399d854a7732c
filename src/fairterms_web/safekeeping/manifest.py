"""What a backup says of itself, marked with the master key so that nobody else can rewrite it."""

import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from fairterms.units.refusal import Refusal
from fairterms_web.safekeeping.key_store import Keys
from fairterms_web.safekeeping.snapshot import Ledger, Snapshot

FILE = "manifest.json"
FORMAT = "fairterms backup 1"
OTHER = "take an earlier backup; keep this one as it is until you know what happened to it"


@dataclass(frozen=True)
class Manifest:
    """What a backup holds.

    Attributes
    ----------
    made_at
        When, in UTC.
    vendor
        The kind of database: "sqlite" or "postgresql".
    file, sha256
        The name of the dump and its hash in hexadecimal.
    snapshot
        What the database held.
    keys
        The keys it was made with.
    shredded
        How many rooms had been destroyed.
    """

    made_at: datetime
    vendor: str
    file: str
    sha256: str
    snapshot: Snapshot
    keys: Keys
    shredded: int


def sha256_of(path: Path) -> str:
    """Return the hash of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(folder: Path, found: Manifest, key: bytes) -> None:
    """Write a manifest into a backup's folder, marked with the master key."""
    told = {"format": FORMAT, **asdict(found), "made_at": found.made_at.isoformat()}
    text = json.dumps({**told, "mark": _mark(told, key)}, indent=1, sort_keys=True)
    path = folder / FILE
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(f"{text}\n".encode())
        file.flush()
        os.fsync(file.fileno())


def read(folder: Path) -> tuple[Manifest, dict[str, Any]]:
    """Read a backup's manifest, and return it also as it is written.

    Raises
    ------
    Refusal
        When there is none, or it is none of ours.
    """
    path = folder / FILE
    if not path.is_file():
        why = "a backup is a folder with a manifest and a dump"
        _refuse(str(folder), "is no backup", why, f"name the folder that holds {FILE}")
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return _manifest(told), told
    except (ValueError, KeyError, TypeError, AttributeError):
        why = "what it should hold is compared with what comes back"
        _refuse(str(path), "cannot be read, or is of another version", why, OTHER)


def check(folder: Path, found: Manifest, told: Mapping[str, Any], key: bytes) -> None:
    """Compare a backup with its manifest, and the manifest with its mark.

    Parameters
    ----------
    folder
        The backup.
    found, told
        Its manifest, read and as written.
    key
        The master key it was made with.

    Raises
    ------
    Refusal
        When one of them is not what was written.
    """
    unmarked = {name: value for name, value in told.items() if name != "mark"}
    if not hmac.compare_digest(_mark(unmarked, key), str(told.get("mark"))):
        why = "it was changed after the backup was made"
        _refuse(str(folder / FILE), "does not bear its mark", why, OTHER)
    dump = folder / found.file
    if not dump.is_file():
        _refuse(str(dump), "is missing", "nothing can be put back without it", OTHER)
    if sha256_of(dump) != found.sha256:
        why = "a part of it was lost or changed since the backup was made"
        _refuse(str(dump), "is damaged", why, OTHER)


def _mark(told: Mapping[str, Any], key: bytes) -> str:
    own = hmac.digest(key, b"fairterms: mark of a manifest", "sha256")
    return hmac.digest(own, json.dumps(told, sort_keys=True).encode(), "sha256").hex()


def _manifest(told: Mapping[str, Any]) -> Manifest:
    if told["format"] != FORMAT:
        raise ValueError(FORMAT)
    seen = told["snapshot"]
    return Manifest(
        datetime.fromisoformat(told["made_at"]),
        told["vendor"],
        # The name alone: a folder outside the backup is never read.
        Path(told["file"]).name,
        told["sha256"],
        Snapshot(
            dict(seen["tables"]),
            {room: Ledger(**one) for room, one in seen["ledgers"].items()},
            dict(seen["migrations"]),
        ),
        Keys(**told["keys"]),
        int(told["shredded"]),
    )


def _refuse(subject: str, what: str, why: str, fix: str) -> NoReturn:
    raise Refusal(subject, what, why, fix)
