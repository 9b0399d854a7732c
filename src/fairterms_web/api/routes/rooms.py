"""The rooms a token opens, and the token itself."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Query, Router

from fairterms_web.api.bearer import token_of
from fairterms_web.api.policy import holder, in_room
from fairterms_web.api.shapes import Listed, Page, Told, part_of
from fairterms_web.rooms.access import rooms_of
from fairterms_web.rooms.actor import Actor
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import READ

router = Router(tags=["Rooms"])


class RoomTold(Told):
    """A room, and what this token may do in it."""

    id: str
    kind: str
    title: str
    deal: str
    deal_title: str
    may: list[str]


class TokenTold(Told):
    """What this token is for."""

    purpose: str
    ends_at: datetime
    may: list[str]
    rooms: int


@router.get("/token", response=TokenTold)
@holder()
def own_token(request: HttpRequest, actor: Actor) -> dict[str, object]:
    """Say what this token is for, until when, and how many rooms it opens now."""
    token = token_of(request)
    return {
        "purpose": token.purpose,
        "ends_at": token.ends_at,
        "may": token.capabilities,
        "rooms": len(actor.rooms()),
    }


@router.get("/rooms", response=Listed[RoomTold])
@holder()
def list_rooms(actor: Actor, page: Query[Page]) -> dict[str, object]:
    """List the rooms this token opens now."""
    return part_of(rooms_of(actor), page, _told)


@router.get("/rooms/{room_id}", response=RoomTold)
@in_room(READ)
def one_room(by: Entered) -> RoomTold:
    """Give one room."""
    return _told(by)


def _told(by: Entered) -> RoomTold:
    return RoomTold(
        id=by.room.id,
        kind=by.room.kind,
        title=by.room.title,
        deal=by.room.deal_id,
        deal_title=by.room.deal.title,
        may=sorted(by.actor.capabilities(by.room.id)),
    )
