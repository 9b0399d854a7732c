"""Signing terms and scripts in the joint room, and putting them there."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from fairterms.units.refusal import Refusal
from fairterms_web.deals import access as files
from fairterms_web.deals.actions import ChangedMeanwhile, give
from fairterms_web.deals.archive import pack
from fairterms_web.deals.manifest import manifest
from fairterms_web.rooms.access import beside, names
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import crumbs, show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import PRIVATE, READ, SHARE, SIGN, WRITE, Kind
from fairterms_web.terms import access, actions, checks
from fairterms_web.terms import agreement as agreements
from fairterms_web.terms.access import FILE, is_script
from fairterms_web.terms.actions import CannotPut, CannotSign
from fairterms_web.terms.agreement import Standing
from fairterms_web.terms.comparing import compare
from fairterms_web.terms.models import PARTIES
from fairterms_web.terms.tabs import tabs

_UNREAD = "Say that you have read the words above. Nothing was signed."
_CHANGED = (
    "A file was changed since you looked. Nothing was given: look once more, then give what is "
    "there now."
)


@in_room(READ, post=SIGN)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show who signed what; sign exactly the version that was shown."""
    if request.method != "POST":
        return _shown(request, by)
    if by.room.kind != Kind.JOINT:
        raise Http404
    if request.POST.get("read") != "yes":
        return _shown(request, by, _UNREAD)
    try:
        actions.sign(by=by, version=request.POST.get("version", ""))
    except CannotSign as wrong:
        return _shown(request, by, str(wrong))
    messages.success(request, "Signed. It stands in the history of this room, and cannot change.")
    return redirect("terms:signing", room_id=by.room.id)


@in_room(SHARE, post=SHARE)
def offer(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show what would be put before the other side; do it as it was shown."""
    joint = beside(by, Kind.JOINT) if by.room.kind in PRIVATE else None
    if joint is None:
        messages.info(request, "Terms are put before the other side from a party’s own room.")
        return redirect("terms:signing", room_id=by.room.id)
    if request.method != "POST":
        return _offered(request, by, joint)
    wanted, theirs = _hashes(by), _hashes(joint)
    shown = (request.POST.get("seen"), request.POST.get("over"))
    if shown != (manifest(wanted).hash, manifest(theirs).hash):
        return _offered(request, by, joint, _CHANGED, 409)
    if request.POST.get("as") == "copy":
        return _given(request, by, joint, wanted)
    over = {path: theirs.get(path, "") for path in wanted}
    try:
        actions.put_on_table(by=by, joint=joint, paths=wanted, over=over)
    except ChangedMeanwhile:
        return _offered(request, by, joint, _CHANGED, 409)
    except CannotPut as wrong:
        return _offered(request, by, joint, str(wrong), 422)
    messages.success(request, "It is on the joint table. Both sides see it, and both may sign it.")
    return redirect("terms:signing", room_id=joint.room.id)


@in_room(None, post=WRITE)
def fill(request: HttpRequest, by: Entered) -> HttpResponse:
    """Write into each script that both sides agreed on it."""
    try:
        count = actions.fill_scripts(by=by)
    except (CannotSign, ChangedMeanwhile, Refusal) as wrong:
        return _shown(request, by, str(wrong) or _CHANGED)
    words = "1 script says" if count == 1 else f"{count} scripts say"
    messages.success(request, f"{words} now that both sides agreed.")
    return redirect("terms:signing", room_id=by.room.id)


@in_room(READ)
def take(request: HttpRequest, by: Entered) -> HttpResponse:
    """Give the agreed scripts to keep, each with the line that both sides agreed on it."""
    try:
        scripts = actions.filled_scripts(by) if by.room.kind == Kind.JOINT else {}
    except (CannotSign, Refusal) as wrong:
        messages.error(request, str(wrong))
        return redirect("terms:signing", room_id=by.room.id)
    if not scripts:
        messages.info(request, "Agreed scripts are taken from the joint room, once both signed.")
        return redirect("terms:signing", room_id=by.room.id)
    return download(pack(sorted(scripts.items())), "agreed-scripts.zip")


def _shown(request: HttpRequest, by: Entered, wrong: str = "") -> HttpResponse:
    """Show how the terms of a room stand between both sides."""
    told: dict[str, object] = {
        "wrong": wrong,
        "is_joint": by.room.kind == Kind.JOINT,
        "is_private": by.room.kind in PRIVATE,
        "tabs": tabs(by, "signing"),
        "crumbs": crumbs(by, "Signing", ("Terms", "terms:page")),
    }
    if by.room.kind == Kind.JOINT:
        told |= _joint(by)
    elif by.room.kind in PRIVATE:
        told["joint"] = beside(by, Kind.JOINT)
    return show(request, by, "terms/signing.html", told, status=422 if wrong else 200)


def _joint(by: Entered) -> dict[str, object]:
    desk, now = actions.now_in(by)
    party = actions.party_of(by)
    checked = checks.check(desk, desk.terms.text) if desk.terms.number else None
    parties = {one: actions.name_of(by, one) for one in PARTIES}
    rows = (*now.holding.values(), *now.earlier)
    signers = names({one.signed_by for one in rows})
    words = ""
    if party and now.version and party not in now.holding:
        words = actions.statement(now.version, parties[party], by.room.deal.title)
    return {
        "now": now,
        "checked": checked,
        "has_terms": bool(desk.terms.number),
        "unstated": sum(one.severity == "unstated" for one in checked.problems) if checked else 0,
        "sides": [(parties[one], now.holding.get(one)) for one in PARTIES],
        "earlier": [(parties[Kind(one.party)], one) for one in now.earlier],
        "signers": signers,
        "party": party,
        "statement": words,
        "changed": _changed(by, desk.terms.text, now),
    }


def _changed(by: Entered, text: str, now: Standing) -> dict[str, object] | None:
    """Say what changed since the last signature that holds no longer; None where nothing did."""
    last = next(iter(now.earlier), None)
    if last is None or now.holding:
        return None
    signed = agreements.signed_files(last)
    before = agreements.text_of(by, FILE, signed[FILE][0])
    scripts = agreements.changed_scripts(signed, now.version) if now.version else ()
    is_same = now.version is not None and now.version.hash == last.version
    return {
        "row": last,
        "is_same": is_same,
        "found": compare(FILE, before, text),
        "scripts": scripts,
    }


def _offered(
    request: HttpRequest, by: Entered, joint: Entered, wrong: str = "", status: int = 200
) -> HttpResponse:
    """Show what would be given, beside what lies in the joint room now."""
    wanted, theirs = _hashes(by), _hashes(joint)
    told = {
        "wrong": wrong,
        "wanted": [(path, digest, theirs.get(path)) for path, digest in sorted(wanted.items())],
        "left": sorted(theirs.keys() - wanted.keys()),
        "has_terms": FILE in wanted,
        "seen": manifest(wanted).hash,
        "over": manifest(theirs).hash,
        "may_put": joint.may(WRITE),
        "crumbs": crumbs(by, "Put before the other side", ("Terms", "terms:page")),
    }
    if FILE in wanted and FILE in theirs and wanted[FILE] != theirs[FILE]:
        texts = [access.plain(files.content_of(one, FILE)) for one in (joint, by)]
        told["compared"] = compare(FILE, *texts)
    return show(request, by, "terms/offer.html", told, status)


def _given(
    request: HttpRequest, by: Entered, joint: Entered, wanted: dict[str, str]
) -> HttpResponse:
    why = request.POST.get("why", "").strip()
    if not why:
        return _offered(request, by, joint, "Say what for: the other side reads it.", 422)
    title = "Payment terms and test scripts"
    try:
        copy = give(by=by, joint=joint, paths=wanted, title=title, why=why[:500])
    except Http404:
        return _offered(request, by, joint, _CHANGED, 409)
    messages.success(request, "The copy was given. Both sides see it, and nobody can change it.")
    return redirect("rooms:copy", room_id=joint.room.id, copy_id=copy)


def _hashes(by: Entered) -> dict[str, str]:
    """Return the hash of each file of a room that is signed."""
    return {
        one.path: one.sha256 for one in files.listed(by) if one.path == FILE or is_script(one.path)
    }
