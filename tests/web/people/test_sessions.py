"""A person sees where they are signed in, and can end it there."""

import pytest
from django.test import Client

from fairterms_web.people.models import Person, SignedIn
from tests.web.people.browsers import PASSWORD, signed_in

pytestmark = pytest.mark.django_db
NEW = "another long made-up one"


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_the_account_page_names_each_browser(browser: Client) -> None:
    signed_in(name="A telephone")
    text = browser.get("/account/").content.decode()
    assert "A telephone" in text
    assert "this one" in text
    assert text.count('<th scope="row">') == 2


def test_the_key_of_a_session_is_on_no_page(browser: Client) -> None:
    signed_in()
    text = browser.get("/account/").content.decode()
    assert not [one for one in SignedIn.objects.all() if one.session_key in text]


def test_one_other_browser_is_signed_out(browser: Client) -> None:
    telephone, tablet = signed_in(name="telephone"), signed_in(name="tablet")
    rows = browser.get("/account/").context["sessions"]
    name = next(one.name for one in rows if one.browser == "telephone")
    answer = browser.post("/account/sessions/", {"session": name}, follow=True)
    assert "One other browser was signed out." in answer.content.decode()
    assert (is_in(browser), is_in(telephone), is_in(tablet)) == (True, False, True)


def test_everywhere_else_is_signed_out(browser: Client) -> None:
    others = [signed_in(), signed_in()]
    browser.post("/account/sessions/")
    assert (is_in(browser), [is_in(one) for one in others]) == (True, [False, False])


def test_nobody_ends_anothers_session(browser: Client) -> None:
    Person.objects.create_user("bob@example.org", PASSWORD)
    bob = signed_in("bob@example.org")
    name = bob.get("/account/").context["sessions"][0].name
    browser.post("/account/sessions/", {"session": name})
    browser.post("/account/sessions/")
    assert is_in(bob)


def test_to_look_at_the_address_ends_nothing(browser: Client) -> None:
    other = signed_in()
    browser.get("/account/sessions/")
    assert is_in(other)


def test_a_new_password_signs_out_everywhere_else(browser: Client) -> None:
    other = signed_in()
    sent = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert browser.post("/accounts/password/change/", sent).status_code == 302
    assert (is_in(browser), is_in(other)) == (True, False)


def test_a_session_that_is_over_is_not_listed(browser: Client) -> None:
    from django.utils import timezone  # noqa: PLC0415 - used here alone

    other = signed_in(name="an old one")
    SignedIn.objects.filter(session_key=other.session.session_key).update(
        expire_date=timezone.now()
    )
    assert "an old one" not in browser.get("/account/").content.decode()


def test_a_person_gives_themselves_a_name(browser: Client, person: Person) -> None:
    assert browser.post("/account/", {"name": "Ann Alder"}).status_code == 302
    person.refresh_from_db()
    assert str(person) == "Ann Alder"
    assert browser.post("/account/", {"name": "x" * 121}).status_code == 422
