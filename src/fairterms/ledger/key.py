"""Keys that sign checkpoints: a public half to give away, and a private half to keep.

A key has a name, so that people can tell whose it is, and one of two purposes: the ledger signs its
own checkpoints, a witness cosigns those of others and says when.

Sources
-------
C2SP, signed-note (key names, key ids, verifier keys) and tlog-cosignature (type 0x04), c2sp.org.
"""

import base64
import binascii
import hashlib
import re
import secrets
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NoReturn

from fairterms.ledger import ed25519
from fairterms.units.refusal import Refusal

PRIVATE = "PRIVATE+KEY+"
SIZE = ed25519.KEY_SIZE
"""Bytes of either half."""
LONGEST_NAME = 100
_PUBLIC_FORM = re.compile(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")
_WHY = "a signature counts only under the key of the one who should have signed"


class Purpose(IntEnum):
    """What a key signs; the number is the type byte of the key."""

    LEDGER = 1
    WITNESS = 4


def is_name(text: str) -> bool:
    """Tell whether a text can name a key or a ledger: no spaces, no plus, at most 100 characters.

    Examples
    --------
    >>> is_name("auditor.example/ledger"), is_name("the auditor"), is_name("")
    (True, False, False)
    """
    return 0 < len(text) <= LONGEST_NAME and not any(c.isspace() or c in "+\x7f" for c in text)


@dataclass(frozen=True)
class PublicKey:
    """The half that checks signatures.

    Attributes
    ----------
    name
        Whose it is.
    purpose
        What it signs.
    raw
        The key itself, 32 bytes.
    """

    name: str
    purpose: Purpose
    raw: bytes

    def __post_init__(self) -> None:
        assert is_name(self.name), "a key's name has no spaces and no plus"
        assert len(self.raw) == SIZE, "an Ed25519 key has 32 bytes"

    @property
    def id(self) -> bytes:
        """Four bytes that find the key among those of one name."""
        content = self.name.encode() + b"\n" + bytes([self.purpose]) + self.raw
        return hashlib.sha256(content).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{_base64(bytes([self.purpose]) + self.raw)}"

    def holds(self, message: bytes, signature: bytes) -> bool:
        """Tell whether a signature (64 bytes) of a message was made with the private half.

        Raises
        ------
        Refusal
            When the package ``cryptography`` is not installed.
        """
        return ed25519.verifies(self.raw, message, signature)


@dataclass(frozen=True)
class PrivateKey:
    """The half that signs; it is never printed.

    Attributes
    ----------
    name, purpose
        As of its public half.
    seed
        What the key is made from, 32 bytes.
    """

    name: str
    purpose: Purpose
    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        assert is_name(self.name), "a key's name has no spaces and no plus"
        assert len(self.seed) == SIZE, "an Ed25519 seed has 32 bytes"

    @property
    def public(self) -> PublicKey:
        """The half to give away."""
        return PublicKey(self.name, self.purpose, ed25519.public_half(self.seed))

    @property
    def line(self) -> str:
        """The key as its file holds it."""
        content = bytes([self.purpose]) + self.seed
        return f"{PRIVATE}{self.name}+{self.public.id.hex()}+{_base64(content)}"

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message, 64 bytes."""
        return ed25519.signed(self.seed, message)


def new_key(name: str, purpose: Purpose) -> PrivateKey:
    """Make a key from fresh random bytes.

    Raises
    ------
    Refusal
        When the name has spaces, a plus or more than 100 characters.
    """
    if not is_name(name):
        fix = "name it like an address without spaces: auditor.example"
        raise Refusal(f'the name "{name}"', "cannot name a key", _WHY, fix)
    return PrivateKey(name, purpose, secrets.token_bytes(SIZE))


def read_public(text: str) -> PublicKey:
    """Read a public key from its one line.

    Raises
    ------
    Refusal
        When it is none, or its parts do not belong together.
    """
    name, key_id, purpose, raw = _parts(text.strip(), "the public key")
    key = PublicKey(name, purpose, raw)
    if key.id != key_id:
        _refuse("the public key", "was copied wrongly: its parts do not belong together")
    return key


def read_private(text: str) -> PrivateKey:
    """Read a private key from the one line of its file.

    Raises
    ------
    Refusal
        When it is none, or its parts do not belong together.
    """
    line = text.strip()
    if not line.startswith(PRIVATE):
        _refuse("the key file", f"does not begin with {PRIVATE}")
    name, key_id, purpose, seed = _parts(line.removeprefix(PRIVATE), "the key file")
    key = PrivateKey(name, purpose, seed)
    if key.public.id != key_id:
        _refuse("the key file", "was copied wrongly: its parts do not belong together")
    return key


def from_base64(text: str) -> bytes | None:
    """Return the bytes of a text in base64; None where it is not the one way to write them."""
    try:
        found = binascii.a2b_base64(text, strict_mode=True)
    except ValueError:
        return None
    return found if _base64(found) == text else None


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _refuse(subject: str, what: str) -> NoReturn:
    raise Refusal(subject, what, _WHY, "ask its owner for the whole line, and copy it unchanged")


def _parts(line: str, subject: str) -> tuple[str, bytes, Purpose, bytes]:
    found = _PUBLIC_FORM.fullmatch(line)
    content = from_base64(found[3]) if found else None
    if found is None or content is None or not is_name(found[1]):
        _refuse(subject, "is not one line of name, number and key, joined by plus signs")
    if len(content) != 1 + SIZE or content[0] not in set(Purpose):
        _refuse(subject, "is not an Ed25519 key of a ledger or a witness")
    return found[1], bytes.fromhex(found[2]), Purpose(content[0]), content[1:]
