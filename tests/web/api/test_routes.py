"""What a program can do in a room, step by step, and what it is told when it cannot."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fairterms_web.deals.access import content_of
from fairterms_web.jobs.models import Job, State
from fairterms_web.read.access import key_of
from fairterms_web.rooms.roles import Capability
from tests.web.cast import finding_of
from tests.web.queries.questions import is_question

if TYPE_CHECKING:
    from tests.web.api.program import Program

ALL = " ".join(Capability)
MOST_QUERIES = 15
KEY = key_of(finding_of("group"))
NAME = "Robin Example-Patient"
"""A made-up name that no answer may repeat."""


def test_files_are_saved_listed_given_removed_and_put_back(
    program: "Callable[..., Program]",
) -> None:
    owner = program("owner", "group", may="write")
    put = owner.ask("PUT", "/rooms/{group}/file?path=notes.txt&note=second", b"The second words.")
    assert put.json() == {"saved": 1}
    assert owner.get("/rooms/{group}/file?path=notes.txt").content == b"The second words."
    versions = owner.get("/rooms/{group}/versions?path=notes.txt").json()
    assert [one["number"] for one in versions["items"]] == [2, 1]
    first = versions["items"][1]["id"]
    given = owner.get(f"/rooms/{{group}}/versions/{first}")
    assert given.content == b"What the group room thinks."
    assert given["Content-Disposition"].startswith('attachment; filename="notes.txt"')
    assert owner.ask("DELETE", "/rooms/{group}/file?path=notes.txt").status_code == 204
    paths = [one["path"] for one in owner.get("/rooms/{group}/files").json()["items"]]
    assert paths == ["contract/01-agreement.txt"]
    assert owner.get("/rooms/{group}/file?path=notes.txt").status_code == 404
    back = owner.post(f"/rooms/{{group}}/versions/{first}/put-back")
    assert back.json() == {"path": "notes.txt"}
    part = owner.get("/rooms/{group}/files?limit=1&offset=1").json()
    assert (part["count"], [one["path"] for one in part["items"]]) == (2, ["notes.txt"])


def test_a_folder_goes_out_and_comes_in_as_it_was(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", may="write")
    folder = owner.get("/rooms/{group}/folder")
    assert (folder["Content-Type"], folder.content[:2]) == ("application/zip", b"PK")
    assert folder["Content-Disposition"].startswith("attachment;")
    owner.ask("DELETE", "/rooms/{group}/file?path=notes.txt")
    sent = owner.post("/rooms/{group}/folder", folder.content, "application/zip")
    assert sent.json() == {"saved": 1}
    assert owner.post("/rooms/{group}/folder", b"none", "application/zip").status_code == 422
    assert owner.post("/rooms/{group}/folder", folder.content, "text/plain").status_code == 415


def test_work_is_asked_for_followed_cancelled_and_given(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", may="write")
    asked = owner.post("/rooms/{group}/work", {"kind": "review"})
    assert (asked.status_code, asked.json()["state"]) == (202, "waiting")
    where = f"/rooms/{{group}}/work/{asked.json()['id']}"
    assert owner.get(where).json()["percent"] == 0
    assert owner.post(f"{where}/cancel").json()["state"] == "cancelled"
    assert owner.post(f"{where}/again").status_code == 202
    assert owner.get(f"{where}/parts").json()["count"] == 0
    done = owner.get("/rooms/{group}/work?kind=review").json()["items"][-1]["id"]
    parts = owner.get(f"/rooms/{{group}}/work/{done}/parts").json()["items"]
    assert "questions.docx" in parts
    given = owner.get(f"/rooms/{{group}}/work/{done}/parts/questions.docx")
    assert (given.content, given["Content-Type"]) == (b"made up", "application/octet-stream")
    assert owner.post("/rooms/{group}/work", {"kind": "magic"}).status_code == 422


@pytest.mark.parametrize(("room", "is_given"), [("group", True), ("joint", False)])
def test_only_the_group_is_given_what_counts_few_people(
    program: "Callable[..., Program]", room: str, is_given: bool
) -> None:
    from fairterms_web import identifiers  # noqa: PLC0415 - Django is set up by now
    from fairterms_web.jobs.access import sealed  # noqa: PLC0415 - Django is set up by now
    from fairterms_web.jobs.models import Part  # noqa: PLC0415 - Django is set up by now
    from fairterms_web.vault.keyring import keyring  # noqa: PLC0415 - Django is set up by now

    owner = program("owner", room)
    with owner.cast.acting_in(room) as by:
        job = Job.objects.create(room=by.room, kind="decision", state=State.DONE, asked_by="x")
        for name in ("outcomes.html", "exceptions.csv", "outcomes-outside.html"):
            row = identifiers.new()
            body = sealed(row, keyring(by), b"7 patients")
            Part(id=row, room=by.room, job=job, name=name, body=body).save(force_insert=True)
    where = f"/rooms/{{{room}}}/work/{job.id}/parts"
    for name in ("outcomes.html", "exceptions.csv"):
        assert (name in owner.get(where).json()["items"]) is (is_given and name != "")
        assert (owner.get(f"{where}/{name}").status_code == 200) is is_given
    assert owner.get(f"{where}/outcomes-outside.html").status_code == (404 if is_given else 200)


def test_a_finding_is_decided_about_and_talked_about(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", may="remark")
    listed = owner.get("/rooms/{group}/findings?severity=high").json()
    assert [one["key"] for one in listed["items"]] == [KEY]
    assert owner.get("/rooms/{group}/findings?severity=low").json()["count"] == 0
    where = f"/rooms/{{group}}/findings/{KEY}"
    without = owner.ask("PUT", f"{where}/decision", {"decision": "dismissed"})
    assert (without.status_code, without.json()["detail"]) == (
        422,
        "Say why: others will ask later.",
    )
    decided = owner.ask("PUT", f"{where}/decision", {"decision": "dismissed", "reason": "agreed"})
    said = owner.post(f"{where}/remarks", {"text": "We talked."})
    assert (decided.json()["decision"], said.status_code) == ("dismissed", 201)
    found = owner.get(where).json()
    assert (found["decision"], found["reason"]) == ("dismissed", "agreed")
    assert [one["text"] for one in found["remarks"]] == [
        "Said in the group room.",
        "We talked.",
    ]
    assert said.json()["remarks"] == found["remarks"]


def test_the_log_is_written_sealed_and_confirmed(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", "joint", may="write sign")
    plan = program("other party", "plan", "joint", may="write sign")
    entry = {"on": "2026-11-02", "kind": "notice", "by": "lead", "to": "lead", "summary": "Hello."}
    assert owner.post("/rooms/{joint}/log", entry).json() == {"id": "notice_1"}
    own = owner.post("/rooms/{joint}/log/entries/notice_1/confirm")
    assert own.status_code == 422
    assert plan.post("/rooms/{joint}/log/entries/notice_1/confirm").status_code == 201
    written = owner.get("/rooms/{joint}/log").json()["items"]
    assert [(one["side"], one["id"]) for one in written] == [
        ("group", "notice_1"),
        ("plan", "notice_2"),
    ]
    assert owner.post("/rooms/{group}/log", {**entry, "side": "plan"}).status_code == 201
    assert owner.post("/rooms/{group}/log/seal").json() == {"sealed": 1}
    late = owner.post("/rooms/{group}/log", {**entry, "side": "plan", "kind": "promise"})
    assert [one["what"] for one in late.json()["problems"]] == ["this promise has no date"]


def test_a_copy_is_given_looked_at_and_taken(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", "joint", may="share write")
    plan = program("other party", "plan", "joint", may="write")
    file = next(
        one
        for one in owner.get("/rooms/{group}/files").json()["items"]
        if one["path"].startswith("contract/")
    )
    chosen = [{"path": file["path"], "sha256": file["sha256"]}]
    gave = owner.post("/rooms/{group}/give", {"files": chosen, "title": "Text", "why": "to read"})
    assert gave.status_code == 201
    copy = gave.json()["copy_id"]
    assert plan.get("/rooms/{joint}/copies").json()["count"] == 2
    whole = plan.get(f"/rooms/{{joint}}/copies/{copy}").json()
    assert [one["path"] for one in whole["files"]] == [file["path"]]
    content = plan.get(f"/rooms/{{joint}}/copies/{copy}/files/{whole['files'][0]['id']}").content
    assert content == b"The agreement of the group room."
    assert plan.post("/rooms/{plan}/take", {"copy_id": copy}).json() == {"saved": 1}
    with plan.cast.acting_in("plan") as by:
        assert content_of(by, file["path"]) == content
    changed = [{"path": file["path"], "sha256": "0" * 64}]
    again = owner.post("/rooms/{group}/give", {"files": changed, "title": "Text", "why": "again"})
    assert again.status_code == 404
    assert owner.post("/rooms/{joint}/take", {"copy_id": copy}).status_code == 404


def test_a_ledger_is_listed_and_given_whole(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", may="remark")
    entries = owner.get("/rooms/{group}/ledger/entries?limit=2").json()
    file = owner.get("/rooms/{group}/ledger/file")
    lines = b"".join(file.streaming_content).splitlines()  # type: ignore[attr-defined] # a stream
    assert (len(entries["items"]), len(lines)) == (2, entries["count"] + 1)
    assert file["Content-Disposition"].startswith("attachment;")
    assert owner.get("/rooms/{group}/ledger/note").status_code == 404
    assert owner.post("/rooms/{group}/ledger/checkpoints").status_code == 202
    assert owner.get("/rooms/{group}/ledger/checkpoints").status_code == 200
    assert owner.get("/rooms/{group}/ledger/key").content.startswith(b"fairterms.localhost+")


def test_people_are_invited_listed_and_let_out(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", "joint", may="grant")
    asked = {"email": "new@example.org", "role": "analyst", "purpose": "checks the formula"}
    link = owner.post("/rooms/{group}/invitations", asked)
    assert (link.status_code, "/invitations/" in link.json()["link"]) == (201, True)
    waiting = owner.get("/rooms/{group}/invitations").json()["items"]
    (new,) = [one for one in waiting if one["email"] == "new@example.org"]
    assert owner.ask("DELETE", f"/rooms/{{group}}/invitations/{new['id']}").status_code == 204
    people = owner.get("/rooms/{group}/people").json()["items"]
    viewer = next(one["id"] for one in people if one["role"] == "viewer")
    assert owner.ask("DELETE", f"/rooms/{{group}}/people/{viewer}").status_code == 204
    assert program("viewer", "group").get("/rooms/{group}").status_code == 404
    wrong = owner.post("/rooms/{group}/invitations", {**asked, "role": "plan-lead"})
    assert [one["where"] for one in wrong.json()["problems"]] == ["body.role"]
    assert owner.get("/rooms/{joint}/people?place=auditor").json()["count"] == 2
    assert owner.get("/rooms/{group}/people?place=auditor").status_code == 404


def test_terms_are_checked_before_they_are_saved(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", may="write")
    found = owner.post("/rooms/{group}/terms/check", {"text": "[contract\n"}).json()
    assert [bool(one["fix"]) for one in found["problems"]][:1] == [True]
    assert found["terms"] == ""
    assert owner.post("/rooms/{group}/terms/check", {"text": "", "path": "a.pdf"}).status_code in {
        404,
        422,
    }


def test_reading_in_the_auditors_room_leaves_an_entry(program: "Callable[..., Program]") -> None:
    auditor = program("auditor", "auditor")
    auditor.get("/rooms/{auditor}/files")
    newest = auditor.get("/rooms/{auditor}/ledger/entries?limit=1").json()["items"][0]
    assert newest["details"] == {"route": "api:list_files"}


def test_what_is_wrong_is_told_without_what_was_sent(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", may=ALL)
    entry = {"on": "2026-11-02", "kind": "notice", "side": "plan", "by": "a", "to": "b"}
    asked = {"email": "a@example.org", "role": "analyst", "purpose": "p"}
    answers = [
        owner.post("/rooms/{group}/work", {"kind": NAME}),
        owner.post("/rooms/{group}/work", {"kind": "review", NAME: 1}),
        owner.post("/rooms/{group}/work", f'{{"{NAME}'.encode(), "application/json"),
        owner.post("/rooms/{group}/log", {**entry, "summary": "x", "replies_to": NAME}),
        owner.post("/rooms/{group}/log", {**entry, "on": NAME[:10]}),
        owner.post("/rooms/{group}/invitations", {**asked, "until": NAME}),
        owner.ask("PUT", f"/rooms/{{group}}/findings/{KEY}/decision", {"decision": NAME}),
        owner.get(f"/rooms/{{group}}/files?limit={NAME}"),
        owner.get(f"/rooms/{{group}}/files?{NAME}=1"),
        owner.get(f"/rooms/{{group}}/work/{NAME}"),
        owner.get(f"/rooms/{{group}}/file?path={NAME}"),
    ]
    for answer in answers:
        assert answer["Content-Type"] == "application/problem+json"
        body = answer.json()
        assert body["status"] == answer.status_code >= 400
        assert body["detail"]
        text = json.dumps(body, ensure_ascii=False)
        assert not any(part in text for part in ("Robin", "Patient")), text


def test_too_much_at_once_is_refused(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", "joint", may=ALL)
    file = {"path": "notes.txt", "sha256": "0" * 64}
    many = {"files": [file] * 101, "title": "t", "why": "w"}
    assert owner.post("/rooms/{group}/give", many).status_code == 422
    assert owner.get("/rooms/{group}/files?limit=201").status_code == 422
    large = b'{"kind": "' + b"a" * 5_000_000 + b'"}'
    assert owner.post("/rooms/{group}/work", large, "application/json").status_code == 413
    assert owner.post("/rooms/{group}/work", {"kind": "a\x00"}).status_code == 422
    assert owner.get("/rooms/{group}/files?under=%00").status_code in {400, 422}


def test_a_call_asks_the_database_little(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group", "joint", may=ALL)
    asked = [
        "/token", "/rooms", "/rooms/{group}", "/rooms/{group}/files", "/rooms/{group}/folder",
        "/rooms/{group}/file?path=notes.txt", "/rooms/{group}/versions?path=notes.txt",
        "/rooms/{group}/work", "/rooms/{group}/kinds", "/rooms/{group}/findings",
        f"/rooms/{{group}}/findings/{KEY}", "/rooms/{group}/log", "/rooms/{joint}/copies",
        "/rooms/{group}/ledger/entries", "/rooms/{group}/ledger/file", "/rooms/{group}/people",
        "/rooms/{group}/ledger/checkpoints", "/rooms/{group}/invitations",
    ]  # fmt: skip
    for where in asked:
        with CaptureQueriesContext(connection) as queries:
            assert owner.get(where).status_code == 200, where
        asked_now = sum(is_question(one["sql"]) for one in queries.captured_queries)
        assert asked_now <= MOST_QUERIES, where
