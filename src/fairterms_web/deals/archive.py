"""A deal folder as one ZIP file: read with care, written the same for the same content."""

import struct
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from io import BytesIO

from fairterms_web.deals.contents import NotTaken, check
from fairterms_web.deals.paths import BadPath, safe_path

MOST_FILES = 1_000
MOST_UNPACKED = 400_000_000
"""Bytes of all files together."""
MOST_TIMES_SMALLER = 200
"""A file that packs better than this is no deal's file (our choice); archives that blow up do."""
_WAYS_OF_PACKING = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Those that can be unpacked piece by piece, so that a size that is a lie costs nothing."""
_PIECE = 1_000_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_LEFT_OUT = ("__MACOSX/", ".git/")


def unpack(content: bytes) -> dict[str, bytes]:
    """Read the files of a ZIP, each under its path in the deal folder.

    A folder that holds everything else is left away, as programs that pack a folder add it.

    Raises
    ------
    NotTaken
        When it is no ZIP, holds too much, or a file that is not taken; every one is named.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = [one for one in archive.infolist() if _is_wanted(one)]
            _check_sizes(members)
            _check_names(members)
            files = {one.filename: _read(archive, one) for one in members}
    except NotTaken:
        raise
    except _BROKEN as wrong:
        raise NotTaken("This is no ZIP file that can be opened. Pack the folder again.") from wrong
    return checked(_without_top(files))


def checked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return files under their safe paths; refuse them all when one is not taken."""
    found: dict[str, bytes] = {}
    paths: list[str] = []
    problems: list[str] = []
    for given, content in files.items():
        try:
            path = safe_path(given)
            check(path, content)
        except (BadPath, NotTaken) as wrong:
            problems.append(str(wrong))
            continue
        paths.append(path)
        found[path] = content
    problems += clashes(paths)
    if problems:
        raise NotTaken("\n".join(problems))
    if not found:
        raise NotTaken("There is no file in it. Choose the folder of a deal.")
    return found


def clashes(paths: Collection[str]) -> list[str]:
    """Say which paths some machine could not keep beside one another.

    Examples
    --------
    >>> clashes(["a/b.txt", "A/B.txt"])
    ['A/B.txt: the same name stands there twice.']
    >>> clashes(["a.txt", "a.txt/b.txt"])
    ['a.txt: it is a file and a folder at once.']
    """
    seen: set[str] = set()
    problems: list[str] = []
    for path in paths:
        plain = unicodedata.normalize("NFC", path).lower()
        if plain in seen:
            problems.append(f"{path}: the same name stands there twice.")
        seen.add(plain)
    folders = {plain[:at] for plain in seen for at, one in enumerate(plain) if one == "/"}
    both = sorted(seen & folders)
    return problems + [f"{one}: it is a file and a folder at once." for one in both]


def pack(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Write files into a ZIP; the same files give the same bytes."""
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(files):
            member = zipfile.ZipInfo(path, _FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return into.getvalue()


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    name = member.filename
    return not (member.is_dir() or name.startswith(_LEFT_OUT) or name.endswith(".DS_Store"))


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    counted = Counter(one.filename for one in members)
    twice = [name for name, count in counted.items() if count > 1]
    if twice:
        raise NotTaken("\n".join(f"{one}: the same name stands there twice." for one in twice))
    if any(one.compress_type not in _WAYS_OF_PACKING for one in members):
        raise NotTaken("It is packed in a way we do not open. Pack the folder as a plain ZIP file.")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Read a member piece by piece: all at once unpacks more than its size says."""
    pieces: list[bytes] = []
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            pieces.append(piece)
    return b"".join(pieces)


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES:
        raise NotTaken(f"It holds more than {MOST_FILES} files. A deal folder holds fewer.")
    if sum(one.file_size for one in members) > MOST_UNPACKED:
        raise NotTaken(f"Its files have more than {MOST_UNPACKED // 1_000_000} MB together.")
    for one in members:
        if one.file_size > MOST_TIMES_SMALLER * max(one.compress_size, 1_000):
            raise NotTaken("A file in it unpacks to far more than it should. Pack it again.")


def _without_top(files: dict[str, bytes]) -> dict[str, bytes]:
    tops = {name.split("/", 1)[0] for name in files if "/" in name}
    is_wrapped = len(tops) == 1 and all("/" in name for name in files)
    if not is_wrapped or tops & {"contract", "records", "scripts", "scenarios"}:
        return files
    return {name.split("/", 1)[1]: content for name, content in files.items()}
