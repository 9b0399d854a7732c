"""A first look at a file, a megabyte at a time: its fingerprint, its letters, its longest line."""

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

LONGEST_LINE = 1_000_000
"""Bytes. A line of a table is far shorter; a longer one is a file without line ends."""

_BLOCK = LONGEST_LINE
_EMPTY_LINE = re.compile(rb"(?<=\n)\r?\n")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class Survey:
    """What a file is like, without anything that stands in it.

    Attributes
    ----------
    sha256
        The file's fingerprint.
    size
        Bytes.
    lines
        Lines that are not empty.
    first_long_line
        The number of the first line over :data:`LONGEST_LINE`; 0 when there is none.
    longest_line
        Bytes of the longest line that is not inside one block.
    is_utf8
        Whether every letter is UTF-8.
    is_utf16
        Whether the file begins with the mark of UTF-16.
    has_quotes
        Whether a double quotation mark occurs, within which a cell may hold line ends.
    """

    sha256: str
    size: int
    lines: int
    first_long_line: int
    longest_line: int
    is_utf8: bool
    is_utf16: bool
    has_quotes: bool


class _Lines:
    """Count lines and find the long ones, block by block."""

    def __init__(self) -> None:
        self.ended = 0
        self.blank = 0
        self.longest = 0
        self.first_long = 0
        self.open_bytes = 0
        self.last = b"\n"

    def take(self, block: bytes) -> None:
        """Take the next block of the file.

        A block is no longer than the longest line allowed, so that only the line that a block
        begins with, and the one it ends with, can be too long.
        """
        joined = self.last + block
        if b"\n\n" in joined or b"\n\r\n" in joined:
            # Those that lie within the last two letters of the block before were counted then.
            again = len(_EMPTY_LINE.findall(self.last))
            self.blank += len(_EMPTY_LINE.findall(joined)) - again
        first_end = block.find(b"\n")
        if first_end < 0:
            self._measure(self.open_bytes + len(block))
            self.open_bytes += len(block)
        else:
            self._measure(self.open_bytes + first_end)
            self.ended += block.count(b"\n")
            self.open_bytes = len(block) - 1 - block.rfind(b"\n")
        self.last = joined[-2:]

    def _measure(self, length: int) -> None:
        self.longest = max(self.longest, length)
        if length > LONGEST_LINE and not self.first_long:
            self.first_long = self.ended + 1

    @property
    def count(self) -> int:
        """Lines that are not empty; a last line without an end counts."""
        return self.ended - self.blank + bool(self.open_bytes)


def survey(path: Path) -> Survey:
    r"""Read a file once, holding one megabyte of it at a time.

    Parameters
    ----------
    path
        The file.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "a.csv").write_bytes(b"id\n1\n\n2")
    ...     survey(Path(folder) / "a.csv").lines
    3
    """
    digest, lines = hashlib.sha256(), _Lines()
    decoder = codecs.getincrementaldecoder("utf-8")()
    size, start, is_utf8, has_quotes = 0, b"", True, False
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            start = start or block[:2]
            size += len(block)
            digest.update(block)
            lines.take(block)
            has_quotes = has_quotes or b'"' in block
            is_utf8 = is_utf8 and _decodes(decoder, block)
    return Survey(
        sha256=digest.hexdigest(),
        size=size,
        lines=lines.count,
        first_long_line=lines.first_long,
        longest_line=lines.longest,
        is_utf8=is_utf8 and _decodes(decoder, b"", is_last=True),
        is_utf16=start in _MARKS,
        has_quotes=has_quotes,
    )


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, *, is_last: bool = False) -> bool:
    try:
        decoder.decode(block, is_last)
    except UnicodeDecodeError:
        return False
    return True
