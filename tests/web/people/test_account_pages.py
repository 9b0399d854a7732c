"""Every page of signing in and of one's account is ours to look at, and runs under the policy."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from fairterms_web.people.models import Person
from tests.web.people.browsers import PASSWORD

pytestmark = pytest.mark.django_db
STRANGERS = (
    "account_login",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_inactive",
    "account_email_verification_sent",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
)
OWN = (
    "people:account",
    "account_email",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "socialaccount_connections",
)
WITH_CODES = ("mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes")


class Page(HTMLParser):
    """What a page holds that the policy would refuse, and what would be hard to use."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.refused: list[str] = []
        self.labelled: set[str] = set()
        self.fields: set[str] = set()
        self.titles = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        held = {name: value or "" for name, value in attrs}
        if "style" in held or tag == "style" or [one for one in held if one.startswith("on")]:
            self.refused.append(f"{tag} {held}")
        is_told = held.get("type") in {"application/json", "importmap"}
        if tag == "script" and "src" not in held and not is_told:
            self.refused.append("a script in the page")
        for name in ("src", "href", "action"):
            if held.get(name, "").startswith(("http:", "https:", "//", "javascript:")):
                self.refused.append(f"{name} {held[name]}")
        self.titles += tag == "h1"
        if tag == "label":
            self.labelled.add(held.get("for", ""))
        is_seen = held.get("type", "text") not in {"hidden", "submit"}
        if tag in {"input", "select", "textarea"} and is_seen and "aria-label" not in held:
            self.fields.add(held.get("id", "without a name"))


def check(client: Client, name: str) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code in {200, 401}, f"{name} is shown"
    text = answer.content.decode()
    page = Page(text)
    assert page.refused == [], name
    assert page.titles == 1, name
    assert page.fields <= page.labelled, name
    assert "look/tokens.css" in text
    assert re.search(r"<title>\s*\S", text)


@pytest.mark.parametrize("name", STRANGERS)
def test_a_page_for_everybody_is_in_our_look(name: str) -> None:
    check(Client(), name)


@pytest.mark.parametrize("name", OWN)
def test_a_page_of_ones_own_is_in_our_look(browser: Client, name: str) -> None:
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    check(browser, name)


def test_the_pages_of_the_second_step_are_in_our_look(browser: Client) -> None:
    from tests.web.people.test_second_step import add_codes  # noqa: PLC0415 - its own fixtures

    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    add_codes(browser)
    for name in WITH_CODES:
        check(browser, name)
    client = Client()
    client.post("/accounts/login/", {"login": "ann@example.org", "password": PASSWORD})
    check(client, "mfa_authenticate")


def test_who_came_by_a_link_sets_a_password_first() -> None:
    client = Client()
    client.force_login(Person.objects.create_user("bea@example.org"))
    check(client, "account_set_password")


def test_a_page_without_accounts_to_make_says_so() -> None:
    text = Client().get(reverse("account_signup")).content.decode()
    assert "Sign Up Closed" in text


def test_too_many_attempts_are_told_in_our_look(settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    client = Client()
    answers = [client.post("/accounts/login/", {}) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 429]
    assert "Wait five minutes" in answers[1].content.decode()
