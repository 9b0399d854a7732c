"""The report of the decision, its forms to take away, and its history."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from fairterms_web.decide import access
from fairterms_web.jobs import access as work
from fairterms_web.jobs.models import Job, State
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ

TAKEN = {
    "pdf": ("report.pdf", "The report as PDF"),
    "docx": ("report.docx", "The report as Word document"),
    "xlsx": ("report.xlsx", "The tables as Excel workbook"),
    "json": ("decision.json", "The decision for other programs (JSON)"),
}
PAGE = "decide.html"


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the last answer, or how far the work at it is."""
    standing = work.standing(by, access.KIND)
    told: dict[str, object] = {"standing": standing, "back": request.path}
    if standing.shown is not None:
        told |= _report(by, standing.shown)
    return show(request, by, "decide/page.html", told)


@in_room(READ)
def earlier(request: HttpRequest, by: Entered, job_id: str) -> HttpResponse:
    """Show an earlier answer as it was given."""
    job = _done(by, job_id)
    crumbs = (
        ("Decide", reverse("decide:page", args=[by.room.id])),
        ("History", reverse("decide:history", args=[by.room.id])),
        (f"{job.ended_at:%Y-%m-%d %H:%M} UTC", ""),
    )
    return show(request, by, "decide/earlier.html", {"crumbs": crumbs, **_report(by, job)})


@in_room(READ)
def history(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show every answer that was given, and two of them side by side where that is asked."""
    answers = access.history(by)
    chosen = {name: request.GET.get(name, "") for name in ("first", "second")}
    crumbs = (("Decide", reverse("decide:page", args=[by.room.id])), ("History", ""))
    told = {
        "answers": answers,
        "chosen": chosen,
        "compared": access.compared(answers, chosen["first"], chosen["second"]),
        "crumbs": crumbs,
    }
    return show(request, by, "decide/history.html", told)


@in_room(READ)
def take(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Give the last report in a form to take away."""
    standing = work.standing(by, access.KIND)
    if standing.shown is None:
        raise Http404
    return _file(by, standing.shown, name)


@in_room(READ)
def take_earlier(request: HttpRequest, by: Entered, job_id: str, name: str) -> HttpResponse:
    """Give an earlier report in a form to take away."""
    return _file(by, _done(by, job_id), name)


def _report(by: Entered, job: Job) -> dict[str, object]:
    html = work.part_of(by, job, PAGE).decode()
    taken = {name: words for name, (_, words) in TAKEN.items()}
    return {"job": job, "html": html, "taken": taken}


def _file(by: Entered, job: Job, name: str) -> HttpResponse:
    if name not in TAKEN:
        raise Http404
    file, _ = TAKEN[name]
    return download(work.part_of(by, job, file), file)


def _done(by: Entered, job_id: str) -> Job:
    job = work.job_of(by, job_id)
    if job.kind != access.KIND or job.state != State.DONE:
        raise Http404
    return job
