"""The pages for reporters: nothing of a request is read but its form, and nothing is kept of it.

No session, no cookie, no script, nothing from elsewhere. Answers are made without the request, so
that no part of it can get into them.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import get_template
from django.views.decorators.csrf import csrf_exempt

from fairterms.audit.ethics.routing import Route, route
from fairterms_web.ethics import flood, letterbox
from fairterms_web.ethics.form_token import FIELD, is_ours, token
from fairterms_web.ethics.forms import Asked, Message, Told
from fairterms_web.ethics.letterbox import Box
from fairterms_web.ethics.recipients import NamedRecipient, recipients
from fairterms_web.ethics.slip import Slip
from fairterms_web.rooms.policy import anyone

BUSY = (
    "Many messages came in just now, so this one was not taken. It is still here: send it again "
    "in a minute. If that fails, come back tomorrow or use another way."
)
UNKNOWN = "No report has this passphrase. Compare it with what you wrote down, letter by letter."
Page = Callable[[HttpRequest, str, Box], HttpResponse]


def reporters(page: Page) -> Callable[..., HttpResponseBase]:
    """Declare a page for reporters: the address is found, and a form must be of that page."""

    @anyone(post=True)
    @csrf_exempt
    @wraps(page)
    def answered(request: HttpRequest, code: str) -> HttpResponse:
        site = request.headers.get("Sec-Fetch-Site", "")
        if request.method == "POST" and not is_ours(code, request.POST, _today(), site):
            return _stale(code, request.POST)
        box = letterbox.find(code)
        if box is None:
            raise Http404
        return page(request, code, box)

    return answered


@reporters
def speak_up(request: HttpRequest, code: str, box: Box) -> HttpResponse:
    """Show how to send a report without a name; take one in, and show its passphrase once."""
    people = recipients(box.room, datetime.now(UTC))
    form = Told(people, request.POST if request.method == "POST" else None)
    told = {"form": form, "box": box, "people": _readers(people)}
    if request.method != "POST" or not form.is_valid():
        return _page("ethics/speak_up.html", code, told, 422 if form.is_bound else 200)
    if not flood.admit(_today()):
        return _page("ethics/speak_up.html", code, {**told, "busy": BUSY}, 429)
    passphrase = letterbox.put(box, form.slip, form.cleaned_data["what"], _today())
    way = _route(people, form.slip)
    return _page("ethics/sent.html", code, {"passphrase": passphrase, "notices": way.notices})


@reporters
def follow(request: HttpRequest, code: str, box: Box) -> HttpResponse:
    """Open the inbox of a report by its passphrase; take a message where one was written."""
    form = Asked(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return _page("ethics/follow.html", code, {"form": form}, status)
    passphrase = form.cleaned_data["passphrase"]
    written = Message(request.POST if "words" in request.POST else None)
    if letterbox.inbox(box, passphrase) is None:
        form.add_error("passphrase", UNKNOWN)
        return _page("ethics/follow.html", code, {"form": form}, 422)
    # Only now: else anybody could use up the day's number, and no reader would see of what.
    busy = _written(box, passphrase, written)
    found = letterbox.inbox(box, passphrase)
    status = 429 if busy else 422 if written.errors else 200
    is_taken = written.is_bound and status == 200
    told = {"inbox": found, "passphrase": passphrase, "busy": busy, "is_taken": is_taken}
    return _page(
        "ethics/inbox.html", code, {**told, "written": Message() if is_taken else written}, status
    )


def _written(box: Box, passphrase: str, form: Message) -> str:
    """Take a message; return why it was not taken, empty where nothing stood in the way."""
    if not form.is_bound or not form.is_valid():
        return ""
    if not flood.admit(_today()):
        return BUSY
    letterbox.write(box, passphrase, form.cleaned_data["words"], _today())
    return ""


def _readers(people: tuple[NamedRecipient, ...]) -> tuple[str, ...]:
    return tuple(one.name for one in people if not one.recipient.is_of_a_side)


def _route(people: tuple[NamedRecipient, ...], slip: Slip) -> Route:
    return route(tuple(one.recipient for one in people), slip.left_out, slip.about)


def _page(template: str, code: str, told: Mapping[str, object], status: int = 200) -> HttpResponse:
    mark = {"field": FIELD, "token": token(code, _today())}
    return _shown(template, {"code": code, **mark, **told}, status)


def _stale(code: str, sent: Mapping[str, str]) -> HttpResponse:
    """Give back what was typed: the page is kept by no browser, so going back can find it empty."""
    is_report = "what" in sent
    typed = sent.get("what" if is_report else "words", "")
    return _shown("ethics/stale.html", {"code": code, "typed": typed, "is_report": is_report}, 403)


def _shown(template: str, told: Mapping[str, object], status: int) -> HttpResponse:
    answer = HttpResponse(get_template(template).render(dict(told)), status=status)
    answer["Referrer-Policy"] = "no-referrer"
    answer["Cache-Control"] = "no-store, private"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _today() -> date:
    return datetime.now(UTC).date()
