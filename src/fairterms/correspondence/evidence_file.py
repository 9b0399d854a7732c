"""The files that show an entry: they must be there, and be what they were."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from fairterms.correspondence.entry import EvidenceFile
from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place

_HASH = re.compile(r"[0-9a-f]{64}")
_WHY = "a file that can change without a trace shows nothing"
_KEYS = ("file", "sha256")


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def read(raw: object, place: Place, notes: Notes, folder: Path | None) -> EvidenceFile | None:
    """Read the evidence of one entry, and compare it with its file.

    Parameters
    ----------
    raw
        What the entry has as its evidence; None where it has none.
    place
        Where that stands in the log.
    notes
        Where problems go.
    folder
        The deal folder; None where there is only a text, and no file is compared.
    """
    if raw is None:
        return None
    table: Mapping[str, Any] = raw if isinstance(raw, dict) else {}
    for key in table.keys() - set(_KEYS):
        notes.unknown((*place, key), key, _KEYS, "key of evidence")
    name, digest = str(table.get("file", "")), str(table.get("sha256", ""))
    path = _path(name, folder)
    if not name or path is None:
        what = f"the evidence is not a file in the deal folder: {name}" if name else _NO_FILE
        fix = 'write evidence = { file = "letters/2026-10-03.pdf", sha256 = "..." }'
        notes.add(place, what, "bad-evidence", "somebody else must be able to find it", fix)
        return None
    if not _HASH.fullmatch(digest):
        what = f"the SHA-256 of {name} is {'not 64 hexadecimal digits' if digest else 'missing'}"
        notes.add(place, what, "bad-evidence", _WHY, _advice(path))
        return None
    if folder is not None:
        _compare(name, digest, path, place, notes)
    return EvidenceFile(name, digest)


_NO_FILE = "the evidence names no file"


def _path(name: str, folder: Path | None) -> Path | None:
    """Return where the file should be; None for a name that leads out of the deal folder."""
    parts = PurePosixPath(name)
    leads_out = parts.is_absolute() or ".." in parts.parts or "\\" in name or ":" in name
    return None if leads_out else (folder or Path()) / parts


def _advice(path: Path) -> str:
    if path.is_file():
        return f'write sha256 = "{sha256_of(path)}"; it is the hash of the file as it is now'
    return "work it out with: sha256sum FILE (on Windows: certutil -hashfile FILE SHA256)"


def _compare(name: str, digest: str, path: Path, place: Place, notes: Notes) -> None:
    if not path.is_file():
        fix = f"put the file back as {name}, or name where it is now"
        notes.add(place, f"the evidence {name} is missing", "evidence-missing", _WHY, fix)
    elif sha256_of(path) != digest:
        notes.add(
            place,
            f"the evidence {name} is not the file it was: its SHA-256 is now {sha256_of(path)}",
            "evidence-changed",
            _WHY,
            "put the file back as it was; a later version is another file with an entry of its own",
        )
