"""Long work on a page: asked for, followed, cancelled, asked for again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from fairterms_web.jobs import access, actions
from fairterms_web.jobs.kinds import kinds
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, WRITE


@in_room(READ)
def listing(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show all long work of a room."""
    jobs = [(access.title_of(one), one) for one in access.jobs_of(by)[:50]]
    return show(request, by, "jobs/listing.html", {"jobs": jobs})


@in_room(READ)
def progress(request: HttpRequest, by: Entered, job_id: str) -> HttpResponse:
    """Show how far a piece of work is; when it is over, the page around it is asked for again."""
    job = access.job_of(by, job_id)
    percent = access.percent(job)
    told = {
        "job": job,
        "percent": percent,
        "title": access.title_of(job),
        "room": by.room,
        "may": {"write": by.may(WRITE)},
        "back": request.GET.get("back", ""),
    }
    response = render(request, "jobs/progress.html", told)
    if request.headers.get("HX-Request") and not job.is_open:
        response["HX-Refresh"] = "true"
    return response


@in_room(None, post=WRITE)
def ask(request: HttpRequest, by: Entered, kind: str) -> HttpResponse:
    """Ask for work."""
    if kind not in kinds():
        raise Http404
    actions.ask(by=by, kind=kind)
    return _back(request, by)


@in_room(None, post=WRITE)
def cancel(request: HttpRequest, by: Entered, job_id: str) -> HttpResponse:
    """Cancel work."""
    actions.cancel(by=by, job_id=job_id)
    return _back(request, by)


@in_room(None, post=WRITE)
def again(request: HttpRequest, by: Entered, job_id: str) -> HttpResponse:
    """Ask for work once more."""
    actions.again(by=by, job_id=job_id)
    return _back(request, by)


def _back(request: HttpRequest, by: Entered) -> HttpResponse:
    """Return to the page the work was asked from, and to no other site."""
    to = request.POST.get("back", "")
    if to.startswith("/") and url_has_allowed_host_and_scheme(to, allowed_hosts=None):
        return redirect(to)
    return redirect("jobs:listing", room_id=by.room.id)
