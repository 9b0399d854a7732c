"""Sealing and opening bytes with AES-256-GCM.

A sealed value is bound to its room, table, column and row: moved anywhere else it does not open.

Sources
-------
NIST SP 800-38D (GCM). The layout (version of the key, nonce, sealed bytes) is our choice.
"""

from dataclasses import dataclass
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_SIZE = 12
VERSION_SIZE = 4


class Unopened(Exception):
    """A sealed value does not open: it was moved or changed, or its key is gone."""


@dataclass(frozen=True)
class Place:
    """Where a sealed value belongs.

    Attributes
    ----------
    room, table, column, row
        Identifiers; none holds a vertical bar.
    """

    room: str
    table: str
    column: str
    row: str

    @property
    def bound(self) -> bytes:
        """The bytes a seal is bound to."""
        parts = (self.room, self.table, self.column, self.row)
        assert not any("|" in one for one in parts), "the parts of a place run into one another"
        return "|".join(parts).encode()


def seal(key: bytes, version: int, place: Place, content: bytes) -> bytes:
    """Seal bytes for a place.

    Parameters
    ----------
    key
        32 bytes.
    version
        Its number in the room.
    place
        Where the value will lie.
    content
        What is sealed.
    """
    nonce = token_bytes(NONCE_SIZE)
    head = version.to_bytes(VERSION_SIZE, "big")
    return head + nonce + AESGCM(key).encrypt(nonce, content, head + place.bound)


def version_of(sealed: bytes) -> int:
    """Return the number of the key a value was sealed with."""
    return int.from_bytes(sealed[:VERSION_SIZE], "big")


def unseal(key: bytes, place: Place, sealed: bytes) -> bytes:
    """Open a sealed value.

    Raises
    ------
    Unopened
        When it was changed, moved, or sealed with another key.
    """
    head, nonce = sealed[:VERSION_SIZE], sealed[VERSION_SIZE : VERSION_SIZE + NONCE_SIZE]
    try:
        return AESGCM(key).decrypt(nonce, sealed[VERSION_SIZE + NONCE_SIZE :], head + place.bound)
    except (InvalidTag, ValueError) as wrong:
        raise Unopened(f"a sealed value of {place.table}.{place.column} does not open") from wrong
