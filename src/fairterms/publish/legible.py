"""Text as it can be shown: without signs that no page may hold or that deceive the eye."""

from __future__ import annotations

import unicodedata
from typing import Final

REPLACEMENT: Final = "\ufffd"
_TURNS_READING_ORDER: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def legible(text: str) -> str:
    r"""Replace what a page cannot hold by a visible sign.

    Control characters, halves of surrogate pairs and noncharacters come out of
    damaged PDF files; signs that turn the reading order could make an amount read
    backwards. Each becomes U+FFFD, so that the reader sees that something stood there.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        The text with tabs and line breaks as they were.

    Examples
    --------
    >>> legible("pay\x07able")
    'pay�able'
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    return "".join(REPLACEMENT if _is_illegible(sign) else sign for sign in text)


def _is_illegible(sign: str) -> bool:
    if sign in "\n\t":
        return False
    is_noncharacter = ord(sign) & 0xFFFE == 0xFFFE or "\ufdd0" <= sign <= "\ufdef"
    is_control = unicodedata.category(sign) in {"Cc", "Cs"}
    return is_control or is_noncharacter or sign in _TURNS_READING_ORDER
