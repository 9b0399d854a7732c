"""Asks, trades, what is handed over, and the log of the talks."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from fairterms.units.refusal import Refusal
from fairterms_web.jobs import access as work
from fairterms_web.negotiate import actions, talks
from fairterms_web.negotiate.forms import EntryForm
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, SIGN, WRITE, Kind

TAKEN = {
    "brief": ("brief.docx", "The brief (Word), for your side alone"),
    "brief-pdf": ("brief.pdf", "The brief (PDF), for your side alone"),
    "questions": ("questions.docx", "Questions to the plan (Word), to hand over"),
    "redline": ("redline.docx", "Words to change (Word), to hand over"),
}


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the brief."""
    standing = work.standing(by, "decision")
    told: dict[str, object] = {"standing": standing, "back": request.path, "taken": TAKEN}
    if standing.shown is not None:
        told["html"] = work.part_of(by, standing.shown, "negotiate.html").decode()
    return show(request, by, "negotiate/page.html", told)


@in_room(READ)
def trades(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show what may be traded."""
    standing = work.standing(by, "decision")
    if standing.shown is None:
        raise Http404
    html = work.part_of(by, standing.shown, "trades.html").decode()
    return show(request, by, "negotiate/trades.html", {"html": html, "standing": standing})


@in_room(READ)
def take(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Give a file to take away."""
    standing = work.standing(by, "decision")
    if name not in TAKEN or standing.shown is None:
        raise Http404
    file, _ = TAKEN[name]
    return download(work.part_of(by, standing.shown, file), file)


@in_room(READ, post=WRITE)
def log(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the log; write an entry down, where one was sent."""
    known, side = talks.read(by), talks.side_of(by)
    entries = [one.id for one in known.log.current]
    form = EntryForm(request.POST or None, entries=entries, side=side)
    if request.method == "POST" and form.is_valid():
        try:
            name = actions.write(by=by, fields=form.cleaned_data, known=known)
        except actions.NotWritten as wrong:
            for problem in wrong.problems:
                form.add_error(None, f"{problem.what}: {problem.fix}")
        else:
            messages.success(request, f"Written down as {name}.")
            return redirect("negotiate:log", room_id=by.room.id)
    told = {
        "known": known,
        "form": form,
        "side": side,
        "is_joint": by.room.kind == Kind.JOINT,
        "confirmed": {one.id for one in known.log.entries if known.log.acknowledged(one)},
    }
    return show(request, by, "negotiate/log.html", told, status=422 if form.errors else 200)


@in_room(None, post=SIGN)
def confirm(request: HttpRequest, by: Entered, entry: str) -> HttpResponse:
    """Confirm that the other side said something."""
    if by.room.kind != Kind.JOINT:
        raise Http404
    try:
        actions.acknowledge(by=by, entry=entry)
    except actions.NotWritten as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, "Confirmed; the other side sees it.")
    return redirect("negotiate:log", room_id=by.room.id)


@in_room(None, post=WRITE)
def seal(request: HttpRequest, by: Entered) -> HttpResponse:
    """Seal the entries that are not sealed yet."""
    try:
        count = actions.seal(by=by)
    except (Refusal, actions.NotWritten) as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, f"{count} entries were sealed." if count else "All were sealed.")
    return redirect("negotiate:log", room_id=by.room.id)
