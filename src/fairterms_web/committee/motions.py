"""One motion: what is asked, one's own vote, the count, the minutes, and pages of dissent."""

from datetime import UTC, date, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from fairterms.audit.committee.charter import Charter
from fairterms.audit.committee.minutes import blocks, report, seat_words
from fairterms.audit.committee.wording import share
from fairterms.publish import docx, pdf
from fairterms_web.committee import access, actions, charters, closing, counting, dissents, votes
from fairterms_web.committee.access import Put
from fairterms_web.committee.closing import Kept
from fairterms_web.committee.forms import DissentForm, VoteForm, WithdrawForm
from fairterms_web.committee.models import Minutes, State
from fairterms_web.committee.refused import NotDone
from fairterms_web.committee.views import BASES, only_here
from fairterms_web.deals import access as files
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, REMARK, WRITE
from fairterms_web.vault.keyring import Keyring, keyring

TAKEN = {
    "docx": "The minutes (Word)",
    "pdf": "The minutes (PDF)",
    "md": "The minutes as they were sealed (text)",
}
SAID = {
    State.CHAIR: "The seats tie. The chair is asked now; the motion is not decided yet.",
    State.DEPUTY: "The deputy is asked now; the motion is not decided yet.",
    State.DECIDED: "The motion is decided. Its minutes are sealed.",
}


@in_room(READ)
def page(request: HttpRequest, by: Entered, motion_id: str) -> HttpResponse:
    """Show a motion."""
    only_here(by)
    return _page(request, by, motion_id, {})


@in_room(None, post=WRITE)
def open_vote(request: HttpRequest, by: Entered, motion_id: str) -> HttpResponse:
    """Open the vote."""
    only_here(by)
    try:
        actions.open_vote(by=by, motion_id=motion_id)
    except NotDone as wrong:
        return _page(request, by, motion_id, {"wrong": str(wrong)})
    messages.success(request, "The vote is open. Each holder of a seat can vote now.")
    return redirect("committee:motion", room_id=by.room.id, motion_id=motion_id)


@in_room(None, post=WRITE)
def withdraw(request: HttpRequest, by: Entered, motion_id: str) -> HttpResponse:
    """Withdraw a motion before its vote."""
    only_here(by)
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _page(request, by, motion_id, {"withdraw_form": form})
    try:
        actions.withdraw(by=by, motion_id=motion_id, why=form.cleaned_data["why"])
    except NotDone as wrong:
        return _page(request, by, motion_id, {"wrong": str(wrong), "withdraw_form": form})
    messages.success(request, "The motion is withdrawn. It keeps its number.")
    return redirect("committee:motion", room_id=by.room.id, motion_id=motion_id)


@in_room(None, post=REMARK)
def vote(request: HttpRequest, by: Entered, motion_id: str) -> HttpResponse:
    """Cast one's own vote."""
    only_here(by)
    motion = access.motion_of(by, motion_id)
    charter = charters.pinned(by, motion.row.charter)
    may = votes.may_vote(motion.state, access.seat_of(by, access.holders(by), charter))
    form = VoteForm(request.POST, may=may)
    if not may:
        return _page(request, by, motion_id, {"wrong": votes.NOT_ASKED})
    if not form.is_valid():
        return _page(request, by, motion_id, {"vote_form": form})
    try:
        votes.vote(by=by, motion_id=motion_id, cast=form.cast)
    except NotDone as wrong:
        return _page(request, by, motion_id, {"wrong": str(wrong), "vote_form": form})
    messages.success(request, "Your vote is cast. Nobody sees it before the motion is decided.")
    return redirect("committee:motion", room_id=by.room.id, motion_id=motion_id)


@in_room(None, post=WRITE)
def close(request: HttpRequest, by: Entered, motion_id: str) -> HttpResponse:
    """Close the vote, or go on without the one who is asked to break a tie."""
    only_here(by)
    try:
        state = closing.close(
            by=by,
            motion_id=motion_id,
            on=_today(),
            seen=request.POST.get("seen", ""),
            is_passed_over=request.POST.get("without") == "1",
        )
    except NotDone as wrong:
        return _page(request, by, motion_id, {"wrong": str(wrong)})
    messages.success(request, SAID[state])
    return redirect("committee:motion", room_id=by.room.id, motion_id=motion_id)


@in_room(None, post=REMARK)
def dissent(request: HttpRequest, by: Entered, motion_id: str) -> HttpResponse:
    """Add a page of dissent."""
    only_here(by)
    form = DissentForm(request.POST)
    if not form.is_valid():
        return _page(request, by, motion_id, {"dissent_form": form})
    try:
        dissents.add(by=by, motion_id=motion_id, text=form.cleaned_data["text"], on=_today())
    except NotDone as wrong:
        return _page(request, by, motion_id, {"wrong": str(wrong), "dissent_form": form})
    messages.success(request, "Your page was added to the minutes.")
    return redirect("committee:motion", room_id=by.room.id, motion_id=motion_id)


@in_room(READ)
def take(_: HttpRequest, by: Entered, motion_id: str, name: str) -> HttpResponse:
    """Give the minutes to keep: as sealed, or as a page with what was added since."""
    only_here(by)
    motion = access.motion_of(by, motion_id)
    charter = charters.pinned(by, motion.row.charter)
    found = closing.kept(by, motion, charter, keyring(by))
    if found is None or name not in TAKEN:
        raise Http404
    file = f"{found.written.id}.{name}"
    if name == "md":
        return download(_as_sealed(by, motion, found.row.sha256), file)
    printed = report(found.written)
    return download(docx.render(printed) if name == "docx" else pdf.render(printed), file)


def _as_sealed(by: Entered, motion: Put, sha256: str) -> bytes:
    """Return the version of the file whose hash was sealed, whatever was saved over it."""
    versions = files.versions_of(by, closing.path_of(motion))
    version = next((one for one in versions if one.sha256 == sha256), None)
    if version is None:
        raise Http404
    return files.version_content(by, version.id)[1]


def _is_as_sealed(by: Entered, motion: Put, row: Minutes) -> bool:
    """Tell whether the room's file of the minutes is still the one whose hash was sealed."""
    newest = files.versions_of(by, closing.path_of(motion))[0]
    return newest.sha256 == row.sha256 and not newest.is_removed


def _page(
    request: HttpRequest, by: Entered, motion_id: str, wrong: dict[str, object]
) -> HttpResponse:
    ring = keyring(by)
    motion = access.motion_of(by, motion_id, ring)
    charter = charters.pinned(by, motion.row.charter)
    kind = charter.motion_class(motion.row.kind)
    told: dict[str, object] = {
        "motion": motion,
        "kind": kind,
        "takes": f"{share(kind)}, of {BASES[kind.basis or '']}",
        "charter": charter,
        "asked": counting.ASKED.get(motion.state, ""),
        "is_written_later": motion.row.noticed_at.date() != motion.row.noticed_on,
    }
    found = closing.kept(by, motion, charter, ring)
    told |= _decided(by, motion, found) if found else _under_way(by, motion, charter, ring)
    return show(request, by, "committee/motion.html", {**told, **wrong}, 422 if wrong else 200)


def _under_way(by: Entered, motion: Put, charter: Charter, ring: Keyring) -> dict[str, object]:
    """Tell who voted, and never how; one's own vote alone is opened."""
    held, ballots = access.holders(by), access.voted(by, motion)
    seat = access.seat_of(by, held, charter)
    may = votes.may_vote(motion.state, seat)
    asked = (*charter.constituency_of, *counting.presiding(motion.state))
    return {
        "sat": [
            (seat_words(charter, one), one in ballots, bool(held.get(one)), one == seat)
            for one in asked
        ],
        "voted": sum(1 for one in charter.constituency_of if one in ballots),
        "own": access.own_vote(by, ballots, ring),
        "seat": seat,
        "vote_form": VoteForm(may=may) if may else None,
        "withdraw_form": WithdrawForm(),
        "why_withdrawn": access.why_withdrawn(by, motion, ring),
    }


def _decided(by: Entered, motion: Put, found: Kept) -> dict[str, object]:
    row, written = found.row, found.written
    seat = dissents.outvoted_seat(by, found)
    until = written.decision.minutes_due_on
    is_in_time = until is None or _today() <= until
    has_written = any(one.seat == seat for one in written.dissents)
    is_asked = bool(seat) and is_in_time and not has_written
    return {
        "minutes": row,
        "taken": TAKEN,
        "is_as_sealed": _is_as_sealed(by, motion, row),
        "path": closing.path_of(motion),
        "written": written,
        "blocks": blocks(written),
        "until": until,
        "dissent_form": DissentForm() if is_asked else None,
    }


def _today() -> date:
    return datetime.now(UTC).date()
