"""What may be done to the files of a room; every version is kept, so that all can be undone."""

import hashlib
from collections.abc import Mapping

from django.db.models import Max
from django.http import Http404

from fairterms_web import identifiers
from fairterms_web.deals import access
from fairterms_web.deals.access import SEALED_TABLE, TABLE
from fairterms_web.deals.archive import checked, clashes
from fairterms_web.deals.contents import NotTaken
from fairterms_web.deals.manifest import Manifest, manifest
from fairterms_web.deals.models import FileVersion, SealedCopy, SealedFile
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import SHARE, WRITE, Kind
from fairterms_web.vault.keyring import Keyring, keyring


class CannotGive(ValueError):
    """Files that are not given to the other side; says why, for the one who tried."""


class ChangedMeanwhile(ValueError):
    """Somebody saved a file since the writer saw it; nothing was saved over it."""


def holds_persons(path: str) -> bool:
    """Tell whether a file of a deal folder holds data of patients, which never leave the room."""
    return path.lower().startswith("records/")


def save_files(
    *,
    by: Entered,
    files: Mapping[str, bytes],
    note: str = "",
    seen: Mapping[str, str] | None = None,
) -> int:
    """Save files into a room; those that are there already as they are stay untouched.

    Parameters
    ----------
    by
        The room as entered.
    files
        Content by path.
    note
        Why, in the words of who saves.
    seen
        Path to the hash of each file that the writer began from, empty where there was none.

    Returns
    -------
    int
        How many were new or changed.

    Raises
    ------
    NotTaken
        When one of them is not taken; then none is.
    ChangedMeanwhile
        When one of those seen is no longer as it was.
    """
    wanted = checked(files)
    with change(by, WRITE) as said:
        ring = keyring(by)
        now = access.hashes(by)
        if any(now.get(path, "") != digest for path, digest in (seen or {}).items()):
            raise ChangedMeanwhile
        _check_beside(now, wanted)
        saved: dict[str, str] = {}
        for path, content in wanted.items():
            digest = hashlib.sha256(content).hexdigest()
            if now.get(path) != digest:
                _add(by, ring, path, content, note)
                saved[path] = digest
        said.that("files.saved", {"files": saved, "note": note})
    return len(saved)


def remove_file(*, by: Entered, path: str, note: str = "") -> None:
    """Take a file out of the folder; its versions stay, and it can be put back.

    Raises
    ------
    Http404
        When the room holds no such file.
    """
    with change(by, WRITE) as said:
        access.content_of(by, path)
        _add(by, keyring(by), path, None, note)
        said.that("file.removed", {"path": path, "note": note})


def put_back(*, by: Entered, version_id: str) -> str:
    """Put an older version of a file back, as the newest; return its path.

    Raises
    ------
    Http404
        When the room never held that version.
    NotTaken
        When it cannot lie beside the files that are there now.
    """
    with change(by, WRITE) as said:
        version, content = access.version_content(by, version_id)
        now = access.hashes(by)
        _check_beside(now, {version.path: content})
        _add(by, keyring(by), version.path, content, f"version {version.number} put back")
        said.that("file.put-back", {"path": version.path, "version": version.number})
    return version.path


def give(*, by: Entered, joint: Entered, paths: Mapping[str, str], title: str, why: str) -> str:
    """Give a sealed copy of files to the joint room; return the copy's identifier.

    Parameters
    ----------
    by
        The private room the files come from.
    joint
        The joint room of the same deal, as entered by the same person.
    paths
        Path of each file to the hash of its content as the giver saw it: what was changed since
        is not given.
    title, why
        What it is and what for, for those who receive it.

    Raises
    ------
    Http404
        When a file is not there, or is not what the giver saw.
    CannotGive
        When one of them holds personal data, or there is none.
    """
    assert joint.room.kind == Kind.JOINT, "sealed copies are given to the joint room"
    assert joint.room.deal_id == by.room.deal_id, "a copy stays within its deal"
    if not paths or any(holds_persons(one) for one in paths):
        raise CannotGive("Choose at least one file, and none of records/: patients stay here.")
    with change(by, SHARE) as told:
        given = {path: _as_seen(by, path, digest) for path, digest in sorted(paths.items())}
        copy = _seal_copy(by, joint, given, (title, why, manifest(paths)))
        told.that("copy.given", {"copy": copy.id, "manifest": copy.manifest_hash, "why": why})
    return copy.id


def take(*, by: Entered, joint: Entered, copy_id: str) -> int:
    """Take the files of a sealed copy into a private room; return how many were new or changed."""
    copy = access.copy_of(joint, copy_id)
    files = {
        one.path: access.copied_content(joint, copy.id, one.id)[1]
        for one in access.copied_files(joint, copy)
    }
    return save_files(by=by, files=files, note=f"from the sealed copy “{copy.title}”"[:300])


def _check_beside(now: Mapping[str, str], wanted: Mapping[str, bytes]) -> None:
    """Refuse files that cannot lie beside those the room holds."""
    if problems := clashes({**now, **wanted}.keys()):
        raise NotTaken("\n".join(problems))


def _as_seen(by: Entered, path: str, digest: str) -> bytes:
    content = access.content_of(by, path)
    if hashlib.sha256(content).hexdigest() != digest:
        raise Http404
    return content


def _seal_copy(
    by: Entered, joint: Entered, given: Mapping[str, bytes], words: tuple[str, str, Manifest]
) -> SealedCopy:
    title, why, listed = words
    with change(joint, SHARE) as said:
        party = by.room.party
        copy = SealedCopy(
            room=joint.room,
            title=title,
            manifest=listed.text,
            manifest_hash=listed.hash,
            given_by=joint.name,
            party=party.name if party else by.room.title,
            why=why,
        )
        copy.save(force_insert=True)
        ring = keyring(joint)
        for path, content in given.items():
            _seal_file(joint, ring, copy, path, content)
        said.that("copy.received", {"copy": copy.id, "manifest": copy.manifest_hash, "why": why})
    return copy


def _seal_file(joint: Entered, ring: Keyring, copy: SealedCopy, path: str, content: bytes) -> None:
    row_id = identifiers.new()
    SealedFile(
        id=row_id,
        room=joint.room,
        copy=copy,
        path=path,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        body=ring.seal(SEALED_TABLE, "body", row_id, content),
    ).save(force_insert=True)


def _add(by: Entered, ring: Keyring, path: str, content: bytes | None, note: str) -> None:
    """Add a version of a file; without content it is one that says the file was removed."""
    rows = FileVersion.objects.within(by).filter(path=path)
    last: int = rows.aggregate(last=Max("number"))["last"] or 0
    rows.filter(is_current=True).update(is_current=False)
    row_id = identifiers.new()
    FileVersion(
        id=row_id,
        room=by.room,
        path=path,
        number=last + 1,
        is_removed=content is None,
        sha256=hashlib.sha256(content or b"").hexdigest(),
        size=len(content or b""),
        body=ring.seal(TABLE, "body", row_id, content or b""),
        saved_by=by.name,
        note=note[:300],
    ).save(force_insert=True)
