"""The brief on its page, and what is taken away."""

import pytest
from django.urls import reverse

from tests.web.cast import Cast
from tests.web.jobs.made_up_work import decided

pytestmark = pytest.mark.slow

PARTS = {
    "negotiate.html": b"<p>Ask for a cap first.</p>",
    "trades.html": b"<p>Give the longer term.</p>",
    "brief.docx": b"brief",
    "brief.pdf": b"%PDF brief",
    "questions.docx": b"questions",
    "redline.docx": b"redline",
}


def url(cast: Cast, name: str, *more: str) -> str:
    """An address of the group's room."""
    return reverse(f"negotiate:{name}", args=[cast.rooms["group"].id, *more])


def test_before_anything_was_worked_out_the_page_offers_it(cast: Cast) -> None:
    told = cast.client("owner").get(url(cast, "page")).content.decode()
    assert "Work it out" in told
    assert cast.client("owner").get(url(cast, "trades")).status_code == 404
    assert cast.client("owner").get(url(cast, "take", "brief")).status_code == 404


def test_a_viewer_is_told_whom_to_ask(cast: Cast) -> None:
    told = cast.client("viewer").get(url(cast, "page")).content.decode()
    assert "Work it out</button>" not in told
    assert "Ask somebody" in told


@pytest.mark.parametrize("name", ["brief", "brief-pdf", "questions", "redline"])
def test_what_is_taken_away_is_never_shown_in_the_workspace(
    cast: Cast, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(monkeypatch, cast.entered("owner", "group"), PARTS)
    answered = cast.client("owner").get(url(cast, "take", name))
    assert answered.status_code == 200
    assert answered["Content-Disposition"].startswith("attachment;")
    assert "sandbox" in answered["Content-Security-Policy"]


def test_the_brief_and_the_trades_are_shown(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    decided(monkeypatch, cast.entered("owner", "group"), PARTS)
    client = cast.client("owner")
    assert "Ask for a cap first." in client.get(url(cast, "page")).content.decode()
    assert "Give the longer term." in client.get(url(cast, "trades")).content.decode()
    assert client.get(url(cast, "take", "notes")).status_code == 404
