"""The register of risks, the proposals of the library, and the file they are written in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from fairterms_web.jobs import access as work
from fairterms_web.risks import access, actions
from fairterms_web.risks import workshop as sheets
from fairterms_web.risks.access import Register
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, WRITE


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the register with its numbers, or how far the work at it is."""
    return _page(request, by)


@in_room(None, post=WRITE)
def propose(request: HttpRequest, by: Entered) -> HttpResponse:
    """Write the proposals that were chosen into risks.toml."""
    ids = request.POST.getlist("risk")
    try:
        count = actions.add_proposed(by=by, ids=ids)
    except actions.CannotSave as wrong:
        return _page(request, by, str(wrong))
    words = "1 risk was" if count == 1 else f"{count} risks were"
    messages.success(request, f"{words} written into risks.toml. Fill in what is empty.")
    return redirect("risks:edit", room_id=by.room.id)


@in_room(READ, post=WRITE)
def edit(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show risks.toml with what is wrong in it; save it where that was sent."""
    if request.method != "POST":
        found = access.register(by)
        return _editor(request, by, found, {"problems": found.problems})
    text, seen = request.POST.get("text", ""), request.POST.get("seen", "")
    try:
        actions.write(by=by, text=text, seen=seen)
    except actions.CannotSave as wrong:
        problems = (wrong.problem,) if wrong.problem else ()
        told: dict[str, object] = {"wrong": str(wrong), "problems": problems}
        return _editor(request, by, Register(text, seen), told, 422)
    messages.success(request, "risks.toml was saved.")
    return redirect("risks:edit", room_id=by.room.id)


@in_room(READ)
def workshop(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the questions of a workshop."""
    told = {"html": sheets.sheets(), "crumbs": _crumbs(by, "A workshop")}
    return show(request, by, "risks/workshop.html", told)


@in_room(READ)
def take(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Give a file to take away."""
    if name == "workshop":
        return download(sheets.document(), "risk-workshop.docx")
    standing = work.standing(by, access.KIND)
    if name not in access.TAKEN or standing.shown is None:
        raise Http404
    file, _ = access.TAKEN[name]
    return download(work.part_of(by, standing.shown, file), file)


def _page(request: HttpRequest, by: Entered, wrong: str = "") -> HttpResponse:
    standing = work.standing(by, access.KIND)
    told: dict[str, object] = {
        "standing": standing,
        "back": reverse("risks:page", args=[by.room.id]),
        "wrong": wrong,
    }
    if standing.shown is not None:
        told["shown"] = access.shown(by, standing.shown)
    return show(request, by, "risks/page.html", told, 422 if wrong else 200)


def _editor(
    request: HttpRequest,
    by: Entered,
    register: Register,
    told: dict[str, object],
    status: int = 200,
) -> HttpResponse:
    page = {"register": register, "crumbs": _crumbs(by, "risks.toml"), **told}
    return show(request, by, "risks/edit.html", page, status)


def _crumbs(by: Entered, last: str) -> tuple[tuple[str, str], ...]:
    return (("Risks", reverse("risks:page", args=[by.room.id])), (last, ""))
