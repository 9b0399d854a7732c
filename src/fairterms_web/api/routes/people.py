"""Who was let into a room, and who is asked in; for those who may let others in."""

from datetime import datetime
from typing import Annotated, Literal

from django.http import Http404, HttpRequest
from ninja import Query, Router
from pydantic import StringConstraints

from fairterms_web.api.policy import Id, in_room
from fairterms_web.api.refusals import NotAccepted
from fairterms_web.api.shapes import Day, Listed, Page, Sent, Told, Words, part_of
from fairterms_web.rooms import access, actions
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.forms import Invited
from fairterms_web.rooms.models import Grant, Invitation, Room
from fairterms_web.rooms.roles import GRANT, Kind

router = Router(tags=["People of a room"])
Place = Literal["here", "plan", "auditor"]
PLACES = {"plan": Kind.PLAN, "auditor": Kind.AUDITOR}
"""Rooms that are looked after from the joint room."""
RoleSlug = Annotated[str, StringConstraints(pattern=r"^[a-z-]{1,32}$")]
Address = Annotated[str, StringConstraints(min_length=3, max_length=254, pattern=r"^[^\x00\s]+$")]


class Asked(Sent):
    """Somebody to be let in."""

    email: Address
    role: RoleSlug
    purpose: Words
    until: Day | None = None


class GrantTold(Told):
    """Somebody who was let in."""

    id: str
    who: str
    role: str
    purpose: str
    starts_at: datetime
    ends_at: datetime | None
    revoked_at: datetime | None


class InvitationTold(Told):
    """An invitation that waits."""

    id: str
    email: str
    role: str
    purpose: str
    ends_at: datetime


class Link(Told):
    """The link of an invitation; it is told once, works once, and is kept nowhere."""

    link: str
    days: int


@router.get("/rooms/{room_id}/people", response=Listed[GrantTold])
@in_room(GRANT)
def list_people(by: Entered, page: Query[Page], place: Place = "here") -> dict[str, object]:
    """List who was let in, live or not."""
    return part_of(access.grants_of(by, _room(by, place)), page, _grant)


@router.get("/rooms/{room_id}/invitations", response=Listed[InvitationTold])
@in_room(GRANT)
def list_invitations(by: Entered, page: Query[Page], place: Place = "here") -> dict[str, object]:
    """List the invitations that wait."""
    return part_of(access.invitations_of(by, _room(by, place)), page, _invitation)


@router.post("/rooms/{room_id}/invitations", response={201: Link})
@in_room(GRANT)
def invite_person(
    request: HttpRequest, by: Entered, asked: Asked, place: Place = "here"
) -> dict[str, object]:
    """Ask somebody in."""
    room = _room(by, place)
    side = str(room.kind) if room.party_id else access.side_of(by)
    form = Invited(room, side, asked.model_dump(exclude_none=True))
    if not form.is_valid():
        raise NotAccepted.by(form)
    address = request.build_absolute_uri("/invitations/")
    secret = actions.invite(by=by, wanted=form.wanted(), to=room, address=address)
    return {"link": f"{address}{secret}/", "days": actions.INVITATION_DAYS}


@router.delete("/rooms/{room_id}/invitations/{invitation_id}", response={204: None})
@in_room(GRANT)
def withdraw_invitation(by: Entered, invitation_id: Id) -> None:
    """Withdraw an invitation that waits; its link works no more."""
    actions.withdraw(by=by, invitation_id=invitation_id)


@router.delete("/rooms/{room_id}/people/{grant_id}", response={204: None})
@in_room(GRANT)
def let_out(by: Entered, grant_id: Id) -> None:
    """Let somebody out now."""
    actions.revoke(by=by, grant_id=grant_id)


def _room(by: Entered, place: str) -> Room:
    """Return the room that is meant."""
    if place == "here":
        return by.room
    found = access.looked_after(by, PLACES[place]) if by.room.kind == Kind.JOINT else None
    if found is None:
        raise Http404
    return found


def _grant(row: Grant) -> GrantTold:
    return GrantTold(
        id=row.id,
        who=str(row.person),
        role=row.role,
        purpose=row.purpose,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        revoked_at=row.revoked_at,
    )


def _invitation(row: Invitation) -> InvitationTold:
    return InvitationTold(
        id=row.id, email=row.email, role=row.role, purpose=row.purpose, ends_at=row.ends_at
    )
