"""Work on a page: followed without scripts and with them, and told in plain words."""

import pytest
from django.urls import reverse

from fairterms_web.jobs import worker
from fairterms_web.jobs.models import State
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import asked, done, now, put_kind, yields


@pytest.fixture(autouse=True)
def _work(monkeypatch: pytest.MonkeyPatch) -> None:
    put_kind(monkeypatch, yields({"a": b""}))


def test_progress_keeps_where_it_was_asked_from(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    job = asked(by)
    url = reverse("jobs:progress", args=[by.room.id, job.id])
    told = cast.client("owner").get(url, {"back": "/rooms/x/"}).content.decode()
    assert 'name="back" value="/rooms/x/"' in told
    assert f"{url}?back=/rooms/x/" in told
    assert "Waiting for its turn." in told


def test_the_page_is_asked_for_again_when_the_work_is_over(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    job = asked(by)
    url = reverse("jobs:progress", args=[by.room.id, job.id])
    client = cast.client("owner")
    assert "HX-Refresh" not in client.get(url, headers={"HX-Request": "true"}).headers
    worker.run(job.id)
    assert client.get(url, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_asking_leads_back_to_the_page_and_to_no_other_site(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    client = cast.client("owner")
    url = reverse("jobs:ask", args=[by.room.id, "made-up"])
    assert client.post(url, {"back": "/rooms/x/"}).headers["Location"] == "/rooms/x/"
    listing = reverse("jobs:listing", args=[by.room.id])
    for away in ("//evil.example", "https://evil.example/", ""):
        assert client.post(url, {"back": away}).headers["Location"] == listing
    assert client.post(reverse("jobs:ask", args=[by.room.id, "nothing"])).status_code == 404


def test_cancelling_says_that_it_ends_after_this_step(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    job = asked(by)
    worker._claim(job.id)
    client = cast.client("owner")
    client.post(reverse("jobs:cancel", args=[by.room.id, job.id]))
    assert now(by, job).state == State.RUNNING
    told = client.get(reverse("jobs:progress", args=[by.room.id, job.id])).content.decode()
    assert "It ends after this step." in told
    assert "<button" not in told


def test_a_viewer_follows_and_is_offered_nothing(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    job = asked(by)
    url = reverse("jobs:progress", args=[by.room.id, job.id])
    told = cast.client("viewer").get(url).content.decode()
    assert "Waiting for its turn." in told
    assert "<form" not in told


def test_work_of_a_kind_that_is_no_more_is_still_listed(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.entered("owner", "group")
    put_kind(monkeypatch, yields({}), "bygone-work")
    done(by, "bygone-work")
    monkeypatch.undo()
    told = cast.client("owner").get(reverse("jobs:listing", args=[by.room.id]))
    assert told.status_code == 200
    assert "Bygone work" in told.content.decode()
