"""Signing in: slow for who guesses, silent about who is here, closed to who was not invited."""

import re
from typing import TYPE_CHECKING

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client
from pytest_django import Settings

from fairterms_web.people import outbox
from fairterms_web.people.models import Attempts, Letter, Person
from tests.web.people.browsers import PASSWORD, signed_in

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db


def try_in(email: str, password: str) -> "Answer":
    return Client().post("/accounts/login/", {"login": email, "password": password})


def said(answer: "Answer") -> tuple[int, str]:
    """What an answer says, without what differs by chance or repeats what was typed."""
    text = re.sub(r"csrfmiddlewaretoken[^>]*|X-CSRFToken[^}]*", "", answer.content.decode())
    return answer.status_code, re.sub(r"\w+@example\.org", "typed", text)


@pytest.mark.usefixtures("person")
def test_the_sixth_attempt_is_refused_even_with_the_right_password() -> None:
    for _ in range(5):
        assert "not correct" in try_in("ann@example.org", "wrong").content.decode()
    assert "Too many failed login attempts" in try_in("ann@example.org", PASSWORD).content.decode()


@pytest.mark.usefixtures("person")
def test_attempts_are_counted_where_every_process_sees_them() -> None:
    try_in("ann@example.org", "wrong")
    assert Attempts.objects.filter(cache_key__contains="login_failed").exists()
    assert not Attempts.objects.filter(cache_key__contains="ann").exists()


@pytest.mark.usefixtures("person")
def test_who_signs_in_well_is_not_counted() -> None:
    for _ in range(7):
        signed_in()


@pytest.mark.usefixtures("person")
def test_a_known_and_an_unknown_address_get_one_answer_for_one_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hashed: list[str] = []
    first = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return str(first(self, password, salt))

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    known = said(try_in("ann@example.org", "wrong"))
    work = len(hashed)
    assert (said(try_in("eve@example.org", "wrong")), len(hashed)) == (known, 2 * work)
    assert work == 1


@pytest.mark.usefixtures("person")
def test_a_closed_account_answers_as_none(person: Person) -> None:
    Person.objects.update(is_active=False)
    assert said(try_in("ann@example.org", "wrong")) == said(try_in("eve@example.org", "wrong"))


@pytest.mark.usefixtures("person")
def test_a_reset_answers_alike_and_writes_a_letter_either_way(settings: Settings) -> None:
    settings.SENDS_MAIL = True
    answers = [
        said(Client().post("/accounts/password/reset/", {"email": email}))
        for email in ("ann@example.org", "eve@example.org")
    ]
    assert answers[0] == answers[1]
    assert sorted(Letter.objects.values_list("to", flat=True)) == [
        "ann@example.org",
        "eve@example.org",
    ]
    assert mail.outbox == []


@pytest.mark.usefixtures("person")
def test_a_reset_signs_out_everywhere(settings: Settings) -> None:
    settings.SENDS_MAIL = True
    browser = signed_in()
    client = Client()
    client.post("/accounts/password/reset/", {"email": "ann@example.org"})
    outbox.send_due()
    link = re.search(r"http://testserver(\S+)", str(mail.outbox[0].body))
    assert link is not None
    page = client.get(link[1], follow=True)
    new = {"password1": "another long made-up one", "password2": "another long made-up one"}
    assert client.post(page.request["PATH_INFO"], new).status_code == 302
    assert browser.get("/account/").status_code == 302
    signed_in(password=new["password1"])


def test_nobody_makes_an_account_uninvited() -> None:
    sent = {"email": "eve@example.org", "password1": PASSWORD, "password2": PASSWORD}
    assert "Sign Up Closed" in Client().post("/accounts/signup/", sent).content.decode()
    assert not Person.objects.exists()


@pytest.mark.usefixtures("person")
def test_who_was_invited_cannot_try_other_addresses() -> None:
    client = Client()
    session = client.session
    session["invited"] = "bea@example.org"
    session.save()
    answers = set()
    for email in ("ann@example.org", "eve@example.org"):
        sent = {"email": email, "password1": PASSWORD, "password2": PASSWORD}
        answers.add(said(client.post("/accounts/signup/", sent)))
    (answer,) = answers
    assert "Use the e-mail address your invitation was sent to." in answer[1]
    assert Person.objects.count() == 1


@pytest.mark.usefixtures("person")
def test_where_all_may_sign_up_the_answer_comes_by_letter_alone(settings: Settings) -> None:
    settings.OPEN_FOR_SIGNUP, settings.ACCOUNT_EMAIL_VERIFICATION = True, "mandatory"
    settings.SENDS_MAIL = True
    answers = []
    for email in ("ann@example.org", "eve@example.org"):
        sent = {"email": email, "password1": PASSWORD, "password2": PASSWORD}
        answer = Client().post("/accounts/signup/", sent, follow=True)
        answers.append(said(answer))
    assert answers[0] == answers[1]
    assert Letter.objects.count() == 2


def test_a_password_is_hashed_with_argon2(settings: Settings) -> None:
    del settings.PASSWORD_HASHERS
    settings.PASSWORD_HASHERS = _own("PASSWORD_HASHERS")
    person = Person.objects.create_user("bea@example.org", PASSWORD)
    assert person.password.startswith("argon2$argon2id$")


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("password", ["short 1", "password123456", "ann@example.org"])
def test_a_weak_password_is_refused(browser: Client, password: str) -> None:
    sent = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    browser.post("/accounts/password/change/", sent)
    signed_in()


def test_a_new_address_counts_when_its_letter_was_opened(
    browser: Client, person: Person, settings: Settings
) -> None:
    settings.SENDS_MAIL = True
    browser.post("/accounts/email/", {"email": "new@example.org", "action_add": ""})
    person.refresh_from_db()
    assert person.email == "ann@example.org"
    outbox.send_due()
    letter = next(one for one in mail.outbox if one.to == ["new@example.org"])
    link = re.search(r"http://testserver(\S+)", str(letter.body))
    assert link is not None
    browser.post(link[1])
    person.refresh_from_db()
    assert person.email == "new@example.org"
    assert EmailAddress.objects.get(user=person, primary=True).email == "new@example.org"


def _own(name: str) -> object:
    from fairterms_web import settings as ours  # noqa: PLC0415 - read once Django was set up

    return getattr(ours, name)
