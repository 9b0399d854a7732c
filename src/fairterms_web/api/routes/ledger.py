"""The ledger of a room, for programs that keep it and check it."""

from datetime import datetime
from typing import Annotated

from django.http import Http404, HttpResponse, StreamingHttpResponse
from ninja import Query, Router
from pydantic import Field, StringConstraints

from fairterms_web.api.media import LINES, TEXT, gives
from fairterms_web.api.policy import in_room
from fairterms_web.api.shapes import Listed, Page, Told, part_of
from fairterms_web.ledgers import access, actions, history
from fairterms_web.ledgers.access import NotWhole
from fairterms_web.ledgers.models import LedgerCheckpoint
from fairterms_web.ledgers.signing import ledger_key
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import READ, REMARK

router = Router(tags=["Ledger"])
Size = Annotated[int, Field(ge=0, le=10**15 - 1)]
EntryKind = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]{1,64}$")]


class HappeningTold(Told):
    """One thing that happened in the room."""

    sequence: int
    time: datetime
    who: str
    title: str
    words: str
    details: dict[str, str]
    payload: str


class CheckpointTold(Told):
    """A checkpoint of the ledger."""

    size: int
    made_at: datetime


class AskedTold(Told):
    """A checkpoint was asked for."""

    is_asked: bool


@router.get("/rooms/{room_id}/ledger/entries", response=Listed[HappeningTold])
@in_room(READ)
def list_entries(
    by: Entered, page: Query[Page], kind: EntryKind | None = None
) -> dict[str, object]:
    """List what happened in the room, the newest first, in plain words."""
    rows = history.found(by, kind or "")
    shown = rows[page.offset : page.offset + page.limit]
    told = history.happenings(by, shown, history.names_in(by))
    return {"count": rows.count(), "items": [_told(one) for one in told]}


@router.get(
    "/rooms/{room_id}/ledger/file",
    openapi_extra=gives(LINES),
)
@in_room(READ)
def get_ledger(by: Entered) -> StreamingHttpResponse:
    """Give the whole ledger as a file, as `fairterms ledger verify` checks it."""
    count = access.size(by)
    head = download(b"", f"{_stem(by)}.jsonl", LINES)
    response = StreamingHttpResponse(access.lines(by, count), content_type=LINES)
    for name in ("Content-Disposition", "Content-Security-Policy"):
        response[name] = head[name]
    return response


@router.get("/rooms/{room_id}/ledger/key", openapi_extra=gives(TEXT))
@in_room(READ)
def get_key(by: Entered) -> HttpResponse:
    """Give the public key by which the workspace's checkpoints are checked."""
    return download(f"{ledger_key().public}\n".encode(), f"{ledger_key().name}.pub", TEXT)


@router.get("/rooms/{room_id}/ledger/note", openapi_extra=gives(TEXT))
@in_room(READ)
def get_note(by: Entered, size: Size | None = None) -> HttpResponse:
    """Give the newest checkpoint with its cosignatures, or the one over so many entries."""
    found = access.newest(by) if size is None else access.of_size(by, size)
    if found is None:
        raise Http404
    return download(str(found.note).encode(), f"{_stem(by)}-{found.size}.note", TEXT)


@router.get("/rooms/{room_id}/ledger/proof", openapi_extra=gives(TEXT))
@in_room(READ)
def get_proof(by: Entered, old: Size = 0) -> HttpResponse:
    """Give a witness the newest checkpoint, and the proof that it goes on from an older one."""
    try:
        found = access.for_witness(by, old)
    except (NotWhole, AssertionError):
        found = None
    if found is None:
        raise Http404
    return download(found, f"{_stem(by)}.proof", TEXT)


@router.get("/rooms/{room_id}/ledger/checkpoints", response=Listed[CheckpointTold])
@in_room(READ)
def list_checkpoints(by: Entered, page: Query[Page]) -> dict[str, object]:
    """List the checkpoints, the newest first."""
    return part_of(access.checkpoints_of(by), page, _checkpoint)


@router.post("/rooms/{room_id}/ledger/checkpoints", response={202: AskedTold})
@in_room(REMARK)
def ask_checkpoint(by: Entered) -> dict[str, bool]:
    """Ask for a checkpoint now."""
    actions.ask_checkpoint(by=by)
    return {"is_asked": True}


def _stem(by: Entered) -> str:
    return f"{by.room.kind}-{by.room.id[:8]}"


def _told(one: history.Happening) -> HappeningTold:
    return HappeningTold(
        sequence=one.sequence,
        time=one.time,
        who=one.who,
        title=one.title,
        words=one.words,
        details=dict(one.details),
        payload=one.payload,
    )


def _checkpoint(row: LedgerCheckpoint) -> CheckpointTold:
    return CheckpointTold(size=row.size, made_at=row.made_at)
