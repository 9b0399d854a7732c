"""Sealed copies: given to the joint room, looked at there, taken into one's own."""

from datetime import datetime
from pathlib import PurePosixPath
from typing import Annotated

from django.http import Http404, HttpResponse
from ninja import Query, Router
from pydantic import Field

from fairterms_web.api.media import BINARY, gives
from fairterms_web.api.policy import Id, in_room
from fairterms_web.api.shapes import (
    FilePath,
    Hash,
    Listed,
    Page,
    Sent,
    Told,
    Words,
    part_of,
)
from fairterms_web.deals import access, actions
from fairterms_web.deals.models import SealedCopy
from fairterms_web.rooms.access import beside
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import PRIVATE, READ, SHARE, WRITE, Kind

router = Router(tags=["Sealed copies"])
MOST_FILES = 100
"""Files of one copy in a request (our choice)."""


class Chosen(Sent):
    """A file to be given, with the hash of its content as the giver saw it."""

    path: FilePath
    sha256: Hash


class Given(Sent):
    """What is given to the joint room, and why."""

    files: Annotated[list[Chosen], Field(min_length=1, max_length=MOST_FILES)]
    title: Annotated[Words, Field(max_length=200)]
    why: Words


class Taken(Sent):
    """The copy whose files are taken."""

    copy_id: Id


class CopiedTold(Told):
    """A file of a sealed copy."""

    id: str
    path: str
    size: int
    sha256: str


class CopyTold(Told):
    """A sealed copy."""

    id: str
    title: str
    why: str
    party: str
    given_by: str
    given_at: datetime
    manifest: str
    manifest_hash: str


class WholeCopy(CopyTold):
    """A sealed copy with its files."""

    files: list[CopiedTold]


class Gave(Told):
    """The copy that was given, and the room it lies in."""

    copy_id: str
    room: str


class Took(Told):
    """How many files were new or changed."""

    saved: int


@router.get("/rooms/{room_id}/copies", response=Listed[CopyTold])
@in_room(READ)
def list_copies(by: Entered, page: Query[Page]) -> dict[str, object]:
    """List the sealed copies of a joint room, the newest first."""
    _check_joint(by)
    return part_of(access.copies_of(by), page, _told)


@router.get("/rooms/{room_id}/copies/{copy_id}", response=WholeCopy)
@in_room(READ)
def one_copy(by: Entered, copy_id: Id) -> WholeCopy:
    """Give one sealed copy with its files."""
    _check_joint(by)
    row = access.copy_of(by, copy_id)
    files = [
        CopiedTold(id=one.id, path=one.path, size=one.size, sha256=one.sha256)
        for one in access.copied_files(by, row)
    ]
    return WholeCopy(**_told(row).model_dump(), files=files)


@router.get("/rooms/{room_id}/copies/{copy_id}/files/{file_id}", openapi_extra=gives(BINARY))
@in_room(READ)
def get_copied(by: Entered, copy_id: Id, file_id: Id) -> HttpResponse:
    """Give one file of a sealed copy."""
    _check_joint(by)
    path, content = access.copied_content(by, copy_id, file_id)
    return download(content, PurePosixPath(path).name)


@router.post("/rooms/{room_id}/give", response={201: Gave})
@in_room(SHARE)
def give_copy(by: Entered, given: Given) -> dict[str, str]:
    """Give files of a private room to the joint room; the token must open both."""
    joint = _joint(by)
    paths = {one.path: one.sha256 for one in given.files}
    copy = actions.give(by=by, joint=joint, paths=paths, title=given.title, why=given.why)
    return {"copy_id": copy, "room": joint.room.id}


@router.post("/rooms/{room_id}/take", response=Took)
@in_room(WRITE)
def take_copy(by: Entered, taken: Taken) -> dict[str, int]:
    """Take the files of a sealed copy into a private room; the token must open both."""
    return {"saved": actions.take(by=by, joint=_joint(by), copy_id=taken.copy_id)}


def _check_joint(by: Entered) -> None:
    if by.room.kind != Kind.JOINT:
        raise Http404


def _joint(by: Entered) -> Entered:
    joint = beside(by, Kind.JOINT) if by.room.kind in PRIVATE else None
    if joint is None:
        raise Http404
    return joint


def _told(row: SealedCopy) -> CopyTold:
    return CopyTold(
        id=row.id,
        title=row.title,
        why=row.why,
        party=row.party,
        given_by=row.given_by,
        given_at=row.given_at,
        manifest=row.manifest,
        manifest_hash=row.manifest_hash,
    )
