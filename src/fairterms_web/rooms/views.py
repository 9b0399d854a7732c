"""Who is in a room, who is asked in, and which rooms a deal has."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from fairterms_web.rooms import access, actions
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.forms import Invited
from fairterms_web.rooms.models import Grant, Room
from fairterms_web.rooms.pages import crumbs, show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import GRANT, READ, ROLES, Kind

OPENED = {"plan": Kind.PLAN, "auditor": Kind.AUDITOR}
"""Rooms that are opened from the joint room, by the word in their address."""
HERE = "here"


@in_room(READ)
def deal(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the rooms of the deal that the actor may enter; none of the others is hinted at."""
    told: dict[str, object] = {
        "rooms": access.rooms_beside(by),
        "crumbs": crumbs(by, "Rooms of this deal"),
    }
    if by.room.kind == Kind.JOINT and by.may(GRANT):
        told["auditor"] = access.looked_after(by, Kind.AUDITOR)
        told["asks_plan"] = access.side_of(by) == Kind.GROUP
    return show(request, by, "rooms/deal.html", told)


@in_room(GRANT)
def people(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show who was let into the room, and who is asked in."""
    places = [by.room]
    auditor = access.looked_after(by, Kind.AUDITOR) if by.room.kind == Kind.JOINT else None
    if auditor is not None:
        places.append(auditor)
    told = {
        "places_let_into": [_place(by, one) for one in places],
        "crumbs": crumbs(by, "People of this room"),
    }
    return show(request, by, "rooms/people.html", told)


@in_room(GRANT, post=GRANT)
def invite(request: HttpRequest, by: Entered, place: str) -> HttpResponse:
    """Ask somebody in; the link is shown once, in the answer, and is kept nowhere."""
    room = _room_of(by, place)
    side = str(room.kind) if room.party_id else access.side_of(by)
    form = Invited(room, side, request.POST or None)
    told: dict[str, object] = {
        "form": form,
        "into": room,
        "crumbs": crumbs(by, "Invite somebody", ("People of this room", "rooms:people")),
    }
    if request.method != "POST" or not form.is_valid():
        return show(request, by, "rooms/invite.html", told, status=422 if form.errors else 200)
    address = request.build_absolute_uri("/invitations/")
    try:
        secret = actions.invite(by=by, wanted=form.wanted(), to=room, address=address)
    except actions.CannotGrant as problem:
        form.add_error(None, str(problem))
        return show(request, by, "rooms/invite.html", told, status=422)
    told |= {
        "link": f"{address}{secret}/",
        "days": actions.INVITATION_DAYS,
        "sends_mail": settings.SENDS_MAIL,
    }
    return show(request, by, "rooms/invited.html", told)


@in_room(None, post=GRANT)
def end(request: HttpRequest, by: Entered, grant_id: str) -> HttpResponse:
    """Let somebody out now."""
    try:
        row = actions.revoke(by=by, grant_id=grant_id)
        messages.success(request, f"{row.person} may no longer enter as {ROLES[row.role].title}.")
    except actions.CannotGrant as problem:
        messages.error(request, str(problem))
    if not access.actor_for(by.actor.person).may(by.room.id):
        return redirect("start:home")
    return redirect("rooms:people", room_id=by.room.id)


@in_room(None, post=GRANT)
def withdraw(request: HttpRequest, by: Entered, invitation_id: str) -> HttpResponse:
    """Withdraw an invitation that waits."""
    row = actions.withdraw(by=by, invitation_id=invitation_id)
    messages.success(request, f"The invitation of {row.email} was withdrawn. Its link is dead.")
    return redirect("rooms:people", room_id=by.room.id)


@in_room(None, post=GRANT)
def open_room(request: HttpRequest, by: Entered, place: str) -> HttpResponse:
    """Open the plan's or the auditor's room from the joint room, and go on to invite into it."""
    if by.room.kind != Kind.JOINT or place not in OPENED:
        raise Http404
    actions.open_room(by=by, kind=OPENED[place])
    if access.looked_after(by, OPENED[place]) is None:
        messages.info(request, "Those who are in that room let others in themselves.")
        return redirect("rooms:deal", room_id=by.room.id)
    return redirect("rooms:invite", room_id=by.room.id, place=place)


def _room_of(by: Entered, place: str) -> Room:
    """Return the room somebody is asked into."""
    if place == HERE:
        return by.room
    found = None
    if by.room.kind == Kind.JOINT and place in OPENED:
        found = access.looked_after(by, OPENED[place])
    if found is None:
        raise Http404
    return found


def _place(by: Entered, room: Room) -> dict[str, object]:
    """Gather who is in a room, in three queries whatever their number."""
    grants = list(access.grants_of(by, room))
    waiting = list(access.invitations_of(by, room))
    names = access.names({one.granted_by for one in grants})
    side = access.side_of(by)
    return {
        "room": room,
        "word": HERE if room.id == by.room.id else str(room.kind),
        "people": [_person(by, one, names[one.granted_by], side) for one in grants],
        "waiting": [
            (one, ROLES[one.role].title, bool(room.party_id) or one.side == side) for one in waiting
        ],
    }


def _person(by: Entered, row: Grant, let_in_by: str, side: str) -> dict[str, object]:
    is_over = row.ends_at is not None and row.ends_at <= by.actor.at
    has_ended = row.revoked_at is not None or is_over
    return {
        "row": row,
        "role": ROLES[row.role].title,
        "let_in_by": let_in_by,
        "ended_at": row.revoked_at or (row.ends_at if is_over else None),
        "has_ended": has_ended,
        "is_me": row.person_id == by.actor.person,
        "may_end": not has_ended and (row.room.party_id is not None or row.side == side),
    }
