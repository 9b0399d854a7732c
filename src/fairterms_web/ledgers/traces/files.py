"""Every version of a file was told of, and what was told of is there."""

import hashlib
from collections.abc import Sequence

from fairterms_web.deals.access import TABLE
from fairterms_web.deals.models import FileVersion
from fairterms_web.ledgers.traces import Said, Trace
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import Keyring, of_room

REMOVED = ""
"""What stands for the content of a file that was taken out."""


def compare(room_id: str, said: Sequence[Said]) -> list[str]:
    """Compare the versions of a room's files with what its ledger tells of them."""
    told, held = _told(said), _held(room_id)
    problems = [
        f"{path}: the versions that are there are not those the ledger tells of"
        for path in sorted(told.keys() | held.keys())
        if told.get(path, []) != [digest for digest, _ in held.get(path, [])]
    ]
    problems += [
        f"{path}: its newest version is not the one that counts"
        for path, versions in sorted(held.items())
        if [is_current for _, is_current in versions] != [False] * (len(versions) - 1) + [True]
    ]
    return problems


def _told(said: Sequence[Said]) -> dict[str, list[str]]:
    """Return the hash of each version of each file, as the ledger tells."""
    found: dict[str, list[str]] = {}
    for kind, content in said:
        if kind == "files.saved":
            for path, digest in content["files"].items():
                found.setdefault(path, []).append(digest)
        elif kind == "file.removed":
            found.setdefault(content["path"], []).append(REMOVED)
        elif kind == "file.put-back":
            versions = found.setdefault(content["path"], [])
            number = content["version"]
            versions.append(versions[number - 1] if 0 < number <= len(versions) else "?")
    return found


def _held(room_id: str) -> dict[str, list[tuple[str, bool]]]:
    """Return the hash of each version of each file as it opens, and whether it is the current."""
    ring = of_room(room_id)
    found: dict[str, list[tuple[str, bool]]] = {}
    rows = FileVersion.objects.of_every_room().filter(room_id=room_id)
    for row in rows.order_by("path", "number").iterator(chunk_size=50):
        versions = found.setdefault(row.path, [])
        # A number that is missing must not let the next one pass for it.
        digest = _digest(row, ring) if row.number == len(versions) + 1 else "?"
        versions.append((digest, row.is_current))
    return found


def _digest(row: FileVersion, ring: Keyring) -> str:
    if row.is_removed:
        return REMOVED
    try:
        content = ring.open(TABLE, "body", row.id, bytes(row.body))
    except Unopened:
        return "?"
    found = hashlib.sha256(content).hexdigest()
    return found if found == row.sha256 else "?"


TRACE: Trace = compare
