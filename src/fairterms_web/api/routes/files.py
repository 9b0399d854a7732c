"""The files of a room: each alone, every version of it, and the folder as a whole."""

from datetime import datetime
from pathlib import PurePosixPath
from typing import Annotated

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import Field

from fairterms_web.api.media import BINARY, ZIP, gives, takes
from fairterms_web.api.policy import Id, in_room
from fairterms_web.api.shapes import FilePath, Listed, MayBeWords, Page, Told, part_of
from fairterms_web.deals import access, actions
from fairterms_web.deals.archive import pack, unpack
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import READ, WRITE

router = Router(tags=["Files"])
Under = Annotated[MayBeWords, Field(description="Only paths that begin so, such as contract/.")]


class FileTold(Told):
    """A file as it is listed; its content is asked for alone."""

    id: str
    path: str
    number: int
    size: int
    sha256: str
    saved_by: str
    saved_at: datetime
    note: str
    is_removed: bool


class Saved(Told):
    """How many files were new or changed."""

    saved: int


class Placed(Told):
    """Where a file lies."""

    path: str


@router.get("/rooms/{room_id}/files", response=Listed[FileTold])
@in_room(READ)
def list_files(by: Entered, page: Query[Page], under: Under = "") -> dict[str, object]:
    """List the files of a room as they are now."""
    found = [one for one in access.listed(by) if one.path.startswith(under)]
    return part_of(found, page, _told)


@router.get("/rooms/{room_id}/file", openapi_extra=gives(BINARY))
@in_room(READ)
def get_file(by: Entered, path: FilePath) -> HttpResponse:
    """Give a file as it is now."""
    return download(access.content_of(by, path), PurePosixPath(path).name)


@router.put("/rooms/{room_id}/file", response=Saved, openapi_extra=takes(BINARY))
@in_room(WRITE, BINARY)
def put_file(by: Entered, content: bytes, path: FilePath, note: MayBeWords = "") -> dict[str, int]:
    """Save a file; the one that was there is kept as an earlier version."""
    return {"saved": actions.save_files(by=by, files={path: content}, note=note)}


@router.delete("/rooms/{room_id}/file", response={204: None})
@in_room(WRITE)
def remove_file(by: Entered, path: FilePath, note: MayBeWords = "") -> None:
    """Take a file out of the folder; its versions are kept, and it can be put back."""
    actions.remove_file(by=by, path=path, note=note)


@router.get("/rooms/{room_id}/versions", response=Listed[FileTold])
@in_room(READ)
def list_versions(by: Entered, path: FilePath, page: Query[Page]) -> dict[str, object]:
    """List every version of a file, the newest first."""
    return part_of(access.versions_of(by, path), page, _told)


@router.get("/rooms/{room_id}/versions/{version_id}", openapi_extra=gives(BINARY))
@in_room(READ)
def get_version(by: Entered, version_id: Id) -> HttpResponse:
    """Give one version of a file."""
    found, content = access.version_content(by, version_id)
    return download(content, PurePosixPath(found.path).name)


@router.post("/rooms/{room_id}/versions/{version_id}/put-back", response=Placed)
@in_room(WRITE)
def put_back(by: Entered, version_id: Id) -> dict[str, str]:
    """Put an earlier version of a file back, as the newest."""
    return {"path": actions.put_back(by=by, version_id=version_id)}


@router.get("/rooms/{room_id}/folder", openapi_extra=gives(ZIP))
@in_room(READ)
def export_folder(by: Entered) -> HttpResponse:
    """Give the whole deal folder as one ZIP file, exactly as it is kept."""
    return download(pack(access.contents(by)), f"{by.room.deal.title}.zip", ZIP)


@router.post("/rooms/{room_id}/folder", response=Saved, openapi_extra=takes(ZIP))
@in_room(WRITE, ZIP)
def import_folder(by: Entered, content: bytes, note: MayBeWords = "imported") -> dict[str, int]:
    """Save the files of a deal folder that was packed as one ZIP file."""
    return {"saved": actions.save_files(by=by, files=unpack(content), note=note)}


def _told(one: access.Listed) -> FileTold:
    return FileTold.model_validate(one, from_attributes=True)
