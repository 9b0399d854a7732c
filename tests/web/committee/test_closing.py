"""Closing a vote counts it under its charter, asks the chair at a tie, and seals the minutes."""

import hashlib
from dataclasses import replace

import pytest

from fairterms.audit.committee.ballot import Vote
from fairterms.audit.committee.minutes import Minutes, markdown
from fairterms_web.committee import access, charters, closing, dissents
from fairterms_web.committee.models import State
from fairterms_web.committee.refused import NotDone
from fairterms_web.deals.access import content_of
from fairterms_web.deals.actions import save_files
from fairterms_web.evidence import access as evidence
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.keyring import keyring
from tests.web.committee.hall import CHARTER, GIVEN, WRITTEN, Hall

pytestmark = pytest.mark.slow
TIE = "yyyynnnn"


def minutes(hall: Hall, motion: str) -> Minutes:
    """The minutes of a motion."""
    by = hall.secretary
    with acting(by.actor):
        put = access.motion_of(by, motion)
        found = closing.kept(by, put, charters.pinned(by, put.row.charter), keyring(by))
    assert found is not None
    return found.written


def last_sentence(hall: Hall, motion: str) -> str:
    """What settled a motion, in words."""
    return minutes(hall, motion).decision.sentences[-1]


@pytest.mark.parametrize("kind", ["confidential", "ordinary"])
def test_the_joint_room_finds_a_carried_motion_on_confidential_data(hall: Hall, kind: str) -> None:
    motion = hall.announce(replace(GIVEN, kind=kind, title="Show the lists"))
    hall.vote(motion, "yyyyyyyy")
    by = hall.cast.entered("auditor", "joint")
    with acting(by.actor):
        assert evidence.decisions(by) == {}
    hall.close(motion)
    found = {"committee_1": "committee_1: Show the lists"} if kind == "confidential" else {}
    with acting(by.actor):
        assert evidence.decisions(by) == found
    group = hall.cast.entered("owner", "joint")
    with acting(group.actor):
        assert evidence.decisions(group) == {}


def test_a_tie_that_the_chair_breaks_is_carried_and_its_minutes_are_sealed(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote(motion, TIE)
    assert hall.close(motion) is State.CHAIR
    assert hall.entries()[-1][0] == "motion.tied"
    assert hall.entries()[-1][1]["asked"] == "chair"
    hall.vote_of("chair", motion, Vote.YES, "Nobody has looked yet.")
    assert hall.close(motion) is State.DECIDED
    written = minutes(hall, motion)
    assert written.decision.sentences[-1] == (
        "Tied. The chair voted yes, with written reasons. Carried."
    )
    assert [(one.seat, one.vote.value) for one in written.sat][-2:] == [
        ("plan_2", "no"),
        ("chair", "yes"),
    ]
    by = hall.secretary
    with acting(by.actor):
        kept = content_of(by, "minutes/committee-1.md")
        row = access.minutes_of(by, access.motion_of(by, motion))
    assert kept.decode() == markdown(written)
    kind, told = hall.entries()[-1]
    assert kind == "motion.decided"
    assert told["minutes"] == hashlib.sha256(kept).hexdigest()
    assert row is not None
    assert row.sha256 == told["minutes"]
    assert (told["decision"], told["outcome"]) == ("committee_1", "carried")
    assert "Nobody has looked yet." in kept.decode()
    assert "Chair Example" in kept.decode()
    assert hall.entries()[-2][0] == "files.saved"


@pytest.mark.parametrize(
    ("letters", "outcome"),
    [("yyyyynnn", "carried"), ("nnnnnyyy", "lost"), ("xxxyyyyy", "not decided")],
)
def test_without_a_tie_nobody_waits_for_the_chair(hall: Hall, letters: str, outcome: str) -> None:
    motion = hall.announce()
    hall.vote(motion, letters)
    assert hall.close(motion) is State.DECIDED
    assert minutes(hall, motion).decision.outcome.value == outcome
    assert len(minutes(hall, motion).sat) == 8


def test_a_tie_is_not_final_before_the_chair_voted_or_is_passed_over(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote(motion, TIE)
    hall.close(motion)
    with pytest.raises(NotDone, match="the chair has not voted"):
        hall.close(motion)
    assert hall.close(motion, without=True) is State.DEPUTY
    with pytest.raises(NotDone, match="the deputy has not voted"):
        hall.close(motion)
    assert hall.close(motion, without=True) is State.DECIDED
    assert last_sentence(hall, motion) == "Tied. The deputy did not vote. Lost."


def test_a_deputy_steps_in_for_a_chair_who_does_not_answer(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote(motion, TIE)
    hall.close(motion)
    hall.close(motion, without=True)
    hall.vote_of("deputy", motion, Vote.YES, "Look.")
    assert hall.close(motion) is State.DECIDED
    assert last_sentence(hall, motion) == (
        "Tied. The deputy voted yes, with written reasons. Carried."
    )


def test_without_a_deputy_a_chair_who_steps_aside_leaves_it_lost(hall: Hall) -> None:
    by = hall.secretary
    text = CHARTER.decode()
    line = next(one for one in text.splitlines() if one.startswith("deputy ="))
    with acting(by.actor):
        save_files(by=by, files={"charter.toml": text.replace(line, "").encode()})
    motion = hall.announce()
    hall.vote(motion, TIE)
    hall.close(motion)
    hall.vote_of("chair", motion, Vote.RECUSED)
    assert hall.close(motion) is State.DECIDED
    assert last_sentence(hall, motion) == (
        "Tied. Nobody can preside over the vote, so the motion is lost."
    )


def test_a_deputy_for_absence_alone_is_not_asked_after_a_recusal(hall: Hall) -> None:
    by = hall.secretary
    absence = CHARTER.replace(b'deputy_for = ["recused", "absent"]', b'deputy_for = ["absent"]')
    assert absence != CHARTER
    with acting(by.actor):
        save_files(by=by, files={"charter.toml": absence})
    motion = hall.announce()
    hall.vote(motion, TIE)
    hall.close(motion)
    hall.vote_of("chair", motion, Vote.RECUSED)
    assert hall.close(motion, without=True) is State.DECIDED
    assert last_sentence(hall, motion) == (
        "Tied. Nobody can preside over the vote, so the motion is lost."
    )


def test_a_chair_who_voted_is_not_passed_over(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote(motion, TIE)
    hall.close(motion)
    hall.vote_of("chair", motion, Vote.NO, "Not yet.")
    assert hall.close(motion, without=True) is State.DECIDED
    assert last_sentence(hall, motion) == "Tied. The chair voted no. Lost."


def test_a_charter_changed_after_the_notice_does_not_change_the_count(hall: Hall) -> None:
    motion = hall.announce()
    by = hall.secretary
    stricter = CHARTER.replace(
        b'basis = "present"\nthreshold = "1/2"', b'basis = "entire"\nthreshold = "1/2"'
    )
    assert stricter != CHARTER
    with acting(by.actor):
        save_files(by=by, files={"charter.toml": stricter.replace(b"version = 1", b"version = 2")})
    hall.vote(motion, "yyyynnnx")
    hall.close(motion)
    assert minutes(hall, motion).decision.charter.version == 1
    assert hall.entries()[-1][1]["outcome"] == "carried"
    with acting(by.actor):
        kept = content_of(by, "minutes/committee-1.md").decode()
    assert "Counted under version 1 of the charter." in kept
    assert kept == markdown(minutes(hall, motion))


def test_a_motion_is_closed_once_and_only_as_it_was_seen(hall: Hall) -> None:
    motion = hall.announce(is_open=False)
    with pytest.raises(NotDone, match="not open"):
        hall.close(motion)
    motion = hall.announce()
    hall.vote(motion, "yyyyyyyy")
    by = hall.secretary
    with acting(by.actor), pytest.raises(NotDone, match="elsewhere"):
        closing.close(by=by, motion_id=motion, on=WRITTEN, seen="chair")
    hall.close(motion)
    with pytest.raises(NotDone, match="elsewhere"):
        hall.close(motion)


def test_a_member_closes_nothing(hall: Hall) -> None:
    motion = hall.announce()
    by = hall.member("fee_1")
    with acting(by.actor), pytest.raises(NotAllowed):
        closing.close(by=by, motion_id=motion, on=WRITTEN)


def test_two_motions_have_two_files_and_two_names(hall: Hall) -> None:
    for number in (1, 2):
        motion = hall.announce()
        hall.vote(motion, "yyyyyyyy")
        hall.close(motion)
        assert minutes(hall, motion).id == f"committee_{number}"
    by = hall.secretary
    with acting(by.actor):
        texts = {content_of(by, f"minutes/committee-{number}.md") for number in (1, 2)}
    assert len(texts) == 2


def add(hall: Hall, seat: str, motion: str, text: str = "We were not asked.") -> None:
    """Let one add a page."""
    by = hall.member(seat)
    with acting(by.actor):
        dissents.add(by=by, motion_id=motion, text=text, on=WRITTEN)


def test_who_was_outvoted_adds_one_page_and_nobody_else_does(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote(motion, "yyyyynna")
    with pytest.raises(NotDone, match="not decided"):
        add(hall, "plan_1", motion)
    hall.close(motion)
    sealed = markdown(minutes(hall, motion))
    for seat in ("fee_1", "plan_2", "chair"):
        with pytest.raises(NotDone, match="outvoted"):
            add(hall, seat, motion)
    add(hall, "plan_1", motion)
    with pytest.raises(NotDone, match="never changed"):
        add(hall, "plan_1", motion)
    (page,) = minutes(hall, motion).dissents
    assert (page.seat, page.who, page.text) == ("plan_1", "Plan 1 Example", "We were not asked.")
    assert hall.entries()[-1][0] == "dissent.written"
    by = hall.secretary
    with acting(by.actor):
        assert content_of(by, "minutes/committee-1.md").decode() == sealed
    assert "We were not asked." in markdown(minutes(hall, motion))


def test_a_page_too_late_too_long_or_empty_is_refused(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote(motion, "yyyyynnn")
    hall.close(motion)
    by = hall.member("plan_1")
    due = minutes(hall, motion).decision.minutes_due_on
    assert due is not None
    for text, on, why in (
        ("Late.", due.replace(day=due.day + 1), "gave until 2027-05-03"),
        ("x" * 3_501, due, "one page"),
        ("  ", due, "one page"),
    ):
        with acting(by.actor), pytest.raises(NotDone, match=why):
            dissents.add(by=by, motion_id=motion, text=text, on=on)
    with acting(by.actor):
        dissents.add(by=by, motion_id=motion, text="In time.", on=due)
