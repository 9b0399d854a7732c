"""Every route of the programs' interface, every method, everybody's token: who gets what."""

from datetime import timedelta
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from fairterms_web.api import access as tokens
from fairterms_web.api.models import AccessToken
from fairterms_web.rooms.roles import Capability
from tests.web.cast import INSIDE, NOW, OUTSIDE, ROOMS, Cast, may
from tests.web.strangers.addresses import (
    FROM_JOINT,
    NOT_THERE,
    Address,
    arguments,
    belongs_to_a_room,
    every,
    filling,
    url,
    url_for,
)
from tests.web.strangers.test_addresses import forgotten

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

EVERY_METHOD = ("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS")
UNREADABLE = 422
"""What was sent is looked at before the room is: it says nothing about the room, which a test below
holds to; with nothing sent, some routes stop there."""
WITH_TOKEN = (*INSIDE, *OUTSIDE)
WHOLE = tuple(one.value for one in Capability)


@pytest.fixture(autouse=True)
def never_too_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls are not counted: a test makes more of them than a program may."""
    monkeypatch.setattr(tokens, "counted", lambda _: 0)


def routes() -> list[Address]:
    """The routes of a room."""
    return [one for one in every() if one.has_room and one.policy and one.policy.who == "token"]


def secret(
    cast: Cast, name: str, rooms: tuple[str, ...] = ROOMS, may: tuple[str, ...] = WHOLE
) -> str:
    """A token of somebody that names rooms they may never have been in."""
    made = f"made up for {name}, {rooms}, {may}"
    AccessToken.objects.create(
        person=cast.people[name],
        purpose="made up",
        token_hash=tokens.hash_of(made),
        rooms=[cast.rooms[one].id for one in rooms],
        capabilities=list(may),
        ends_at=NOW + timedelta(days=1),
    )
    return made


def ask(method: str, to: str, secret: str = "") -> "Answer":
    """Ask with a token, and undo what that did."""
    headers = {"authorization": f"Bearer {secret}"} if secret else {}
    with forgotten():
        return Client(raise_request_exception=False).generic(
            method, to, content_type="application/json", headers=headers
        )


def expected(address: Address, method: str, name: str) -> set[int] | None:
    """What somebody's token may get at the group's room; None where anything but a refusal."""
    assert address.policy is not None, address.name
    if method not in address.policy.methods:
        return {405}
    if name == "closed account":
        return {401}
    allowed = may(name, "group")
    if "read" not in allowed:
        return {404}
    needs = address.policy.needs(method)
    if needs is None or needs.value not in allowed:
        return {403}
    return None


def is_wrong(status: int, wanted: set[int] | None) -> bool:
    """Whether an answer is another than what was expected."""
    if wanted is None:
        return status in {401, 403, 405} or status >= 500
    return status not in wanted | {UNREADABLE}


def wrong_answers(cast: Cast, asked: list[tuple[Address, str]], name: str, token: str) -> list[str]:
    """What a token got and should not have."""
    found = []
    for address, method in asked:
        status = ask(method, url(address, cast, "group"), token).status_code
        if is_wrong(status, expected(address, method, name)):
            found.append(f"{name} {method} {address.name}: {status}")
    return found


def test_every_argument_of_a_route_is_filled() -> None:
    missing = [
        f"{one.name}:{argument}"
        for one in routes()
        for argument in one.arguments
        if filling(one, argument) is None
    ]
    assert not missing, f"say in ARGUMENTS (addresses.py) how {missing} are filled"


def test_everybodys_token_gets_what_the_policy_says(cast: Cast) -> None:
    secrets = {name: secret(cast, name) for name in WITH_TOKEN}
    takes_turns = cycle(WITH_TOKEN)
    wrong = []
    for address in routes():
        assert address.policy is not None, address.name
        asked = [(address, method) for method in address.policy.methods]
        for name in ("owner", next(takes_turns)):
            wrong += wrong_answers(cast, asked, name, secrets[name])
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("name", WITH_TOKEN)
def test_everybodys_token_gets_what_the_policy_says_with_every_method(
    cast: Cast, name: str
) -> None:
    asked = [(address, method) for address in routes() for method in EVERY_METHOD]
    wrong = wrong_answers(cast, asked, name, secret(cast, name))
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
def test_without_a_token_nothing_is_told(cast: Cast) -> None:
    cookies = cast.client("owner")
    for address in routes():
        assert address.policy is not None, address.name
        told = arguments(address, cast, "group")
        there = url_for(address, cast.rooms["group"].id, told)
        nowhere = url_for(address, NOT_THERE, told)
        for method in address.policy.methods:
            answers = [ask(method, there), ask(method, nowhere), cookies.generic(method, there)]
            assert {one.status_code for one in answers} == {401}, address.name
            assert len({one.content for one in answers}) == 1, address.name


@pytest.mark.slow
def test_a_token_is_no_wider_than_what_it_was_made_for(cast: Cast) -> None:
    reads = secret(cast, "owner", ("group",), ("read",))
    elsewhere = secret(cast, "owner", ("joint",))
    wrong = []
    for address in routes():
        assert address.policy is not None, address.name
        to = url(address, cast, "group")
        for method in address.policy.methods:
            needs = address.policy.needs(method)
            if needs != "read" and ask(method, to, reads).status_code not in {403, UNREADABLE}:
                wrong.append(f"reads: {method} {address.name}")
            if ask(method, to, elsewhere).status_code not in {404, UNREADABLE}:
                wrong.append(f"elsewhere: {method} {address.name}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
def test_nobodys_token_tells_a_room_of_others_from_no_room(cast: Cast) -> None:
    names = cycle(["stranger", "other party", "expired", "revoked", "not yet begun"])
    secrets = {name: secret(cast, name) for name in WITH_TOKEN}
    wrong = []
    for address in routes():
        assert address.policy is not None, address.name
        told, name = arguments(address, cast, "group"), next(names)
        theirs = url_for(address, cast.rooms["group"].id, told)
        nobodys = url_for(address, NOT_THERE, told)
        for method in address.policy.methods:
            found = [ask(method, one, secrets[name]) for one in (theirs, nobodys)]
            is_kept = found[0].status_code in {404, UNREADABLE}
            if not is_kept or found[0].content != found[1].content:
                wrong.append(f"{name} {method} {address.name}: {found[0].status_code}")
    assert not wrong, "\n".join(wrong)


def test_what_belongs_to_another_room_is_not_there_for_a_token(cast: Cast) -> None:
    token = secret(cast, "owner")
    asked = [one for one in routes() if belongs_to_a_room(one)]
    assert len(asked) >= 8
    wrong = []
    for address in asked:
        assert address.policy is not None, address.name
        away = "group" if address.name in FROM_JOINT else "joint"
        to = url(address, cast, "group", things_of=away)
        for method in address.policy.methods:
            status = ask(method, to, token).status_code
            # What was sent is looked at first by some: with nothing sent they say so.
            if status not in {404, 400, 415, 422} or (method == "GET" and status != 404):
                wrong.append(f"{method} {address.name}: {status}")
    assert not wrong, "\n".join(wrong)
