"""The page Decide: the answer, its forms, and every earlier one."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from fairterms_web.deals.actions import save_files
from fairterms_web.jobs.models import Job
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import answer, asked, decided, done, put_kind, yields

PARTS = {
    "answer.json": answer("Negotiate first", Leaves="$1"),
    "decide.html": b'<div class="callout answer-negotiate">Do not sign yet</div>',
    "report.pdf": b"%PDF made up",
    "report.docx": b"a document",
    "report.xlsx": b"a workbook",
    "decision.json": b"{}",
}
MostQueries = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def by(cast: Cast) -> Entered:
    """The group's room."""
    return cast.entered("owner", "group")


@pytest.fixture
def client(cast: Cast) -> Client:
    """The browser of its owner."""
    return cast.client("owner")


def page(client: Client, by: Entered, name: str = "page", *more: str) -> str:
    """What a page of the app says."""
    answered = client.get(reverse(f"decide:{name}", args=[by.room.id, *more]))
    assert answered.status_code == 200
    return answered.content.decode()


def test_an_empty_page_offers_to_work_it_out(client: Client, by: Entered) -> None:
    told = page(client, by)
    assert reverse("jobs:ask", args=[by.room.id, "decision"]) in told
    assert "Work it out" in told
    assert "No answer was given yet" in page(client, by, "history")


def test_the_answer_comes_first_and_then_what_can_be_taken_away(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(monkeypatch, by, PARTS)
    told = page(client, by)
    assert told.index("Do not sign yet") < told.index("Take away")
    assert "Files were changed" not in told
    for name, content in (
        ("pdf", "report.pdf"),
        ("docx", "report.docx"),
        ("xlsx", "report.xlsx"),
        ("json", "decision.json"),
    ):
        url = reverse("decide:take", args=[by.room.id, name])
        assert url in told
        given = client.get(url)
        assert given.content == PARTS[content]
        assert "attachment" in given.headers["Content-Disposition"]
    assert client.get(reverse("decide:take", args=[by.room.id, "exe"])).status_code == 404


def test_an_answer_of_other_files_says_so_and_can_be_renewed(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(monkeypatch, by, PARTS)
    with acting(by.actor):
        save_files(by=by, files={"notes.txt": b"New thoughts."})
    told = page(client, by)
    assert "Files were changed since this was worked out" in told
    assert "Do not sign yet" in told
    asked(by, "decision")
    assert "Waiting for its turn." in page(client, by)


def test_an_earlier_answer_opens_as_it_was(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = decided(monkeypatch, by, {**PARTS, "decide.html": b"<p>As it was</p>"})
    decided(monkeypatch, by, PARTS)
    told = page(client, by, "earlier", first.id)
    assert "As it was" in told
    assert "This is how it stood that day" in told
    url = reverse("decide:take_earlier", args=[by.room.id, first.id, "pdf"])
    assert url in told
    assert client.get(url).content == PARTS["report.pdf"]
    assert reverse("decide:earlier", args=[by.room.id, first.id]) in page(client, by, "history")


def test_only_an_answer_opens_as_an_earlier_one(
    client: Client, cast: Cast, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_kind(monkeypatch, yields({"decide.html": b""}))
    other = done(by)
    put_kind(monkeypatch, yields(PARTS), "decision")
    waiting = asked(by, "decision")
    elsewhere = decided(monkeypatch, cast.entered("owner", "joint"), PARTS)
    for job in (other, waiting, elsewhere):
        for name, more in (("earlier", [job.id]), ("take_earlier", [job.id, "pdf"])):
            url = reverse(f"decide:{name}", args=[by.room.id, *more])
            assert client.get(url).status_code == 404


def _compare(client: Client, by: Entered, one: Job, other: Job) -> str:
    asked_for = {"first": one.id, "second": other.id}
    answered = client.get(reverse("decide:history", args=[by.room.id]), asked_for)
    return answered.content.decode()


def test_two_answers_are_compared_on_the_page(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = decided(monkeypatch, by, PARTS)
    with acting(by.actor):
        save_files(by=by, files={"notes.txt": b"New thoughts."})
    second = decided(monkeypatch, by, {**PARTS, "answer.json": answer("Sign", Leaves="$2")})
    told = _compare(client, by, second, first)
    assert "Key figures of two answers" in told
    assert '<td class="right">$1</td><td class="right">$2</td>' in told
    assert "notes.txt: changed" in told
    assert "Choose two different answers." in _compare(client, by, first, first)


def test_outside_the_groups_room_the_page_says_that_records_are_left_out(
    cast: Cast, client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    joint = cast.entered("owner", "joint")
    decided(monkeypatch, by, PARTS)
    decided(monkeypatch, joint, PARTS)
    assert "Records are left out here" not in page(client, by)
    assert "Records are left out here" in page(client, joint)


def test_a_viewer_reads_and_is_told_whom_to_ask(cast: Cast, by: Entered) -> None:
    told = page(cast.client("viewer"), by)
    assert "jobs:ask" not in told
    assert "Ask somebody who may change files" in told


def test_no_page_asks_the_database_more_than_fifteen_times(
    client: Client,
    by: Entered,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: MostQueries,
) -> None:
    jobs = [decided(monkeypatch, by, PARTS) for _ in range(3)]
    for name, more in (("page", []), ("history", []), ("earlier", [jobs[0].id])):
        with django_assert_max_num_queries(15):
            page(client, by, name, *more)
