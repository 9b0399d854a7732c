"""The secretary takes a charter, writes down who sits, and announces motions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.http import Http404

from fairterms.audit.committee.ballot import Vote
from fairterms_web.committee import access, charters
from fairterms_web.committee.actions import (
    Appointment,
    appoint,
    notice,
    open_vote,
    take_charter,
    withdraw,
)
from fairterms_web.committee.closing import close
from fairterms_web.committee.models import Motion, Seat, State
from fairterms_web.committee.refused import NotDone
from fairterms_web.deals.access import content_of
from fairterms_web.deals.actions import remove_file, save_files
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.keyring import keyring
from tests.web.cast import DAY, NOW
from tests.web.committee.hall import CHAIRS, CHARTER, GIVEN, SEATS, WRITTEN, Hall

pytestmark = pytest.mark.slow
ON = date(2027, 2, 1)


def appointed(hall: Hall, seat: str, holder: str) -> None:
    """Write down who holds a seat."""
    by = hall.secretary
    with acting(by.actor):
        appoint(by=by, who=Appointment(seat, holder, "the members", ON))


def test_a_charter_is_taken_from_the_joint_room_or_the_sample(hall: Hall) -> None:
    by, joint = hall.secretary, hall.cast.entered("owner", "joint")
    with acting(by.actor):
        remove_file(by=by, path="charter.toml")
        assert set(charters.sources(by)) == {"sample"}
        with pytest.raises(Http404):
            take_charter(by=by, source="joint")
        take_charter(by=by, source="sample")
        assert content_of(by, "charter.toml") == CHARTER
    theirs = CHARTER.replace(b"version = 1", b"version = 7")
    with acting(joint.actor):
        save_files(by=joint, files={"charter.toml": theirs})
    with acting(by.actor):
        assert set(charters.sources(by)) == {"joint", "sample"}
        take_charter(by=by, source="joint")
        assert content_of(by, "charter.toml") == theirs
        with pytest.raises(Http404):
            take_charter(by=by, source="elsewhere")


def test_a_holder_is_written_down_with_who_appointed_them_and_the_earlier_one_stays(
    hall: Hall,
) -> None:
    appointed(hall, "fee_1", hall.cast.people["committee member"].id)
    by = hall.secretary
    with acting(by.actor):
        _, names = access.members(by)
        rows = [one for one in access.seats(by, names, keyring(by)) if one.seat == "fee_1"]
    assert [(one.who, one.appointed_by, one.appointed_on) for one in rows] == [
        ("committee.member@example.org", "the members", ON),
        ("Fee 1 Example", "the members", date(2027, 1, 19)),
    ]
    kind, told = hall.entries()[-1]
    assert kind == "seat.recorded"
    assert told["holder"] == hall.cast.people["committee member"].id
    assert told["by"] == "the members"


@pytest.mark.parametrize("name", ["auditor", "owner", "stranger", "expired"])
def test_only_a_committee_member_of_the_room_holds_a_seat(hall: Hall, name: str) -> None:
    appointed(hall, "fee_1", "")
    with pytest.raises(NotDone, match="no committee member"):
        appointed(hall, "fee_1", hall.cast.people[name].id)


def test_the_secretary_holds_no_seat_though_they_are_a_member_too(hall: Hall) -> None:
    auditor = hall.cast.people["auditor"]
    Grant.objects.create(
        person=auditor,
        room=hall.cast.rooms["auditor"],
        role="committee-member",
        purpose="made up",
        starts_at=NOW - DAY,
        granted_by="a test",
    )
    appointed(hall, "fee_1", "")
    with pytest.raises(NotDone, match="no committee member"):
        appointed(hall, "fee_1", auditor.id)


def test_nobody_holds_two_seats(hall: Hall) -> None:
    for seat in ("fee_2", "chair"):
        with pytest.raises(NotDone, match="holds “fee_1” already"):
            appointed(hall, seat, hall.people["fee_1"].id)
    appointed(hall, "fee_1", hall.people["fee_1"].id)


def test_who_sits_stays_while_a_vote_is_under_way(hall: Hall) -> None:
    motion = hall.announce(is_open=False)
    appointed(hall, "fee_1", "")
    by = hall.secretary
    with acting(by.actor):
        open_vote(by=by, motion_id=motion)
    with pytest.raises(NotDone, match="under way"):
        appointed(hall, "fee_1", hall.people["fee_1"].id)
    hall.vote(motion, "xyyynnny")
    hall.close(motion)
    appointed(hall, "fee_1", hall.people["fee_1"].id)


def test_a_seat_that_the_charter_does_not_have_is_held_by_nobody(hall: Hall) -> None:
    with pytest.raises(NotDone, match="no such seat"):
        appointed(hall, "fee_3", "")


def test_who_held_a_seat_that_a_new_charter_dropped_can_hold_one_of_the_new(hall: Hall) -> None:
    by = hall.secretary
    renamed = CHARTER.replace(b'"fee_1"', b'"fee_a"').replace(b"version = 1", b"version = 2")
    with acting(by.actor):
        save_files(by=by, files={"charter.toml": renamed})
    appointed(hall, "fee_a", hall.people["fee_1"].id)
    with acting(by.actor):
        assert access.holders(by)["fee_a"] == hall.people["fee_1"].id


def test_a_charter_that_was_changed_takes_a_motion_only_under_a_new_number(hall: Hall) -> None:
    hall.announce(is_open=False)
    by = hall.secretary
    looser = CHARTER.replace(b'threshold = "2/3"', b'threshold = "3/5"')
    with acting(by.actor):
        save_files(by=by, files={"charter.toml": looser})
        with pytest.raises(NotDone, match="still says version 1"):
            notice(by=by, given=GIVEN)
        save_files(by=by, files={"charter.toml": looser.replace(b"version = 1", b"version = 2")})
        notice(by=by, given=GIVEN)
        save_files(by=by, files={"charter.toml": CHARTER})
        notice(by=by, given=GIVEN)


def test_a_motion_is_announced_with_its_days_and_its_charter(hall: Hall) -> None:
    motion = hall.announce(is_open=False)
    by = hall.secretary
    with acting(by.actor):
        put = access.motion_of(by, motion)
        newest = charters.newest(by)
    assert newest is not None
    assert (put.title, put.text, put.row.number) == (GIVEN.title, GIVEN.text, 1)
    assert (put.row.noticed_on, put.row.held_on) == (GIVEN.noticed_on, GIVEN.held_on)
    assert put.row.charter == newest[0]
    kind, told = hall.entries()[-1]
    assert kind == "motion.noticed"
    assert (told["noticed"], told["held"]) == ("2027-04-01", "2027-04-19")


@pytest.mark.parametrize(
    ("noticed", "held", "first"),
    [
        (date(2027, 4, 1), date(2027, 4, 10), "2027-04-11"),
        (date(2027, 4, 1), date(2027, 3, 1), "2027-04-11"),
        (date(2026, 11, 1), date(2027, 1, 18), "2027-01-19"),
    ],
)
def test_a_vote_before_the_notice_has_run_or_the_charter_holds_is_not_announced(
    hall: Hall, noticed: date, held: date, first: str
) -> None:
    by = hall.secretary
    with acting(by.actor):
        with pytest.raises(NotDone, match=first):
            notice(by=by, given=replace(GIVEN, noticed_on=noticed, held_on=held))
        day = date.fromisoformat(first)
        notice(by=by, given=replace(GIVEN, noticed_on=day - timedelta(10), held_on=day))


def test_without_a_charter_that_can_be_read_nothing_is_announced(hall: Hall) -> None:
    by = hall.secretary
    with acting(by.actor):
        save_files(by=by, files={"charter.toml": b"# nothing\n"})
        with pytest.raises(NotDone, match="no charter"):
            notice(by=by, given=GIVEN)
        remove_file(by=by, path="charter.toml")
        with pytest.raises(NotDone, match="no charter"):
            notice(by=by, given=GIVEN)


def test_a_charter_that_leaves_a_count_open_takes_no_motion(hall: Hall) -> None:
    by = hall.secretary
    with acting(by.actor):
        open_ended = CHARTER.replace(b"recused_count = true", b"")
        save_files(by=by, files={"charter.toml": open_ended})
        with pytest.raises(NotDone, match="leaves open"):
            notice(by=by, given=GIVEN)
        assert not Motion.objects.within(by).exists()


def test_a_class_that_the_charter_does_not_have_is_refused(hall: Hall) -> None:
    by = hall.secretary
    with acting(by.actor), pytest.raises(NotDone, match="no such class"):
        notice(by=by, given=replace(GIVEN, kind="feast"))


def test_a_vote_is_opened_once(hall: Hall) -> None:
    motion = hall.announce()
    by = hall.secretary
    with acting(by.actor), pytest.raises(NotDone, match="opened already"):
        open_vote(by=by, motion_id=motion)
    assert hall.entries()[-1][0] == "motion.opened"


def test_a_member_writes_nothing_down(hall: Hall) -> None:
    by = hall.member("chair")
    with acting(by.actor):
        with pytest.raises(NotAllowed):
            notice(by=by, given=GIVEN)
        with pytest.raises(NotAllowed):
            appoint(by=by, who=Appointment("fee_1", "", "me", ON))
        assert Seat.objects.within(by).count() == len(SEATS) + len(CHAIRS)


def test_a_motion_is_withdrawn_before_its_vote_and_keeps_its_number(hall: Hall) -> None:
    other, motion, by = hall.announce(is_open=False), hall.announce(is_open=False), hall.secretary
    with acting(by.actor):
        withdraw(by=by, motion_id=other, why="it was announced twice")
        withdraw(by=by, motion_id=motion, why="the plan sent the lists")
        put, ring = access.motion_of(by, motion), keyring(by)
        assert put.state is State.WITHDRAWN
        assert access.why_withdrawn(by, put, ring) == "the plan sent the lists"
        earlier = access.motion_of(by, other)
        assert access.why_withdrawn(by, earlier, ring) == "it was announced twice"
        with pytest.raises(NotDone, match="was withdrawn"):
            open_vote(by=by, motion_id=motion)
        with pytest.raises(NotDone, match="was withdrawn"):
            withdraw(by=by, motion_id=motion, why="once more")
        with pytest.raises(NotDone, match="not open"):
            close(by=by, motion_id=motion, on=WRITTEN)
    with pytest.raises(NotDone, match="not asked"):
        hall.vote_of("fee_1", motion, Vote.YES)
    kind, told = hall.entries()[-1]
    assert (kind, told["number"], told["why"]) == ("motion.withdrawn", 2, "the plan sent the lists")
    later = hall.announce()
    with acting(by.actor):
        assert access.motion_of(by, later).row.number == 3
        with pytest.raises(NotDone, match="opened already"):
            withdraw(by=by, motion_id=later, why="too late")
        assert access.why_withdrawn(by, access.motion_of(by, later), ring) == ""


def test_only_the_secretary_withdraws_a_motion(hall: Hall) -> None:
    motion, by = hall.announce(is_open=False), hall.member("fee_1")
    with acting(by.actor), pytest.raises(NotAllowed):
        withdraw(by=by, motion_id=motion, why="we do not want it")
