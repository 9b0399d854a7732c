"""The texts of the folder in an editor, what they say beside them, and their versions."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from fairterms_web.deals import access as files
from fairterms_web.deals.access import Listed
from fairterms_web.deals.actions import ChangedMeanwhile
from fairterms_web.deals.contents import NotTaken
from fairterms_web.jobs import access as work
from fairterms_web.rooms.access import names
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import crumbs, show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import PRIVATE, READ, WRITE
from fairterms_web.terms import access, actions, checks, starters
from fairterms_web.terms import cited as citing
from fairterms_web.terms.access import FILE, SCRIPTS, Desk
from fairterms_web.terms.actions import Draft
from fairterms_web.terms.checks import Checked
from fairterms_web.terms.comparing import compare
from fairterms_web.terms.pace import TooOften, pace
from fairterms_web.terms.tabs import path_url, tabs

_TOO_OFTEN = "This was checked very often just now. Wait a moment, then check again."


@in_room(READ, post=WRITE)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show a text with what it says; check or save what was sent."""
    desk = access.desk(by, request.GET.get("path", FILE))
    if request.method != "POST":
        return _shown(request, by, desk, {"text": desk.open.text, "seen": desk.open.sha256})
    sent = {name: request.POST.get(name, "") for name in ("text", "seen", "note")}
    if request.POST.get("do") == "check":
        return _shown(request, by, desk, {**sent, "is_check": True})
    draft = Draft(desk.open.path, sent["text"], sent["seen"], sent["note"])
    try:
        is_new = actions.save(by=by, draft=draft)
    except ChangedMeanwhile:
        return _conflict(request, by, draft)
    except NotTaken as wrong:
        return _shown(request, by, desk, {**sent, "wrong": str(wrong)}, 422)
    words = "was saved as a new version." if is_new else "says the same: nothing was saved."
    messages.success(request, f"{draft.path} {words}")
    return redirect(path_url(by, draft.path))


@in_room(None, post=WRITE)
def check(request: HttpRequest, by: Entered) -> HttpResponse:
    """Check a text that is not saved, for the editor."""
    try:
        with pace.turn(by.actor.person):
            desk = access.desk(by, request.GET.get("path", FILE))
            found = checks.check(desk, access.plain(request.POST.get("text", "").encode()))
    except TooOften:
        return JsonResponse({"refused": _TOO_OFTEN}, status=429)
    return JsonResponse(found.answer)


@in_room(None, post=WRITE)
def begin(request: HttpRequest, by: Entered) -> HttpResponse:
    """Begin a file from its template, or open it where it is there."""
    try:
        name, folder = request.POST.get("name", ""), request.POST.get("folder", "")
        path = starters.path_for(folder, name)
        actions.begin(by=by, path=path)
        messages.success(request, f"{path} was begun. Fill in what is yours, then save it.")
    except ChangedMeanwhile:
        messages.info(request, f"{path} is there already.")
    except (starters.NoSuchStart, NotTaken) as wrong:
        desk = access.desk(by, FILE)
        told = {"text": desk.open.text, "seen": desk.open.sha256, "wrong": str(wrong)}
        return _shown(request, by, desk, told, 422)
    return redirect(path_url(by, path))


@in_room(READ)
def versions(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the versions of a text, and what differs between two of them."""
    path = access.text_path(request.GET.get("path", FILE))
    try:
        found = files.versions_of(by, path)
    except Http404:
        found = ()
    chosen = {one: request.GET.get(one, "") for one in ("old", "new")}
    told: dict[str, object] = {
        "path": path,
        "versions": found,
        "names": names({one.saved_by for one in found}),
        "chosen": chosen,
        "tabs": tabs(by, "versions", path),
        "crumbs": crumbs(by, "Versions", ("Terms", "terms:page")),
    }
    if chosen["old"] and chosen["new"]:
        told["compared"] = _compared(by, path, chosen)
    return show(request, by, "terms/versions.html", told)


@in_room(READ)
def cited(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the page of the contract on which cited words stand."""
    name = request.GET.get("document", "")
    if not name:
        return redirect("terms:page", room_id=by.room.id)
    review = work.standing(by, "review").shown
    found = citing.documents(by, review) if review else ()
    told = {
        "page": citing.page(found, name, _offset(request, "start"), _offset(request, "end")),
        "room": by.room,
        "crumbs": crumbs(by, name, ("Terms", "terms:page")),
    }
    if request.headers.get("HX-Request"):
        return render(request, "terms/cited_page.html", told)
    return show(request, by, "terms/cited.html", told)


def _offset(request: HttpRequest, name: str) -> int:
    sent = request.GET.get(name, "0")
    if not (sent.isascii() and sent.isdigit() and len(sent) < 12):
        raise Http404
    return int(sent)


def _compared(by: Entered, path: str, chosen: dict[str, str]) -> dict[str, object]:
    """Compare two versions that were chosen; both must be of this file."""
    pair = [files.version_content(by, chosen[one]) for one in ("old", "new")]
    if any(version.path != path for version, _ in pair):
        raise Http404
    pair.sort(key=lambda one: one[0].number)
    (old, before), (new, after) = pair
    compared = compare(path, access.plain(before), access.plain(after))
    return {"old": old, "new": new, "found": compared}


def _shown(
    request: HttpRequest, by: Entered, desk: Desk, told: Mapping[str, object], status: int = 200
) -> HttpResponse:
    """Show a text in the editor."""
    path, text = desk.open.path, access.plain(str(told["text"]).encode())
    has_text = bool(desk.open.number or text.strip())
    checked = checks.check(desk, text) if has_text else Checked(())
    missing = [one for one in starters.SINGLE if one not in {each.path for each in desk.listed}]
    page: dict[str, object] = {
        "path": path,
        "is_terms": path == FILE,
        "is_script": path.startswith(SCRIPTS),
        "has_text": has_text,
        "is_saved": bool(desk.open.number),
        "number": desk.open.number,
        "checked": checked,
        "waiting": desk.waiting,
        "texts": _by_folder(access.listed_texts(desk.listed)),
        "missing": missing,
        "folders": [(name, words) for name, (words, _) in starters.MANY.items()],
        "may_begin": path in starters.SINGLE,
        "is_private": by.room.kind in PRIVATE,
        "tabs": tabs(by, "page", path),
        "crumbs": crumbs(by, path, ("Terms", "terms:page")) if path != FILE else None,
        "action": path_url(by, path),
        "check_url": path_url(by, path, "check"),
        **told,
        "text": text,
    }
    return show(request, by, "terms/page.html", page, status)


def _conflict(request: HttpRequest, by: Entered, draft: Draft) -> HttpResponse:
    """Show both texts, the one that was sent and the one that is there, with what differs."""
    now = access.desk(by, draft.path).open
    mine = access.plain(draft.text.encode())
    told = {
        "path": draft.path,
        "now": now,
        "mine": mine,
        "note": draft.note,
        "compared": compare(draft.path, now.text, mine),
        "action": path_url(by, draft.path),
        "crumbs": crumbs(by, "Two versions", ("Terms", "terms:page")),
    }
    return show(request, by, "terms/conflict.html", told, status=409)


def _by_folder(listed: tuple[Listed, ...]) -> list[tuple[str, list[Listed]]]:
    folders: dict[str, list[Listed]] = {}
    for one in listed:
        folder = one.path.rpartition("/")[0]
        folders.setdefault(folder, []).append(one)
    return list(folders.items())
