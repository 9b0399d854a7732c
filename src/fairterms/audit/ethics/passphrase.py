"""A passphrase that can be read aloud and written down, of 128 random bits.

It is made of eight words of five letters, consonant and vowel by turns: sixteen consonants are
four bits each, four vowels two, so a word is sixteen bits. No letter looks like another.
"""

import re
from secrets import token_bytes

CONSONANTS = "bdfghjklmnprstvz"
VOWELS = "aiou"
SIZE = 16
"""Bytes of chance in a passphrase: 128 bits, so that nobody guesses one."""
_OTHER = re.compile(r"[^a-z]")


def make(chance: bytes | None = None) -> str:
    """Make a passphrase.

    Parameters
    ----------
    chance
        16 bytes; drawn from the system where none are given.

    Examples
    --------
    >>> make(bytes(16))
    'babab babab babab babab babab babab babab babab'
    >>> make(bytes(range(16)))
    'babad bamag bibaj bimal boban bomar bubat bumaz'
    """
    drawn = token_bytes(SIZE) if chance is None else chance
    assert len(drawn) == SIZE, "a passphrase has 128 bits"
    pairs = zip(drawn[::2], drawn[1::2], strict=True)
    return " ".join(_word(high << 8 | low) for high, low in pairs)


def plain(written: str) -> str:
    """Return what counts of a passphrase as somebody typed it: its letters, small.

    Examples
    --------
    >>> plain("  Babad-bamag BIBAJ")
    'babadbamagbibaj'
    """
    return _OTHER.sub("", written.lower())


def _word(bits: int) -> str:
    return "".join(
        (
            CONSONANTS[bits >> 12],
            VOWELS[bits >> 10 & 3],
            CONSONANTS[bits >> 6 & 15],
            VOWELS[bits >> 4 & 3],
            CONSONANTS[bits & 15],
        )
    )
