"""The policy of a route, declared where it is written, as views declare theirs."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Annotated, Any, TypeVar

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from ninja.errors import ValidationError
from pydantic import StringConstraints

from fairterms_web.api import access as tokens
from fairterms_web.api.bearer import check_again, token_of
from fairterms_web.api.refusals import Destroyed
from fairterms_web.api.uploads import body_of
from fairterms_web.rooms import access, reads
from fairterms_web.rooms.actor import Actor
from fairterms_web.rooms.policy import Policy
from fairterms_web.rooms.roles import LOGS_READS, READ, Capability
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import destroyed_on

R = TypeVar("R")
Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
GIVEN = frozenset({"request", "by", "actor", "content"})
"""What a route is given by its policy; all else it names is asked of who sends the request."""
WHO = "token"
"""Who may ask for a route of the API: whoever holds a token."""


@dataclass(frozen=True)
class Needed:
    """What a route needs.

    Attributes
    ----------
    capability
        In its room; None where it has no room.
    media
        Of the body it reads as one file; empty where it reads none.
    """

    capability: Capability | None = None
    media: str = ""


@dataclass(frozen=True)
class RoutePolicy(Policy):
    """Who may ask for an address of the API, by method."""

    by_method: tuple[tuple[str, Needed], ...] = ()

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods it answers."""
        return tuple(name for name, _ in self.by_method)

    def needs(self, method: str) -> Capability | None:
        """Return what a method needs in the room."""
        found = dict(self.by_method).get(method)
        return found.capability if found else None


def of_routes(by_method: dict[str, Needed]) -> RoutePolicy:
    """Return the policy of an address from what each of its methods needs."""
    listed = tuple(sorted(by_method.items(), key=lambda one: one[0]))
    return RoutePolicy(
        WHO, has_get="GET" in by_method, has_post="POST" in by_method, by_method=listed
    )


def in_room(
    needs: Capability = READ, media: str = ""
) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Declare a route of a room, with what it needs there; it names the room as entered ``by``.

    Parameters
    ----------
    needs
        What the token and its owner must both be allowed in the room.
    media
        Where the body is one file: its media type. It is read before the room is entered for good,
        and given to the route as ``content``.
    """
    needed = Needed(needs, media)

    def declare(route: Callable[..., R]) -> Callable[..., R]:
        @wraps(route)
        def guarded(request: HttpRequest, room_id: str, **told: Any) -> R:
            _check_asked(request, guarded)
            if media:
                # Nothing is read for those who may not send it.
                access.enter(tokens.actor_of(token_of(request)), room_id, needs)
                told["content"] = body_of(request, media)
            actor = _actor(request)
            with acting(actor):
                by = access.enter(actor, room_id, needs)
                try:
                    answer = route(by=by, **_with(request, route, told))
                    if by.room.kind in LOGS_READS and request.method == "GET":
                        reads.record(by, request)
                except Unopened as wrong:
                    raise (wrong if destroyed_on(by) is None else Destroyed) from wrong
                return answer

        return _declared(guarded, route, needed, "room_id")

    return declare


def holder() -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Declare a route without a room, for whoever holds a token; it is given the narrowed actor."""

    def declare(route: Callable[..., R]) -> Callable[..., R]:
        @wraps(route)
        def guarded(request: HttpRequest, **told: Any) -> R:
            _check_asked(request, guarded)
            actor = _actor(request)
            with acting(actor):
                return route(actor=actor, **_with(request, route, told))

        return _declared(guarded, route, Needed(), "")

    return declare


def _actor(request: HttpRequest) -> Actor:
    """Say who acts now; a token that ended while something was sent changes nothing more."""
    if request.method != "GET":
        check_again(request)
    return tokens.actor_of(token_of(request))


def _check_asked(request: HttpRequest, route: Any) -> None:
    """Refuse what PostgreSQL cannot store, and names in the query that the route does not know."""
    if "\x00" in request.path or any("\x00" in one for one in _asked(request)):
        raise BadRequest
    models = route._ninja_operation.models  # noqa: SLF001
    known = {
        name
        for model in models
        if model.__ninja_param_source__ == "query"
        for name in model.__ninja_flatten_map__
    }
    if request.GET.keys() - known:
        raise ValidationError([{"type": "extra_forbidden", "loc": ("query", ""), "msg": ""}])


def _with(
    request: HttpRequest, route: Callable[..., object], told: dict[str, Any]
) -> dict[str, Any]:
    """Return what a route is told, with the request where it names that."""
    names = inspect.signature(route).parameters
    return {**told, "request": request} if "request" in names else told


def _asked(request: HttpRequest) -> list[str]:
    return [one for name in request.GET for one in (name, *request.GET.getlist(name))]


def _declared(
    guarded: Callable[..., R], route: Callable[..., R], needed: Needed, room: str
) -> Callable[..., R]:
    """Give a route the signature ninja reads: a room's identifier instead of the room entered."""
    kind = inspect.Parameter.KEYWORD_ONLY
    request = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    named = [inspect.Parameter(room, kind, annotation=Id)] if room else []
    asked = inspect.signature(route).parameters.values()
    kept = [one.replace(kind=kind) for one in asked if one.name not in GIVEN]
    guarded.__signature__ = inspect.Signature([request, *named, *kept])  # type: ignore[attr-defined]
    guarded.needed = needed  # type: ignore[attr-defined] # read where addresses are listed
    return guarded
