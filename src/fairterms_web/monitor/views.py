"""A deal after signing: look as of a day, confirm obligations, write down what became of them."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from fairterms_web.jobs import access as work
from fairterms_web.jobs import actions as working
from fairterms_web.jobs.models import Job
from fairterms_web.monitor import access, actions
from fairterms_web.monitor.forms import Day, Happened
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, WRITE


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the deal as it stood when it was last looked at."""
    return _page(request, by, {})


@in_room(None, post=WRITE)
def look(request: HttpRequest, by: Entered) -> HttpResponse:
    """Look at the deal as of a day."""
    form = Day(request.POST)
    if not form.is_valid():
        return _page(request, by, {"day": form})
    day = form.cleaned_data["on"]
    arguments = {"on": day.isoformat()} if day else {}
    working.ask(by=by, kind=access.KIND, arguments=arguments)
    return redirect("monitor:page", room_id=by.room.id)


@in_room(None, post=WRITE)
def confirm(request: HttpRequest, by: Entered) -> HttpResponse:
    """Confirm a proposed obligation."""
    name, due = request.POST.get("proposal", ""), request.POST.get("due", "")
    try:
        actions.confirm(by=by, proposal=name, due=due, on=datetime.now(UTC).date())
    except actions.NotWritten as wrong:
        return _page(request, by, {"wrong": str(wrong), "of": name, "due": due})
    messages.success(request, "Confirmed; it stands in obligations.toml. Look again to see it.")
    return redirect("monitor:page", room_id=by.room.id)


@in_room(None, post=WRITE)
def record(request: HttpRequest, by: Entered) -> HttpResponse:
    """Write down what became of an obligation."""
    job = work.shown(by, access.KIND)
    form = Happened(request.POST, known=access.shown(by, job).open if job else ())
    if not form.is_valid():
        return _page(request, by, {"happened": form})
    try:
        actions.record(by=by, event=form.event)
    except actions.NotWritten as wrong:
        form.add_error(None, str(wrong))
        return _page(request, by, {"happened": form})
    messages.success(request, "Written down. Look again to see how the deal stands now.")
    return redirect("monitor:page", room_id=by.room.id)


@in_room(READ)
def take(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Give a file to take away."""
    job = work.shown(by, access.KIND)
    if name not in access.TAKEN or job is None:
        raise Http404
    file, _ = access.TAKEN[name]
    return download(work.part_of(by, job, file), file)


def _page(request: HttpRequest, by: Entered, wrong: dict[str, object]) -> HttpResponse:
    standing = work.standing(by, access.KIND)
    told: dict[str, object] = {
        "standing": standing,
        "back": reverse("monitor:page", args=[by.room.id]),
        "day": Day(initial={"on": _day_of(standing.shown)}),
        "kept_in": access.KEPT_IN,
    }
    if standing.shown is not None:
        seen = access.shown(by, standing.shown)
        told |= {"shown": seen, "happened": Happened(known=seen.open)}
    return show(request, by, "monitor/page.html", {**told, **wrong}, 422 if wrong else 200)


def _day_of(job: Job | None) -> str:
    """Return the day that was asked for when the deal was last looked at; empty for today."""
    return str(job.arguments.get("on", "")) if job is not None else ""
