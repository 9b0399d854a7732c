"""A deal folder as one ZIP file: read with care, written the same for the same content."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from fairterms_web.deals.contents import NotTaken, check
from fairterms_web.deals.paths import BadPath, safe_path

MOST_FILES = 1_000
MOST_UNPACKED = 400_000_000
"""Bytes of all files together."""
MOST_TIMES_SMALLER = 200
"""A file that packs better than this is no deal's file (our choice); archives that blow up do."""
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
            files = {one.filename: archive.read(one) for one in members}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as wrong:
        raise NotTaken("This is no ZIP file that can be opened. Pack the folder again.") from wrong
    return checked(_without_top(files))


def checked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return files under their safe paths; refuse them all when one is not taken."""
    found: dict[str, bytes] = {}
    problems: list[str] = []
    for given, content in files.items():
        try:
            path = safe_path(given)
            check(path, content)
        except (BadPath, NotTaken) as wrong:
            problems.append(str(wrong))
            continue
        if path.lower() in {one.lower() for one in found}:
            problems.append(f"{path}: the same name stands there twice.")
        found[path] = content
    if problems:
        raise NotTaken("\n".join(problems))
    if not found:
        raise NotTaken("There is no file in it. Choose the folder of a deal.")
    return found


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


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES:
        raise NotTaken(f"It holds more than {MOST_FILES} files. A deal folder holds fewer.")
    if sum(one.file_size for one in members) > MOST_UNPACKED:
        raise NotTaken(f"Its files have more than {MOST_UNPACKED // 1_000_000} MB together.")
    for one in members:
        if one.file_size > MOST_TIMES_SMALLER * max(one.compress_size, 1_000):
            raise NotTaken("A file in it unpacks to far more than it should. Pack the folder again.")


def _without_top(files: dict[str, bytes]) -> dict[str, bytes]:
    tops = {name.split("/", 1)[0] for name in files if "/" in name}
    is_wrapped = len(tops) == 1 and all("/" in name for name in files)
    if not is_wrapped or tops & {"contract", "records", "scripts", "scenarios"}:
        return files
    return {name.split("/", 1)[1]: content for name, content in files.items()}
