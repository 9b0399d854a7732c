"""Statements of the plan: take one in, lay it beside ours, take the letter away."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from fairterms_web.deals import actions as filing
from fairterms_web.deals.contents import NotTaken
from fairterms_web.jobs import access as work
from fairterms_web.jobs import actions as working
from fairterms_web.jobs.models import State
from fairterms_web.reconcile import access
from fairterms_web.reconcile.forms import Arrival, Chosen
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, WRITE


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the statements, and what was made of each."""
    return _page(request, by)


@in_room(None, post=WRITE)
def upload(request: HttpRequest, by: Entered) -> HttpResponse:
    """Save a statement, and lay it beside ours."""
    form = Arrival(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, by, arrival=form)
    given = form.cleaned_data["statement"]
    try:
        filing.save_files(by=by, files=given, note="statement")
    except NotTaken as wrong:
        form.add_error("statement", str(wrong).split("\n"))
        return _page(request, by, arrival=form)
    version = next(one.id for one in access.statements(by) if one.path in given)
    job = working.ask(by=by, kind=access.KIND, arguments={"statement": version})
    return redirect("reconcile:found", room_id=by.room.id, job_id=job.id)


@in_room(None, post=WRITE)
def ask(request: HttpRequest, by: Entered) -> HttpResponse:
    """Lay a chosen statement beside ours."""
    form = _chosen(by, request)
    if not form.is_valid():
        return _page(request, by, chosen=form)
    job = working.ask(by=by, kind=access.KIND, arguments=form.arguments)
    return redirect("reconcile:found", room_id=by.room.id, job_id=job.id)


@in_room(READ)
def found(request: HttpRequest, by: Entered, job_id: str) -> HttpResponse:
    """Show a statement beside ours, or how far the work at it is."""
    job = access.job_of(by, job_id)
    is_done = job.state == State.DONE
    name = access.name_of(by, job) or "A statement"
    told = {
        "job": job,
        "statement": name,
        "percent": work.percent(job),
        "title": work.title_of(job),
        "back": request.path,
        "html": access.html(by, job) if is_done else "",
        "taken": access.taken(by, job) if is_done else {},
        "crumbs": (("Reconcile", reverse("reconcile:page", args=[by.room.id])), (name, "")),
    }
    return show(request, by, "reconcile/found.html", told)


@in_room(READ)
def take(request: HttpRequest, by: Entered, job_id: str, name: str) -> HttpResponse:
    """Give a file to take away."""
    job = access.job_of(by, job_id)
    if name not in access.TAKEN or job.state != State.DONE:
        raise Http404
    file, _ = access.TAKEN[name]
    return download(work.part_of(by, job, file), file)


def _chosen(by: Entered, request: HttpRequest | None = None) -> Chosen:
    statements = access.statements(by)
    versions = access.versions(by, statements)
    sent = request.POST if request else None
    return Chosen(sent, statements=statements, versions=versions)


def _page(
    request: HttpRequest,
    by: Entered,
    arrival: Arrival | None = None,
    chosen: Chosen | None = None,
) -> HttpResponse:
    shown = chosen or _chosen(by)
    told = {
        "has_statements": bool(shown.fields["statement"].choices),  # type: ignore[attr-defined]
        "earlier": access.earlier(by),
        "arrival": arrival or Arrival(),
        "chosen": shown,
        "map": access.MAP,
    }
    return show(request, by, "reconcile/page.html", told, 422 if arrival or chosen else 200)
