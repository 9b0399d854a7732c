"""A vote is one's own, is told to nobody before the decision, and stands in the ledger sealed."""

import json

import pytest
from django.http import Http404
from django.urls import reverse

from fairterms.audit.committee.ballot import Vote
from fairterms_web.committee import access, votes
from fairterms_web.committee.actions import Appointment, appoint, open_vote
from fairterms_web.committee.models import Ballot, State
from fairterms_web.committee.refused import NotDone
from fairterms_web.committee.sealed import opened
from fairterms_web.committee.votes import Cast, is_as_committed
from fairterms_web.deals.actions import save_files
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.keyring import keyring
from tests.web.cast import DAY, NOW
from tests.web.committee.hall import CHARTER, HELD, SEATS, Hall


def test_a_vote_is_of_the_seat_that_the_account_holds(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote_of("plan_1", motion, Vote.NO, "Too early.")
    by = hall.member("plan_1")
    with acting(by.actor):
        put = access.motion_of(by, motion)
        ballots = access.voted(by, put)
        own = access.own_vote(by, ballots, keyring(by))
        assert set(ballots) == {"plan_1"}
        assert own is not None
        assert (own.vote, own.reasons) == (Vote.NO, "Too early.")


def test_who_holds_no_seat_votes_on_nothing(hall: Hall) -> None:
    motion = hall.announce()
    for name in ("committee member", "auditor"):
        by = hall.cast.entered(name, "auditor")
        with acting(by.actor), pytest.raises(NotDone, match="not asked"):
            votes.vote(by=by, motion_id=motion, cast=Cast(Vote.YES))


def test_who_may_only_read_the_room_votes_on_nothing(hall: Hall) -> None:
    motion = hall.announce()
    by = hall.member("plan_1")
    # A made-up value.
    less = type(by)(by.room, by.actor.narrowed([by.room.id], frozenset({"read"})))  # type: ignore[arg-type]
    with acting(by.actor), pytest.raises(NotAllowed):
        votes.vote(by=less, motion_id=motion, cast=Cast(Vote.YES))


def test_a_changed_vote_is_a_new_row_and_the_last_counts(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote_of("fee_1", motion, Vote.YES)
    hall.vote_of("fee_1", motion, Vote.NO, "I read it again.")
    by = hall.secretary
    with acting(by.actor):
        rows = list(Ballot.objects.within(by).order_by("number"))
        ring = keyring(by)
        assert [(one.number, opened(ring, one)["vote"]) for one in rows] == [(1, "yes"), (2, "no")]
        assert access.voted(by, access.motion_of(by, motion))["fee_1"] == rows[1]
    assert [kind for kind, _ in hall.entries()].count("ballot.cast") == 2


def test_the_ledger_tells_that_somebody_voted_and_not_how(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote_of("fee_1", motion, Vote.RECUSED, "My cousin works there.")
    kind, told = hall.entries()[-1]
    assert kind == "ballot.cast"
    assert set(told) == {"motion", "number", "title", "seat", "ballot", "commitment"}
    assert "cousin" not in json.dumps(told)
    assert "recused" not in json.dumps(told)


@pytest.mark.slow
def test_two_who_vote_alike_leave_different_seals(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote(motion, "yyyyyyyy")
    seals = {str(told["commitment"]) for kind, told in hall.entries() if kind == "ballot.cast"}
    assert len(seals) == len(SEATS)


def test_with_the_decision_every_vote_that_counted_can_be_compared_with_its_seal(
    hall: Hall,
) -> None:
    motion = hall.announce()
    hall.vote_of("fee_1", motion, Vote.NO)
    hall.vote(motion, "yyyyyynn")
    assert hall.close(motion) is State.DECIDED
    sealed = {
        (told["seat"], told["ballot"]): told["commitment"]
        for kind, told in hall.entries()
        if kind == "ballot.cast"
    }
    kind, told = hall.entries()[-1]
    shown = told["ballots"]
    assert kind == "motion.decided"
    assert isinstance(shown, list)
    assert [one["seat"] for one in shown] == list(SEATS)
    assert len({one["salt"] for one in shown}) == len(SEATS)
    for one in shown:
        row = Ballot(
            motion_id=motion,
            seat=one["seat"],
            number=one["ballot"],
            commitment=str(sealed[one["seat"], one["ballot"]]),
        )
        assert is_as_committed(row, one)
        assert not is_as_committed(row, {**one, "vote": "abstain"})


@pytest.mark.slow
@pytest.mark.parametrize("state", ["noticed", "decided", "chair"])
def test_a_seat_votes_only_while_the_vote_is_open(hall: Hall, state: str) -> None:
    motion = hall.announce(is_open=state != "noticed")
    if state != "noticed":
        hall.vote(motion, "yyyyyyyy" if state == "decided" else "yyyynnnn")
        assert hall.close(motion).value == state
    with pytest.raises(NotDone, match="not asked"):
        hall.vote_of("fee_1", motion, Vote.NO)


@pytest.mark.slow
def test_the_chair_is_asked_only_once_the_seats_tie_and_writes_why(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote(motion, "yyyynnnn")
    with pytest.raises(NotDone, match="not asked"):
        hall.vote_of("chair", motion, Vote.YES, "Look.")
    assert hall.close(motion) is State.CHAIR
    for vote in (Vote.YES, Vote.NO):
        with pytest.raises(NotDone, match="Write your reasons"):
            hall.vote_of("chair", motion, vote, "  ")
    with pytest.raises(NotDone, match="Choose one"):
        hall.vote_of("chair", motion, Vote.ABSTAIN, "Why not.")
    with pytest.raises(NotDone, match="not asked"):
        hall.vote_of("deputy", motion, Vote.YES, "Look.")
    hall.vote_of("chair", motion, Vote.YES, "Look.")


def test_absence_is_nothing_one_can_vote(hall: Hall) -> None:
    motion = hall.announce()
    with pytest.raises(NotDone, match="Choose one"):
        hall.vote_of("fee_1", motion, Vote.ABSENT)


@pytest.mark.slow
def test_when_the_chair_steps_aside_the_deputy_is_asked(hall: Hall) -> None:
    motion = hall.announce()
    hall.vote(motion, "yyyynnnn")
    hall.close(motion)
    hall.vote_of("chair", motion, Vote.RECUSED)
    with pytest.raises(NotDone, match="not asked"):
        hall.vote_of("chair", motion, Vote.YES, "Now I may.")
    hall.vote_of("deputy", motion, Vote.YES, "Look.")
    assert hall.close(motion) is State.DECIDED


@pytest.mark.slow
def test_a_member_who_became_the_secretary_votes_no_more(hall: Hall) -> None:
    motion = hall.announce()
    Grant.objects.create(
        person=hall.people["fee_1"],
        room=hall.cast.rooms["auditor"],
        role="auditor",
        purpose="made up",
        starts_at=NOW - DAY,
        granted_by="a test",
    )
    with pytest.raises(NotDone, match="not asked"):
        hall.vote_of("fee_1", motion, Vote.YES)


@pytest.mark.slow
def test_a_vote_is_of_a_seat_of_the_charter_under_which_the_motion_was_put(hall: Hall) -> None:
    motion, by = hall.announce(is_open=False), hall.secretary
    renamed = CHARTER.replace(b'"fee_1"', b'"fee_a"').replace(b"version = 1", b"version = 2")
    newcomer = hall.cast.people["committee member"].id
    with acting(by.actor):
        save_files(by=by, files={"charter.toml": renamed})
        appoint(by=by, who=Appointment("fee_a", newcomer, "the members", HELD))
        open_vote(by=by, motion_id=motion)
    member = hall.cast.entered("committee member", "auditor")
    with acting(member.actor), pytest.raises(NotDone, match="not asked"):
        votes.vote(by=member, motion_id=motion, cast=Cast(Vote.YES))
    told = hall.client("committee member").get(
        reverse("committee:motion", args=[by.room.id, motion])
    )
    assert b"You hold no seat under the charter of this motion" in told.content
    hall.vote_of("fee_1", motion, Vote.NO)


def test_a_motion_of_another_room_is_not_there(hall: Hall) -> None:
    motion = hall.announce()
    by = hall.cast.entered("other party", "joint")
    with acting(by.actor), pytest.raises(Http404):
        votes.vote(by=by, motion_id=motion, cast=Cast(Vote.YES))


def test_who_left_a_seat_no_longer_votes_with_it(hall: Hall) -> None:
    by = hall.secretary
    with acting(by.actor):
        appoint(by=by, who=Appointment("fee_1", "", "the members", HELD))
    motion = hall.announce()
    with pytest.raises(NotDone, match="not asked"):
        hall.vote_of("fee_1", motion, Vote.YES)
