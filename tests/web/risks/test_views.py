"""The pages of risks: the register, its proposals, its file, and the workshop."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from fairterms_web.deals.access import content_of
from fairterms_web.deals.actions import save_files
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import decided
from tests.web.risks.proposals import IDS, PARTS, WITH_REGISTER

MostQueries = Callable[[int], AbstractContextManager[object]]


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
    answered = client.get(reverse(f"risks:{name}", args=[by.room.id]))
    assert answered.status_code == 200
    return answered.content.decode()


def test_an_empty_page_offers_to_work_it_out_and_the_workshop(client: Client, by: Entered) -> None:
    told = page(client, by)
    assert "Work it out" in told
    assert reverse("risks:workshop", args=[by.room.id]) in told


def test_without_a_register_the_proposals_are_offered(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(monkeypatch, by, PARTS)
    told = page(client, by)
    assert "There is no register yet" in told
    assert all(f'name="risk" value="{one}" checked' in told for one in IDS)
    assert "The heat map" in told
    assert reverse("risks:take", args=[by.room.id, "pdf"]) in told
    assert reverse("risks:take", args=[by.room.id, "csv"]) not in told


def test_choosing_proposals_writes_the_file_and_leads_to_it(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(monkeypatch, by, PARTS)
    answered = client.post(reverse("risks:propose", args=[by.room.id]), {"risk": IDS[:1]})
    assert answered.headers["Location"] == reverse("risks:edit", args=[by.room.id])
    told = page(client, by, "edit")
    assert "1 risk was written into risks.toml" in told
    assert "What is missing or wrong" in told
    assert f"library = &quot;{IDS[0]}&quot;" in told
    again = page(client, by)
    assert f'value="{IDS[0]}"' not in again
    assert f'value="{IDS[1]}"' in again
    assert "Files were changed since this was worked out" in again


def test_choosing_nothing_is_told_beside_the_choices(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(monkeypatch, by, PARTS)
    answered = client.post(reverse("risks:propose", args=[by.room.id]))
    assert answered.status_code == 422
    told = answered.content.decode()
    assert "Choose at least one risk of the list." in told
    assert IDS[0] in told


def test_with_a_register_its_problems_stand_with_their_lines_and_the_matrix_can_be_taken(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(monkeypatch, by, WITH_REGISTER)
    told = page(client, by)
    assert "There is no register yet" not in told
    assert "the owner is missing" in told
    assert "<dd>3</dd>" in told
    url = reverse("risks:take", args=[by.room.id, "csv"])
    assert url in told
    assert client.get(url).content == b"risk,control"
    assert client.get(reverse("risks:take", args=[by.room.id, "exe"])).status_code == 404


def test_the_file_is_saved_from_the_page(client: Client, by: Entered) -> None:
    url = reverse("risks:edit", args=[by.room.id])
    assert "There is no risks.toml yet." in page(client, by, "edit")
    answered = client.post(url, {"text": "# ours", "seen": ""})
    assert answered.headers["Location"] == url
    with acting(by.actor):
        assert content_of(by, "risks.toml") == b"# ours\n"
    assert "Earlier versions" in page(client, by, "edit")


def test_what_was_typed_is_kept_when_it_cannot_be_saved(client: Client, by: Entered) -> None:
    url = reverse("risks:edit", args=[by.room.id])
    wrong = client.post(url, {"text": "# ours\nid = ", "seen": ""})
    assert wrong.status_code == 422
    told = wrong.content.decode()
    assert "This cannot be read as TOML" in told
    assert "# ours" in told
    with acting(by.actor):
        save_files(by=by, files={"risks.toml": b"# theirs\n"})
    late = client.post(url, {"text": "# mine", "seen": ""})
    assert late.status_code == 422
    assert "while you wrote" in late.content.decode()
    assert "# mine" in late.content.decode()


def test_what_a_register_says_is_shown_as_text_and_never_run(client: Client, by: Entered) -> None:
    with acting(by.actor):
        save_files(by=by, files={"risks.toml": b"# </textarea><script>alert(1)</script>\n"})
    assert "<script>alert" not in page(client, by, "edit")


def test_a_viewer_reads_the_file_and_changes_nothing(
    cast: Cast, client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(monkeypatch, by, PARTS)
    viewer = cast.client("viewer")
    assert 'name="risk"' not in page(viewer, by)
    assert "<textarea" not in page(viewer, by, "edit")
    for name in ("propose", "edit"):
        assert viewer.post(reverse(f"risks:{name}", args=[by.room.id])).status_code == 403


def test_the_workshop_is_there_before_any_work_was_done(client: Client, by: Entered) -> None:
    assert "SWOT" in page(client, by, "workshop")
    given = client.get(reverse("risks:take", args=[by.room.id, "workshop"]))
    assert given.content.startswith(b"PK")


def test_no_page_asks_the_database_more_than_fifteen_times(
    client: Client,
    by: Entered,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: MostQueries,
) -> None:
    decided(monkeypatch, by, WITH_REGISTER)
    for name in ("page", "edit", "workshop"):
        with django_assert_max_num_queries(15):
            page(client, by, name)
