"""The pages for reporters: no account, no cookie, no script; a passphrase opens an inbox."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from fairterms.audit.ethics.flood import Quota
from fairterms.audit.ethics.routing import PAST_CHAIR, TOO_FEW
from fairterms_web.ethics import flood, form_token, letterbox
from fairterms_web.ethics.intake import open_intake
from fairterms_web.ethics.models import CaseEntry, DayCount, Report
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.people.models import SignedIn
from fairterms_web.rooms import access
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import acting, as_system
from fairterms_web.vault.keyring import destroy
from fairterms_web.vault.models import RoomKey
from tests.web.ethics.desk import READERS, TODAY, YESTERDAY, Desk

WRONG = "babab " * 8
REPORT = {"subject": "money", "what": "They bill the same visit twice."}


def sent(desk: Desk, **more: object) -> str:
    """A report was sent through the page; return its passphrase."""
    answer = Client().post(desk.public(), desk.form(**REPORT, **more))
    assert answer.status_code == 200
    found = re.search(r"<strong>((?:[a-z]{5} ){7}[a-z]{5})</strong>", answer.content.decode())
    assert found is not None
    return found[1]


def inbox(desk: Desk, passphrase: str, **more: object) -> str:
    """What the inbox says."""
    answer = Client().post(desk.public("follow"), desk.form(passphrase=passphrase, **more))
    assert answer.status_code == 200
    return answer.content.decode()


def reports() -> list[Report]:
    """Every report there is."""
    with as_system():
        return list(Report.objects.of_every_room())


@pytest.mark.slow
def test_the_page_warns_and_names_its_readers(desk: Desk) -> None:
    answer = Client().get(desk.public())
    told = answer.content.decode()
    assert answer.status_code == 200
    for words in ("may still record", "patients’ names", "not legal advice", *READERS):
        assert words in told
    assert "Rowan" not in told.replace("rowan.example", "")


def test_the_pages_need_no_cookie_and_no_script_and_load_nothing_from_elsewhere(
    desk: Desk,
) -> None:
    client = Client()
    passphrase = sent(desk)
    answers = [
        client.get(desk.public()),
        client.post(desk.public(), desk.form(**REPORT)),
        client.post(desk.public(), desk.form(subject="money")),
        client.get(desk.public("follow")),
        client.post(desk.public("follow"), desk.form(passphrase=passphrase)),
        client.post(desk.public("follow"), desk.form(passphrase=WRONG)),
        client.post(desk.public(), REPORT),
    ]
    assert [one.status_code for one in answers] == [200, 200, 422, 200, 200, 422, 403]
    for answer in answers:
        page = html.fromstring(answer.content)
        assert not client.cookies
        assert "Set-Cookie" not in answer
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer["Cache-Control"]
        assert page.xpath("//script | //img | //iframe") == []
        links = re.findall(r'(?:href|action|src)="([^"]*)"', answer.content.decode())
        assert len(links) > 3
        assert all(str(one).startswith(("/", "#")) for one in links), links
    assert not Session.objects.exists()
    assert not SignedIn.objects.exists()


@pytest.mark.slow
def test_who_is_signed_in_is_not_named_and_their_session_is_not_read(desk: Desk) -> None:
    client = desk.cast.client("owner")
    before = SignedIn.objects.values_list("session_data", "expire_date").get()
    answer = client.post(desk.public(), desk.form(**REPORT))
    assert answer.status_code == 200
    assert b"owner@example.org" not in answer.content
    assert SignedIn.objects.values_list("session_data", "expire_date").get() == before
    assert "Cookie" not in answer.get("Vary", "")


def test_a_report_is_sealed_and_knows_a_day_alone(desk: Desk) -> None:
    passphrase = sent(desk)
    (row,) = reports()
    assert (row.room_id, row.received_on, row.batch) == (desk.room.id, TODAY, None)
    stored = b" ".join((bytes(row.slip), bytes(row.body), row.passphrase_hash.encode()))
    for words in (b"bill", b"money", passphrase.encode(), passphrase.replace(" ", "").encode()):
        assert words not in stored
    assert {one.get_internal_type() for one in Report._meta.concrete_fields} & {
        "DateTimeField",
        "TimeField",
    } == set()


@pytest.mark.slow
def test_nothing_is_written_into_any_ledger_when_a_report_comes_in(desk: Desk) -> None:

    with as_system():
        before = LedgerEntry.objects.of_every_room().count()
    inbox(desk, sent(desk), words="One thing more.")
    with as_system():
        assert LedgerEntry.objects.of_every_room().count() == before


@pytest.mark.slow
def test_the_passphrase_opens_the_inbox_however_it_is_typed(desk: Desk) -> None:
    passphrase = sent(desk)
    for typed in (passphrase, passphrase.upper(), passphrase.replace(" ", "-")):
        assert "It now stands at: <strong>received</strong>" in inbox(desk, typed)


@pytest.mark.slow
def test_a_message_of_the_reporter_is_sealed_and_shown_back(desk: Desk) -> None:
    passphrase = sent(desk)
    told = inbox(desk, passphrase, words="It goes on <b>still</b>.")
    assert "Your message was taken" in told
    assert "It goes on &lt;b&gt;still&lt;/b&gt;." in told
    assert "It goes on" in inbox(desk, passphrase)
    with as_system():
        (row,) = CaseEntry.objects.of_every_room()
    assert (row.by, row.on, row.number) == ("", TODAY, 1)
    assert b"goes on" not in bytes(row.text)


def test_a_wrong_passphrase_is_the_same_whatever_is_there(desk: Desk) -> None:

    def wrong(passphrase: str) -> tuple[int, bytes, list[str]]:
        form = desk.form(passphrase=passphrase)
        with CaptureQueriesContext(connection) as asked:
            answer = Client().post(desk.public("follow"), form)
        shape = [
            re.sub(r"'[^']*'|s[0-9]+_x[0-9]+", "?", one["sql"]) for one in asked.captured_queries
        ]
        page = re.sub(rb'value="[^"]*"', b"", answer.content)
        return answer.status_code, page, shape

    nobody = wrong(WRONG)
    passphrase = sent(desk)
    close = wrong(passphrase[:-1] + ("b" if passphrase[-1] != "b" else "d"))
    assert nobody == close == wrong("x")
    assert nobody[0] == 422
    assert b"No report has this passphrase" in nobody[1]


@pytest.mark.slow
def test_a_passphrase_of_another_deal_opens_nothing(desk: Desk) -> None:

    joint = access.beside(desk.cast.entered("stranger", "elsewhere"), Kind.JOINT)
    assert joint is not None
    with acting(joint.actor):
        other = open_intake(by=joint, party="Alder Office", on=YESTERDAY)
    found = letterbox.find(other.code)
    assert found is not None
    passphrase = sent(desk)
    assert letterbox.inbox(desk.box, passphrase) is not None
    assert letterbox.inbox(found, passphrase) is None
    assert not letterbox.write(found, passphrase, "words", TODAY)


@pytest.mark.slow
def test_an_address_that_nobody_opened_is_not_there(desk: Desk) -> None:
    to = desk.public().replace(desk.code, "0" * 32)
    assert Client().get(to).status_code == 404
    token = form_token.token("0" * 32, TODAY)
    assert Client().post(to, {form_token.FIELD: token, **REPORT}).status_code == 404


@pytest.mark.slow
def test_where_the_room_was_destroyed_there_is_no_address_any_more(desk: Desk) -> None:
    with as_system():
        destroy(RoomKey.objects.of_every_room().filter(room=desk.room))
    assert Client().get(desk.public()).status_code == 404


@pytest.mark.slow
def test_what_is_missing_is_told_and_what_was_typed_stays(desk: Desk) -> None:
    answer = Client().post(desk.public(), desk.form(what="Half a report."))
    assert answer.status_code == 422
    assert b"Please look at this again" in answer.content
    assert b"Half a report." in answer.content
    assert reports() == []


@pytest.mark.slow
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_from_another_site_is_refused(desk: Desk, site: str) -> None:
    client = Client(headers={"sec-fetch-site": site})
    assert client.post(desk.public(), desk.form(**REPORT)).status_code == 403
    assert reports() == []


@pytest.mark.slow
@pytest.mark.parametrize(("age", "status"), [(0, 200), (1, 200), (2, 403)])
def test_a_page_that_was_left_open_for_days_is_opened_again(
    desk: Desk, age: int, status: int
) -> None:
    old = {form_token.FIELD: form_token.token(desk.code, TODAY - timedelta(days=age))}
    assert Client().post(desk.public(), {**REPORT, **old}).status_code == status


@pytest.mark.slow
@pytest.mark.parametrize(("page", "name"), [("speak-up", "what"), ("follow", "words")])
def test_what_was_typed_into_a_page_that_is_too_old_is_shown_to_be_copied(
    desk: Desk, page: str, name: str
) -> None:
    old = {form_token.FIELD: form_token.token(desk.code, TODAY - timedelta(days=2))}
    answer = Client().post(desk.public(page), {**old, name: "They bill <b>twice</b>."})
    assert answer.status_code == 403
    assert b"They bill &lt;b&gt;twice&lt;/b&gt;." in answer.content
    assert desk.public(page).encode() in answer.content


@pytest.mark.slow
def test_a_reader_who_is_left_out_makes_too_few_and_the_reporter_is_told(desk: Desk) -> None:
    left = [desk.people[name].id for name in READERS[:2]]
    form = desk.form(**REPORT, left_out=left, about=["chair"])
    told = Client().post(desk.public(), form).content.decode()
    assert TOO_FEW in told
    assert PAST_CHAIR in told
    assert TOO_FEW not in Client().post(desk.public(), desk.form(**REPORT)).content.decode()


@pytest.mark.slow
def test_nobody_who_is_no_reader_can_be_ticked(desk: Desk) -> None:
    form = desk.form(**REPORT, left_out=[desk.cast.people["owner"].id])
    assert Client().post(desk.public(), form).status_code == 422


@pytest.mark.slow
def test_without_readers_the_page_says_that_a_report_waits(desk: Desk) -> None:
    Grant.objects.filter(room=desk.room).delete()
    assert b"Nobody independent is there yet" in Client().get(desk.public()).content
    sent(desk)


@pytest.mark.slow
def test_who_has_no_passphrase_uses_up_nothing_of_the_day(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    quota = Quota(per_day=2, free=1, longest_wait_seconds=0.0)
    monkeypatch.setattr(flood, "quota_of", lambda _: quota)
    for _ in range(3):
        form = desk.form(passphrase=WRONG, words="Nobody would see this.")
        answer = Client().post(desk.public("follow"), form)
        assert answer.status_code == 422
        assert b"No report has this passphrase" in answer.content
    assert "Your message was taken" in inbox(desk, sent(desk), words="More.")


@pytest.mark.slow
def test_a_flood_ends_for_everybody_and_what_was_typed_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    quota = Quota(per_day=2, free=1, longest_wait_seconds=0.0)
    monkeypatch.setattr(flood, "quota_of", lambda _: quota)
    passphrase = sent(desk)
    assert "Your message was taken" in inbox(desk, passphrase, words="More.")
    answers = [
        Client().post(desk.public(), desk.form(**REPORT)),
        Client().post(desk.public("follow"), desk.form(passphrase=passphrase, words="Again.")),
    ]
    assert [one.status_code for one in answers] == [429, 429]
    assert REPORT["what"].encode() in answers[0].content
    assert b"Again." in answers[1].content
    assert len(reports()) == 1
    assert DayCount.objects.get().count == 2
