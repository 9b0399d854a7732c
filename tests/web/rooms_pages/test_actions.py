"""Deals are opened, people let in and out: each with its entry, none against the other side."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import Http404

from fairterms_web.rooms import access
from fairterms_web.rooms.actions import (
    CannotGrant,
    Wanted,
    accept,
    invite,
    open_room,
    revoke,
    roles_for,
    waiting,
    withdraw,
)
from fairterms_web.rooms.models import Grant, Invitation
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import acting
from tests.web.rooms_pages.table import (
    Table,
    entered,
    kinds,
    let_in,
    may_enter,
    person,
    wanted,
)

pytestmark = pytest.mark.slow

DAY = timedelta(days=1)


def test_a_deal_opens_with_two_rooms_and_two_entries(table: Table) -> None:
    assert kinds(table.group) == ["room.opened"]
    assert kinds(table.joint)[0] == "room.opened"
    assert may_enter(table.owner, table.group)
    assert may_enter(table.owner, table.joint)


def test_who_opened_the_plans_room_may_not_enter_it(table: Table) -> None:
    assert not may_enter(table.owner, table.plan)
    assert not may_enter(table.lead, table.group)


def test_a_room_is_opened_once(table: Table) -> None:
    with acting(table.as_owner(table.joint).actor):
        again = open_room(by=table.as_owner(table.joint), kind=Kind.PLAN)
    assert again == table.plan
    assert kinds(table.joint).count("room.asked-for") == 2


def test_who_is_invited_into_ones_own_room_comes_into_the_joint_room_too(table: Table) -> None:
    bea = person("bea")
    let_in(table.as_owner(table.group), bea, "analyst")
    assert (may_enter(bea, table.group), may_enter(bea, table.joint)) == (True, True)
    assert kinds(table.group)[-2:] == ["person.invited", "person.let-in"]
    assert kinds(table.joint)[-1] == "person.let-in"


def test_who_is_invited_into_the_joint_room_comes_into_no_other(table: Table) -> None:
    bea = person("bea")
    let_in(table.as_lead(table.joint), bea, "counsel")
    rooms = {table.group: False, table.plan: False, table.joint: True}
    assert {room: may_enter(bea, room) for room in rooms} == rooms


@pytest.mark.parametrize(
    ("room", "as_plan", "titles"),
    [
        ("group", False, "Owner, Contracting lead, Clinician, Analyst, Counsel, Viewer"),
        ("plan", True, "Contracting lead, Clinician, Analyst, Counsel, Plan lead, Viewer"),
        ("joint", False, "Owner, Contracting lead, Clinician, Analyst, Counsel, Auditor, Viewer"),
        (
            "joint",
            True,
            "Contracting lead, Clinician, Analyst, Counsel, Plan lead, Auditor, Viewer",
        ),
    ],
)
def test_each_room_and_side_has_its_roles(
    table: Table, room: str, as_plan: bool, titles: str
) -> None:
    side = "plan" if as_plan else "group"
    found = roles_for(getattr(table, room), side)
    assert ", ".join(one.title for one in found) == titles


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Wanted("bea@example.org", "plan-lead", "a"), "knows no such role"),
        (Wanted("bea@example.org", "auditor", "a"), "knows no such role"),
        (Wanted("bea@example.org", "", "a"), "knows no such role"),
        (Wanted("bea@", "viewer", "a"), "The e-mail address is not complete"),
        (Wanted("bea@example.org", "viewer", "  "), "Say what for"),
        (
            Wanted("bea@example.org", "viewer", "a", datetime(2020, 1, 1, tzinfo=UTC)),
            "The last day has passed",
        ),
    ],
)
def test_an_invitation_that_cannot_be_given_says_why(
    table: Table, asked: Wanted, words: str
) -> None:
    before = kinds(table.group)
    by = table.as_owner(table.group)
    with pytest.raises(CannotGrant, match=words), acting(by.actor):
        invite(by=by, wanted=asked)
    assert not Invitation.objects.filter(email__startswith="bea").exists()
    assert kinds(table.group) == before


def test_only_who_may_let_others_in_does(table: Table) -> None:
    bea = person("bea")
    let_in(table.as_owner(table.group), bea, "contracting-lead")
    by = entered(bea, table.group)
    with pytest.raises(access.NotAllowed), acting(by.actor):
        invite(by=by, wanted=wanted("cyd", "viewer"))


def test_once_somebody_is_in_the_plans_room_nobody_outside_invites_into_it(table: Table) -> None:
    by = table.as_owner(table.joint)
    with pytest.raises(CannotGrant, match="let others in themselves"), acting(by.actor):
        invite(by=by, wanted=wanted("cyd", "viewer"), to=table.plan)


def test_one_person_at_a_time_is_asked_into_an_empty_room_of_another_party(table: Table) -> None:
    by = table.as_owner(table.joint)
    Grant.objects.filter(room=table.plan).delete()
    with acting(by.actor):
        invite(by=by, wanted=wanted("cyd", "plan-lead"), to=table.plan)
        with pytest.raises(CannotGrant, match="was asked in already"):
            invite(by=by, wanted=wanted("dov", "plan-lead"), to=table.plan)
        (first,) = Invitation.objects.filter(room=table.plan, used_at=None)
        withdraw(by=by, invitation_id=first.id)
        invite(by=by, wanted=wanted("dov", "plan-lead"), to=table.plan)
    lead = table.as_owner(table.group)
    with acting(lead.actor):
        for name in ("eve", "fay"):
            invite(by=lead, wanted=wanted(name, "viewer"))


def test_an_invitation_is_used_once(table: Table) -> None:
    bea, by = person("bea"), table.as_owner(table.group)
    with acting(by.actor):
        secret = invite(by=by, wanted=wanted("bea", "viewer"))
    accept(person=bea.id, email=bea.email, secret=secret)
    with pytest.raises(Http404):
        accept(person=bea.id, email=bea.email, secret=secret)
    assert Grant.objects.filter(person=bea, room=table.group).count() == 1


@pytest.mark.parametrize("email", ["eve@example.org", ""])
def test_an_invitation_is_for_one_address(table: Table, email: str) -> None:
    eve, by = person("eve"), table.as_owner(table.group)
    with acting(by.actor):
        secret = invite(by=by, wanted=wanted("bea", "viewer"))
    with pytest.raises(Http404):
        accept(person=eve.id, email=email, secret=secret)
    assert not may_enter(eve, table.group)
    assert waiting(email="BEA@example.org", secret=secret) is not None


@pytest.mark.parametrize("field", ["ends_at", "grant_ends_at"])
def test_an_invitation_that_is_too_old_lets_nobody_in(table: Table, field: str) -> None:
    bea, by = person("bea"), table.as_owner(table.group)
    with acting(by.actor):
        secret = invite(by=by, wanted=wanted("bea", "viewer", datetime.now(UTC) + DAY))
    Invitation.objects.filter(email=bea.email).update(**{field: datetime.now(UTC)})
    with pytest.raises(Http404):
        accept(person=bea.id, email=bea.email, secret=secret)


def test_a_withdrawn_invitation_lets_nobody_in(table: Table) -> None:
    bea, by = person("bea"), table.as_owner(table.group)
    with acting(by.actor):
        secret = invite(by=by, wanted=wanted("bea", "viewer"))
        withdraw(by=by, invitation_id=Invitation.objects.get(email=bea.email).id)
    assert waiting(email=bea.email, secret=secret) is None
    with pytest.raises(Http404):
        accept(person=bea.id, email=bea.email, secret=secret)
    assert kinds(table.group)[-1] == "invitation.withdrawn"


def test_no_side_withdraws_what_the_other_sent(table: Table) -> None:
    by, lead = table.as_owner(table.joint), table.as_lead(table.joint)
    with acting(by.actor):
        invite(by=by, wanted=wanted("bea", "viewer"))
    row = Invitation.objects.get(email="bea@example.org")
    with pytest.raises(Http404), acting(lead.actor):
        withdraw(by=lead, invitation_id=row.id)


def test_no_invitation_of_another_room_is_withdrawn(table: Table) -> None:
    by, lead = table.as_owner(table.group), table.as_lead(table.joint)
    with acting(by.actor):
        invite(by=by, wanted=wanted("bea", "viewer"))
    row = Invitation.objects.get(email="bea@example.org")
    for one in (lead, table.as_lead(table.plan), table.as_owner(table.joint)):
        with pytest.raises(Http404), acting(one.actor):
            withdraw(by=one, invitation_id=row.id)


def test_a_grant_with_a_last_day_ends_by_itself(table: Table) -> None:
    bea, until = person("bea"), datetime.now(UTC) + DAY
    let_in(table.as_owner(table.group), bea, "analyst", until)
    for room in (table.group, table.joint):
        assert access.actor_for(bea.id, until - DAY / 2).may(room.id)
        assert not access.actor_for(bea.id, until).may(room.id)


def test_who_leaves_the_room_of_their_side_leaves_the_joint_room(table: Table) -> None:
    bea = person("bea")
    row = let_in(table.as_owner(table.group), bea, "analyst")
    by = table.as_owner(table.group)
    with acting(by.actor):
        revoke(by=by, grant_id=row.id)
    assert (may_enter(bea, table.group), may_enter(bea, table.joint)) == (False, False)
    assert kinds(table.group)[-1] == kinds(table.joint)[-1] == "person.let-out"


def test_who_is_still_in_the_room_of_their_side_stays_in_the_joint_room(table: Table) -> None:
    bea = person("bea")
    row = let_in(table.as_owner(table.group), bea, "analyst")
    let_in(table.as_owner(table.group), bea, "viewer")
    by = table.as_owner(table.group)
    with acting(by.actor):
        revoke(by=by, grant_id=row.id)
    assert (may_enter(bea, table.group), may_enter(bea, table.joint)) == (True, True)


def test_no_side_lets_the_other_out_of_the_joint_room(table: Table) -> None:
    lead = table.as_lead(table.joint)
    row = Grant.objects.get(person=table.owner, room=table.joint)
    with pytest.raises(CannotGrant, match="Another side let this person in"), acting(lead.actor):
        revoke(by=lead, grant_id=row.id)
    assert may_enter(table.owner, table.joint)


def test_no_grant_of_another_room_is_ended(table: Table) -> None:
    row = Grant.objects.get(person=table.owner, room=table.group)
    for by in (table.as_lead(table.joint), table.as_lead(table.plan), table.as_owner(table.joint)):
        with pytest.raises(Http404), acting(by.actor):
            revoke(by=by, grant_id=row.id)
    assert may_enter(table.owner, table.group)


def test_the_last_who_may_let_others_in_stays(table: Table) -> None:
    by = table.as_owner(table.group)
    row = Grant.objects.get(person=table.owner, room=table.group)
    let_in(by, person("bea"), "contracting-lead")
    let_in(by, person("cyd"), "owner", datetime.now(UTC) + DAY)
    with pytest.raises(CannotGrant, match="has no last day"), acting(by.actor):
        revoke(by=by, grant_id=row.id)
    assert may_enter(table.owner, table.group)
    let_in(by, person("dee"), "owner")
    with acting(by.actor):
        revoke(by=by, grant_id=row.id)
    assert not may_enter(table.owner, table.group)


def test_in_the_joint_room_one_of_each_side_stays(table: Table) -> None:
    by = table.as_owner(table.joint)
    row = Grant.objects.get(person=table.owner, room=table.joint)
    with pytest.raises(CannotGrant, match="of this side"), acting(by.actor):
        revoke(by=by, grant_id=row.id)


def test_the_auditors_room_is_looked_after_by_the_side_that_let_somebody_in(table: Table) -> None:
    by, lead, una = table.as_owner(table.joint), table.as_lead(table.joint), person("una")
    with acting(by.actor):
        room = open_room(by=by, kind=Kind.AUDITOR)
        secret = invite(by=by, wanted=wanted("una", "auditor"), to=room)
    accept(person=una.id, email=una.email, secret=secret)
    with acting(lead.actor):
        invite(by=lead, wanted=wanted("vic", "committee-member"), to=room)
    row = Grant.objects.get(person=una, room=room)
    with pytest.raises(CannotGrant), acting(lead.actor):
        revoke(by=lead, grant_id=row.id)
    with acting(by.actor):
        revoke(by=by, grant_id=row.id)
    assert not may_enter(una, room)
    assert (may_enter(table.owner, room), may_enter(table.lead, room)) == (False, False)


def test_a_right_that_ended_while_the_page_was_open_counts_no_more(table: Table) -> None:
    dee = person("dee")
    let_in(table.as_owner(table.group), dee, "owner")
    by, row = entered(dee, table.group), Grant.objects.get(person=dee, room=table.group)
    owner = table.as_owner(table.group)
    with acting(owner.actor):
        revoke(by=owner, grant_id=row.id)
    with pytest.raises(Http404), acting(by.actor):
        invite(by=by, wanted=wanted("eve", "owner"))
    assert not Invitation.objects.filter(email="eve@example.org").exists()


def test_the_secret_of_an_invitation_is_not_kept(table: Table) -> None:
    by = table.as_owner(table.group)
    with acting(by.actor):
        secret = invite(by=by, wanted=wanted("bea", "viewer"))
    assert secret not in str(list(Invitation.objects.values_list()))
