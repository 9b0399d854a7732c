"""Signing in by one's organisation: the same closed door, and no request to anywhere else."""

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.test import Client
from pytest_django import Settings

from fairterms_web.people.models import Person
from tests.web.people.provider import APP, SERVER, Provider

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db
ADDRESS = "/accounts/oidc/sso/login/"


@pytest.fixture
def provider(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Provider:
    ours = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {**ours, "APPS": [APP]}}
    made = Provider("bea@example.org")
    monkeypatch.setattr(DefaultSocialAccountAdapter, "get_requests_session", lambda _: made)
    return made


def go_through(client: Client) -> "Answer":
    """Sign in at the organisation, and come back."""
    asked = parse_qs(urlsplit(client.post(ADDRESS).headers["Location"]).query)
    back = {"code": "made up", "state": asked["state"][0]}
    return client.get(f"{ADDRESS}callback/", back)


def invited(email: str) -> Client:
    client = Client()
    session = client.session
    session["invited"] = email
    session.save()
    return client


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_the_organisation_is_asked_with_a_proof_and_a_state(provider: Provider) -> None:
    answer = Client().post(ADDRESS)
    address = urlsplit(answer.headers["Location"])
    asked = parse_qs(address.query)
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{SERVER}/authorize"
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [f"http://testserver{ADDRESS}callback/"]
    assert len(asked["state"][0]) >= 16


def test_who_was_invited_comes_in_without_a_password(provider: Provider) -> None:
    client = invited("bea@example.org")
    go_through(client)
    assert is_in(client)
    person = Person.objects.get()
    assert (person.email, person.has_usable_password()) == ("bea@example.org", False)
    assert provider.sent["code_verifier"]


def test_who_was_not_invited_stays_outside(provider: Provider) -> None:
    for client in (Client(), invited("eve@example.org")):
        assert "Sign Up Closed" in go_through_to_the_end(client)
        assert not is_in(client)
    assert not Person.objects.exists()


def test_who_came_once_comes_again(provider: Provider) -> None:
    go_through(invited("bea@example.org"))
    client = Client()
    go_through(client)
    assert is_in(client)
    assert Person.objects.count() == 1


def test_the_organisation_does_not_open_an_account_made_by_password(provider: Provider) -> None:
    Person.objects.create_user("bea@example.org", "a long made-up password")
    client = Client()
    go_through(client)
    assert not is_in(client)


def test_an_answer_nobody_asked_for_lets_nobody_in(provider: Provider) -> None:
    client = invited("bea@example.org")
    client.get(f"{ADDRESS}callback/", {"code": "made up", "state": "made up"})
    assert not is_in(client)
    assert provider.asked == []


def test_to_look_at_the_address_asks_the_organisation_nothing(provider: Provider) -> None:
    assert Client().get(ADDRESS).status_code == 200
    assert provider.asked == []


def test_without_an_organisation_there_is_no_such_address() -> None:
    assert Client().post(ADDRESS).status_code == 404


def go_through_to_the_end(client: Client) -> str:
    answer = go_through(client)
    if answer.status_code == 302:
        answer = client.get(answer.headers["Location"])
    return answer.content.decode()
