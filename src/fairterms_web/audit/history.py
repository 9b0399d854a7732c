"""What each version of an audit file did: it only grows, and each writes only their own part."""

import tomllib
from collections.abc import Iterator
from typing import Any

from fairterms_web.rooms.roles import ROLES, SIGN

CHANGED = "it changed what stood there"
NOT_THEIRS = "it has entries that only somebody else may write"
_AUDITOR, _ANSWER = "auditor", "response"


def wrong(body: bytes, before: bytes, writer: str) -> str:
    """Say what a version did that its writer may not; empty where all is well.

    Parameters
    ----------
    body, before
        The version and the one before it; no bytes where there is none.
    writer
        The role of who saved it into the joint room; empty in a room where one role writes all.
    """
    old, new = _tables(before), _tables(body)
    is_grown = body.startswith(before.rstrip()) and all(_begins(new, key, old[key]) for key in old)
    if not is_grown:
        return CHANGED
    is_own = not writer or all(_may_write(writer, *one) for one in _added(new, old))
    return "" if is_own else NOT_THEIRS


def _tables(body: bytes) -> dict[str, Any]:
    """Return what a version says; nothing where it cannot be read, which the page tells."""
    try:
        return tomllib.loads(body.decode("utf-8-sig"))
    except ValueError:
        return {}


def _begins(now: dict[str, Any], key: str, before: Any) -> bool:
    """Tell whether a section holds what it held; lists of entries and levels may have more."""
    found = now.get(key)
    if isinstance(before, list) and isinstance(found, list):
        return bool(found[: len(before)] == before)
    if key == "scope" and isinstance(before, dict) and isinstance(found, dict):
        return found == found | before
    return bool(found == before)


def _added(now: dict[str, Any], old: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each entry that came with a version, with its section."""
    for key, rows in now.items():
        known = old.get(key, [])
        if isinstance(rows, list):
            yield from ((key, one) for one in rows[len(known) :])
        elif not known:
            yield key, rows


def _may_write(role: str, section: str, entry: Any) -> bool:
    """Tell whether a role writes such an entry: answers by who signs for that side."""
    if section != _ANSWER:
        return role == _AUDITOR
    party = entry.get("party") if isinstance(entry, dict) else ""
    known = ROLES.get(role)
    return known is not None and SIGN in known.may and str(party) in known.rooms
