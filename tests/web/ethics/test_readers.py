"""Readers: two open a report, whoever it leaves out never sees it, nobody else comes near it."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fairterms.audit.ethics.case import Step, Subject
from fairterms.audit.ethics.routing import About
from fairterms_web.ethics import actions, letterbox
from fairterms_web.ethics.actions import NotDone, Said
from fairterms_web.ethics.models import Act, CaseEntry, Report
from fairterms_web.ethics.recipients import recipients
from fairterms_web.ethics.slip import Slip
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.ledgers.store import content_of
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.walls import acting, as_system
from fairterms_web.vault.keyring import of_room
from tests.web.cast import EVERYBODY, NOW, ROOMS
from tests.web.ethics.desk import PLAIN, READERS, TODAY, YESTERDAY, Desk, let_in

ADA, BEN, CY = READERS
BODY = "The director asked us to bill twice."


def told(desk: Desk) -> list[tuple[str, str, dict[str, object]]]:
    """What the ledger of the readers' room tells: who, what kind, and the content."""
    with as_system():
        ring = of_room(desk.room.id)
        rows = LedgerEntry.objects.of_every_room().filter(room=desk.room).order_by("sequence")
        return [(one.actor, one.kind, content_of(one, ring)) for one in rows]


def kinds(desk: Desk) -> list[str]:
    """The kinds of entries in the readers' room."""
    return [kind for _, kind, _ in told(desk)]


def page(desk: Desk, name: str, report: str) -> str:
    """What a reader sees of a report."""
    answer = desk.client(name).get(desk.url("report", report))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.slow
def test_what_arrived_today_waits_for_tomorrow(desk: Desk) -> None:
    desk.arrived(on=TODAY)
    desk.arrived(on=YESTERDAY)
    assert desk.client().post(desk.url("take-in")).status_code == 302
    assert len(desk.cases()) == 1
    assert desk.cases()[0].case.received_on == YESTERDAY


@pytest.mark.slow
def test_before_somebody_took_it_in_a_report_is_in_no_list(desk: Desk) -> None:
    desk.arrived()
    with as_system():
        report = str(Report.objects.of_every_room().get().id)
    assert desk.cases() == ()
    assert desk.client().get(desk.url("report", report)).status_code == 404


@pytest.mark.slow
def test_the_ledger_tells_that_somebody_took_in_and_not_what(desk: Desk) -> None:
    client = desk.client()
    client.post(desk.url("take-in"))
    desk.arrived()
    desk.arrived("Another.")
    client.post(desk.url("take-in"))
    entries = [content for _, kind, content in told(desk) if kind == "reports.taken-in"]
    assert [set(one) for one in entries] == [{"batch", "commitment"}] * 2
    assert len({str(one["commitment"]) for one in entries}) == 2
    assert {len(str(one["commitment"])) for one in entries} == {64}


def test_a_report_opens_when_two_different_people_agreed(desk: Desk) -> None:
    report = desk.taken_in(what=BODY)
    assert BODY not in page(desk, ADA, report)
    assert desk.client(ADA).post(desk.url("agree", report)).status_code == 302
    again = desk.client(ADA).post(desk.url("agree", report))
    assert again.status_code == 422
    assert b"You agreed already" in again.content
    assert BODY not in page(desk, ADA, report)
    assert BODY not in page(desk, BEN, report)
    desk.client(BEN).post(desk.url("agree", report))
    assert all(BODY in page(desk, name, report) for name in READERS)
    agreed = [who for who, kind, _ in told(desk) if kind == "report.opening-agreed"]
    assert agreed == [f"owner.{desk.people[ADA].id}", f"analyst.{desk.people[BEN].id}"]


@pytest.mark.slow
def test_one_person_in_two_roles_is_one_person(desk: Desk) -> None:
    report = desk.taken_in(what=BODY)
    desk.client(ADA).post(desk.url("agree", report))
    let_in(desk.people[ADA], desk.room, "counsel")
    Grant.objects.filter(person=desk.people[ADA], role="owner").delete()
    assert desk.client(ADA).post(desk.url("agree", report)).status_code == 422
    assert BODY not in page(desk, ADA, report)


@pytest.mark.slow
def test_whoever_reads_an_open_report_stands_in_the_ledger(desk: Desk) -> None:
    closed = desk.taken_in()
    page(desk, CY, closed)
    assert "page.read" not in kinds(desk)
    page(desk, CY, desk.opened())
    read = [(who, content) for who, kind, content in told(desk) if kind == "page.read"]
    assert read == [(f"analyst.{desk.people[CY].id}", {"route": "ethics:report"})]


def test_whoever_a_report_leaves_out_never_sees_it(desk: Desk) -> None:
    slip = Slip(Subject.CONDUCT, frozenset({desk.people[CY].id}))
    report = desk.opened(slip, BODY)
    client = desk.client(CY)
    assert [len(desk.cases(name)) for name in READERS] == [1, 1, 0]
    assert report not in client.get(desk.url("page")).content.decode()
    assert client.get(desk.url("report", report)).status_code == 404
    for name in ("agree", "move", "answer", "look"):
        form = {"words": "x", "step": "acknowledged"}
        assert client.post(desk.url(name, report), form).status_code == 404, name
    history = client.get(f"/rooms/{desk.room.id}/history/").content.decode()
    for hidden in (report, BODY, "conduct"):
        assert hidden not in history


@pytest.mark.slow
def test_no_entry_of_the_ledger_names_a_report_or_repeats_a_mark(desk: Desk) -> None:
    report = desk.opened(Slip(Subject.CARE, has_consent=True), BODY)
    by = desk.by()
    with acting(by.actor):
        said = Said(Act.STEP, "We have it.", Step.ACKNOWLEDGED)
        actions.move_on(by=by, report_id=report, said=said, on=TODAY)
        actions.answer(by=by, report_id=report, text="Which month?", on=TODAY)
        actions.look_after(by=by, report_id=report, text="They are well.", on=TODAY)
    entries = [one for one in told(desk) if one[1].startswith("report")]
    assert [kind for _, kind, _ in entries] == [
        "reports.taken-in",
        "report.opening-agreed",
        "report.opening-agreed",
        "report.moved-on",
        "report.answered",
        "report.looked-after",
    ]
    marks = [str(content["commitment"]) for _, _, content in entries]
    assert len(set(marks)) == len(marks)
    text = str(entries)
    for hidden in (report, "care", "Which", "well", "acknowledged"):
        assert hidden not in text


@pytest.mark.slow
def test_somebody_of_a_side_reads_nothing_though_they_are_in_the_room(desk: Desk) -> None:
    report = desk.opened(what=BODY)
    for name in ("owner", "other party"):
        let_in(desk.cast.people[name], desk.room, "analyst")
        client = desk.cast.client(name)
        assert b"You cannot read reports" in client.get(desk.url("page")).content
        assert client.get(desk.url("report", report)).status_code == 404
        assert client.post(desk.url("agree", report)).status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize("column", ["ends_at", "revoked_at"])
@pytest.mark.parametrize(("days", "is_of_a_side"), [(30, True), (364, True), (367, False)])
def test_who_left_a_side_is_independent_of_it_after_twelve_months(
    desk: Desk, column: str, days: int, is_of_a_side: bool
) -> None:
    person = desk.cast.people["owner"]
    let_in(person, desk.room, "analyst")
    ended = {column: NOW - timedelta(days=days), "starts_at": NOW - timedelta(days=900)}
    Grant.objects.filter(person=person).exclude(room=desk.room).update(**ended)
    found = {one.recipient.id: one.recipient.is_of_a_side for one in recipients(desk.room, NOW)}
    assert found[person.id] is is_of_a_side


@pytest.mark.slow
def test_whoever_may_only_look_at_the_room_sees_no_report(desk: Desk) -> None:
    report = desk.opened(what=BODY)
    let_in(desk.cast.people["stranger"], desk.room, "viewer")
    client = desk.cast.client("stranger")
    assert b"not at the reports" in client.get(desk.url("page")).content
    assert client.get(desk.url("report", report)).status_code == 404
    assert client.post(desk.url("take-in")).status_code == 403


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERYBODY)
def test_nobody_else_can_tell_that_the_room_is_there(desk: Desk, name: str) -> None:
    report = desk.opened(what=BODY)
    client = desk.cast.client(name)
    wanted = {302} if name in {"anonymous", "closed account"} else {404}
    for address in (("page",), ("report", report), ("take-in",), ("agree", report)):
        to = desk.url(*address)
        assert {client.get(to).status_code, client.post(to).status_code} == wanted, address


@pytest.mark.slow
def test_no_report_is_found_through_any_other_room(desk: Desk) -> None:
    report = desk.opened(what=BODY)
    for room, name in product(ROOMS, ("owner", "other party", "auditor", "stranger")):
        to = desk.url("report", report).replace(desk.room.id, desk.cast.rooms[room].id)
        assert desk.cast.client(name).get(to).status_code == 404


@pytest.mark.slow
def test_receipt_can_be_told_before_it_is_opened_and_nothing_else(desk: Desk) -> None:
    report = desk.taken_in()
    client = desk.client()
    early = client.post(desk.url("move", report), {"step": "triaged", "words": "x"})
    assert early.status_code == 422
    silent = client.post(desk.url("move", report), {"step": "acknowledged", "words": " "})
    assert b"the reporter reads them in their inbox" in silent.content
    done = client.post(desk.url("move", report), {"step": "acknowledged", "words": "We have it."})
    assert done.status_code == 302
    assert desk.case(report).case.state is Step.ACKNOWLEDGED


@pytest.mark.slow
def test_a_report_goes_forward_to_its_end_and_the_reporter_follows(desk: Desk) -> None:
    passphrase = desk.arrived(BODY)
    with acting(desk.by().actor):
        actions.take_in(by=desk.by(), on=TODAY)
    report = desk.cases()[0].row.id
    for name in READERS[:2]:
        desk.client(name).post(desk.url("agree", report))
    client = desk.client()
    for step in ("acknowledged", "triaged", "investigating", "outcome told", "closed"):
        form = {"step": step, "words": f"Words on {step}."}
        assert client.post(desk.url("move", report), form).status_code == 302
        found = letterbox.inbox(desk.box, passphrase)
        assert found is not None
        assert found.state == step
        assert found.lines[-1].text == f"Words on {step}."
    assert b"Take the next step" not in client.get(desk.url("report", report)).content


@pytest.mark.slow
def test_readers_and_reporter_write_to_each_other_and_each_sees_the_others_words(
    desk: Desk,
) -> None:
    passphrase = desk.arrived(BODY)
    with acting(desk.by().actor):
        actions.take_in(by=desk.by(), on=TODAY)
    report = desk.cases()[0].row.id
    desk.client().post(desk.url("answer", report), {"words": "Which month was it?"})
    assert letterbox.write(desk.box, passphrase, "In March.", TODAY)
    found = letterbox.inbox(desk.box, passphrase)
    assert found is not None
    assert [(one.is_own, one.text) for one in found.lines] == [
        (False, "Which month was it?"),
        (True, "In March."),
    ]
    for name in READERS[:2]:
        desk.client(name).post(desk.url("agree", report))
    assert "In March." not in page(desk, BEN, report)
    tomorrow = TODAY + timedelta(days=1)
    entries = desk.case(report, BEN, tomorrow).entries
    said = [one.text for one in entries if one.act != Act.OPENING]
    assert said == ["Which month was it?", "In March."]


@pytest.mark.slow
def test_what_a_reporter_adds_is_closed_until_two_people_open_the_report(desk: Desk) -> None:
    passphrase = desk.arrived(BODY)
    with acting(desk.by().actor):
        actions.take_in(by=desk.by(), on=TODAY)
    report = desk.cases()[0].row.id
    assert letterbox.write(desk.box, passphrase, "Dr. Reed signed them.", YESTERDAY)
    for name in READERS[:2]:
        closed = page(desk, name, report)
        assert "Dr. Reed" not in closed
        assert "It opens with the report." in closed
        desk.client(name).post(desk.url("agree", report))
    assert "Dr. Reed signed them." in page(desk, CY, report)


@pytest.mark.slow
def test_agreements_and_notes_on_the_reporter_are_not_for_the_inbox(desk: Desk) -> None:
    passphrase = desk.arrived(BODY, Slip(Subject.CARE, has_consent=True))
    with acting(desk.by().actor):
        actions.take_in(by=desk.by(), on=TODAY)
        report = desk.cases()[0].row.id
        actions.agree(by=desk.by(), report_id=report, on=TODAY)
        actions.look_after(by=desk.by(), report_id=report, text="Seems well.", on=TODAY)
    found = letterbox.inbox(desk.box, passphrase)
    assert found is not None
    assert found.lines == ()


@pytest.mark.slow
def test_without_consent_nobody_notes_how_a_reporter_fares(desk: Desk) -> None:
    report = desk.taken_in()
    with acting(desk.by().actor), pytest.raises(NotDone, match="did not ask"):
        actions.look_after(by=desk.by(), report_id=report, text="x", on=TODAY)
    assert b"Do not ask around" in desk.client().get(desk.url("report", report)).content


@pytest.mark.slow
@pytest.mark.parametrize("name", ["answer", "look"])
def test_nothing_is_no_message(desk: Desk, name: str) -> None:
    report = desk.taken_in(Slip(Subject.CARE, has_consent=True))
    for words in ("", "   "):
        assert desk.client().post(desk.url(name, report), {"words": words}).status_code == 422
    with as_system():
        assert not CaseEntry.objects.of_every_room().exists()


@pytest.mark.slow
def test_a_report_about_the_chair_says_to_readers_where_it_must_not_go(desk: Desk) -> None:
    report = desk.taken_in(Slip(Subject.INTEREST, about=frozenset({About.CHAIR})))
    assert "Nothing of it goes to the committee" in page(desk, ADA, report)


@pytest.mark.slow
def test_a_grant_that_ended_meanwhile_counts_no_more(desk: Desk) -> None:
    report, by = desk.taken_in(), desk.by(BEN)
    Grant.objects.filter(person=desk.people[BEN]).update(ends_at=by.actor.at)
    with acting(by.actor), pytest.raises((Http404, NotAllowed)):
        actions.agree(by=by, report_id=report, on=TODAY)


@pytest.mark.slow
def test_the_desk_says_what_to_do_when_it_is_empty_or_one_is_alone(desk: Desk) -> None:
    told = desk.client().get(desk.url("page")).content.decode()
    assert "No report is here for you" in told
    assert "You are alone" not in told
    Grant.objects.filter(room=desk.room).exclude(person=desk.people[ADA]).delete()
    assert b"You are alone" in desk.client().get(desk.url("page")).content


@pytest.mark.slow
def test_the_desk_shows_what_is_owed_and_asks_few_queries(desk: Desk) -> None:
    for _ in range(4):
        desk.arrived(on=TODAY - timedelta(days=20))
    desk.taken_in(PLAIN)
    client = desk.client()
    with CaptureQueriesContext(connection) as asked:
        told = client.get(desk.url("page")).content.decode()
    assert len(asked) <= 15
    assert told.count("<strong>past</strong>") == 4


@pytest.mark.slow
def test_a_browser_without_an_account_is_asked_to_sign_in(desk: Desk) -> None:
    assert Client().get(desk.url("page")).status_code == 302
