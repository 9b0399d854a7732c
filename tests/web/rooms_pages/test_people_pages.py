"""The pages of a room's people: who is in, who is asked in, and what the link of it does."""

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from pytest_django import DjangoAssertNumQueries, Settings

from fairterms_web.people import outbox
from fairterms_web.people.models import Letter, Person
from fairterms_web.rooms.models import Grant, Invitation
from tests.web.rooms_pages.table import Table, browser, let_in, link_in, may_enter, person

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

PASSWORD = "a long made-up password"  # noqa: S105 - it guards nothing
ASKED = {"email": "bea@example.org", "role": "analyst", "purpose": "checks the formula"}


def people(table: Table, room: str = "group") -> str:
    return f"/rooms/{getattr(table, room).id}/people/"


def test_the_page_names_everybody_with_role_purpose_and_days(table: Table) -> None:
    until = datetime.now(UTC) + timedelta(days=1)
    let_in(table.as_owner(table.group), person("bea"), "analyst", until)
    text = browser(table.owner).get(people(table)).content.decode()
    for words in ("Owner", "(you)", "Bea", "Analyst", "made up", "no last day", until.isoformat()):
        assert words in text


def test_who_was_let_out_stays_on_the_page_as_ended(table: Table) -> None:
    row = let_in(table.as_owner(table.group), person("bea"), "analyst")
    client = browser(table.owner)
    answer = client.post(f"{people(table)}end/{row.id}/", follow=True)
    text = answer.content.decode()
    assert "Bea may no longer enter as Analyst." in text
    assert "ended <time" in text
    assert f"end/{row.id}/" not in text


def test_to_let_somebody_out_is_asked_about_first(table: Table) -> None:
    text = browser(table.owner).get(people(table)).content.decode()
    assert "data-confirm=" in text


def test_who_lets_themselves_out_is_shown_the_door(table: Table) -> None:
    let_in(table.as_owner(table.group), person("dee"), "owner")
    row = Grant.objects.get(person=table.owner, room=table.group)
    answer = browser(table.owner).post(f"{people(table)}end/{row.id}/")
    assert answer.headers["Location"] == "/"


def test_a_refusal_is_said_and_changes_nothing(table: Table) -> None:
    row = Grant.objects.get(person=table.owner, room=table.group)
    answer = browser(table.owner).post(f"{people(table)}end/{row.id}/", follow=True)
    assert "Somebody of this side must be left" in answer.content.decode()
    assert may_enter(table.owner, table.group)


def test_the_other_sides_people_have_no_button(table: Table) -> None:
    text = browser(table.lead).get(people(table, "joint")).content.decode()
    rows = {one.person_id: one.id for one in Grant.objects.filter(room=table.joint)}
    assert f"end/{rows[table.lead.id]}/" in text
    assert f"end/{rows[table.owner.id]}/" not in text


def test_only_who_may_let_others_in_sees_the_page(table: Table) -> None:
    bea = person("bea")
    let_in(table.as_owner(table.group), bea, "analyst")
    assert browser(bea).get(people(table)).status_code == 403
    assert browser(table.lead).get(people(table)).status_code == 404


def test_an_invitation_shows_its_link_once(table: Table) -> None:
    client = browser(table.owner)
    answer = client.post(f"{people(table)}invite/here/", ASKED)
    secret = link_in(answer.content.decode()).split("/")[2]
    text = client.get(people(table)).content.decode()
    assert "bea@example.org" in text
    assert secret not in text
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"email": "bea"}, "Enter a valid email address."),
        ({"role": "plan-lead"}, "Select a valid choice."),
        ({"purpose": ""}, "This field is required."),
        ({"until": "2020-01-01"}, "The last day has passed already."),
    ],
)
def test_what_was_typed_stays_where_something_is_wrong(
    table: Table, wrong: dict[str, str], words: str
) -> None:
    sent = {**ASKED, **wrong}
    answer = browser(table.owner).post(f"{people(table)}invite/here/", sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert sent["email"] in answer.content.decode()


def test_an_invitation_is_withdrawn(table: Table) -> None:
    client = browser(table.owner)
    link = link_in(client.post(f"{people(table)}invite/here/", ASKED).content.decode())
    row = Invitation.objects.get(email="bea@example.org")
    answer = client.post(f"{people(table)}withdraw/{row.id}/", follow=True)
    assert "Its link is dead." in answer.content.decode()
    assert browser().get(link).status_code == 404


def test_the_letter_holds_the_link_and_nothing_of_the_deal(
    table: Table, settings: Settings
) -> None:
    settings.SENDS_MAIL = True
    answer = browser(table.owner).post(f"{people(table)}invite/here/", ASKED)
    assert outbox.send_due() == 1
    (letter,) = mail.outbox
    assert link_in(answer.content.decode()) in str(letter.body)
    for words in ("Larch", "Tamarack", "formula"):
        assert words not in f"{letter.subject} {letter.body}"


def test_no_letter_is_written_of_an_invitation_that_was_refused(
    table: Table, settings: Settings
) -> None:
    settings.SENDS_MAIL = True
    browser(table.owner).post(f"{people(table)}invite/here/", {**ASKED, "until": "2020-01-01"})
    assert not Letter.objects.exists()


def test_who_is_invited_makes_an_account_and_comes_in(table: Table) -> None:
    answer = browser(table.owner).post(f"{people(table)}invite/here/", ASKED)
    link, client = link_in(answer.content.decode()), browser()
    text = client.get(link).content.decode()
    assert "bea@" not in text
    assert "Larch" not in text
    sent = {"email": "bea@example.org", "password1": PASSWORD, "password2": PASSWORD, "next": link}
    assert client.post("/accounts/signup/", sent).headers["Location"] == link
    assert "checks the formula" in client.get(link).content.decode()
    assert not may_enter(Person.objects.get(email="bea@example.org"), table.group)
    answer = client.post(link)
    assert answer.headers["Location"] == f"/rooms/{table.group.id}/"
    assert may_enter(Person.objects.get(email="bea@example.org"), table.group)


def test_a_link_that_does_not_work_says_the_same_for_every_reason(table: Table) -> None:
    client, eve, bea = browser(table.owner), person("eve"), person("bea")
    link = link_in(client.post(f"{people(table)}invite/here/", ASKED).content.decode())
    wrong = browser(eve)
    answers = {_said(wrong.get("/invitations/never-was/")), _said(wrong.get(link))}
    answers |= {_said(wrong.post(link)), _said(wrong.post("/invitations/never-was/"))}
    right = browser(bea)
    right.post(link)
    answers |= {_said(wrong.get(link)), _said(wrong.post(link))}
    assert len(answers) == 1
    assert "This link does not work" in answers.pop()
    assert right.get(link).status_code == 404


def test_the_plans_lead_is_invited_from_the_joint_room_once(table: Table) -> None:
    address = f"/rooms/{table.joint.id}/open/plan/"
    answer = browser(table.owner).post(address, follow=True)
    assert "let others in themselves" in answer.content.decode()
    invite = f"/rooms/{table.joint.id}/people/invite/plan/"
    assert browser(table.owner).post(invite, {**ASKED, "role": "plan-lead"}).status_code == 404


def test_either_side_opens_the_auditors_room(table: Table) -> None:
    for who in (table.lead, table.owner):
        answer = browser(who).post(f"/rooms/{table.joint.id}/open/auditor/")
        assert answer.headers["Location"].endswith("/people/invite/auditor/")
    sent = {**ASKED, "role": "auditor"}
    answer = browser(table.owner).post(f"/rooms/{table.joint.id}/people/invite/auditor/", sent)
    assert link_in(answer.content.decode())
    text = browser(table.lead).get(people(table, "joint")).content.decode()
    assert "Auditor’s room" in text
    assert "sent by the other side" in text


@pytest.mark.parametrize("place", ["group", "independent", "nowhere"])
def test_no_other_room_is_opened(table: Table, place: str) -> None:
    answer = browser(table.owner).post(f"/rooms/{table.joint.id}/open/{place}/")
    assert answer.status_code == 404


def test_rooms_are_opened_from_the_joint_room_alone(table: Table) -> None:
    assert browser(table.owner).post(f"/rooms/{table.group.id}/open/plan/").status_code == 404
    address = f"/rooms/{table.group.id}/people/invite/plan/"
    assert browser(table.owner).get(address).status_code == 404


def test_a_deal_lists_the_rooms_one_may_enter_and_hints_at_no_other(table: Table) -> None:
    texts = {
        who: browser(who).get(f"/rooms/{table.joint.id}/rooms/").content.decode()
        for who in (table.owner, table.lead)
    }
    assert table.group.id in texts[table.owner]
    assert table.plan.id in texts[table.lead]
    assert table.plan.id not in texts[table.owner]
    assert table.group.id not in texts[table.lead]
    assert "Larch Group" not in texts[table.lead]


@pytest.mark.parametrize("page", ["people/", "people/invite/here/", "rooms/"])
def test_a_page_asks_few_questions_however_many_people(
    table: Table, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    by = table.as_owner(table.joint)
    for number in range(6):
        let_in(by, person(f"one{number}"), "viewer")
    client = browser(table.owner)
    with django_assert_max_num_queries(15):
        assert client.get(f"/rooms/{table.joint.id}/{page}").status_code == 200


def _said(answer: "Answer") -> str:
    text = answer.content.decode()
    return re.sub(r"csrfmiddlewaretoken[^>]*|X-CSRFToken[^}]*", "", text)
