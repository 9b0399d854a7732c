"""Every address, every method, everybody: who gets what. Made from the list of addresses itself."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import cycle, product
from typing import TYPE_CHECKING, ClassVar

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.policy import Policy, in_room, signed_in
from fairterms_web.rooms.roles import READ, WRITE
from fairterms_web.rooms.walls import as_system
from tests.web.cast import ANONYMOUS, EVERYBODY, INSIDE, OUTSIDE, ROOMS, Cast, may
from tests.web.strangers.addresses import (
    ARGUMENTS,
    FROM_JOINT,
    NOT_MADE,
    NOT_THERE,
    Address,
    Word,
    addresses,
    arguments,
    belongs_to_a_room,
    filling,
    url,
    url_for,
)
from tests.web.test_policies import test_every_address_declares_its_policy as every_address

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
USUAL = ("GET", "POST")
NOWHERE_IN_THE_GROUP = ("stranger", "other party", "expired", "revoked", "not yet begun", "auditor")
SIGN_IN = "/accounts/login/"
SHOWN = {200, 204, 302, 303}
DONE = {*SHOWN, 400, 404, 409, 410, 413, 415, 422}
"""Answers to what was sent with nothing in it: done, or told what is missing."""
READ_IS_ENOUGH = {"simulate:run": "works out what was moved, and keeps nothing"}
"""Addresses that take something from those who may only read, each with the reason."""
_ONCE = re.compile(rb'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[A-Za-z0-9]+')


def in_rooms(urls: str | None = None) -> list[Address]:
    """The addresses whose policy asks for a room."""
    return [one for one in addresses(urls) if one.policy and one.policy.who == "in room"]


def expected(address: Address, method: str, name: str, room: str) -> set[int]:
    """What somebody may get, worked out from the policy and the tables of the cast alone."""
    policy = address.policy
    assert policy is not None, address.name
    if name in {ANONYMOUS, "closed account"}:
        return {302}
    allowed = may(name, room)
    if "read" not in allowed:
        return {404}
    needs = policy.needs(method)
    if needs is None:
        return {405}
    if needs.value not in allowed:
        return {403}
    is_there = address.name not in NOT_MADE
    return SHOWN if method in {"GET", "HEAD"} and is_there else DONE


@contextmanager
def forgotten() -> Iterator[None]:
    """Whatever is done within is undone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ask(client: Client, method: str, to: str) -> "Answer":
    """Ask, and undo what that did."""
    with forgotten():
        return client.generic(method, to)


def wrong_answers(
    cast: Cast, asked: Iterable[Address], clients: Mapping[str, Client], methods: Iterable[str]
) -> list[str]:
    """What everybody got at the group's room and should not have."""
    found = []
    for address in asked:
        to = url(address, cast, "group")
        for (name, client), method in product(clients.items(), methods):
            status = ask(client, method, to).status_code
            if status not in expected(address, method, name, "group"):
                found.append(f"{name} {method} {address.name}: {status}")
    return found


def plain(answer: "Answer") -> tuple[int, bytes, list[tuple[str, str]]]:
    """An answer without what is new each time."""
    headers = sorted((one, value) for one, value in answer.items() if one != "Content-Length")
    return answer.status_code, _ONCE.sub(rb"\1", answer.content), headers


def test_every_argument_of_an_address_is_filled() -> None:
    missing = [
        f"{one.name}:{argument}"
        for one in in_rooms()
        for argument in one.arguments
        if filling(one, argument) is None
    ]
    assert not missing, f"say in ARGUMENTS (addresses.py) how {missing} are filled"


def test_an_address_with_a_room_asks_for_the_room() -> None:
    ways = {"in room", "token"}
    with_room = [one for one in addresses() if one.has_room]
    others = [one.name for one in with_room if one.policy is None or one.policy.who not in ways]
    assert not others, others
    assert [one.name for one in in_rooms() if not one.has_room] == []


def test_whoever_may_only_read_can_send_nothing() -> None:
    weak = [
        one.name
        for one in in_rooms()
        if one.policy and one.policy.post == READ and one.name not in READ_IS_ENOUGH
    ]
    assert weak == []


def test_everybody_gets_what_the_policy_says(cast: Cast) -> None:
    clients = {name: cast.client(name) for name in EVERYBODY}
    takes_turns = cycle(EVERYBODY)
    wrong = []
    for address in in_rooms():
        for name in {"owner", next(takes_turns)}:
            wrong += wrong_answers(cast, [address], {name: clients[name]}, USUAL)
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_everybody_gets_what_the_policy_says_with_every_method(cast: Cast, method: str) -> None:
    clients = {name: cast.client(name) for name in EVERYBODY}
    wrong = wrong_answers(cast, in_rooms(), clients, [method])
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_everybody_gets_what_the_policy_says_in_every_room(cast: Cast, room: str) -> None:
    clients = {name: cast.client(name) for name in EVERYBODY}
    wrong = []
    for address, method in product(in_rooms(), USUAL):
        to = url(address, cast, room)
        for name, client in clients.items():
            status = ask(client, method, to).status_code
            # What is there in one room need not be in another.
            if status not in expected(address, method, name, room) | {404}:
                wrong.append(f"{name} {method} {address.name}: {status}")
    assert not wrong, "\n".join(wrong)


def told_apart(cast: Cast, address: Address, name: str, method: str) -> list[str]:
    """What somebody can tell by asking for a room of others and for one that is not there."""
    client = cast.client(name)
    told = arguments(address, cast, "group")
    theirs = url_for(address, cast.rooms["group"].id, told)
    nobodys = url_for(address, NOT_THERE, told)
    answers = [plain(ask(client, method, one)) for one in (theirs, nobodys)]
    if answers[0] == answers[1] and answers[0][0] == 404:
        return []
    return [f"{name} {method} {address.name}: {answers[0][0]}"]


def test_nobody_can_tell_a_room_of_others_from_no_room(cast: Cast) -> None:
    takes_turns = cycle(product(NOWHERE_IN_THE_GROUP, USUAL))
    wrong = [one for address in in_rooms() for one in told_apart(cast, address, *next(takes_turns))]
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("name", NOWHERE_IN_THE_GROUP)
def test_nobody_can_tell_it_at_any_address(cast: Cast, name: str) -> None:
    asked = product(in_rooms(), USUAL)
    wrong = [one for address, method in asked for one in told_apart(cast, address, name, method)]
    assert not wrong, "\n".join(wrong)


def test_who_is_not_signed_in_is_asked_to_whether_or_not_there_is_such_a_room(cast: Cast) -> None:
    client = cast.client(ANONYMOUS)
    for address, method in product(in_rooms(), USUAL):
        told = arguments(address, cast, "group")
        for room in (cast.rooms["group"].id, NOT_THERE):
            to = url_for(address, room, told)
            answer = ask(client, method, to)
            assert (answer.status_code, answer.content) == (302, b""), address.name
            assert answer.headers["Location"].partition("?")[0] == SIGN_IN, address.name


def test_what_belongs_to_another_room_is_not_there(cast: Cast) -> None:
    client = cast.client("owner")
    asked = [one for one in in_rooms() if belongs_to_a_room(one)]
    assert len(asked) >= 4
    wrong = []
    for address, method in product(asked, USUAL):
        if address.policy and address.policy.needs(method) is not None:
            # The owner may be in both rooms: only the room that is asked may answer.
            away = "group" if address.name in FROM_JOINT else "joint"
            to = url(address, cast, "group", things_of=away)
            status = ask(client, method, to).status_code
            if status != 404:
                wrong.append(f"{method} {address.name}: {status}")
    assert not wrong, "\n".join(wrong)


def test_looking_changes_nothing(cast: Cast) -> None:
    def size() -> int:
        with as_system():
            return LedgerEntry.objects.of_every_room().count()

    client, before, changed = cast.client("owner"), size(), []
    for address in addresses():
        if address.policy and address.policy.who in {"in room", "signed in"}:
            client.get(url(address, cast, "group"))
            if size() != before:
                changed.append(address.name)
                before = size()
    assert changed == []


def test_nothing_is_done_that_was_sent_from_another_site(cast: Cast) -> None:
    client = cast.client("owner", enforce_csrf_checks=True)
    asked = [
        one for one in addresses() if one.policy and one.policy.has_post and _by_cookie(one.policy)
    ]
    refused = {one.name: ask(client, "POST", url(one, cast, "group")).status_code for one in asked}
    others = {name: status for name, status in refused.items() if status != 403}
    assert others.keys() <= LET_THROUGH.keys()


def _by_cookie(policy: Policy) -> bool:
    return policy.who != "token"


LET_THROUGH = {
    "api:not-there": "nothing is there",
    "api:nothing-there": "nothing is there",
    "openid_connect_callback": "comes from the organisation's sign-in; its state is checked",
    "openid_connect_login": "no organisation is configured",
    "account_confirm_email": "a made-up key",
    "account_reset_password_from_key": "a made-up key",
}
"""Addresses of the sign-in package that answer otherwise, and why."""


def test_every_other_address_answers_everybody(cast: Cast) -> None:
    wrong = []
    others = [
        one for one in addresses() if one.policy and one.policy.who in {"signed in", "anyone"}
    ]
    for name in ("owner", ANONYMOUS):
        client = cast.client(name)
        for address, method in product(others, USUAL):
            answer = ask(client, method, url(address, cast, "group"))
            if answer.status_code not in {*DONE, 301, 401, 403, 405}:
                wrong.append(f"{name} {method} {address.name}: {answer.status_code}")
            if _is_let_in(address, name, answer):
                wrong.append(f"{name} {method} {address.name}: not asked who they are")
    assert not wrong, "\n".join(wrong)


def _is_let_in(address: Address, name: str, answer: "Answer") -> bool:
    assert address.policy is not None, address.name
    needs_sign_in = address.policy.who == "signed in" and name == ANONYMOUS
    return needs_sign_in and answer.status_code != 302


# Planted faults: views that a test above must find.


@in_room(READ)
def too_weak(request: HttpRequest, by: Entered) -> HttpResponse:
    """Declares what it does not hold: it answers whatever the room."""
    return HttpResponse(b"")


def guards_nothing(request: HttpRequest, room_id: str) -> HttpResponse:
    """Says that it asks for a room, and does not."""
    return HttpResponse(b"")


guards_nothing.policy = Policy("in room", READ, WRITE, has_post=True)  # type: ignore[attr-defined]


def undeclared(request: HttpRequest, room_id: str) -> HttpResponse:
    """Has no policy."""
    return HttpResponse(b"")


@signed_in()
def only_signed_in(request: HttpRequest, room_id: str) -> HttpResponse:
    """Names a room and asks for none."""
    return HttpResponse(b"")


@in_room(READ)
def another_rooms_thing(request: HttpRequest, by: Entered, version_id: str) -> HttpResponse:
    """Gives anything, whatever room it lies in."""
    return HttpResponse(b"")


class Planted:
    """Addresses of the planted views."""

    urlpatterns: ClassVar = [
        path("rooms/<slug:room_id>/nothing/", guards_nothing, name="guards-nothing"),
        path("rooms/<slug:room_id>/undeclared/", undeclared, name="undeclared"),
        path("rooms/<slug:room_id>/signed/", only_signed_in, name="only-signed-in"),
        path(
            "rooms/<slug:room_id>/thing/<slug:version_id>/",
            another_rooms_thing,
            name="another-rooms-thing",
        ),
    ]


@pytest.fixture
def planted() -> Iterator[None]:
    """The planted views instead of our own."""
    with override_settings(ROOT_URLCONF=Planted):
        yield


@pytest.mark.usefixtures("planted")
def test_a_planted_view_without_a_policy_is_found() -> None:
    assert [one.name for one in addresses() if one.policy is None] == ["undeclared"]
    with pytest.raises(AssertionError):
        every_address()


@pytest.mark.usefixtures("planted")
def test_a_planted_view_that_guards_nothing_is_found(cast: Cast) -> None:
    clients = {name: cast.client(name) for name in ("stranger", ANONYMOUS, "expired")}
    wrong = wrong_answers(cast, in_rooms(), clients, ["GET"])
    assert {one.split()[0] for one in wrong if "guards-nothing" in one} == {
        "stranger",
        ANONYMOUS,
        "expired",
    }


@pytest.mark.usefixtures("planted")
def test_a_planted_view_that_names_a_room_and_asks_for_none_is_found() -> None:
    with pytest.raises(AssertionError, match="only-signed-in"):
        test_an_address_with_a_room_asks_for_the_room()


@pytest.mark.usefixtures("planted")
def test_a_planted_view_that_gives_another_rooms_thing_is_found(cast: Cast) -> None:
    address = next(one for one in in_rooms() if one.name == "another-rooms-thing")
    assert ask(cast.client("owner"), "GET", url(address, cast, "group", "joint")).status_code == 200


def test_the_cast_is_whole() -> None:
    assert {*INSIDE, *OUTSIDE, ANONYMOUS} == set(EVERYBODY)
    assert {room for roles in INSIDE.values() for room in roles} == set(ROOMS)
    assert any(isinstance(one, Word) for one in ARGUMENTS.values())
