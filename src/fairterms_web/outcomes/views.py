"""What the records say of the contract's targets, and what the rules found in the records."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from fairterms_web.jobs import access as work
from fairterms_web.jobs.made.outcomes import OUTSIDE
from fairterms_web.outcomes import access
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the results, or what must be there before they can be worked out."""
    standing = work.standing(by, access.KIND)
    told: dict[str, object] = {
        "standing": standing,
        "back": request.path,
        "is_own": access.is_own(by),
    }
    if standing.shown is not None:
        told["shown"] = access.shown(by, standing.shown)
    return show(request, by, "outcomes/page.html", told)


@in_room(READ)
def outside(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show, in the group's room, the page that may leave it."""
    standing = work.standing(by, access.KIND)
    if standing.shown is None or not access.is_own(by):
        raise Http404
    html = work.part_of(by, standing.shown, OUTSIDE).decode()
    crumbs = (
        ("Outcomes", reverse("outcomes:page", args=[by.room.id])),
        ("What others may see", ""),
    )
    return show(request, by, "outcomes/outside.html", {"html": html, "crumbs": crumbs})


@in_room(READ)
def take(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Give a file to take away, of those that may be seen in this kind of room."""
    standing = work.standing(by, access.KIND)
    forms = access.forms(by)
    if name not in forms or standing.shown is None:
        raise Http404
    file, _ = forms[name]
    return download(work.part_of(by, standing.shown, file), file)
