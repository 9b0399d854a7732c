"""The pages of a room's history, as a browser gets them."""
# ruff: noqa: S608 - statements of our own, in a database of the test's

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks
from typer.testing import CliRunner

from fairterms.cli.group import app
from fairterms.ledger import note as notes
from fairterms.ledger.key import read_public
from fairterms_web.ledgers import access, views
from fairterms_web.ledgers.signing import ledger_key
from fairterms_web.read.actions import remark
from fairterms_web.rooms.models import Grant
from tests.web.ledgers.desk import AUDITOR, ENTRIES, break_open, cosigned, run

if TYPE_CHECKING:
    from tests.web.ledgers.desk import Desk

pytestmark = pytest.mark.slow


@pytest.fixture
def browser(desk: "Desk") -> Client:
    """The owner, signed in; the room has seven entries."""
    desk.furnish()
    client = Client()
    client.force_login(desk.owner)
    return client


def got(browser: Client, desk: "Desk", page: str = "", **query: str) -> Any:
    return browser.get(f"/rooms/{desk.by.room.id}/history/{page}", query)


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def sent(browser: Client, desk: "Desk", note: bytes, key: str = str(AUDITOR.public)) -> Any:
    file = SimpleUploadedFile("cosigned.note", note)
    address = f"/rooms/{desk.by.room.id}/history/checkpoints/"
    return browser.post(address, {"note": file, "key": key})


def test_the_page_tells_everything_the_newest_first(browser: Client, desk: "Desk") -> None:
    page = got(browser, desk).content.decode()
    told = ["set", "said about a finding: Ask them why.", "took more.txt out", "opened the room"]
    places = [page.index(one) for one in told[1:]]
    assert places == sorted(places)
    assert "7 entries." in page
    assert "Ada Example (Owner)" in page
    assert 'style="' not in page
    assert "owner@example.org" not in page.split("<main")[1]


def test_long_histories_come_in_pages_that_keep_the_filter(
    browser: Client, desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "ON_A_PAGE", 1)
    page = got(browser, desk, kind="files.saved").content.decode()
    assert "?kind=files.saved&amp;person=&amp;page=2" in page
    assert page.count('<li value="') == 1
    assert "Nothing of this kind" in got(browser, desk, kind="page.read").content.decode()


@pytest.mark.parametrize("page", ["", "ledger/", "key/", "note/", "proof/?old=1", "checkpoints/"])
def test_a_page_asks_the_database_at_most_fifteen_times(
    browser: Client, desk: "Desk", page: str
) -> None:
    desk.sign()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert got(browser, desk, page).status_code == 200
    # The test itself lies in a transaction; its savepoints are none of the page's.
    own = [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]
    assert len(own) <= 15


def test_what_is_exported_is_intact_by_our_own_command(
    browser: Client, desk: "Desk", tmp_path: Path
) -> None:
    desk.sign()
    for name, page in (("l.jsonl", "ledger/"), ("n.note", "note/"), ("k.pub", "key/")):
        (tmp_path / name).write_bytes(body(got(browser, desk, page)))
    args = ["verify", "l.jsonl", "--checkpoint", "n.note", "--key", "k.pub"]
    found = CliRunner().invoke(app, [str(tmp_path / one) if "." in one else one for one in args])
    assert found.exit_code == 0, found.output
    assert "Intact" in found.output


def test_files_are_taken_away_and_never_shown(browser: Client, desk: "Desk") -> None:
    desk.sign()
    for page in ("ledger/", "note/", "key/", "proof/"):
        response = got(browser, desk, page)
        assert response["Content-Disposition"].startswith("attachment;")
        assert "sandbox" in response["Content-Security-Policy"]
        body(response)


def test_the_key_is_the_public_half_alone(browser: Client, desk: "Desk") -> None:
    given = got(browser, desk, "key/").content.decode()
    assert read_public(given) == ledger_key().public
    assert "PRIVATE" not in given
    assert "PRIVATE" not in got(browser, desk, "checkpoints/").content.decode()


def test_a_ledger_with_a_gap_is_said_to_be_broken(browser: Client, desk: "Desk") -> None:
    break_open()
    run(f"delete from {ENTRIES} where room_id = %s and sequence = 3", desk.by.room.id)
    response = got(browser, desk, "ledger/")
    assert response.status_code == 409
    assert "The ledger is not whole" in response.content.decode()


def test_a_cosigned_note_is_kept_and_given_back_with_the_note(
    browser: Client, desk: "Desk"
) -> None:
    assert sent(browser, desk, cosigned(desk.sign())).status_code == 302
    given = notes.read(body(got(browser, desk, "note/")))
    assert len(given.by(AUDITOR.public)) == 1
    page = got(browser, desk, "checkpoints/").content.decode()
    assert str(AUDITOR.public) in page
    assert "kept the signature of auditor.example" in got(browser, desk).content.decode()


def test_what_is_wrong_with_a_note_is_said_and_what_was_typed_stays(
    browser: Client, desk: "Desk"
) -> None:
    desk.sign()
    response = sent(browser, desk, b"no note", "auditor.example+typed")
    page = response.content.decode()
    assert response.status_code == 422
    assert "the public key: is not one line of name, number and key" in page or "the note:" in page
    assert "auditor.example+typed" in page
    assert sent(browser, desk, b"x" * 70_000).status_code == 422
    assert access.size(desk.by) == 7


def test_a_checkpoint_is_made_when_it_is_asked_for(
    browser: Client,
    desk: "Desk",
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    assert "No checkpoint yet" in got(browser, desk, "checkpoints/").content.decode()
    assert got(browser, desk, "note/").status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(f"/rooms/{desk.by.room.id}/history/checkpoints/ask/")
    found = access.newest(desk.by)
    assert found is not None
    assert found.size == access.size(desk.by) == 8


@pytest.mark.parametrize("query", ["?old=9", "?old=-1", "?old=x", "?old=²", "?old=" + "9" * 30])
def test_a_proof_from_what_never_was_is_not_found(
    browser: Client, desk: "Desk", query: str
) -> None:
    desk.sign()
    assert got(browser, desk, f"proof/{query}").status_code == 404
    assert got(browser, desk, f"note/{query.replace('old', 'size')}").status_code == 404


def test_who_may_only_read_sees_no_form_and_keeps_nothing(browser: Client, desk: "Desk") -> None:
    note = cosigned(desk.sign())
    Grant.objects.filter(room=desk.by.room).update(role="viewer")
    page = got(browser, desk, "checkpoints/").content.decode()
    assert "<form" not in page.split("<main")[1].split("</main")[0]
    assert sent(browser, desk, note).status_code == 403
    assert access.size(desk.by) == 7


def test_what_is_written_in_an_entry_is_only_text_on_the_page(
    browser: Client, desk: "Desk"
) -> None:
    remark(by=desk.by, finding="f1", text="<script>alert(1)</script>")
    page = got(browser, desk).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
