"""The policy of a view: who may ask for it, and with what. A view without one fails the build."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import render

from fairterms_web.rooms import access, reads
from fairterms_web.rooms.actor import Actor
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import LOGS_READS, READ, WORDS, Capability
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import destroyed_on

P = ParamSpec("P")


@dataclass(frozen=True)
class Policy:
    """Who may ask for a view.

    Attributes
    ----------
    who
        "anyone", "signed in" or "in room".
    get
        What GET needs in the room; None where the view has no GET.
    post
        What POST needs in the room; None where the view has no POST.
    """

    who: str
    get: Capability | None = None
    post: Capability | None = None
    has_get: bool = True
    has_post: bool = False

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods it answers."""
        return tuple(name for name, has in (("GET", self.has_get), ("POST", self.has_post)) if has)

    def needs(self, method: str) -> Capability | None:
        """Return what a method needs; None where the view does not answer it."""
        return self.post if method == "POST" else self.get if method in {"GET", "HEAD"} else None


class Ruled(Protocol):
    """A view that says its policy."""

    policy: Policy


RoomView = Callable[Concatenate[HttpRequest, Entered, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def in_room(
    get: Capability | None = READ, post: Capability | None = None
) -> Callable[[RoomView[P]], Callable[..., HttpResponseBase]]:
    """Declare a view of a room, with what each method needs there.

    The view's first argument after the request is the room as entered; its URL names ``room_id``.
    """
    policy = Policy("in room", get, post, get is not None, post is not None)

    def declare(view: RoomView[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(
            request: HttpRequest, room_id: str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            if _is_unstorable(request):
                return _bad_request(request)
            actor = actor_of(request)
            with acting(actor):
                entered = access.enter(actor, room_id)
                needs = policy.needs(request.method or "")
                if needs is None:
                    return HttpResponseNotAllowed(policy.methods)
                return _answer(
                    request, entered, needs, lambda: view(request, entered, *args, **kwargs)
                )

        return _ruled(login_required(guarded), policy)

    return declare


def signed_in(*, post: bool = False) -> Callable[[Callable[..., HttpResponse]], View[...]]:
    """Declare a view for everybody who signed in; it asks ``actor_of`` who that is."""
    policy = Policy("signed in", has_post=post)

    def declare(view: Callable[..., HttpResponse]) -> View[...]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method not in {*policy.methods, "HEAD"}:
                return HttpResponseNotAllowed(policy.methods)
            if _is_unstorable(request):
                return _bad_request(request)
            with acting(actor_of(request)):
                return view(request, *args, **kwargs)

        return _ruled(login_required(guarded), policy)

    return declare


def anyone(*, post: bool = False) -> Callable[[Callable[..., HttpResponse]], View[...]]:
    """Declare a view that shows nothing of any room."""
    policy = Policy("anyone", has_post=post)

    def declare(view: Callable[..., HttpResponse]) -> View[...]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method not in {*policy.methods, "HEAD"}:
                return HttpResponseNotAllowed(policy.methods)
            if _is_unstorable(request):
                return _bad_request(request)
            return view(request, *args, **kwargs)

        return _ruled(guarded, policy)

    return declare


def actor_of(request: HttpRequest) -> Actor:
    """Say who asks; worked out once a request."""
    known = getattr(request, "fairterms_actor", None)
    if isinstance(known, Actor):
        return known
    person = str(request.user.pk) if request.user.is_authenticated else ""
    actor = access.actor_for(person) if person else Actor("", (), datetime.now(UTC))
    request.fairterms_actor = actor  # type: ignore[attr-defined] # kept for the request's length
    return actor


def policy_of(view: object) -> Policy | None:
    """Return the policy a view declares."""
    found = getattr(view, "policy", None)
    return found if isinstance(found, Policy) else None


def not_allowed(request: HttpRequest, needs: Capability) -> HttpResponse:
    """Say that somebody who may be in a room may not do this in it."""
    page = {"what": WORDS[needs]}
    return render(request, "rooms/not_allowed.html", page, status=403)


def _answer(
    request: HttpRequest, by: Entered, needs: Capability, view: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """Answer for a room as entered: with its page, or with why there is none."""
    if not by.may(needs):
        return not_allowed(request, needs)
    try:
        answer = view()
        if by.room.kind in LOGS_READS and request.method == "GET":
            reads.record(by, request)
    except access.NotAllowed as refused:
        return not_allowed(request, refused.needs)
    except Unopened:
        return _destroyed(request, by)
    return answer


def _destroyed(request: HttpRequest, by: Entered) -> HttpResponse:
    """Say that a room's content was destroyed; a value that does not open else is our mistake."""
    on = destroyed_on(by)
    if on is None:
        raise  # noqa: PLE0704 - called while the mistake is handled
    return render(request, "rooms/destroyed.html", {"room": by.room, "on": on}, status=410)


def _is_unstorable(request: HttpRequest) -> bool:
    """Tell whether something asked or sent holds what PostgreSQL can neither store nor look for."""
    sent = [request.GET, request.POST] if request.method == "POST" else [request.GET]
    return any(
        "\x00" in one for given in sent for name in given for one in (name, *given.getlist(name))
    )


def _bad_request(request: HttpRequest) -> HttpResponse:
    return render(request, "400.html", status=400)


def _ruled(view: Callable[..., HttpResponseBase], policy: Policy) -> View[...]:
    cast("Ruled", view).policy = policy
    return view
