"""The page Audit: the auditor writes, both sides read what they were told and answer it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from fairterms_web.audit import access, actions, shown
from fairterms_web.audit.entry_form import EntryForm, Known
from fairterms_web.audit.forms import OWN, TOLD
from fairterms_web.audit.told_forms import ResponseForm
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import crumbs, show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, SIGN, WRITE, Kind

_WRITTEN = "Written down; it stands in audit.toml and is never changed."


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the audit as the room may see it."""
    return _page(request, by)


def _page(request: HttpRequest, by: Entered, wrong: str = "") -> HttpResponse:
    status = 422 if wrong else 200
    if by.room.kind == Kind.AUDITOR:
        told = {**shown.of_auditor(by, _today()), "wrong": wrong}
        return show(request, by, "audit/page.html", told, status)
    if by.room.kind == Kind.JOINT:
        told = {**shown.of_both(by, _today()), "wrong": wrong}
        return show(request, by, "audit/both.html", told, status)
    return show(request, by, "audit/elsewhere.html", {"links": shown.links(by)})


@in_room(WRITE, post=WRITE)
def add(request: HttpRequest, by: Entered, what: str) -> HttpResponse:
    """Ask for an entry of one sort, and add it where it was sent."""
    kinds = {**OWN, **TOLD}
    if by.room.kind != Kind.AUDITOR or what not in kinds:
        raise Http404
    known = Known(
        shown.reading_of(by).book, access.evidence_files(by), access.own_name(by), _today()
    )
    form = kinds[what](known, request.POST or None)
    if request.method == "POST" and form.is_valid():
        joint = _joint(by) if what in TOLD else None
        if _is_written(form, lambda: _add(by, joint, form)):
            messages.success(request, _WRITTEN)
            return redirect("audit:page", room_id=by.room.id)
    return _form(request, by, form)


def _add(by: Entered, joint: Entered | None, form: EntryForm) -> None:
    section, fields = form.entry()
    if joint is None:
        actions.add(by=by, section=section, fields=fields)
    else:
        actions.tell(by=by, joint=joint, section=section, fields=fields)


@in_room(SIGN, post=SIGN)
def respond(request: HttpRequest, by: Entered, finding: str) -> HttpResponse:
    """Ask a side for its answer to a finding, and add it where it was sent."""
    if by.room.kind != Kind.JOINT:
        raise Http404
    book = access.kept(by).book
    asked = next((one for one in book.findings if one.id == finding), None)
    if asked is None or book.issue_of(finding) is None:
        raise Http404
    form = ResponseForm(Known(book, on=_today()), request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.told()
        if _is_written(
            form, lambda: actions.respond(by=by, finding=finding, fields=told, on=_today())
        ):
            messages.success(request, "Your answer is written down; both sides read it now.")
            return redirect("audit:page", room_id=by.room.id)
    return _form(request, by, form, asked=asked)


@in_room(None, post=WRITE)
def review(request: HttpRequest, by: Entered, workpaper: str) -> HttpResponse:
    """Say that one has looked over somebody else's workpaper."""
    _auditors_only(by)
    return _do(
        request,
        by,
        lambda: actions.review(by=by, workpaper=workpaper, on=_today()),
        "You have looked it over; that stands in audit.toml.",
    )


@in_room(None, post=WRITE)
def publish(request: HttpRequest, by: Entered, procedure: str) -> HttpResponse:
    """Tell both sides how a sample is drawn."""
    _auditors_only(by)
    return _do(
        request,
        by,
        lambda: actions.publish(by=by, joint=_joint(by), procedure=procedure, on=_today()),
        "Both sides can draw the sample now.",
    )


@in_room(None, post=WRITE)
def issue(request: HttpRequest, by: Entered, finding: str) -> HttpResponse:
    """Tell a finding to both sides."""
    _auditors_only(by)
    return _do(
        request,
        by,
        lambda: actions.issue(by=by, joint=_joint(by), finding=finding, on=_today()),
        "Both sides read the finding now, and may answer it.",
    )


@in_room(READ)
def take(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Give a file of the report to take away."""
    is_here = by.room.kind in {Kind.AUDITOR, Kind.JOINT} and name in shown.TAKEN
    if not is_here or not access.kept(by).reading.is_written:
        raise Http404
    content, file = shown.file_of(by, name, _today())
    return download(content, file)


def _auditors_only(by: Entered) -> None:
    if by.room.kind != Kind.AUDITOR:
        raise Http404


def _joint(by: Entered) -> Entered:
    """Return the joint room as one who may write for both sides."""
    joint = access.joint_of(by)
    if joint is None or not access.may_tell(by, joint):
        raise NotAllowed(WRITE)
    return joint


def _do(request: HttpRequest, by: Entered, act: Callable[[], None], done: str) -> HttpResponse:
    """Do something, and show the page again with why where it cannot be done."""
    try:
        act()
    except actions.NotWritten as wrong:
        return _page(request, by, str(wrong))
    messages.success(request, done)
    return redirect("audit:page", room_id=by.room.id)


def _is_written(form: EntryForm, act: Callable[[], None]) -> bool:
    """Do what a form asks for; where that cannot be, the form says why."""
    try:
        act()
    except actions.NotWritten as wrong:
        form.add_error(None, str(wrong))
        return False
    return True


def _form(request: HttpRequest, by: Entered, form: EntryForm, **more: object) -> HttpResponse:
    told = {"form": form, "crumbs": crumbs(by, form.title, ("Audit", "audit:page")), **more}
    return show(request, by, "audit/form.html", told, 422 if form.errors else 200)


def _today() -> date:
    return datetime.now(UTC).date()
