"""The charter of the committee: a file of the room, and where it can be taken from."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.http import Http404

from fairterms.audit.committee import charter_reader
from fairterms.audit.committee.charter import Charter
from fairterms.audit.committee.charter_reader import FILE, CharterReading
from fairterms_web.deals import access as files
from fairterms_web.rooms import access
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind

JOINT, SAMPLE = "joint", "sample"


def reading(by: Entered) -> CharterReading | None:
    """Read the charter of the room as it is now; None where there is none."""
    try:
        return read(files.content_of(by, FILE))
    except Http404:
        return None


def newest(by: Entered) -> tuple[str, CharterReading] | None:
    """Return the identifier of the newest version of the charter, and what it says."""
    try:
        version = files.versions_of(by, FILE)[0]
    except Http404:
        return None
    if version.is_removed:
        return None
    return version.id, read(files.version_content(by, version.id)[1])


def pinned(by: Entered, version_id: str) -> Charter:
    """Return the charter under which a motion was put; it is kept, whatever came after it."""
    found = read(files.version_content(by, version_id)[1]).charter
    assert found is not None, "no motion is put under a charter that cannot be read"
    return found


def has_same_number(by: Entered, earlier_id: str, version_id: str) -> bool:
    """Tell whether two versions of the file differ and still call themselves the same version."""
    (_, earlier), (_, now) = (files.version_content(by, one) for one in (earlier_id, version_id))
    return earlier != now and pinned(by, earlier_id).version == pinned(by, version_id).version


def sources(by: Entered) -> dict[str, str]:
    """Say from where the room can take a charter: a word for the address, and what it is called."""
    found = {}
    joint = access.beside(by, Kind.JOINT)
    if joint is not None and any(one.path == FILE for one in files.listed(joint)):
        found[JOINT] = "Take the charter of the joint room"
    if _sample().is_file():
        found[SAMPLE] = "Take the charter of the sample"
    return found


def content_from(by: Entered, source: str) -> bytes:
    """Return the charter of a source.

    Raises
    ------
    Http404
        When there is no such source, or it has no charter.
    """
    if source == JOINT:
        joint = access.beside(by, Kind.JOINT)
        if joint is not None:
            return files.content_of(joint, FILE)
    if source == SAMPLE and _sample().is_file():
        return _sample().read_bytes()
    raise Http404


def read(content: bytes) -> CharterReading:
    """Read a charter from the bytes of its file."""
    with _laid_out(content) as path:
        return charter_reader.read(path)


def _sample() -> Path:
    named = os.environ.get("FAIRTERMS_EXAMPLES")
    folder = Path(named) if named else Path(__file__).parents[3] / "examples"
    return folder / "juniper" / FILE


@contextmanager
def _laid_out(content: bytes) -> Iterator[Path]:
    """Lay one file out on disk, in a place that nobody else may read, and take it away again."""
    scratch = Path(settings.HOME) / "scratch"
    scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=scratch) as place:
        path = Path(place) / FILE
        path.write_bytes(content)
        yield path
