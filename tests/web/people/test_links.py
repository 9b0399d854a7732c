"""A link lets one person in once, on their own machine, within the hour."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from fairterms_web.people import links
from fairterms_web.people.models import EntryLink, Person

pytestmark = pytest.mark.django_db


def test_a_link_lets_in_once(person: Person) -> None:
    secret = links.make(person)
    assert Client().get(f"/enter/{secret}/").status_code == 302
    assert Client().get(f"/enter/{secret}/").status_code == 404


def test_who_came_by_a_link_is_signed_in(person: Person) -> None:
    client = Client()
    client.get(f"/enter/{links.make(person)}/")
    assert "ann@example.org" in client.get("/account/").content.decode()


def test_a_newer_link_replaces_the_older(person: Person) -> None:
    older, newer = links.make(person), links.make(person)
    assert links.take(older) is None
    assert links.take(newer) == person


def test_a_link_is_dead_after_an_hour(person: Person) -> None:
    secret = links.make(person)
    EntryLink.objects.update(ends_at=datetime.now(UTC) - timedelta(seconds=1))
    assert links.take(secret) is None
    assert not EntryLink.objects.exists()


def test_a_link_works_an_hour_and_no_longer(person: Person) -> None:
    links.make(person)
    left = EntryLink.objects.get().ends_at - datetime.now(UTC)
    assert timedelta(minutes=59) < left <= timedelta(minutes=60)


def test_a_closed_account_stays_outside(person: Person) -> None:
    secret = links.make(person)
    Person.objects.update(is_active=False)
    assert links.take(secret) is None


def test_a_link_works_on_its_own_machine_only(person: Person) -> None:
    secret = links.make(person)
    assert Client(REMOTE_ADDR="192.0.2.7").get(f"/enter/{secret}/").status_code == 404
    assert links.take(secret) == person


def test_the_secret_itself_is_not_kept(person: Person) -> None:
    secret = links.make(person)
    assert secret not in str(list(EntryLink.objects.values_list()))
