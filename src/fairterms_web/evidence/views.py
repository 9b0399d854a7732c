"""Evidence: asked for in the joint room, given by a side, read by the auditor."""

from datetime import UTC, date, datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from fairterms.audit.release.manifest import watermark
from fairterms.audit.release.request import Mode
from fairterms.units.refusal import Refusal
from fairterms_web.deals.actions import save_files
from fairterms_web.deals.archive import pack
from fairterms_web.deals.contents import NotTaken
from fairterms_web.evidence import access, actions, making
from fairterms_web.evidence.access import Kept
from fairterms_web.evidence.forms import Asked, Declining, Destroyed, Making, Source, Upload
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import crumbs, show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import PRIVATE, READ, REMARK, WRITE, Kind

BACK = ("Evidence", "evidence:page")
PAGES = {Kind.JOINT: "joint", Kind.AUDITOR: "auditor"}


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show what this room knows of evidence: asked for, given, or received."""
    return _page(request, by, Upload())


@in_room(WRITE, post=WRITE)
def ask(request: HttpRequest, by: Entered) -> HttpResponse:
    """Ask a side for evidence, from the joint room."""
    if not access.may_ask(by):
        raise Http404
    form = Asked(access.sides(by), access.decisions(by), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask(by=by, told=form.cleaned_data, on=_today())
        except actions.Lacking as lacking:
            for one in lacking.problems:
                form.add_error(None, f"{one.what[:1].upper()}{one.what[1:]}: {one.fix}.")
        else:
            messages.success(request, "Asked. The side that was asked sees it in its own room.")
            return redirect("evidence:page", room_id=by.room.id)
    told = {"form": form, "crumbs": crumbs(by, "Ask for evidence", BACK)}
    return show(request, by, "evidence/ask.html", told, 422 if form.errors else 200)


@in_room(None, post=WRITE)
def upload(request: HttpRequest, by: Entered) -> HttpResponse:
    """Put a file to be given into the room's own folder for it."""
    if by.room.kind not in PRIVATE:
        raise Http404
    form = Upload(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, by, form)
    try:
        save_files(by=by, files=form.cleaned_data["file"], note="to be given as evidence")
    except NotTaken as wrong:
        form.add_error("file", str(wrong).split("\n"))
        return _page(request, by, form)
    messages.success(request, "The file is in evidence/. It can be prepared now.")
    return redirect("evidence:page", room_id=by.room.id)


@in_room(READ)
def one(request: HttpRequest, by: Entered, ref: str) -> HttpResponse:
    """Show one release, as the side that gives it or the auditor sees it."""
    return _one(request, by, ref, {})


@in_room(READ)
def content(_: HttpRequest, by: Entered, ref: str) -> HttpResponse:
    """Give what is prepared to those who look through it before it leaves, in their own room."""
    if by.room.kind not in PRIVATE:
        raise Http404
    kept = access.record(by, ref, _today())
    body = access.content(by, kept)
    if kept.held.prepared is None or body is None:
        raise Http404
    return download(body, kept.held.prepared.file)


@in_room(None, post=WRITE)
def decline(request: HttpRequest, by: Entered, ref: str) -> HttpResponse:
    """Say why this side does not give what it was asked for."""
    if by.room.kind not in PRIVATE:
        raise Http404
    form = Declining(request.POST)
    if not form.is_valid():
        return _one(request, by, ref, {"declining": form})
    try:
        actions.decline(by=by, ref=ref, why=form.cleaned_data["why"], on=_today())
    except Refusal as refusal:
        return _one(request, by, ref, {"declining": form, "refusal": refusal})
    messages.success(request, "Declined. Both sides and the auditor can read why.")
    return redirect("evidence:one", room_id=by.room.id, ref=ref)


@in_room(WRITE, post=WRITE)
def prepare(request: HttpRequest, by: Entered, ref: str) -> HttpResponse:
    """Choose a file, declare what it holds, and see what would leave."""
    kept = _to_prepare(by, ref)
    sources = access.sources(by)
    source = Source(sources, request.GET or None)
    told: dict[str, Any] = {"one": kept, "source": source, "folder": access.FOLDER}
    told["crumbs"] = crumbs(by, "Prepare evidence", BACK)
    if not source.is_valid():
        told["has_sources"] = any(sources.values())
        status = 422 if source.errors or request.method == "POST" else 200
        return show(request, by, "evidence/prepare.html", told, status)
    kind, path = source.chosen
    try:
        columns = making.columns(by, kind, path)
        known = access.earlier(by, _today()).people if kind != "file" else ()
        told |= {"kind": kind, "path": path, "known": known}
        told["form"] = form = Making(kind, columns, known, request.POST or None)
        if request.method == "POST" and form.is_valid():
            made = making.make(by, kept, source.chosen, form, _today())
            actions.prepare(by=by, ref=ref, made=made, on=_today())
            messages.success(request, "Prepared. Two people look at it and approve it.")
            return redirect("evidence:one", room_id=by.room.id, ref=ref)
    except Refusal as refusal:
        told["refusal"] = refusal
    is_wrong = "refusal" in told or bool(told["form"].errors)
    return show(request, by, "evidence/making.html", told, 422 if is_wrong else 200)


@in_room(None, post=WRITE)
def approve(request: HttpRequest, by: Entered, ref: str) -> HttpResponse:
    """Approve exactly what is prepared; with two approvals it is given."""
    if by.room.kind not in PRIVATE:
        raise Http404
    try:
        seen = request.POST.get("seen", "")
        has_left = actions.approve(by=by, ref=ref, seen=seen, on=_today())
    except Refusal as refusal:
        return _one(request, by, ref, {"refusal": refusal})
    left = "Two people approved it, and it was given to the auditor’s room."
    messages.success(request, left if has_left else "Approved. A second person must approve it.")
    return redirect("evidence:one", room_id=by.room.id, ref=ref)


@in_room(None, post=REMARK)
def sign(request: HttpRequest, by: Entered, ref: str) -> HttpResponse:
    """Sign the agreement; then it can be opened."""
    _check_auditor(by)
    if "agree" not in request.POST:
        wrong = "Tick the box to say that you agree, then sign."
        return _one(request, by, ref, {"wrong": wrong})
    try:
        actions.sign(by=by, ref=ref, seen=request.POST.get("seen", ""), on=_today())
    except Refusal as refusal:
        return _one(request, by, ref, {"refusal": refusal})
    messages.success(request, "Signed. You can open it now.")
    return redirect("evidence:one", room_id=by.room.id, ref=ref)


@in_room(None, post=REMARK)
def read(request: HttpRequest, by: Entered, ref: str) -> HttpResponse:
    """Open a release once: on a page where it is only read, as a file where it is a copy."""
    _check_auditor(by)
    try:
        kept, body = actions.open_once(by=by, ref=ref, on=_today())
    except Refusal as refusal:
        return _one(request, by, ref, {"refusal": refusal})
    prepared = kept.held.prepared
    assert prepared is not None, "what was given was prepared"
    manifest = prepared.manifest
    if manifest.mode is Mode.COPY:
        parts = [(prepared.file, body), ("manifest.json", manifest.text.encode())]
        return download(pack(parts), f"evidence-{ref[:8]}.zip", "application/zip")
    told = {
        "one": kept,
        "manifest": manifest,
        "grid": access.grid(body, manifest.media),
        "text": body.decode("utf-8", "replace"),
        "watermark": watermark(manifest, str(request.user), datetime.now(UTC)),
        "crumbs": crumbs(by, manifest.title, BACK),
    }
    return show(request, by, "evidence/read.html", told)


@in_room(None, post=WRITE)
def destroy(request: HttpRequest, by: Entered, ref: str) -> HttpResponse:
    """Certify that every copy is destroyed."""
    _check_auditor(by)
    form = Destroyed(request.POST)
    if not form.is_valid():
        return _one(request, by, ref, {"certificate_form": form})
    try:
        actions.destroy(by=by, ref=ref, how=form.cleaned_data["how"], on=_today())
    except Refusal as refusal:
        return _one(request, by, ref, {"certificate_form": form, "refusal": refusal})
    messages.success(request, "The certificate is written, and what was given is removed here.")
    return redirect("evidence:one", room_id=by.room.id, ref=ref)


def _page(request: HttpRequest, by: Entered, upload_form: Upload) -> HttpResponse:
    kind = PAGES.get(Kind(by.room.kind), "private")
    known = access.records(by, _today())
    told: dict[str, Any] = {"known": known, "upload": upload_form}
    told["overdue"] = [one for one in known if one.is_overdue]
    told["crumbs"] = crumbs(by, "Evidence")
    if kind == "joint":
        sides = {side.kind: side.title for side in access.sides(by)}
        told["known"] = [(one, sides[one.held.release.request.of]) for one in known]
        told["may_ask"] = access.may_ask(by)
    status = 422 if upload_form.errors else 200
    return show(request, by, f"evidence/{kind}.html", told, status)


def _one(request: HttpRequest, by: Entered, ref: str, wrong: dict[str, Any]) -> HttpResponse:
    if by.room.kind == Kind.JOINT:
        raise Http404
    kept = access.record(by, ref, _today())
    release = kept.held.release
    told: dict[str, Any] = {"one": kept, "release": release, "prepared": kept.held.prepared}
    told["crumbs"] = crumbs(by, "Release", BACK)
    told["people"] = _people(kept)
    if by.room.kind == Kind.AUDITOR:
        told |= {
            "has_signed": release.has_signed(by.actor.person),
            "agreement": kept.held.agreement,
            "certificate_form": Destroyed(),
        }
        return show(request, by, "evidence/received.html", {**told, **wrong}, 422 if wrong else 200)
    told["declining"] = Declining()
    if kept.held.prepared is not None:
        body = access.content(by, kept) or b""
        inside = access.inside(by, kept)
        told |= {
            "grid": access.grid(body, kept.held.prepared.manifest.media),
            "text": body.decode("utf-8", "replace") if _is_text(kept) else "",
            "bounds": inside.proof if inside is not None else (),
            "is_mine": any(one.person == by.actor.person for one in release.approvals),
        }
    return show(request, by, "evidence/release.html", {**told, **wrong}, 422 if wrong else 200)


def _people(kept: Kept) -> dict[str, Any]:
    """Return who asked, declined, approved and signed, and who certified, by their names."""
    release = kept.held.release
    ended, no = release.certificate, release.declined
    approved = [(one.person, one.on) for one in release.approvals]
    signed = [(one.person, one.on) for one in release.signatures]
    last = [(ended.person, ended.on)] if ended is not None else []
    told_no = [(no.person, no.on)] if no is not None else []
    who = [one for one, _ in (*approved, *signed, *last, *told_no)]
    names = access.person_names([release.request.requester, *who])
    return {
        "asked": names[release.request.requester],
        "approved": [(names[one], on) for one, on in approved],
        "signed": [(names[one], on) for one, on in signed],
        "certified": names[ended.person] if ended is not None else "",
        "declined": names[no.person] if no is not None else "",
    }


def _check_auditor(by: Entered) -> None:
    if by.room.kind != Kind.AUDITOR:
        raise Http404


def _is_text(kept: Kept) -> bool:
    prepared = kept.held.prepared
    return prepared is not None and prepared.manifest.media.startswith("text/")


def _to_prepare(by: Entered, ref: str) -> Kept:
    if by.room.kind not in PRIVATE:
        raise Http404
    kept = access.record(by, ref, _today())
    if kept.is_given:
        raise Http404
    return kept


def _today() -> date:
    return datetime.now(UTC).date()
