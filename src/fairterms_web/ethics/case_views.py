"""One report, for its readers: agreed on, read, moved on, answered."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from fairterms.audit.ethics.case import SUBJECTS, next_steps
from fairterms.audit.ethics.clock import due, usual
from fairterms_web.ethics import access, actions
from fairterms_web.ethics.actions import NotDone, Said
from fairterms_web.ethics.forms import Message, Moved
from fairterms_web.ethics.models import Act
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms import reads
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import crumbs, show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, REMARK


@in_room(READ)
def report(request: HttpRequest, by: Entered, report_id: str) -> HttpResponse:
    """Show a report; its words only once two people have opened it, and then in the ledger."""
    return _shown(request, by, report_id, {})


@in_room(None, post=REMARK)
def agree(request: HttpRequest, by: Entered, report_id: str) -> HttpResponse:
    """Agree that the report is opened."""
    return _done(
        request, by, report_id, lambda on: actions.agree(by=by, report_id=report_id, on=on)
    )


@in_room(None, post=REMARK)
def move(request: HttpRequest, by: Entered, report_id: str) -> HttpResponse:
    """Take the next step with the report."""
    seen = access.case_of(by, report_id, _today())
    steps = next_steps(seen.case.state, is_opened=seen.is_opened)
    form = Moved(steps, request.POST)
    if not form.is_valid():
        return _shown(request, by, report_id, {"moved": form})
    told = form.cleaned_data
    said = Said(Act.STEP, told["words"], told["step"])
    return _done(
        request,
        by,
        report_id,
        lambda on: actions.move_on(by=by, report_id=report_id, said=said, on=on),
        {"moved": form},
    )


@in_room(None, post=REMARK)
def answer(request: HttpRequest, by: Entered, report_id: str) -> HttpResponse:
    """Write to the reporter."""
    form = Message(request.POST, auto_id="answer_%s")
    access.case_of(by, report_id, _today())
    if not form.is_valid():
        return _shown(request, by, report_id, {"answered": form})
    words = form.cleaned_data["words"]
    return _done(
        request,
        by,
        report_id,
        lambda on: actions.answer(by=by, report_id=report_id, text=words, on=on),
    )


@in_room(None, post=REMARK)
def look(request: HttpRequest, by: Entered, report_id: str) -> HttpResponse:
    """Note how the reporter fares."""
    form = Message(request.POST, auto_id="look_%s")
    access.case_of(by, report_id, _today())
    if not form.is_valid():
        return _shown(request, by, report_id, {"looked": form})
    words = form.cleaned_data["words"]
    return _done(
        request,
        by,
        report_id,
        lambda on: actions.look_after(by=by, report_id=report_id, text=words, on=on),
    )


def _done(
    request: HttpRequest,
    by: Entered,
    report_id: str,
    act: Callable[[date], None],
    forms: dict[str, object] | None = None,
) -> HttpResponse:
    """Do something about a report, or show it again with why it was not done."""
    try:
        act(_today())
    except NotDone as wrong:
        return _shown(request, by, report_id, {**(forms or {}), "wrong": str(wrong)})
    messages.success(request, "Done; it stands in the history of this room.")
    return redirect("ethics:report", room_id=by.room.id, report_id=report_id)


def _shown(
    request: HttpRequest, by: Entered, report_id: str, wrong: dict[str, object]
) -> HttpResponse:
    seen = access.case_of(by, report_id, _today())
    steps = next_steps(seen.case.state, is_opened=seen.is_opened)
    names = rooms.names(one.by for one in seen.entries if one.by)
    told: dict[str, object] = {
        "seen": seen,
        "subject": SUBJECTS[seen.slip.subject],
        "has_agreed": by.actor.person in seen.openers,
        "owed": due(seen.case, usual()),
        "entries": [
            (one, names.get(one.by, "The reporter"), Act(one.act).label) for one in seen.entries
        ],
        "moved": Moved(steps) if steps else None,
        "answered": Message(auto_id="answer_%s"),
        "looked": Message(auto_id="look_%s") if seen.slip.has_consent else None,
        "crumbs": crumbs(by, "One report", ("Reports without a name", "ethics:page")),
    }
    if seen.is_opened:
        told["body"] = access.body_of(by, seen)
        reads.record(by, request)
    return show(request, by, "ethics/report.html", {**told, **wrong}, 422 if wrong else 200)


def _today() -> date:
    return datetime.now(UTC).date()
