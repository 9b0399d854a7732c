"""Every answer at every address tells the browser what it must not do; none may be kept."""

from http.cookies import Morsel
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings

from fairterms_web.people.models import Person
from fairterms_web.rooms.actions import Names, open_deal
from tests.web.people.browsers import PASSWORD
from tests.web.strangers.addresses import Address, addresses

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
SAID = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
}


def paths(room_id: str) -> dict[str, str]:
    """An address of every kind, by its name; what stands in it names nothing that is there."""
    found = {}
    for one in addresses():
        path = _path(one, room_id)
        assert path, f"{one.name} has an address"
        found[one.name] = path
    return found


def _path(address: Address, room_id: str) -> str:
    room = {"room_id": room_id} if address.has_room else {}
    for value in ("0" * 32, "1", "read"):
        try:
            return reverse(address.name, kwargs={**room, **dict.fromkeys(address.arguments, value)})
        except NoReverseMatch:
            continue
    return "" if address.arguments else f"/{address.route}"


@pytest.fixture
def owner(person: Person) -> tuple[Client, str]:
    names = Names(title="Larch 2027", group="Larch Group", plan="Tamarack Plan")
    room = open_deal(person=person.id, names=names).room
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return client, room.id


def faults(answer: "Answer") -> list[str]:
    """What an answer does not say."""
    missing = [name for name, value in SAID.items() if answer.headers.get(name) != value]
    policy = answer.headers.get("Content-Security-Policy", "")
    said = {one.strip() for one in policy.split(";")}
    if not (said >= POLICY or said == {"sandbox", "default-src 'none'"}):
        missing.append(f"Content-Security-Policy: {policy}")
    kept = answer.headers.get("Cache-Control", "")
    if "no-store" not in kept:
        missing.append(f"Cache-Control: {kept}")
    return missing


@pytest.mark.parametrize("is_in", [True, False])
def test_every_address_says_what_browsers_must_not_do(
    owner: tuple[Client, str], is_in: bool
) -> None:
    client, room_id = owner
    asks = client if is_in else Client(raise_request_exception=False)
    every = paths(room_id)
    assert len(every) > 40
    found = {name: faults(asks.get(path)) for name, path in every.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_an_address_that_is_none_says_it_too() -> None:
    assert faults(Client().get("/nowhere/")) == []


def test_a_file_of_our_own_may_be_kept_and_says_the_rest() -> None:
    answer = Client().get("/static/look/tokens.css")
    assert answer.status_code == 200
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert b"--ink" in b"".join(answer)
    answer.close()


def _cookies(settings: Settings) -> dict[str, Morsel[str]]:
    client = Client()
    client.get("/accounts/login/", secure=True)
    client.post("/accounts/login/", {"login": "ann@example.org", "password": PASSWORD}, secure=True)
    return dict(client.cookies)


@pytest.mark.usefixtures("person")
def test_with_https_cookies_go_by_nothing_else(settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SESSION_COOKIE_NAME = "__Host-sessionid"
    found = _cookies(settings)
    session, csrf = found["__Host-sessionid"], found[settings.CSRF_COOKIE_NAME]
    for cookie in (session, csrf):
        assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
    assert (session["httponly"], session["samesite"]) == (True, "Lax")
    assert csrf["samesite"] == "Strict"
    assert session["max-age"] == "", "gone when the browser is closed"


def test_with_https_browsers_are_told_to_stay_with_it(settings: Settings) -> None:
    settings.SECURE_HSTS_SECONDS, settings.SECURE_SSL_REDIRECT = 31_536_000, True
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    said = Client().get("/accounts/login/", secure=True).headers["Strict-Transport-Security"]
    assert said == "max-age=31536000; includeSubDomains"
    assert Client().get("/accounts/login/").headers["Location"].startswith("https://")
