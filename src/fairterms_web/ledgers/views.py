"""The history of a room, and its ledger for everybody who wants to check it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect

from fairterms.units.refusal import Refusal
from fairterms_web.ledgers import access, actions, history
from fairterms_web.ledgers.forms import CosignedNote
from fairterms_web.ledgers.signing import ledger_key, origin_of
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, REMARK

ON_A_PAGE = 50
NOTES_ON_A_PAGE = 25
LONGEST_NUMBER = 15


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show what happened in the room, the newest first."""
    names = history.names_in(by)
    chosen = {name: request.GET.get(name, "") for name in ("kind", "person")}
    pages = Paginator(history.found(by, **chosen), ON_A_PAGE)
    shown = pages.get_page(request.GET.get("page"))
    told = {
        "shown": shown,
        "happenings": history.happenings(by, shown.object_list, names),
        "choices": history.choices(by, names),
        "chosen": chosen,
        "kept": f"{urlencode(chosen)}&" if any(chosen.values()) else "",
        "last": access.newest(by),
        "files": _names(by),
    }
    return show(request, by, "ledgers/page.html", told)


@in_room(READ)
def ledger(request: HttpRequest, by: Entered) -> HttpResponseBase:
    """Give the whole ledger as a file, a batch at a time."""
    try:
        count = access.size(by)
    except access.NotWhole:
        return show(request, by, "ledgers/broken.html", {}, status=409)
    head = download(b"", _names(by)["ledger"], "application/jsonl")
    response = StreamingHttpResponse(access.lines(by, count), content_type="application/jsonl")
    for name in ("Content-Disposition", "Content-Security-Policy"):
        response[name] = head[name]
    return response


@in_room(READ)
def key(_request: HttpRequest, by: Entered) -> HttpResponse:
    """Give the public key that the workspace's checkpoints are checked by."""
    return download(f"{ledger_key().public}\n".encode(), _names(by)["key"], "text/plain")


@in_room(READ)
def note(request: HttpRequest, by: Entered) -> HttpResponse:
    """Give the newest checkpoint with its cosignatures, or the one of a size."""
    size = request.GET.get("size", "")
    found = access.of_size(by, _number(size)) if size else access.newest(by)
    if found is None:
        raise Http404
    return download(str(found.note).encode(), f"{_stem(by)}-{found.size}.note", "text/plain")


@in_room(READ)
def proof(request: HttpRequest, by: Entered) -> HttpResponse:
    """Give a witness's program the newest checkpoint, and the proof that it goes on from one."""
    found = access.for_witness(by, _number(request.GET.get("old", "0")))
    if found is None:
        raise Http404
    return download(found, f"{_stem(by)}.proof", "text/plain")


@in_room(READ, post=REMARK)
def checkpoints(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show every checkpoint; keep a witness's signature that was sent."""
    form = CosignedNote()
    if request.method == "POST":
        form = CosignedNote(request.POST, request.FILES)
        if form.is_valid() and _keep(request, by, form):
            return redirect("ledgers:checkpoints", room_id=by.room.id)
    shown = Paginator(access.checkpoints_of(by), NOTES_ON_A_PAGE).get_page(request.GET.get("page"))
    told = {
        "shown": shown,
        "vouched": access.vouched(by, list(shown.object_list)),
        "form": form,
        "public": str(ledger_key().public),
        "origin": origin_of(by.room.id),
        "files": _names(by),
    }
    return show(request, by, "ledgers/checkpoints.html", told, status=422 if form.errors else 200)


@in_room(None, post=REMARK)
def ask(_request: HttpRequest, by: Entered) -> HttpResponse:
    """Ask for a checkpoint now."""
    actions.ask_checkpoint(by=by)
    return redirect("ledgers:checkpoints", room_id=by.room.id)


def _keep(request: HttpRequest, by: Entered, form: CosignedNote) -> bool:
    try:
        row = actions.keep_cosignature(by=by, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.sentences)
        return False
    messages.success(request, f"The signature of {row.witness} holds, and is kept.")
    return True


def _number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER):
        raise Http404
    return int(written)


def _stem(by: Entered) -> str:
    return f"{by.room.kind}-{by.room.id[:8]}"


def _names(by: Entered) -> dict[str, str]:
    """Return what the files of a room are called, as the command on the page names them."""
    stem = _stem(by)
    return {"ledger": f"{stem}.jsonl", "key": f"{ledger_key().name}.pub", "stem": stem}
