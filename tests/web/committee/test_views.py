"""The committee's pages: who sees what, what is asked, and what is told when something is wrong."""

from datetime import date
from io import BytesIO

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fairterms.audit.committee.ballot import Vote
from fairterms_web.committee.models import Motion
from fairterms_web.deals.access import content_of
from fairterms_web.deals.actions import remove_file, save_files
from fairterms_web.rooms.walls import acting
from tests.web.committee.hall import CHARTER, SEATS, Hall
from tests.web.queries.questions import is_question
from tests.web.queries.test_queries import MOST

TIE = "yyyynnnn"
NOTICE = {
    "title": "Open the audit",
    "kind": "audit",
    "text": "Look at the lists.",
    "noticed_on": "2027-04-01",
    "held_on": "2027-04-19",
}


def url(hall: Hall, name: str, *more: str, room: str = "auditor") -> str:
    """An address of a room."""
    return reverse(f"committee:{name}", args=[hall.cast.rooms[room].id, *more])


def shown(client: Client, to: str) -> str:
    """What a page says."""
    answered = client.get(to)
    assert answered.status_code == 200
    return answered.content.decode()


def refused(client: Client, to: str, sent: dict[str, str]) -> str:
    """What a page says when something was not accepted."""
    answered = client.post(to, sent)
    assert answered.status_code == 422
    return answered.content.decode()


def whole(client: Client, to: str) -> bytes:
    """Everything that an address gives."""
    answered = client.get(to)
    assert answered.status_code == 200
    return b"".join(answered) if answered.streaming else answered.content


@pytest.mark.slow
def test_a_committee_votes_ties_and_decides_on_its_pages(hall: Hall) -> None:
    secretary = hall.client("auditor")
    answered = secretary.post(url(hall, "notice"), NOTICE)
    by = hall.secretary
    with acting(by.actor):
        motion = Motion.objects.within(by).get().id
    page = url(hall, "motion", motion)
    assert answered["Location"] == page
    assert "The vote is not open yet" in shown(hall.client("fee_1"), page)
    assert secretary.post(url(hall, "open", motion)).status_code == 302
    for seat, letter in zip(SEATS, TIE, strict=True):
        vote = {"vote": "yes" if letter == "y" else "no", "reasons": f"Thought of {seat}."}
        assert hall.client(seat).post(url(hall, "vote", motion), vote)["Location"] == page
    for name in ("auditor", "chair", "fee_1", "committee member"):
        told = shown(hall.client(name), page)
        assert "8 of 8 seats have voted" in told
        assert "Thought of fee_2." not in told
    assert "<strong>yes</strong>" in shown(hall.client("fee_1"), page)
    assert "<strong>no</strong>" in shown(hall.client("plan_1"), page)
    assert "asked only if the seats tie" in shown(hall.client("chair"), page)
    secretary.post(url(hall, "close", motion), {"seen": "open"})
    assert "Your yes carries the motion" in shown(hall.client("chair"), page)
    assert "Write your reasons" in refused(
        hall.client("chair"), url(hall, "vote", motion), {"vote": "yes", "reasons": ""}
    )
    hall.client("chair").post(url(hall, "vote", motion), {"vote": "yes", "reasons": "Look."})
    secretary.post(url(hall, "close", motion), {"seen": "chair"})
    told = shown(hall.client("committee member"), page)
    assert "Tied. The chair voted yes, with written reasons. Carried." in told
    assert "Thought of plan_2." in told
    assert "<code>committee_1</code>" in told
    assert "is the one that was sealed" in told
    assert "committee_1" in shown(secretary, url(hall, "page"))


@pytest.mark.slow
def test_until_the_decision_no_page_of_the_room_tells_how_others_voted(hall: Hall) -> None:
    motion = hall.announce()
    for seat, letter in zip(SEATS, TIE, strict=True):
        vote = Vote.YES if letter == "y" else Vote.NO
        hall.vote_of(seat, motion, vote, f"Thought of {seat}.")
    room = hall.cast.rooms["auditor"].id
    pages = [
        url(hall, "page"),
        url(hall, "motion", motion),
        reverse("ledgers:page", args=[room]),
        reverse("ledgers:ledger", args=[room]),
        reverse("start:page", args=[room]),
        reverse("start:export", args=[room]),
    ]
    for state in ("open", "chair"):
        for to in pages:
            for name in ("auditor", "fee_1", "chair"):
                content = whole(hall.client(name), to)
                others = [one for one in SEATS if one != name]
                assert not [one for one in others if f"Thought of {one}.".encode() in content]
        if state == "open":
            hall.close(motion)


@pytest.mark.parametrize("name", ["owner", "other party"])
def test_the_parties_reach_nothing_of_the_committee(hall: Hall, name: str) -> None:
    motion = hall.announce()
    client = hall.client(name)
    for to in ("page", "charter", "seat", "notice"):
        assert client.get(url(hall, to)).status_code == 404
        assert client.post(url(hall, to), NOTICE).status_code == 404
    for to in ("motion", "open", "vote", "close", "dissent"):
        assert client.get(url(hall, to, motion)).status_code == 404
        assert client.post(url(hall, to, motion), {"vote": "yes"}).status_code == 404
    assert client.get(url(hall, "take", motion, "md")).status_code == 404


@pytest.mark.slow
def test_a_motion_is_not_found_from_another_room(hall: Hall) -> None:
    motion = hall.announce()
    joint = hall.cast.entered("owner", "joint")
    with acting(joint.actor):
        save_files(by=joint, files={"charter.toml": CHARTER})
    auditor = hall.client("auditor")
    for to in ("motion", "open", "vote", "close", "dissent"):
        method = auditor.get if to == "motion" else auditor.post
        assert method(url(hall, to, motion, room="joint")).status_code == 404
    for to in ("charter", "seat", "notice"):
        sent = {**NOTICE, "source": "sample"}
        assert auditor.post(url(hall, to, room="joint"), sent).status_code == 404
    assert auditor.get(url(hall, "take", motion, "md", room="joint")).status_code == 404


def test_another_room_says_where_the_committee_meets(hall: Hall) -> None:
    told = shown(hall.client("owner"), url(hall, "page", room="group"))
    assert "You are not in the auditor’s room" in told
    assert hall.cast.rooms["auditor"].id not in told
    told = shown(hall.client("auditor"), url(hall, "page", room="joint"))
    assert url(hall, "page") in told


@pytest.mark.slow
def test_before_there_is_a_charter_the_page_says_how_to_take_one(hall: Hall) -> None:
    by = hall.secretary
    with acting(by.actor):
        remove_file(by=by, path="charter.toml")
    told = shown(hall.client("auditor"), url(hall, "page"))
    assert "There is no charter yet" in told
    assert 'value="sample"' in told
    assert 'value="joint"' not in told
    assert "Announce a motion" not in told
    assert 'value="sample"' not in shown(hall.client("fee_1"), url(hall, "page"))
    assert hall.client("auditor").post(url(hall, "notice"), NOTICE).status_code == 404
    assert hall.client("auditor").post(url(hall, "charter"), {"source": "x"}).status_code == 404
    hall.client("auditor").post(url(hall, "charter"), {"source": "sample"})
    assert "Nothing in it is left open." in shown(hall.client("auditor"), url(hall, "page"))
    with acting(by.actor):
        assert content_of(by, "charter.toml") == CHARTER


@pytest.mark.slow
def test_what_the_charter_leaves_open_is_shown_and_no_motion_can_be_announced(hall: Hall) -> None:
    by = hall.secretary
    with acting(by.actor):
        text = CHARTER.replace(b"recused_count = true", b"")
        save_files(by=by, files={"charter.toml": text})
    told = shown(hall.client("auditor"), url(hall, "page"))
    assert "nothing says whether a recused member counts towards the quorum" in told
    assert "No motion can be announced yet" in told
    assert "leaves open" in refused(hall.client("auditor"), url(hall, "notice"), NOTICE)
    with acting(by.actor):
        save_files(by=by, files={"charter.toml": b"[charter]\nversion = 0\n"})
    told = shown(hall.client("fee_1"), url(hall, "page"))
    assert "cannot be used before this is mended" in told
    assert "version is not a whole number of 1 or more" in told


@pytest.mark.slow
def test_who_sits_is_shown_to_every_member_with_who_appointed_them(hall: Hall) -> None:
    new = hall.cast.people["committee member"]
    sent = {
        "seat": "fee_1",
        "holder": new.id,
        "appointed_by": "the fee-for-service clinicians",
        "appointed_on": "2027-03-01",
    }
    page = url(hall, "page")
    assert hall.client("auditor").post(url(hall, "seat"), sent)["Location"] == page
    told = shown(hall.client("plan_2"), page)
    assert "the fee-for-service clinicians" in told
    assert "Who sat before" in told
    assert "Write down who holds a seat" not in told
    assert "places are free" not in told
    assert "holds “fee_1” already" in refused(
        hall.client("auditor"), url(hall, "seat"), {**sent, "seat": "fee_2"}
    )
    told = refused(
        hall.client("auditor"), url(hall, "seat"), {**sent, "appointed_on": "0027-03-01"}
    )
    assert "four digits" in told
    assert 'value="the fee-for-service clinicians"' in told
    assert hall.client("fee_2").post(url(hall, "seat"), sent).status_code == 403


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"held_on": "2027-04-10"}, "its first day is 2027-04-11"),
        ({"held_on": "0027-04-10"}, "four digits"),
        ({"kind": "feast"}, "Select a valid choice."),
        ({"title": ""}, "This field is required."),
    ],
)
def test_a_notice_that_is_not_taken_is_shown_again_with_why(
    hall: Hall, sent: dict[str, str], told: str
) -> None:
    page = refused(hall.client("auditor"), url(hall, "notice"), {**NOTICE, **sent})
    assert told in page
    assert "Look at the lists." in page
    assert "<details open><summary>Announce a motion" in page


@pytest.mark.slow
def test_a_vote_that_is_not_taken_is_told(hall: Hall) -> None:
    motion = hall.announce()
    to = url(hall, "vote", motion)
    told = refused(hall.client("fee_1"), to, {"vote": "", "reasons": "I think so."})
    assert "This field is required." in told
    assert "I think so." in told
    for name in ("committee member", "auditor", "chair"):
        assert "not asked to vote" in refused(hall.client(name), to, {"vote": "yes"})
    assert hall.client("fee_1").post(url(hall, "close", motion)).status_code == 403
    assert hall.client("fee_1").post(url(hall, "open", motion)).status_code == 403
    assert "opened already" in refused(hall.client("auditor"), url(hall, "open", motion), {})
    told = refused(hall.client("auditor"), url(hall, "close", motion), {"seen": "chair"})
    assert "stands elsewhere by now" in told


@pytest.mark.slow
def test_a_member_who_was_outvoted_adds_a_page_that_everybody_sees(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    motion = hall.announce()
    hall.vote(motion, "yyyyynnn")
    hall.close(motion)
    page, to = url(hall, "motion", motion), url(hall, "dissent", motion)
    day = "fairterms_web.committee.motions._today"
    monkeypatch.setattr(day, lambda: date(2027, 5, 3))
    assert "Add your page of dissent" not in shown(hall.client("fee_1"), page)
    assert "Add your page of dissent" in shown(hall.client("plan_1"), page)
    assert "This field is required." in refused(hall.client("plan_1"), to, {"text": ""})
    assert "outvoted" in refused(hall.client("fee_1"), to, {"text": "No."})
    answered = hall.client("plan_1").post(to, {"text": "We <b>were</b> not asked."})
    assert answered["Location"] == page
    told = shown(hall.client("fee_1"), page)
    assert "We &lt;b&gt;were&lt;/b&gt; not asked." in told
    assert "Add your page of dissent" not in shown(hall.client("plan_1"), page)
    monkeypatch.setattr(day, lambda: date(2027, 5, 4))
    assert "Add your page of dissent" not in shown(hall.client("plan_2"), page)
    assert "gave until 2027-05-03" in refused(hall.client("plan_2"), to, {"text": "Late."})


@pytest.mark.slow
def test_minutes_are_taken_as_sealed_and_as_pages_with_what_was_added(hall: Hall) -> None:
    motion = hall.announce()
    assert hall.client("fee_1").get(url(hall, "take", motion, "md")).status_code == 404
    hall.vote(motion, "yyyyynnn")
    hall.close(motion)
    by = hall.secretary
    with acting(by.actor):
        sealed = content_of(by, "minutes/committee-1.md")
        save_files(by=by, files={"minutes/committee-1.md": b"Something else.\n"})
    member = hall.client("fee_1")
    assert "was changed since" in shown(member, url(hall, "motion", motion))
    assert member.get(url(hall, "take", motion, "md")).content == sealed
    printed = member.get(url(hall, "take", motion, "docx"))
    assert "committee_1.docx" in printed["Content-Disposition"]
    told = [one.text for one in docx.Document(BytesIO(printed.content)).paragraphs]
    assert "Carried." in told
    assert member.get(url(hall, "take", motion, "pdf")).content.startswith(b"%PDF-")
    assert member.get(url(hall, "take", motion, "exe")).status_code == 404


@pytest.mark.slow
def test_a_page_asks_the_database_few_questions_however_much_there_is(hall: Hall) -> None:
    def most(name: str, page: str) -> int:
        client = hall.client(name)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200
        return sum(is_question(one["sql"]) for one in asked.captured_queries)

    counts = []
    for letters in ("yyyyyyyy", "yyyyynnn", TIE, ""):
        motion = hall.announce()
        if letters:
            hall.vote(motion, letters)
            hall.close(motion)
        pages = (url(hall, "page"), url(hall, "motion", motion))
        counts += [most(name, page) for name in ("auditor", "fee_1", "chair") for page in pages]
    assert max(counts) <= MOST, counts


def test_every_reading_of_the_committee_leaves_an_entry(hall: Hall) -> None:
    shown(hall.client("fee_1"), url(hall, "page"))
    assert hall.entries()[-1] == ("page.read", {"route": "committee:page"})


@pytest.mark.slow
def test_a_motion_is_withdrawn_on_its_page(hall: Hall) -> None:
    motion = hall.announce(is_open=False)
    secretary, member, page = (
        hall.client("auditor"),
        hall.client("fee_1"),
        url(hall, "motion", motion),
    )
    assert "Withdraw it" in shown(secretary, page)
    assert "Withdraw it" not in shown(member, page)
    to = url(hall, "withdraw", motion)
    assert "This field is required" in refused(secretary, to, {"why": ""})
    assert secretary.post(to, {"why": "The plan sent the lists."})["Location"] == page
    told = shown(member, page)
    assert "withdrawn before the vote" in told
    assert "The plan sent the lists." in told
    assert "Open the vote" not in shown(secretary, page)
    assert "was withdrawn" in refused(secretary, url(hall, "open", motion), {})
    assert "nothing was decided" in shown(secretary, url(hall, "page"))
