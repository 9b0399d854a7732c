"""The page of reports, as each room sees it: the readers' desk, the address, a number."""

from datetime import UTC, date, datetime

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from fairterms.audit.ethics.clock import due, is_overdue, usual
from fairterms.audit.ethics.protection import is_look_due
from fairterms_web.ethics import access, actions, intake, outside
from fairterms_web.ethics.access import Seen
from fairterms_web.ethics.forms import Opened
from fairterms_web.rooms import actions as rooms
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.forms import Invited
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import GRANT, READ, REMARK, Kind


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show what may be known of reports in this room."""
    if by.room.kind == Kind.INDEPENDENT:
        return show(request, by, "ethics/desk.html", _desk(by))
    if by.room.kind == Kind.JOINT:
        return show(request, by, "ethics/address.html", _address(request, by))
    told = {"blocks": outside.numbers(by, _today())} if by.room.kind in outside.TOLD else {}
    return show(request, by, "ethics/elsewhere.html", told)


@in_room(None, post=GRANT)
def open_address(request: HttpRequest, by: Entered) -> HttpResponse:
    """Open an address for reports, with the room of the independent party behind it."""
    _only(by, Kind.JOINT)
    form = Opened(request.POST)
    if not form.is_valid():
        told = {**_address(request, by), "opened": form}
        return show(request, by, "ethics/address.html", told, 422)
    intake.open_intake(by=by, party=form.cleaned_data["party"], on=_today())
    messages.success(request, "The address is open. Ask the independent party in next.")
    return redirect("ethics:page", room_id=by.room.id)


@in_room(None, post=GRANT)
def invite(request: HttpRequest, by: Entered) -> HttpResponse:
    """Ask the first people of the independent party in; they let in the others themselves."""
    _only(by, Kind.JOINT)
    room = intake.waits_for_party(by)
    if room is None:
        raise Http404
    form = Invited(room, Kind.INDEPENDENT, request.POST)
    if form.is_valid():
        address = request.build_absolute_uri("/invitations/")
        try:
            secret = rooms.invite(by=by, wanted=form.wanted(), to=room, address=address)
        except rooms.CannotGrant as problem:
            form.add_error(None, str(problem))
        else:
            told = {
                "form": form,
                "into": room,
                "link": f"{address}{secret}/",
                "days": rooms.INVITATION_DAYS,
                "sends_mail": settings.SENDS_MAIL,
            }
            return show(request, by, "rooms/invited.html", told)
    told = {**_address(request, by), "invited": form}
    return show(request, by, "ethics/address.html", told, 422)


@in_room(None, post=REMARK)
def take_in(request: HttpRequest, by: Entered) -> HttpResponse:
    """Take in what arrived before today."""
    if access.box_of(by) is None:
        raise Http404
    actions.take_in(by=by, on=_today())
    messages.success(request, "What arrived before today was taken in.")
    return redirect("ethics:page", room_id=by.room.id)


def _desk(by: Entered) -> dict[str, object]:
    """Gather what the readers of reports see."""
    people = access.people_of(by)
    own = next((one for one in people if one.recipient.id == by.actor.person), None)
    seen = access.cases(by, _today())
    return {
        "has_box": access.box_of(by) is not None,
        "own": own,
        "people": people,
        "is_pair": sum(not one.recipient.is_of_a_side for one in people) >= 2,
        "cases": [_row(one) for one in seen],
    }


def _row(seen: Seen) -> dict[str, object]:
    clocks, today = usual(), _today()
    return {
        "seen": seen,
        "owed": due(seen.case, clocks),
        "is_late": is_overdue(seen.case, clocks, today),
        "asks_look": is_look_due(seen.watch, today),
    }


def _address(request: HttpRequest, by: Entered) -> dict[str, object]:
    """Gather what the joint room sees."""
    found = intake.intake_of(by)
    told: dict[str, object] = {"intake": found, "blocks": outside.numbers(by, _today())}
    if found is None:
        return {**told, "opened": Opened()}
    path = reverse("ethics:speak-up", args=[found.code])
    room = intake.waits_for_party(by) if by.may(GRANT) else None
    if room is not None:
        told["invited"] = Invited(room, Kind.INDEPENDENT, initial={"role": "owner"})
    return {**told, "address": request.build_absolute_uri(path)}


def _only(by: Entered, kind: Kind) -> None:
    if by.room.kind != kind:
        raise Http404


def _today() -> date:
    return datetime.now(UTC).date()
