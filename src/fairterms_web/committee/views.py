"""The committee: its charter with its gaps, its seats, its motions; only in the auditor's room."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from fairterms.audit.committee.charter import Charter
from fairterms.audit.committee.lint import lint
from fairterms.audit.committee.wording import share
from fairterms_web.committee import access, actions, charters
from fairterms_web.committee.forms import NoticeForm, SeatForm
from fairterms_web.committee.refused import NotDone
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import place_url, show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, WRITE, Kind
from fairterms_web.vault.keyring import keyring


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the committee; in any other room say where it meets."""
    if by.room.kind != Kind.AUDITOR:
        told = {"there": rooms.beside(by, Kind.AUDITOR), "audit_url": place_url(by, "audit")}
        return show(request, by, "committee/elsewhere.html", told)
    return _page(request, by, {})


@in_room(None, post=WRITE)
def charter(request: HttpRequest, by: Entered) -> HttpResponse:
    """Take a charter into the room."""
    only_here(by)
    actions.take_charter(by=by, source=request.POST.get("source", ""))
    messages.success(request, "The charter was taken. Read below what it leaves open.")
    return redirect("committee:page", room_id=by.room.id)


@in_room(None, post=WRITE)
def seat(request: HttpRequest, by: Entered) -> HttpResponse:
    """Write down who holds a seat."""
    only_here(by)
    found = _readable(by)
    now, _ = access.members(by)
    form = SeatForm(request.POST, places=access.places(found), members=now)
    if form.is_valid():
        try:
            actions.appoint(by=by, who=form.appointment)
        except NotDone as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, "Written down. All members see it.")
            return redirect("committee:page", room_id=by.room.id)
    return _page(request, by, {"seat_form": form})


@in_room(None, post=WRITE)
def notice(request: HttpRequest, by: Entered) -> HttpResponse:
    """Announce a motion."""
    only_here(by)
    form = NoticeForm(request.POST, charter=_readable(by))
    if form.is_valid():
        try:
            row = actions.notice(by=by, given=form.notice)
        except NotDone as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, "The motion is announced. Open the vote when it is time.")
            return redirect("committee:motion", room_id=by.room.id, motion_id=row.id)
    return _page(request, by, {"notice_form": form})


def only_here(by: Entered) -> None:
    """Let nobody reach what happens in the auditor's room from another.

    Raises
    ------
    Http404
        In any other room.
    """
    if by.room.kind != Kind.AUDITOR:
        raise Http404


def _readable(by: Entered) -> Charter:
    found = charters.reading(by)
    if found is None or found.charter is None:
        raise Http404
    return found.charter


def _page(request: HttpRequest, by: Entered, wrong: dict[str, object]) -> HttpResponse:
    found, ring = charters.reading(by), keyring(by)
    told: dict[str, object] = {
        "reading": found,
        "motions": access.motions(by, ring),
        "audit_url": place_url(by, "audit"),
    }
    if found is None:
        told["sources"] = charters.sources(by) if by.may(WRITE) else {}
    elif found.charter is not None:
        told |= _of_charter(by, found.charter)
        now, ever = access.members(by)
        held = access.seats(by, ever, ring)
        told |= _seats(found.charter, held)
        places = access.places(found.charter)
        told["members"] = now
        if by.may(WRITE):
            told["seat_form"] = SeatForm(places=places, members=now)
            told["notice_form"] = NoticeForm(charter=found.charter)
    return show(request, by, "committee/page.html", {**told, **wrong}, 422 if wrong else 200)


def _of_charter(by: Entered, found: Charter) -> dict[str, object]:
    kinds = [
        (one.title, f"{share(one)}, of {BASES[one.basis or '']}", one.tie.value)
        for one in found.motion_classes
    ]
    return {
        "charter": found,
        "linted": lint(found),
        "kinds": kinds,
        "is_open": actions.open_ends(found) if by.may(WRITE) else False,
    }


BASES = {
    "cast": "the votes cast",
    "present": "those present",
    "entire": "the entire committee",
    "": "what, the charter does not say",
}
"""What a majority is a majority of, in words."""


def _seats(charter: Charter, held: tuple[access.Held, ...]) -> dict[str, object]:
    """Lay out the seats with who holds each now, and who held them before."""
    last = {one.seat: one for one in reversed(held)}
    places = access.places(charter)
    earlier = [one for one in held if last.get(one.seat) != one]
    return {
        "seats": [(words, last.get(seat)) for seat, words in places.items()],
        "earlier": [(places.get(one.seat, one.seat), one) for one in earlier],
        "free": sum(1 for seat in places if not (last.get(seat) and last[seat].holder)),
    }
