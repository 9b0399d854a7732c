"""Evidence goes from room to room: who may take which step, and what each room then holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from django.http import Http404

from fairterms.audit.release.course import Stage
from fairterms.audit.release.declining import Declined
from fairterms.units.refusal import Refusal
from fairterms_web.evidence import access, actions
from fairterms_web.evidence.models import EvidencePart
from fairterms_web.ledgers.checking import check_room
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.walls import acting, as_system
from tests.web.cast import Cast
from tests.web.evidence.giving import (
    ASKED,
    COUNTS,
    LAST,
    LATE,
    ON,
    approve,
    ask,
    decided,
    decline,
    give,
    known,
    plain,
    prepare,
    sign,
    table,
    view,
)


def kinds(cast: Cast, room: str) -> list[str]:
    """What a room's ledger tells of evidence, in order."""
    with as_system():
        rows = LedgerEntry.objects.of_every_room().filter(
            room=cast.rooms[room], kind__startswith="evidence."
        )
        return [one.kind.partition(".")[2] for one in rows.order_by("sequence")]


@pytest.fixture
def whole(cast: Cast) -> Iterator[None]:
    """After each test the ledger of every room agrees with itself."""
    yield
    for room in cast.rooms.values():
        assert check_room(room.id).problems == ()


@pytest.mark.usefixtures("whole")
def test_a_copy_goes_its_whole_way(cast: Cast) -> None:
    ref = ask(cast)
    assert known(cast, "group", ref).stage is Stage.ASKED
    seen = prepare(cast, ref)
    assert known(cast, "group", ref).stage is Stage.PREPARED
    approve(cast, ref, seen)
    assert known(cast, "auditor", ref).stage is Stage.APPROVED
    sign(cast, ref)
    assert known(cast, "auditor", ref).stage is Stage.AGREED
    with acting((by := cast.entered("auditor", "auditor")).actor):
        _, body = actions.open_once(by=by, ref=ref, on=ON)
        assert body.decode("utf-8-sig").splitlines()[1] == "Elm,not shown,not shown,34"
        assert access.record(by, ref, ON).stage is Stage.OPEN
        actions.destroy(by=by, ref=ref, how="wiped from the one laptop", on=LAST)
    stages = {room: known(cast, room, ref).stage for room in ("group", "joint", "auditor")}
    assert set(stages.values()) == {Stage.DESTROYED}
    assert kinds(cast, "joint") == ["asked", "released", "destroyed"]
    assert kinds(cast, "group") == [
        "asked",
        "prepared",
        "approved",
        "approved",
        "released",
        "destroyed",
    ]
    assert kinds(cast, "auditor") == ["released", "agreed", "taken", "destroyed"]
    assert kinds(cast, "plan") == []


def test_the_other_party_holds_nothing_of_it(cast: Cast) -> None:
    ref = ask(cast)
    give(cast, ref)
    with cast.acting_in("plan") as by:
        assert access.records(by, ON) == ()
        with pytest.raises(Http404):
            access.record(by, ref, ON)


def test_only_what_leaves_is_in_the_auditors_room_and_the_true_counts_are_not(cast: Cast) -> None:
    ref = ask(cast)
    give(cast, ref)
    kept = known(cast, "auditor", ref)
    with cast.acting_in("auditor") as by:
        assert access.inside(by, kept) is None
        content = access.content(by, kept)
    assert content is not None
    assert b"4" not in content.replace(b"34", b"").replace(b"64", b"").replace(b"184", b"")
    prepared = kept.held.prepared
    assert prepared is not None
    assert (prepared.shown.people, prepared.against) == ((), ())
    with cast.acting_in("group") as by:
        assert access.inside(by, known(cast, "group", ref)) is not None


@pytest.mark.slow
def test_the_joint_room_is_told_that_it_left_and_no_more(cast: Cast) -> None:
    ref = ask(cast)
    give(cast, ref)
    held = known(cast, "joint", ref).held
    assert held.given_on == ON
    assert held.prepared is None
    assert held.release.approvals == ()
    assert (held.release.manifest_hash, held.release.proof) == ("", "")
    with as_system():
        assert not EvidencePart.objects.of_every_room().filter(room=cast.rooms["joint"]).exists()


@pytest.mark.slow
@pytest.mark.parametrize(("name", "room"), [("owner", "joint"), ("other party", "joint")])
def test_only_the_auditor_asks(cast: Cast, name: str, room: str) -> None:
    with acting((by := cast.entered(name, room)).actor), pytest.raises(Http404):
        actions.ask(by=by, told=ASKED, on=ON)


@pytest.mark.slow
def test_a_side_that_the_deal_does_not_have_cannot_be_asked(cast: Cast) -> None:
    with pytest.raises(Http404):
        ask(cast, of="independent")
    with pytest.raises(Http404):
        ask(cast, of="auditor")


@pytest.mark.slow
def test_a_request_that_lacks_something_asks_nobody(cast: Cast) -> None:
    with pytest.raises(actions.Lacking) as lacking:
        ask(cast, purpose="why not", is_confidential=True)
    codes = {one.code for one in lacking.value.problems}
    assert codes == {"request-purpose", "request-decision"}
    assert kinds(cast, "group") == kinds(cast, "joint") == []


@pytest.mark.usefixtures("whole")
def test_a_side_declines_and_both_sides_read_why(cast: Cast) -> None:
    ref = ask(cast)
    approve(cast, ref, prepare(cast, ref), "owner")
    decline(cast, ref)
    own, told = (known(cast, room, ref) for room in ("group", "joint"))
    assert (own.stage, told.stage) == (Stage.DECLINED, Stage.DECLINED)
    said = Declined(cast.people["owner"].id, ON, "our vendor never kept it")
    assert own.held.release.declined == said
    assert told.held.release.declined == replace(said, person="")
    with as_system():
        assert not EvidencePart.objects.of_every_room().exists()
    assert kinds(cast, "joint") == ["asked", "declined"]
    with as_system():
        rows = LedgerEntry.objects.of_every_room().filter(kind="evidence.declined")
        actors = dict(rows.values_list("room__kind", "actor"))
    assert actors == {"joint": "group.side", "group": f"owner.{said.person}"}
    assert kinds(cast, "group") == ["asked", "prepared", "approved", "declined"]
    assert kinds(cast, "auditor") == kinds(cast, "plan") == []


@pytest.mark.slow
def test_what_is_declined_is_over(cast: Cast) -> None:
    ref = ask(cast)
    with pytest.raises(Refusal, match="does not say why"):
        decline(cast, ref, "no")
    decline(cast, ref)
    for step in (lambda: decline(cast, ref), lambda: prepare(cast, ref)):
        with pytest.raises(Refusal, match="declined on 2028-03-01"):
            step()
    # Nothing of it stands in the way of what is asked anew.
    give(cast, ask(cast))


@pytest.mark.slow
def test_only_the_side_that_was_asked_declines_and_only_who_may_write(cast: Cast) -> None:
    ref = ask(cast)
    with pytest.raises(NotAllowed):
        decline(cast, ref, name="clinician")
    for name, room in (("other party", "plan"), ("auditor", "auditor"), ("auditor", "joint")):
        with acting((by := cast.entered(name, room)).actor), pytest.raises(Http404):
            actions.decline(by=by, ref=ref, why="it is none of theirs", on=ON)
    give(cast, ref)
    with pytest.raises(Refusal, match="has left"):
        decline(cast, ref)


@pytest.mark.slow
def test_confidential_data_are_asked_for_by_a_motion_that_was_carried(cast: Cast) -> None:
    for made in ({"outcome": "lost"}, {"touches": "ordinary"}):
        named = decided(cast, **made)
        with pytest.raises(actions.Lacking) as lacking:
            ask(cast, is_confidential=True, exception_decision=named)
        (problem,) = lacking.value.problems
        assert problem.what == "the committee has not decided “committee_1” on confidential data"
    ref = ask(cast, is_confidential=True, exception_decision=decided(cast))
    assert known(cast, "group", ref).held.release.request.exception_decision == "committee_1"


def test_one_approval_gives_nothing(cast: Cast) -> None:
    ref = ask(cast)
    approve(cast, ref, prepare(cast, ref), "owner")
    assert kinds(cast, "auditor") == []
    with cast.acting_in("auditor") as by, pytest.raises(Http404):
        access.record(by, ref, ON)


def test_nobody_approves_twice(cast: Cast) -> None:
    ref = ask(cast)
    seen = prepare(cast, ref)
    approve(cast, ref, seen, "owner")
    with pytest.raises(Refusal, match="approved it already"):
        approve(cast, ref, seen, "owner")
    assert kinds(cast, "auditor") == []


@pytest.mark.slow
def test_who_may_not_write_in_the_room_may_not_approve(cast: Cast) -> None:
    ref = ask(cast)
    seen = prepare(cast, ref)
    for name in ("clinician", "viewer"):
        with pytest.raises(NotAllowed):
            approve(cast, ref, seen, name)


@pytest.mark.slow
def test_what_was_prepared_anew_is_approved_anew(cast: Cast) -> None:
    ref = ask(cast)
    first = prepare(cast, ref)
    approve(cast, ref, first, "owner")
    with cast.acting_in("group") as by:
        again = table(by, COUNTS.replace("90", "95"))
    second = prepare(cast, ref, again)
    assert second != first
    with pytest.raises(Refusal, match="prepared anew"):
        approve(cast, ref, first, "teammate")
    approve(cast, ref, second, "teammate")
    assert kinds(cast, "auditor") == []
    approve(cast, ref, second, "owner")
    assert kinds(cast, "auditor") == ["released"]


def test_a_proof_counts_only_against_all_that_left_before(cast: Cast) -> None:
    first, second = ask(cast), ask(cast)
    seen = prepare(cast, first), prepare(cast, second)
    approve(cast, first, seen[0])
    with pytest.raises(Refusal, match="another release has left"):
        approve(cast, second, seen[1], "owner")
    give(cast, second)
    with cast.acting_in("auditor") as by:
        assert len(access.records(by, ON)) == 2


@pytest.mark.slow
def test_what_is_not_prepared_is_not_said_to_be_stale(cast: Cast) -> None:
    waiting, declined = ask(cast), ask(cast)
    decline(cast, declined)
    give(cast, ask(cast))
    for ref, words in ((waiting, "nothing is prepared yet"), (declined, "it was declined")):
        with pytest.raises(Refusal, match=words):
            approve(cast, ref, "", "owner")


@pytest.mark.slow
def test_what_was_proved_before_another_release_left_is_not_prepared(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        stale = table(by)
    give(cast, ask(cast))
    with pytest.raises(Refusal, match="another release has left"):
        prepare(cast, ask(cast), stale)


@pytest.mark.slow
def test_a_later_table_that_would_give_an_earlier_count_away_is_refused(cast: Cast) -> None:
    give(cast, ask(cast))
    with cast.acting_in("group") as by:
        assert access.earlier(by, ON).people == ("2027",)
        with pytest.raises(Refusal, match="other groups here"):
            table(by, "clinic,people\nElm,34\nOak,150\nAsh,12\n")
        # The same people by sex alone: nothing new.
        assert b"not shown" not in table(by, "sex,people\nwomen,64\nmen,120\n").leaving.content


@pytest.mark.slow
def test_what_left_is_not_prepared_again(cast: Cast) -> None:
    ref = ask(cast)
    give(cast, ref)
    with pytest.raises(Refusal, match="has left"):
        prepare(cast, ref)


def test_nothing_opens_before_the_agreement_is_signed(cast: Cast) -> None:
    ref = view(cast)
    give(cast, ref)
    sign(cast, ref, "committee member")
    with acting((by := cast.entered("auditor", "auditor")).actor):
        with pytest.raises(Refusal, match="not signed"):
            actions.open_once(by=by, ref=ref, on=ON)
        with pytest.raises(Refusal, match="another than the one you saw"):
            actions.sign(by=by, ref=ref, seen="0" * 64, on=ON)
    assert kinds(cast, "auditor") == ["released", "agreed"]


@pytest.mark.slow
def test_each_look_is_an_entry(cast: Cast) -> None:
    ref = view(cast)
    give(cast, ref)
    sign(cast, ref)
    for _ in range(2):
        with acting((by := cast.entered("auditor", "auditor")).actor):
            actions.open_once(by=by, ref=ref, on=ON)
    assert kinds(cast, "auditor") == ["released", "agreed", "viewed", "viewed"]


@pytest.mark.slow
def test_an_overdue_copy_shows_in_all_three_rooms_and_opens_no_more(cast: Cast) -> None:
    ref = ask(cast)
    give(cast, ref)
    sign(cast, ref)
    for room in ("group", "joint", "auditor"):
        assert not known(cast, room, ref, LAST).is_overdue
        assert known(cast, room, ref, LATE).is_overdue
    with acting((by := cast.entered("auditor", "auditor")).actor):
        with pytest.raises(Refusal, match="last day is over"):
            actions.open_once(by=by, ref=ref, on=LATE)
        actions.destroy(by=by, ref=ref, how="wiped from the one laptop", on=LATE)
    for room in ("group", "joint", "auditor"):
        assert not known(cast, room, ref, LATE + timedelta(days=9)).is_overdue


@pytest.mark.slow
def test_what_was_given_is_gone_when_it_is_destroyed_and_the_certificate_stays(cast: Cast) -> None:
    ref = ask(cast)
    give(cast, ref)
    with acting((by := cast.entered("auditor", "auditor")).actor):
        assert access.content(by, access.record(by, ref, ON)) is not None
        actions.destroy(by=by, ref=ref, how="wiped from the one laptop", on=ON)
        kept = access.record(by, ref, ON)
        assert access.content(by, kept) is None
        assert kept.held.release.certificate is not None
    with as_system():
        rows = EvidencePart.objects.of_every_room()
        assert not rows.filter(room=cast.rooms["auditor"]).exists()
    # Later proofs of the side that gave it still stand against it.
    with cast.acting_in("group") as by:
        assert len(access.earlier(by, ON).tables) == 1


@pytest.mark.slow
def test_a_committee_member_reads_and_does_not_certify(cast: Cast) -> None:
    ref = ask(cast)
    give(cast, ref)
    by = cast.entered("committee member", "auditor")
    with acting(by.actor), pytest.raises(NotAllowed):
        actions.destroy(by=by, ref=ref, how="wiped from the one laptop", on=ON)


@pytest.mark.slow
def test_what_is_only_read_has_no_certificate(cast: Cast) -> None:
    ref = view(cast)
    give(cast, ref)
    by = cast.entered("auditor", "auditor")
    with acting(by.actor), pytest.raises(Refusal, match="only read"):
        actions.destroy(by=by, ref=ref, how="wiped from the one laptop", on=ON)


@pytest.mark.slow
def test_a_file_stands_in_the_way_of_no_later_table(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        made = plain(by)
    give(cast, ask(cast), made)
    give(cast, ask(cast))
    with cast.acting_in("group") as by:
        before = access.earlier(by, ON)
    assert (len(before.refs), len(before.shown), len(before.tables)) == (2, 2, 1)


@pytest.mark.slow
def test_steps_of_another_room_are_not_there(cast: Cast) -> None:
    ref = ask(cast)
    give(cast, ref)
    with acting((by := cast.entered("owner", "group")).actor):
        with pytest.raises(Http404):
            actions.sign(by=by, ref=ref, seen="", on=ON)
        with pytest.raises(Http404):
            actions.open_once(by=by, ref=ref, on=ON)
        with pytest.raises(Http404):
            actions.destroy(by=by, ref=ref, how="", on=ON)
    with acting((by := cast.entered("auditor", "auditor")).actor), pytest.raises(Http404):
        actions.approve(by=by, ref=ref, seen="", on=ON)


@pytest.mark.slow
def test_a_deal_without_an_auditors_room_gives_nothing(cast: Cast) -> None:
    ref = ask(cast)
    seen = prepare(cast, ref)
    approve(cast, ref, seen, "owner")
    room = cast.rooms["auditor"]
    room.deal = cast.rooms["elsewhere"].deal
    room.kind = "auditor"
    room.save()
    with pytest.raises(Refusal, match="no auditor’s room"):
        approve(cast, ref, seen, "teammate")
    assert not known(cast, "group", ref).is_given
