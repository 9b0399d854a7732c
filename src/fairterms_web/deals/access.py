"""The files of a room, for those who entered it."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404

from fairterms_web.deals.models import FileVersion, SealedCopy, SealedFile
from fairterms_web.rooms.entered import Entered
from fairterms_web.vault.keyring import keyring

TABLE = "deals_fileversion"
SEALED_TABLE = "deals_sealedfile"


@dataclass(frozen=True)
class Listed:
    """A file as it is listed, without what is in it."""

    id: str
    path: str
    number: int
    size: int
    sha256: str
    saved_by: str
    saved_at: datetime
    note: str
    is_removed: bool = False


def listed(by: Entered) -> tuple[Listed, ...]:
    """Return the files of a room as they are now, by path."""
    rows = _rows(by).filter(is_current=True, is_removed=False).order_by("path")
    return tuple(_listed(one) for one in rows)


def hashes(by: Entered) -> dict[str, str]:
    """Return the hash of each file of a room as it is now, by path."""
    rows = FileVersion.objects.within(by).filter(is_current=True, is_removed=False)
    return dict(rows.values_list("path", "sha256"))


def versions_of(by: Entered, path: str) -> tuple[Listed, ...]:
    """Return every version of a file, the newest first.

    Raises
    ------
    Http404
        When the room never held such a file.
    """
    found = tuple(_listed(one) for one in _rows(by).filter(path=path).order_by("-number"))
    if not found:
        raise Http404
    return found


def versions_under(by: Entered, paths: Sequence[str]) -> tuple[Listed, ...]:
    """Return every version of several files that holds something, by path, the oldest first."""
    rows = _rows(by).filter(path__in=paths, is_removed=False).order_by("path", "number")
    return tuple(_listed(one) for one in rows)


def paths_of(by: Entered, version_ids: Collection[str]) -> dict[str, str]:
    """Return the path of each of some versions, by id; those the room never held are left out."""
    rows = FileVersion.objects.within(by).filter(pk__in=sorted(version_ids))
    return dict(rows.values_list("id", "path"))


def state_of(files: Sequence[Listed]) -> str:
    """Return one hash for all files as they are: what a result was made from.

    Examples
    --------
    >>> state_of(())[:8]
    'e3b0c442'
    """
    return state_of_hashes({one.path: one.sha256 for one in files})


def state_of_hashes(hashes: Mapping[str, str]) -> str:
    """Return the same hash from the hash of each file by its path.

    Notes
    -----
    Sorted here: databases order paths each in their own way.
    """
    lines = "".join(f"{path}\0{digest}\n" for path, digest in sorted(hashes.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def content_of(by: Entered, path: str) -> bytes:
    """Return what is in a file now.

    Raises
    ------
    Http404
        When the room holds no such file.
    """
    row = (
        FileVersion.objects.within(by).filter(path=path, is_current=True, is_removed=False).first()
    )
    if row is None:
        raise Http404
    return keyring(by).open(TABLE, "body", row.id, bytes(row.body))


def version_content(by: Entered, version_id: str) -> tuple[Listed, bytes]:
    """Return one version of a file with what is in it.

    Raises
    ------
    Http404
        When the room never held it.
    """
    row = FileVersion.objects.within(by).filter(pk=version_id).first()
    if row is None:
        raise Http404
    return _listed(row), keyring(by).open(TABLE, "body", row.id, bytes(row.body))


def contents(by: Entered, under: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of each file as it is now.

    Parameters
    ----------
    by
        The room as entered.
    under
        Only files whose path begins so, such as ``contract/``.
    """
    ring = keyring(by)
    rows = FileVersion.objects.within(by).filter(
        is_current=True, is_removed=False, path__startswith=under
    )
    for row in rows.order_by("path").iterator(chunk_size=8):
        yield row.path, ring.open(TABLE, "body", row.id, bytes(row.body))


def contents_of(by: Entered, paths: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of chosen files as they are now; those not there are left out."""
    ring = keyring(by)
    rows = FileVersion.objects.within(by).filter(
        is_current=True, is_removed=False, path__in=sorted(paths)
    )
    for row in rows.order_by("path").iterator(chunk_size=8):
        yield row.path, ring.open(TABLE, "body", row.id, bytes(row.body))


@contextmanager
def on_disk(by: Entered, under: str = "") -> Iterator[Path]:
    """Lay the room's deal folder out on disk for the core to read, and take it away again.

    Yields
    ------
    Path
        A folder named after the deal, in a place of its own that nobody else may read.
    """
    scratch = Path(settings.HOME) / "scratch"
    scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=scratch) as place:
        folder = Path(place) / "deal"
        folder.mkdir()
        for path, content in contents(by, under):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield folder


def copies_of(by: Entered) -> Sequence[SealedCopy]:
    """Return the sealed copies that were given to a room, the newest first."""
    return list(SealedCopy.objects.within(by).order_by("-given_at", "id"))


def copy_of(by: Entered, copy_id: str) -> SealedCopy:
    """Return one sealed copy.

    Raises
    ------
    Http404
        When the room was never given it.
    """
    found = SealedCopy.objects.within(by).filter(pk=copy_id).first()
    if found is None:
        raise Http404
    return found


def copied_files(by: Entered, copy: SealedCopy) -> Sequence[SealedFile]:
    """Return the files of a sealed copy, without what is in them."""
    return list(_sealed(by).filter(copy=copy).defer("body").order_by("path"))


def copied_content(by: Entered, copy_id: str, file_id: str) -> tuple[str, bytes]:
    """Return the path and content of a file of a sealed copy.

    Raises
    ------
    Http404
        When the room was never given it.
    """
    row = _sealed(by).filter(pk=file_id, copy_id=copy_id).first()
    if row is None:
        raise Http404
    return row.path, keyring(by).open(SEALED_TABLE, "body", row.id, bytes(row.body))


def _sealed(by: Entered) -> QuerySet[SealedFile]:
    return SealedFile.objects.within(by)


def _rows(by: Entered) -> QuerySet[FileVersion]:
    return FileVersion.objects.within(by).defer("body")


def _listed(row: FileVersion) -> Listed:
    return Listed(
        row.id,
        row.path,
        row.number,
        row.size,
        row.sha256,
        row.saved_by,
        row.saved_at,
        row.note,
        row.is_removed,
    )
