"""The page Audit: what each room shows, what each person may do, and what nobody else reads."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from fairterms.audit.engagement.reader import read_text
from fairterms_web.audit import actions
from fairterms_web.audit.forms import OWN, TOLD
from fairterms_web.deals.actions import save_files
from fairterms_web.rooms.walls import acting
from tests.web.audit.steps import MAREN, PAPER, let_in_a_second_auditor, text_of, told, work_done
from tests.web.cast import Cast
from tests.web.queries.questions import counted

SECRETS = ("Seen in the secret sheet.", "Not ready", "workpaper_1", "30 hours")
"""What stays in the auditor's room: a workpaper, a draft, a budget."""
READERS = ("owner", "teammate", "clinician", "viewer", "other party", "stranger")
"""Everybody who has no place in the auditor's room."""


def url(cast: Cast, room: str, name: str, *more: str) -> str:
    """An address of a room."""
    return reverse(f"audit:{name}", args=[cast.rooms[room].id, *more])


def page(cast: Cast, name: str, room: str) -> str:
    """What somebody reads on the page of a room."""
    answered = cast.client(name).get(url(cast, room, "page"))
    assert answered.status_code == 200
    return answered.content.decode()


def texts(said: str, path: str) -> list[str]:
    """The words of the parts of a page that a path finds."""
    found = html.fromstring(said).iterfind(f".//{path}")
    return ["".join(str(part) for part in one.itertext()) for one in found]


def send(client: Client, address: str, /, **sent: object) -> tuple[int, str]:
    """Send a form; return the status and what is shown next."""
    answered = client.post(address, sent, follow=True)
    return answered.status_code, answered.content.decode()


def test_before_an_audit_the_page_says_how_to_begin_one(cast: Cast) -> None:
    auditor = page(cast, "auditor", "auditor")
    assert "No audit has begun" in auditor
    assert url(cast, "auditor", "add", "programme") in auditor
    assert url(cast, "auditor", "add", "finding") not in auditor
    assert "The auditor begins it" in page(cast, "committee member", "auditor")
    assert "told you nothing yet" in page(cast, "owner", "joint")
    assert "does not happen in this room" in page(cast, "owner", "group")


@pytest.mark.slow
def test_the_page_is_one_of_the_places_of_a_room(cast: Cast) -> None:
    for name, room in (("owner", "group"), ("owner", "joint"), ("auditor", "auditor")):
        assert texts(page(cast, name, room), 'nav[@class="places"]//a[@aria-current="page"]') == [
            "Audit"
        ]


@pytest.mark.slow
def test_every_sort_of_entry_has_a_form_that_is_shown_again_with_what_was_typed(
    cast: Cast,
) -> None:
    told(cast)
    client = cast.client("auditor")
    for what, form in {**OWN, **TOLD}.items():
        address = url(cast, "auditor", "add", what)
        shown = client.get(address)
        assert shown.status_code == 200, what
        assert form.title in shown.content.decode()
        status, again = send(client, address, result="Typed before", aim="Typed before")
        assert status == 422, what
        assert "Please look at this again" in again
    assert client.get(url(cast, "auditor", "add", "issue")).status_code == 404


@pytest.mark.slow
def test_an_audit_is_written_by_forms_from_the_programme_to_the_closed_finding(
    cast: Cast,
) -> None:
    let_in_a_second_auditor(cast)
    maren, idris = cast.client("auditor"), cast.client("second auditor")
    plan, today = cast.client("other party"), "2020-01-06"

    def add(client: Client, sort: str, /, **sent: object) -> None:
        status, said = send(client, url(cast, "auditor", "add", sort), **sent)
        wrong = texts(said, 'div[@class="summary"]//li')
        assert (status, wrong) == (200, []), sort

    days = {"from_": "2027-01-01", "to": "2027-12-31", "answer_days": 30, "follow_up_days": 30}
    add(
        maren,
        "programme",
        title_="Audit of 2027",
        universe="the settlement\r\nthe lists",
        objectives="both sides can compute it",
        decision="audit_1",
        risks="arithmetic_unseen",
        **days,
    )
    add(maren, "scope", level="limited", hours=40, interviews=2, documents="settlement reports")
    add(
        maren,
        "engagement",
        title_="Settlement of 2027",
        kind="assurance",
        level="limited",
        criteria="Exhibit B",
        from_="2190-01-01",
        to="2190-03-01",
        team=f"{MAREN}\nsecond.auditor@example.org",
        decision="audit_1",
        budget=30,
        document="01.pdf",
        clause_section="7",
        quote="may look",
    )
    for client in (maren, idris):
        add(client, "independence", engagement="engagement_1", interests="none", fee="by hour")
    add(
        maren,
        "procedure",
        engagement="engagement_1",
        uses="settlement_recomputation",
        objective="Does each line follow?",
        expected="every line agrees",
        drawn_from="lines of the payment file",
        population=1000,
        size=5,
        seed="larch 2020",
    )
    shown = page(cast, "auditor", "auditor")
    (own,) = read_text(text_of(cast, "auditor", "auditor")).book.procedures
    assert own.sample is not None
    assert ", ".join(map(str, own.sample.places)) in shown
    assert send(maren, url(cast, "auditor", "publish", "procedure_1"))[0] == 200
    assert "larch 2020" in page(cast, "owner", "joint")
    add(
        maren,
        "workpaper",
        procedure="procedure_1",
        result="One line fails.",
        deviations=1,
        hours=3,
        elsewhere="with the plan.csv",
        elsewhere_hash="AB" * 32,
    )
    add(
        maren,
        "observation",
        workpaper="workpaper_1",
        method="inspection",
        on=today,
        what="Line 13 is taken after Line 15.",
    )
    status, said = send(maren, url(cast, "auditor", "review", "workpaper_1"))
    assert (status, "your own workpaper" in said) == (422, True)
    assert send(idris, url(cast, "auditor", "review", "workpaper_1"))[0] == 200
    add(
        maren,
        "finding",
        engagement="engagement_1",
        title_="The lines are taken out of order",
        about=["plan"],
        criteria="B-7.4",
        condition="Line 15 comes first.",
        cause="An older sheet.",
        effect="$4,108.00 too little.",
        recommendation="Work it out again.",
        significance="high",
        observations=["observation_1"],
    )
    assert send(maren, url(cast, "auditor", "issue", "finding_1"))[0] == 200
    assert "Line 15 comes first." in page(cast, "other party", "joint")
    status, _ = send(
        plan,
        url(cast, "joint", "respond", "finding_1"),
        answer="agree",
        plan="It is worked out again.",
        owner="data lead",
        due="2190-05-01",
    )
    assert status == 200
    add(
        idris,
        "follow_up",
        finding="finding_1",
        test="Worked out again.",
        result="closed",
        elsewhere="new.csv",
        elsewhere_hash="cd" * 32,
    )
    add(
        maren,
        "initiative",
        finding="finding_1",
        sort="analytics",
        aim="Lines in order",
        measure="lines that agree",
        baseline="80 %",
        owner="data lead",
    )
    add(
        maren,
        "effect",
        initiative="initiative_1",
        on=today,
        value="99 %",
        source="report",
        closes="on",
    )
    both = page(cast, "owner", "joint")
    assert "closed with a measured effect" in both
    assert "It is put right." in both
    for name, room in (("auditor", "auditor"), ("auditor", "joint")):
        assert read_text(text_of(cast, name, room)).problems == ()


def test_a_side_never_reads_a_draft_or_a_workpaper(cast: Cast) -> None:
    told(cast)
    addresses = [
        url(cast, "auditor", "page"),
        url(cast, "auditor", "add", "finding"),
        *(url(cast, "auditor", "take", one) for one in ("docx", "pdf", "json")),
        reverse("start:file", args=[cast.rooms["auditor"].id]) + "?path=audit.toml",
    ]
    posts = [("review", "workpaper_1"), ("issue", "finding_2"), ("publish", "procedure_1")]
    for name in READERS:
        client = cast.client(name)
        assert {client.get(one).status_code for one in addresses} == {404}, name
        assert {client.post(url(cast, "auditor", *one)).status_code for one in posts} == {404}


def test_nothing_of_the_joint_room_tells_a_draft_or_a_workpaper(cast: Cast) -> None:
    told(cast)
    file = reverse("start:file", args=[cast.rooms["joint"].id]) + "?path=audit.toml"
    takes = [url(cast, "joint", "take", "json"), url(cast, "joint", "page"), file]
    for name in ("owner", "other party", "auditor"):
        client = cast.client(name)
        for address in takes:
            answered = client.get(address)
            assert answered.status_code == 200
            text = answered.content.decode()
            assert not [one for one in SECRETS if one in text], (name, address)
    text = text_of(cast, "owner", "joint")
    assert not [one for one in SECRETS if one in text]
    assert all(one in text_of(cast, "auditor", "auditor") for one in SECRETS)


@pytest.mark.slow
def test_the_committee_reads_and_does_not_write(cast: Cast) -> None:
    told(cast)
    by = cast.entered("auditor", "auditor")
    with acting(by.actor):
        # Nobody has looked this one over, which is what only an auditor may do.
        actions.add(by=by, section="workpaper", fields={**PAPER, "id": "workpaper_2"})
    client = cast.client("committee member")
    shown = page(cast, "committee member", "auditor")
    assert "Seen in the secret sheet." in shown
    assert url(cast, "auditor", "add", "finding") not in shown
    assert not texts(shown, "main//form")
    assert client.get(url(cast, "auditor", "add", "finding")).status_code == 403
    assert client.post(url(cast, "auditor", "issue", "finding_2")).status_code == 403
    assert client.post(url(cast, "auditor", "review", "workpaper_1")).status_code == 403


@pytest.mark.slow
def test_only_a_side_that_is_asked_is_asked_and_answers_word_for_word(cast: Cast) -> None:
    told(cast)
    answer = url(cast, "joint", "respond", "finding_1")
    assert answer in page(cast, "other party", "joint")
    assert answer not in page(cast, "owner", "joint")
    assert cast.client("auditor").get(answer).status_code == 403
    client = cast.client("other party")
    assert "Line 15 comes first." in client.get(answer).content.decode()
    status, said = send(client, answer, answer="disagree")
    assert status == 422
    assert "the answer gives no reason" in said
    words = "We do not agree.\r\n\r\nNot <b>at all</b>."
    assert send(client, answer, answer="disagree", reason=words)[0] == 200
    quoted = " ".join(texts(page(cast, "owner", "joint"), "blockquote"))
    assert "Not <b>at all</b>." in quoted
    (kept,) = read_text(text_of(cast, "owner", "joint")).book.responses
    assert kept.reason == "We do not agree.\n\nNot <b>at all</b>."
    report = json.loads(cast.client("owner").get(url(cast, "joint", "take", "json")).content)
    (risk,) = report["assessment-results"]["results"][0]["risks"]
    assert len(risk["risk-log"]["entries"]) == 1
    assert client.get(url(cast, "joint", "respond", "finding_2")).status_code == 404
    assert client.get(url(cast, "group", "respond", "finding_1")).status_code == 404


@pytest.mark.slow
def test_a_small_count_is_asked_to_be_written_otherwise(cast: Cast) -> None:
    told(cast)
    answer = url(cast, "joint", "respond", "finding_1")
    words = "It was 4 members only."
    status, said = send(cast.client("other party"), answer, answer="disagree", reason=words)
    assert status == 422
    assert "count of 1 to 10 people" in said
    assert words in said


@pytest.mark.slow
def test_the_report_can_be_taken_by_both_sides_and_by_the_auditor(cast: Cast) -> None:
    assert cast.client("owner").get(url(cast, "joint", "take", "json")).status_code == 404
    told(cast)
    for name, room in (("owner", "joint"), ("auditor", "auditor")):
        client = cast.client(name)
        found = json.loads(client.get(url(cast, room, "take", "json")).content)
        (result,) = found["assessment-results"]["results"]
        assert [one["title"] for one in result["findings"]] == ["The lines are taken out of order"]
        assert client.get(url(cast, room, "take", "xlsx")).status_code == 404
    assert cast.client("owner").get(url(cast, "group", "take", "json")).status_code == 404


@pytest.mark.slow
def test_the_report_comes_as_word_and_pdf(cast: Cast) -> None:
    told(cast)
    client = cast.client("owner")
    word = client.get(url(cast, "joint", "take", "docx"))
    assert word.content.startswith(b"PK")
    assert client.get(url(cast, "joint", "take", "pdf")).content.startswith(b"%PDF")
    assert "audit.docx" in word["Content-Disposition"]


@pytest.mark.slow
def test_who_is_not_in_the_joint_room_tells_nothing(cast: Cast) -> None:
    work_done(cast)
    by = cast.entered("auditor", "joint")
    with acting(by.actor):
        grants = cast.people["auditor"].grants.filter(room=cast.rooms["joint"])
        grants.update(revoked_at=by.actor.at)
    shown = page(cast, "auditor", "auditor")
    assert "You cannot tell both sides anything yet" in shown
    assert url(cast, "auditor", "issue", "finding_1") not in shown
    client = cast.client("auditor")
    assert client.post(url(cast, "auditor", "issue", "finding_1")).status_code == 403


@pytest.mark.slow
def test_what_was_changed_in_the_joint_room_is_said_to_everybody_there(cast: Cast) -> None:
    told(cast)
    assert "Look at these versions" not in page(cast, "owner", "joint")
    text = text_of(cast, "other party", "joint").replace("Line 15 comes first.", "All is well.")
    plan = cast.entered("other party", "joint")
    with acting(plan.actor):
        save_files(by=plan, files={"audit.toml": text.encode()})
    shown = page(cast, "owner", "joint")
    assert "it changed what stood there" in shown
    assert "other.party@example.org (Plan lead)" in shown


def test_a_page_asks_the_database_little_and_names_each_part_once(
    cast: Cast,
) -> None:
    told(cast)
    for name, room in (("auditor", "auditor"), ("other party", "joint"), ("owner", "group")):
        client = cast.client(name)
        shown = client.get(url(cast, room, "page")).content.decode()
        assert counted(client, url(cast, room, "page"))[1] <= 15, room
        ids = html.fromstring(shown).xpath("//@id")
        assert isinstance(ids, list)
        assert len(ids) == len(set(map(str, ids))), f"an id stands twice in the {room} room"
