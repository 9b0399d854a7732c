"""What may be uploaded: a file must be what its name says, or it is not taken."""

import struct
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

MOST_BYTES = {
    ".pdf": 50_000_000,
    ".docx": 50_000_000,
    ".parquet": 200_000_000,
    ".csv": 200_000_000,
}
"""The largest file of a kind, in bytes; others are text."""
MOST_TEXT = 5_000_000
TEXTS = frozenset(
    {
        ".toml",
        ".txt",
        ".md",
        ".html",
        ".htm",
        ".csv",
        ".seal",
        ".json",
        ".ics",
        ".835",
        ".edi",
        ".x12",
    }
)
DOCUMENTS = frozenset({".pdf", ".docx", ".html", ".htm", ".txt"})
"""What a contract may be."""
MOST_UNPACKED = 400_000_000
"""Bytes a DOCX may unpack to."""


class NotTaken(ValueError):
    """A file that is not taken; says why, for the one who gave it."""


def check(path: str, content: bytes) -> None:
    """Check that a file is what its name says.

    Parameters
    ----------
    path
        Its path in the deal folder.
    content
        Its bytes.

    Raises
    ------
    NotTaken
        When it is of a kind a deal folder does not hold, too large, empty, or something else than
        its name says.
    """
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in TEXTS | MOST_BYTES.keys():
        known = ", ".join(sorted(one[1:] for one in TEXTS | MOST_BYTES.keys()))
        raise NotTaken(f"{path}: files of this kind are not kept. Kept are: {known}.")
    most = MOST_BYTES.get(suffix, MOST_TEXT)
    if len(content) > most:
        raise NotTaken(f"{path}: it has more than {most // 1_000_000} MB. Send a smaller file.")
    if not content:
        raise NotTaken(f"{path}: the file is empty. Choose it again.")
    if not _is(suffix, content):
        raise NotTaken(
            f"{path}: the file is not what its name says. Save it again as {suffix[1:].upper()}."
        )


def _is(suffix: str, content: bytes) -> bool:
    match suffix:
        case ".pdf":
            return b"%PDF-" in content[:1024]
        case ".parquet":
            return content[:4] == b"PAR1" == content[-4:]
        case ".docx":
            return _is_docx(content)
        case _:
            return _is_text(content)


def _is_text(content: bytes) -> bool:
    if b"\x00" in content:
        return content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return True


def _is_docx(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            sizes = sum(one.file_size for one in archive.infolist())
            return "word/document.xml" in archive.namelist() and sizes <= MOST_UNPACKED
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error):
        return False
