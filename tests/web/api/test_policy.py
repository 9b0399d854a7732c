"""Every address, every method, everybody: what a token gets, made from the list of addresses."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern

from fairterms_web.api.addresses import addresses
from fairterms_web.api.policy import RoutePolicy
from fairterms_web.rooms.policy import policy_of
from fairterms_web.rooms.roles import Capability

if TYPE_CHECKING:
    from tests.web.api.program import Program

ALL = " ".join(Capability)
NOT_THERE = "0" * 32
METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")


def place(address: URLPattern) -> str:
    """The address with the group's room and made-up arguments."""
    told = {"room_id": "{group}", "key": "0" * 24, "name": "text.html", "entry": "notice_1"}
    route = str(address.pattern)
    for name in address.pattern.converters:
        route = route.replace(f"<{name}>", told.get(name, NOT_THERE))
    return f"/{route}"


def policy(address: URLPattern) -> RoutePolicy:
    """What the address declares."""
    found = policy_of(address.callback)
    assert isinstance(found, RoutePolicy), address.name
    return found


def in_rooms() -> list[tuple[URLPattern, str, Capability]]:
    """Each address of a room with each method and what that needs."""
    return [
        (one, method, needed.capability)
        for one in addresses()
        for method, needed in policy(one).by_method
        if needed.capability is not None
    ]


def ask(program: "Program", method: str, where: str) -> int:
    """Ask, undo what that did, and return the status."""
    with transaction.atomic():
        status = program.ask(method, where).status_code
        transaction.set_rollback(True)
    return status


def test_every_route_with_a_room_needs_something_in_it() -> None:
    assert len(in_rooms()) >= 38
    for one in addresses():
        has_room = "<room_id>" in str(one.pattern)
        assert all(
            (needed.capability is not None) == has_room for _, needed in policy(one).by_method
        )


def test_a_change_needs_more_than_reading() -> None:
    weak = [one.name for one, method, needs in in_rooms() if method != "GET" and needs == "read"]
    assert weak == []


def test_without_a_token_nothing_is_told(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group")
    answers = set()
    for secret in ("", "fairterms_nobody"):
        stranger = type(owner)(owner.cast, secret)
        for one in addresses():
            for method in policy(one).methods:
                answer = stranger.ask(method, place(one))
                answers.add((answer.status_code, answer.content, answer["WWW-Authenticate"]))
    assert len(answers) == 1
    assert next(iter(answers))[0] == 401


def test_a_session_is_no_token(program: "Callable[..., Program]") -> None:
    browser: Client = program("owner", "group").cast.client("owner")
    assert browser.get("/api/v1/rooms").status_code == 401


@pytest.mark.slow
@pytest.mark.parametrize("name", ["stranger", "expired", "revoked", "not yet begun", "other party"])
def test_a_token_of_one_who_may_not_enter_finds_nothing(
    program: "Callable[..., Program]", name: str
) -> None:
    other = program(name, "group", "plan", may=ALL)
    wrong = []
    for one, method, _ in in_rooms():
        status = ask(other, method, place(one))
        if status not in {404, 422}:
            wrong.append((name, method, one.name, status))
    assert wrong == []


@pytest.mark.slow
def test_a_room_of_others_looks_like_no_room(program: "Callable[..., Program]") -> None:
    other = program("stranger", "group", "elsewhere", may=ALL)
    for one, method, _ in in_rooms():
        theirs = other.ask(method, place(one))
        nobodys = other.ask(method, place(one).replace("{group}", NOT_THERE))
        assert (theirs.status_code, theirs.content) == (nobodys.status_code, nobodys.content)


def test_a_token_opens_no_room_it_does_not_name(program: "Callable[..., Program]") -> None:
    owner = program("owner", "joint", may=ALL)
    assert owner.get("/rooms/{group}").status_code == 404
    assert owner.get("/rooms/{joint}").status_code == 200
    assert owner.get("/rooms").json()["count"] == 1


def test_a_token_does_only_what_it_names(program: "Callable[..., Program]") -> None:
    reader = program("owner", "group")
    wrong = [
        (method, one.name, status)
        for one, method, needs in in_rooms()
        if needs != "read" and (status := ask(reader, method, place(one))) not in {403, 422}
    ]
    assert wrong == []
    assert reader.ask("DELETE", "/rooms/{group}/file?path=notes.txt").status_code == 403


def test_a_token_does_no_more_than_its_owner_may(program: "Callable[..., Program]") -> None:
    viewer = program("viewer", "group", may=ALL)
    assert viewer.get("/rooms/{group}").json()["may"] == ["read"]
    assert viewer.ask("DELETE", "/rooms/{group}/file?path=notes.txt").status_code == 403
    assert viewer.get("/rooms/{group}/people").status_code == 403


@pytest.mark.slow
def test_other_methods_are_refused_with_those_that_are_not(
    program: "Callable[..., Program]",
) -> None:
    owner = program("owner", "group", may=ALL)
    for one in addresses():
        known = policy(one).methods
        for method in set(METHODS) - set(known):
            answer = owner.ask(method, place(one))
            assert (answer.status_code, answer["Allow"]) == (405, ", ".join(known)), one.name


def test_an_address_that_is_none_is_a_problem_and_not_a_page() -> None:
    for where in ("/api/", "/api/v1/nothing", "/api/v2/rooms"):
        answer = Client().get(where)
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
