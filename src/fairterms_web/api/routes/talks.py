"""The log of the talks: read, written, confirmed by the other side, sealed."""

from datetime import date
from typing import Annotated, Literal

from django.http import Http404
from ninja import Query, Router
from pydantic import StringConstraints

from fairterms.correspondence.entry import Channel, Kind, Side, Topic
from fairterms.correspondence.state import Standing
from fairterms_web.api.policy import in_room
from fairterms_web.api.refusals import NotAccepted
from fairterms_web.api.shapes import Day, Listed, MayBeWords, Page, Sent, Told, part_of
from fairterms_web.negotiate import actions, talks
from fairterms_web.negotiate.forms import EntryForm
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import READ, SIGN, WRITE
from fairterms_web.rooms.roles import Kind as RoomKind

router = Router(tags=["Log of the talks"])
EntryId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=80)]
Role = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\x00]*$")]
Spoken = Annotated[str, StringConstraints(max_length=2_000, pattern=r"^[^\x00]*$")]


class EntrySent(Sent):
    """One thing that was said or done; its very words, or a summary."""

    on: Day
    kind: Literal[
        "promise", "request", "answer", "delivery", "offer", "concession", "refusal", "notice"
    ]
    side: Literal["group", "plan"] | None = None
    by: Role
    to: Role
    quote: Spoken = ""
    summary: Spoken = ""
    due: Day | None = None
    replies_to: MayBeWords = ""
    how: Literal["", "letter", "email", "meeting", "call"] = ""
    about: Literal["", "data", "terms", "other"] = ""


class EntryTold(Told):
    """An entry with what became of it."""

    id: str
    on: date
    kind: Kind
    side: Side
    by: str
    to: str
    words: str
    is_quote: bool
    how: Channel | None
    about: Topic | None
    due: date | None
    replies_to: str
    acknowledged: date | None
    state: str


class Written(Told):
    """The id of an entry that was written down."""

    id: str


class SealedTold(Told):
    """How many entries were sealed."""

    sealed: int


@router.get("/rooms/{room_id}/log", response=Listed[EntryTold])
@in_room(READ)
def list_log(by: Entered, page: Query[Page]) -> dict[str, object]:
    """List what was said in the talks, in the order of the log."""
    return part_of(talks.read(by).stood, page, _told)


@router.post("/rooms/{room_id}/log", response={201: Written})
@in_room(WRITE)
def write_log(by: Entered, entry: EntrySent) -> dict[str, str]:
    """Write an entry down; in the joint room it is sealed at once, and the side is one's own."""
    side = talks.side_of(by)
    entries = [one.id for one in talks.read(by).log.current]
    form = EntryForm(entry.model_dump(exclude_none=True), entries=entries, side=side)
    if not form.is_valid():
        raise NotAccepted.by(form)
    return {"id": actions.write(by=by, fields=form.cleaned_data)}


@router.post("/rooms/{room_id}/log/seal", response=SealedTold)
@in_room(WRITE)
def seal_log(by: Entered) -> dict[str, int]:
    """Seal the entries that are not sealed yet."""
    return {"sealed": actions.seal(by=by)}


@router.post("/rooms/{room_id}/log/entries/{entry}/confirm", response={201: Written})
@in_room(SIGN)
def confirm_log(by: Entered, entry: EntryId) -> dict[str, str]:
    """Confirm in the joint room that the other side said something."""
    if by.room.kind != RoomKind.JOINT:
        raise Http404
    return {"id": actions.acknowledge(by=by, entry=entry)}


def _told(stood: Standing) -> EntryTold:
    one = stood.entry
    return EntryTold(
        id=one.id,
        on=one.on,
        kind=one.kind,
        side=one.side,
        by=one.by,
        to=one.to,
        words=one.words,
        is_quote=one.is_quote,
        how=one.how,
        about=one.about,
        due=one.due,
        replies_to=one.replies_to,
        acknowledged=one.acknowledged,
        state=stood.state,
    )
