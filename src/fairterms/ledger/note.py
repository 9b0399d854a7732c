"""A signed note: a short text, a blank line, and the lines of those who signed it.

Notes are read strictly: what could be read in two ways is refused.

Sources
-------
C2SP, signed-note (form, type 0x01) and tlog-cosignature (type 0x04, with a time), c2sp.org.
"""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NoReturn

from fairterms.ledger.ed25519 import SIGNATURE_SIZE
from fairterms.ledger.key import (
    PrivateKey,
    PublicKey,
    Purpose,
    from_base64,
    is_name,
)
from fairterms.units.refusal import Refusal

MOST_SIGNATURES = 64
LONGEST = 64 * 1024
"""Bytes of a note."""
_DASH = "\u2014 "
_WHY = "a note that can be read in two ways vouches for nothing"
_TIME_SIZE = 8


@dataclass(frozen=True)
class Signature:
    """One line below a note.

    Attributes
    ----------
    name
        Who says to have signed.
    key_id
        Four bytes that find the key.
    content
        The signature; that of a witness begins with the time.
    """

    name: str
    key_id: bytes
    content: bytes

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {base64.b64encode(self.key_id + self.content).decode()}"

    def is_by(self, key: PublicKey) -> bool:
        """Tell whether it says to be made with a key; whether it is, :func:`checked` tells."""
        return (self.name, self.key_id) == (key.name, key.id)


@dataclass(frozen=True)
class Note:
    """A text with its signatures.

    Attributes
    ----------
    text
        What is signed; it ends with a line end.
    signatures
        Those below it, whether or not their keys are known.
    """

    text: str
    signatures: tuple[Signature, ...] = ()

    def __str__(self) -> str:
        return "\n".join([self.text, *(f"{one}" for one in self.signatures), ""])

    def by(self, key: PublicKey) -> tuple[Signature, ...]:
        """Return the lines that say to be made with a key."""
        return tuple(one for one in self.signatures if one.is_by(key))

    def signed(self, key: PrivateKey, at: datetime) -> "Note":
        """Return the note with one more line; an older line of the same key gives way.

        Parameters
        ----------
        key
            Who signs.
        at
            When, for a witness; in whole seconds.
        """
        public = key.public
        kept = tuple(one for one in self.signatures if not one.is_by(public))
        if key.purpose is Purpose.LEDGER:
            content = key.sign(self.text.encode())
        else:
            seconds = int(at.timestamp())
            content = seconds.to_bytes(_TIME_SIZE, "big") + key.sign(_timed(self.text, seconds))
        return replace(self, signatures=(*kept, Signature(key.name, public.id, content)))


def read(content: bytes) -> Note:
    """Read a note from the bytes of its file.

    Raises
    ------
    Refusal
        When it is not in the form of a signed note, character by character.
    """
    text = _text(content)
    body, blank, lines = text.rpartition("\n\n")
    if not blank or not body or not text.endswith("\n"):
        _refuse("has no blank line between its text and its signatures")
    signatures = tuple(_signatures(lines.removesuffix("\n").split("\n"), body.count("\n") + 3))
    if len(signatures) > MOST_SIGNATURES:
        _refuse(f"has more than {MOST_SIGNATURES} signatures")
    return Note(f"{body}\n", signatures)


def checked(note: Note, signature: Signature, key: PublicKey) -> datetime | bool:
    """Check one signature of a note.

    Returns
    -------
    datetime or bool
        Whether it holds; for a witness that signed, the moment it names.
    """
    content = signature.content
    if key.purpose is Purpose.LEDGER:
        return len(content) == SIGNATURE_SIZE and key.holds(note.text.encode(), content)
    if len(content) != _TIME_SIZE + SIGNATURE_SIZE:
        return False
    seconds = int.from_bytes(content[:_TIME_SIZE], "big")
    if not key.holds(_timed(note.text, seconds), content[_TIME_SIZE:]):
        return False
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return False


def _timed(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def _refuse(what: str, subject: str = "the note") -> NoReturn:
    fix = "ask for the note as a file; mail programs and editors change copied text"
    raise Refusal(subject, what, _WHY, fix)


def _text(content: bytes) -> str:
    if len(content) > LONGEST:
        _refuse(f"is longer than {LONGEST // 1024} KiB")
    try:
        text = content.decode()
    except UnicodeDecodeError:
        _refuse("is not UTF-8 text")
    if any(character < " " and character != "\n" for character in text):
        _refuse("holds tabs, other line ends or control characters")
    return text


def _signatures(lines: list[str], first: int) -> Iterator[Signature]:
    for number, line in enumerate(lines, start=first):
        name, _, written = line.removeprefix(_DASH).partition(" ")
        content = from_base64(written)
        is_line = line.startswith(_DASH) and is_name(name)
        if not is_line or content is None or len(content) <= 4:
            _refuse("is not a signature", f"line {number} of the note")
        yield Signature(name, content[:4], content[4:])
