"""The page of the results: whole in the group's room, protected in every other."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from fairterms_web.outcomes.access import PROTECTED, WHOLE
from fairterms_web.rooms.entered import Entered
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import decided

pytestmark = pytest.mark.slow

MostQueries = Callable[[int], AbstractContextManager[object]]
PARTS = {
    "outcomes.json": b'{"lacks": ""}',
    "outcomes.html": b"<p>Seven people of clinician Ash</p>",
    "outcomes.pdf": b"%PDF of seven people",
    "outcomes.xlsx": b"seven people",
    "exceptions.csv": b"seven,people",
    "outcomes-outside.html": b"<p>1 to 10 people</p>",
    "outcomes-outside.pdf": b"%PDF protected",
    "outcomes-outside.xlsx": b"protected",
}
OTHERS = (("owner", "joint"), ("other party", "plan"), ("auditor", "auditor"))


@pytest.fixture
def by(cast: Cast) -> Entered:
    """The group's room."""
    return cast.entered("owner", "group")


@pytest.fixture
def client(cast: Cast) -> Client:
    """The browser of its owner."""
    return cast.client("owner")


def page(client: Client, by: Entered, name: str = "page") -> str:
    """What a page of the app says."""
    answered = client.get(reverse(f"outcomes:{name}", args=[by.room.id]))
    assert answered.status_code == 200
    return answered.content.decode()


def test_an_empty_page_offers_to_work_it_out(client: Client, by: Entered) -> None:
    assert "Work it out" in page(client, by)


def test_the_groups_room_shows_all_and_what_others_may_see(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(monkeypatch, by, PARTS)
    told = page(client, by)
    assert "Seven people of clinician Ash" in told
    assert "Few people are protected here" not in told
    assert "1 to 10 people" in page(client, by, "outside")
    for name, (file, words) in WHOLE.items():
        url = reverse("outcomes:take", args=[by.room.id, name])
        assert url in told
        assert words in told
        assert client.get(url).content == PARTS[file]


@pytest.mark.parametrize(("who", "room"), OTHERS)
def test_in_every_other_room_the_protected_page_alone_is_to_be_had(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, who: str, room: str
) -> None:
    by, client = cast.entered(who, room), cast.client(who)
    # Even if the whole page lay in the room by a mistake.
    decided(monkeypatch, by, PARTS)
    told = page(client, by)
    assert "Few people are protected here" in told
    assert "1 to 10 people</p>" in told
    assert "even people" not in told
    assert client.get(reverse("outcomes:outside", args=[by.room.id])).status_code == 404
    for name, (file, _) in WHOLE.items():
        given = client.get(reverse("outcomes:take", args=[by.room.id, name]))
        if name in PROTECTED:
            assert given.content == PARTS[file]
        else:
            assert given.status_code == 404


def test_what_is_lacking_is_said_with_what_to_do(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacks = {"lacks": "There is no outcomes.toml yet", "problems": ["outcomes.toml:3: <wrong>"]}
    decided(monkeypatch, by, {"outcomes.json": json.dumps(lacks).encode()})
    told = page(client, by)
    assert "There is no outcomes.toml yet" in told
    assert "outcomes.toml:3: &lt;wrong&gt;" in told
    assert reverse("start:page", args=[by.room.id]) in told
    assert "Take away" not in told


def test_no_page_asks_the_database_more_than_fifteen_times(
    client: Client,
    by: Entered,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: MostQueries,
) -> None:
    decided(monkeypatch, by, PARTS)
    for name in ("page", "outside"):
        with django_assert_max_num_queries(15):
            page(client, by, name)
