"""Sealed copies: giving files of a private room to the joint room, and taking them from there."""

from pathlib import PurePosixPath

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from fairterms_web.deals import access as files
from fairterms_web.deals import actions as filing
from fairterms_web.deals.manifest import manifest
from fairterms_web.rooms import access
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.forms import Given
from fairterms_web.rooms.pages import crumbs, show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import PRIVATE, READ, SHARE, WRITE, Kind

CHANGED = (
    "A file was changed since you looked. Nothing was given: look at the files once more, then "
    "give them."
)


@in_room(READ)
def copies(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the sealed copies that both sides gave to the joint room."""
    _check_joint(by)
    rows = files.copies_of(by)
    names = access.names({one.given_by for one in rows})
    told = {
        "copies": [(one, names[one.given_by]) for one in rows],
        "own": _own_rooms(by),
        "crumbs": crumbs(by, "Sealed copies"),
    }
    return show(request, by, "rooms/copies.html", told)


@in_room(READ)
def copy(request: HttpRequest, by: Entered, copy_id: str) -> HttpResponse:
    """Show one sealed copy with its files."""
    _check_joint(by)
    row = files.copy_of(by, copy_id)
    told = {
        "copy": row,
        "given_by": access.names({row.given_by})[row.given_by],
        "files": files.copied_files(by, row),
        "own": [one for one in _own_rooms(by) if one.may(WRITE)],
        "crumbs": crumbs(by, row.title, ("Sealed copies", "rooms:copies")),
    }
    return show(request, by, "rooms/copy.html", told)


@in_room(READ)
def copied_file(_: HttpRequest, by: Entered, copy_id: str, file_id: str) -> HttpResponse:
    """Give one file of a sealed copy to keep."""
    _check_joint(by)
    path, content = files.copied_content(by, copy_id, file_id)
    return download(content, PurePosixPath(path).name)


@in_room(None, post=WRITE)
def take(request: HttpRequest, by: Entered, copy_id: str) -> HttpResponse:
    """Take the files of a sealed copy into one's own room, as newer versions."""
    count = filing.take(by=by, joint=_joint(by), copy_id=copy_id)
    messages.success(
        request,
        f"{count} files are new or changed in your room. Older versions are kept with each file.",
    )
    return redirect("start:page", room_id=by.room.id)


@in_room(SHARE, post=SHARE)
def give(request: HttpRequest, by: Entered) -> HttpResponse:
    """Choose files, see the manifest with its hash, then give exactly what was seen."""
    joint = _joint(by)
    form = Given(files.listed(by), request.POST or None)
    told: dict[str, object] = {"form": form, "crumbs": crumbs(by, "Give a sealed copy")}
    if request.method != "POST" or not form.is_valid():
        return show(request, by, "rooms/give.html", told, status=422 if form.errors else 200)
    chosen = form.chosen()
    seen = request.POST.get("seen", "")
    told |= {"chosen": sorted(chosen.items()), "manifest": manifest(chosen)}
    if not seen:
        return show(request, by, "rooms/give_check.html", told)
    if seen != manifest(chosen).hash:
        form.add_error(None, CHANGED)
        return show(request, by, "rooms/give.html", told, status=422)
    words = form.cleaned_data
    given = filing.give(by=by, joint=joint, paths=chosen, title=words["title"], why=words["why"])
    messages.success(request, "The copy was given. Both sides see it, and nobody can change it.")
    return redirect("rooms:copy", room_id=joint.room.id, copy_id=given)


def _check_joint(by: Entered) -> None:
    if by.room.kind != Kind.JOINT:
        raise Http404


def _joint(by: Entered) -> Entered:
    """Return the joint room beside a private one."""
    joint = access.beside(by, Kind.JOINT) if by.room.kind in PRIVATE else None
    if joint is None:
        raise Http404
    return joint


def _own_rooms(by: Entered) -> list[Entered]:
    return [one for one in access.rooms_beside(by) if one.room.kind in PRIVATE]
