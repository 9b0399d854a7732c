"""Deals, their files, and the first things to do."""

from pathlib import PurePosixPath

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fairterms_web.deals import access as files
from fairterms_web.deals import actions as filing
from fairterms_web.deals.archive import pack
from fairterms_web.deals.contents import NotTaken
from fairterms_web.jobs import access as work
from fairterms_web.jobs import actions as working
from fairterms_web.rooms.access import rooms_of
from fairterms_web.rooms.actions import Names, open_deal
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import actor_of, in_room, signed_in
from fairterms_web.rooms.roles import PRIVATE, READ, WRITE
from fairterms_web.start import samples
from fairterms_web.start.forms import Contract, Folder, NewDeal


@signed_in()
def home(request: HttpRequest) -> HttpResponse:
    """Show the deals of who asks, and what can be done first."""
    rooms = rooms_of(actor_of(request))
    return render(request, "start/home.html", {"rooms": rooms, "form": NewDeal()})


@signed_in(post=True)
def new(request: HttpRequest) -> HttpResponse:
    """Open a deal."""
    form = NewDeal(request.POST or None)
    if request.method == "POST" and form.is_valid():
        room = open_deal(person=str(request.user.pk), names=Names(**form.cleaned_data))
        return redirect("start:page", room_id=room.room.id)
    return render(request, "start/new.html", {"form": form}, status=200 if not form.errors else 422)


@signed_in(post=True)
def sample(request: HttpRequest) -> HttpResponse:
    """Open the sample deal: made-up people, real work."""
    if request.method != "POST":
        return redirect("start:home")
    entered = samples.open_sample(person=str(request.user.pk), name="cedar")
    return redirect("start:page", room_id=entered.room.id)


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show a room's files and what to do next."""
    return _shown(request, by, {})


@in_room(None, post=WRITE)
def upload(request: HttpRequest, by: Entered) -> HttpResponse:
    """Save documents of the contract, and begin to read them."""
    form = Contract(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, by, {"contract": form})
    try:
        filing.save_files(by=by, files=form.cleaned_data["files"], note="uploaded")
    except NotTaken as wrong:
        form.add_error("files", str(wrong).split("\n"))
        return _shown(request, by, {"contract": form})
    working.ask(by=by, kind="review")
    return redirect("read:page", room_id=by.room.id)


@in_room(None, post=WRITE)
def import_folder(request: HttpRequest, by: Entered) -> HttpResponse:
    """Import a deal folder."""
    form = Folder(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, by, {"folder": form})
    try:
        count = filing.save_files(by=by, files=form.cleaned_data["folder"], note="imported")
    except NotTaken as wrong:
        form.add_error("folder", str(wrong).split("\n"))
        return _shown(request, by, {"folder": form})
    if any(one.path.startswith("contract/") for one in files.listed(by)):
        working.ask(by=by, kind="review")
    messages.success(request, f"{count} files were new or changed.")
    return redirect("start:page", room_id=by.room.id)


@in_room(READ)
def export_folder(request: HttpRequest, by: Entered) -> HttpResponse:
    """Give the deal folder as one ZIP file, exactly as it is kept."""
    return download(pack(files.contents(by)), f"{by.room.deal.title}.zip")


@in_room(READ)
def file(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show a file's versions; with ``version``, give that one."""
    version = request.GET.get("version", "")
    if version:
        found, content = files.version_content(by, version)
        return download(content, PurePosixPath(found.path).name)
    versions = files.versions_of(by, request.GET.get("path", ""))
    return show(request, by, "start/file.html", {"versions": versions, "path": versions[0].path})


@in_room(None, post=WRITE)
def remove(request: HttpRequest, by: Entered) -> HttpResponse:
    """Take a file out of the folder; it can be put back."""
    path = request.POST.get("path", "")
    filing.remove_file(by=by, path=path)
    last = files.versions_of(by, path)[1]
    messages.success(request, f"{path} was taken out.", extra_tags=f"undo:{last.id}")
    return redirect("start:page", room_id=by.room.id)


@in_room(None, post=WRITE)
def put_back(request: HttpRequest, by: Entered, version_id: str) -> HttpResponse:
    """Put an older version of a file back."""
    try:
        path = filing.put_back(by=by, version_id=version_id)
        messages.success(request, f"{path} is back.")
    except NotTaken as wrong:
        messages.error(request, str(wrong))
    return redirect("start:page", room_id=by.room.id)


def _shown(request: HttpRequest, by: Entered, wrong: dict[str, object]) -> HttpResponse:
    """Show the room's files; with the forms in which something was wrong."""
    listed = files.listed(by)
    told = {
        "folders": _by_folder(listed),
        "contract": Contract(),
        "folder": Folder(),
        "is_private": by.room.kind in PRIVATE,
        "review": work.standing(by, "review", files.state_of(_contract(listed))),
        **wrong,
    }
    return show(request, by, "start/page.html", told, status=422 if wrong else 200)


def _contract(listed: tuple[files.Listed, ...]) -> list[files.Listed]:
    return [one for one in listed if one.path.startswith("contract/")]


def _by_folder(listed: tuple[files.Listed, ...]) -> list[tuple[str, list[files.Listed]]]:
    folders: dict[str, list[files.Listed]] = {}
    for one in listed:
        parts = one.path.rsplit("/", 1)
        folders.setdefault(parts[0] if len(parts) > 1 else "", []).append(one)
    return sorted(folders.items())
