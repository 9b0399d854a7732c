"""Making deals with their rooms, and letting people in and out."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

from django.db import transaction
from django.http import Http404

from fairterms_web.rooms import access
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Deal, Grant, Invitation, Party, Room, Workspace
from fairterms_web.rooms.roles import GRANT, PRIVATE, READ, ROLES, Kind
from fairterms_web.rooms.walls import acting

INVITATION_DAYS = 14
"""How long the link of an invitation works (our choice)."""


class CannotGrant(ValueError):
    """A grant that cannot be given; says why, for the one who tried."""


@dataclass(frozen=True)
class Names:
    """What a new deal and its parties are called."""

    title: str
    group: str
    plan: str


def open_deal(*, person: str, names: Names) -> Entered:
    """Open a deal with a room for the group and a joint room; return the group's room.

    Parameters
    ----------
    person
        Who opens it, and owns the group's room.
    names
        What the deal and its parties are called.
    """
    with transaction.atomic():
        workspace = Workspace.objects.create(name=f"{names.group} and {names.plan}")
        group = Party.objects.create(workspace=workspace, kind=Kind.GROUP, name=names.group)
        Party.objects.create(workspace=workspace, kind=Kind.PLAN, name=names.plan)
        deal = Deal.objects.create(workspace=workspace, title=names.title)
        own = Room.objects.create(deal=deal, kind=Kind.GROUP, party=group)
        joint = Room.objects.create(deal=deal, kind=Kind.JOINT)
        for room in (own, joint):
            _found(person, room, "owner", "opened the deal")
        actor = access.actor_for(person)
        with acting(actor):
            for room in (own, joint):
                with change(access.enter(actor, room.id), GRANT) as said:
                    said.that("room.opened", {"kind": str(room.kind)})
            return access.enter(actor, own.id)


def open_room(*, by: Entered, kind: Kind, party: str = "") -> Room:
    """Open the room of another party, or the auditor's, beside a deal's joint room.

    Parameters
    ----------
    by
        The joint room, as entered by one who may let others in.
    kind
        The room's kind; where the deal has it already, that one is returned.
    party
        The name of a party that the workspace does not know yet.
    """
    assert by.room.kind == Kind.JOINT, "rooms are opened from the joint room"
    deal = by.room.deal
    with change(by, GRANT) as said:
        said.that("room.asked-for", {"kind": str(kind)})
        found = Room.objects.filter(deal=deal, kind=kind).first()
        if found is not None:
            return found
        owner = None
        if kind in PRIVATE:
            owner, _ = Party.objects.get_or_create(
                workspace=deal.workspace, kind=kind, defaults={"name": party or "The " + str(kind)}
            )
        return Room.objects.create(deal=deal, kind=kind, party=owner)


@dataclass(frozen=True)
class Wanted:
    """As whom somebody is to be let in.

    Attributes
    ----------
    email
        Who.
    role
        As what.
    purpose
        What for; shown to everybody who looks after the room.
    until
        When it ends; None where it lasts until it is revoked.
    """

    email: str
    role: str
    purpose: str
    until: datetime | None = None


def invite(*, by: Entered, wanted: Wanted, to: Room | None = None) -> str:
    """Invite somebody into a room; return the secret of the link, which is not kept.

    Parameters
    ----------
    by
        The room as entered by one who may let others in; the joint room for another's room.
    wanted
        Who, as what, for what.
    to
        Another room of the same deal that nobody was let into yet; else ``by`` itself.

    Raises
    ------
    CannotGrant
        When the role is not one of that room, a word is missing, or somebody is in that room
        already: then it is theirs to let others in.
    """
    room = to or by.room
    _check(wanted, room)
    if room.id != by.room.id and not _is_empty(by, room):
        raise CannotGrant(f"{room.title}: those who are in it let others in themselves.")
    secret = token_urlsafe(24)
    with change(by, GRANT) as said:
        Invitation.objects.create(
            room=room,
            email=wanted.email.lower(),
            role=wanted.role,
            purpose=wanted.purpose,
            token_hash=_hash(secret),
            invited_by=by.name,
            ends_at=datetime.now(UTC) + timedelta(days=INVITATION_DAYS),
            grant_ends_at=wanted.until,
        )
        said.that("person.invited", {"role": wanted.role, "room": str(room.kind)})
    return secret


def accept(*, person: str, email: str, secret: str) -> Room:
    """Accept an invitation; return the room.

    Raises
    ------
    Http404
        When there is no such invitation for this person, it was used, or it is too old: nobody can
        tell which.
    """
    with transaction.atomic():
        now = datetime.now(UTC)
        row = Invitation.objects.select_for_update().filter(token_hash=_hash(secret)).first()
        is_theirs = row is not None and row.email == email.lower()
        if row is None or not is_theirs or row.used_at is not None or row.ends_at <= now:
            raise Http404
        row.used_at = now
        row.save(update_fields=["used_at"])
        _found(person, row.room, row.role, row.purpose, (row.invited_by, row.grant_ends_at))
        joint = Room.objects.filter(deal=row.room.deal_id, kind=Kind.JOINT).first()
        if joint and joint.id != row.room_id and Kind.JOINT in ROLES[row.role].rooms:
            _found(person, joint, row.role, row.purpose, (row.invited_by, row.grant_ends_at))
        actor = access.actor_for(person)
        with acting(actor), change(access.enter(actor, row.room_id), READ) as said:
            said.that("person.let-in", {"role": row.role, "purpose": row.purpose})
        return row.room


def revoke(*, by: Entered, grant_id: str) -> Grant:
    """End a grant of a room now.

    Raises
    ------
    Http404
        When the room has no such grant.
    CannotGrant
        When nobody would be left who may let others in.
    """
    with change(by, GRANT) as said:
        row = Grant.objects.filter(room=by.room, pk=grant_id).select_for_update().first()
        if row is None:
            raise Http404
        others = Grant.objects.filter(room=by.room, revoked_at=None).exclude(pk=row.pk)
        if not any(GRANT in ROLES[one.role].may for one in others):
            raise CannotGrant("Somebody must be left who may let others in.")
        row.revoked_at = row.revoked_at or datetime.now(UTC)
        row.save(update_fields=["revoked_at"])
        said.that("person.let-out", {"role": row.role, "account": row.person_id})
    return row


def _check(wanted: Wanted, room: Room) -> None:
    role = ROLES.get(wanted.role)
    if role is None or room.kind not in role.rooms:
        raise CannotGrant(f"{room.title} knows no such role. Choose one of the list.")
    if "@" not in wanted.email:
        raise CannotGrant("The e-mail address is not complete. Write it like name@example.org.")
    if not wanted.purpose.strip():
        raise CannotGrant("Say what for: a few words that others will understand later.")
    if wanted.until is not None and wanted.until <= datetime.now(UTC):
        raise CannotGrant("The last day has passed already. Choose a later one, or none.")


def _is_empty(by: Entered, room: Room) -> bool:
    assert room.deal_id == by.room.deal_id, "rooms of one deal"
    return not Grant.objects.filter(room=room).exists()


def _found(
    person: str,
    room: Room,
    role: str,
    purpose: str,
    granted: tuple[str, datetime | None] = ("", None),
) -> Grant:
    by, until = granted
    return Grant.objects.create(
        person_id=person,
        room=room,
        role=role,
        purpose=purpose,
        starts_at=datetime.now(UTC),
        ends_at=until,
        granted_by=by or person,
    )


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
