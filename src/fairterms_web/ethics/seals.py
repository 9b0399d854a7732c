"""Keyed hashes of a letterbox: of passphrases, and of what was done, without telling what."""

import hmac
from collections.abc import Iterable
from hashlib import sha256

from fairterms.audit.ethics.passphrase import plain
from fairterms_web.ethics.models import CaseEntry, Letterbox, Report
from fairterms_web.vault.keyring import Keyring

BOXES, REPORTS, ENTRIES = (one._meta.db_table for one in (Letterbox, Report, CaseEntry))
KEY_SIZE = 32


def key_of(row: Letterbox, ring: Keyring) -> bytes:
    """Open the key of a letterbox.

    Raises
    ------
    Unopened
        When the room's keys were destroyed.
    """
    return ring.open(BOXES, "key", row.id, bytes(row.key))


def hash_of(key: bytes, passphrase: str) -> str:
    """Return the keyed hash under which a report is found; the passphrase is kept nowhere.

    Examples
    --------
    >>> hash_of(b"k", "Babab-babab") == hash_of(b"k", "bababbabab") != hash_of(b"l", "bababbabab")
    True
    """
    return commitment(key, ("passphrase", plain(passphrase)))


def commitment(key: bytes, parts: Iterable[str]) -> str:
    """Bind a ledger to something without telling what; who has no key learns not even how much.

    Examples
    --------
    >>> commitment(b"k", ["a", "bc"]) == commitment(b"k", ["ab", "c"])
    False
    """
    told = hmac.new(key, digestmod=sha256)
    for part in parts:
        content = part.encode()
        told.update(len(content).to_bytes(8, "big") + content)
    return told.hexdigest()
