"""One's own tokens, and what the API is, for people to read."""

from collections.abc import Mapping
from datetime import UTC, datetime

from allauth.account.decorators import (
    reauthentication_required,
)
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from fairterms_web.api import access, actions
from fairterms_web.api.forms import NewToken
from fairterms_web.api.models import AccessToken
from fairterms_web.api.problems import SAID
from fairterms_web.api.service import description, operations
from fairterms_web.rooms.access import rooms_of
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.policy import actor_of, anyone, signed_in
from fairterms_web.rooms.roles import READ, WORDS, Capability


@signed_in()
def tokens(request: HttpRequest) -> HttpResponse:
    """Show one's tokens."""
    now = datetime.now(UTC)
    titles = {one.room.id: f"{one.room.deal.title}: {one.room.title}" for one in _rooms(request)}
    rows = [_row(one, titles, now) for one in access.tokens_of(str(request.user.pk))]
    return render(request, "api/tokens.html", {"rows": rows})


@signed_in(post=True)
@reauthentication_required  # type: ignore[untyped-decorator] # as above
def new_token(request: HttpRequest) -> HttpResponse:
    """Make a token; its secret is shown once, in the answer, and is kept nowhere."""
    rooms = _rooms(request)
    form = NewToken(rooms, request.POST or None)
    told: dict[str, object] = {"form": form, "has_rooms": bool(rooms)}
    if request.method == "POST" and form.is_valid():
        try:
            token, secret = actions.make(person=str(request.user.pk), wanted=form.wanted())
        except actions.CannotMake as problem:
            form.add_error(None, str(problem))
        else:
            return render(request, "api/made.html", {"token": token, "secret": secret})
    return render(request, "api/new.html", told, status=422 if form.errors else 200)


@signed_in(post=True)
def revoke_token(request: HttpRequest, token_id: str) -> HttpResponse:
    """Revoke a token now."""
    if request.method == "POST":
        token = actions.revoke(person=str(request.user.pk), token_id=token_id)
        messages.success(request, f"The token “{token.purpose}” was revoked. It opens nothing now.")
    return redirect("api:tokens")


@anyone()
def openapi(request: HttpRequest) -> HttpResponse:
    """Give the description of the API for programs; it holds nothing of any room."""
    return JsonResponse(description())


@anyone()
def docs(request: HttpRequest) -> HttpResponse:
    """Show the description of the API for people."""
    groups: dict[str, list[dict[str, object]]] = {}
    for path, method, operation in operations(description()):
        shown = _shown(path, method, operation)
        groups.setdefault(operation["tags"][0], []).append(shown)
    problems = [(name, status, title, fix) for status, (name, title, fix) in SAID.items()]
    told = {"groups": groups.items(), "problems": problems, "calls": access.CALLS_A_MINUTE}
    return render(request, "api/docs.html", told)


def _rooms(request: HttpRequest) -> list[Entered]:
    return list(rooms_of(actor_of(request)))


def _row(token: AccessToken, titles: Mapping[str, str], now: datetime) -> dict[str, object]:
    may = [WORDS[Capability(one)] for one in token.capabilities if one != READ]
    return {
        "token": token,
        "rooms": [titles.get(one, "a room you may no longer enter") for one in token.rooms],
        "may": ["read", *may],
        "has_ended": access.has_ended(token, now),
        "ended_at": token.revoked_at or token.ends_at,
    }


def _shown(path: str, method: str, operation: Mapping[str, object]) -> dict[str, object]:
    parameters = operation.get("parameters", [])
    assert isinstance(parameters, list), "as written in the description"
    body = operation.get("requestBody")
    return {
        "path": path,
        "method": method,
        "words": operation["description"],
        "asked": [one["name"] for one in parameters if one["in"] == "query"],
        "body": ", ".join(body["content"]) if isinstance(body, dict) else "",
    }
