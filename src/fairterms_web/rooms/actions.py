"""Making deals with their rooms, and letting people in and out."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import Http404

from fairterms_web.rooms import access, letters
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Deal, Grant, Invitation, Party, Room, Workspace
from fairterms_web.rooms.roles import GRANT, PRIVATE, READ, ROLES, Kind, Role
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
            _let_in(person, room, Terms("owner", "opened the deal", side=Kind.GROUP))
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


def invite(*, by: Entered, wanted: Wanted, to: Room | None = None, address: str = "") -> str:
    """Invite somebody into a room; return the secret of the link, which is not kept.

    Parameters
    ----------
    by
        The room as entered by one who may let others in; the joint room for another's room.
    wanted
        Who, as what, for what.
    to
        Another room of the same deal that is looked after from the joint room
        (:func:`fairterms_web.rooms.access.looked_after`); else ``by`` itself.
    address
        What the secret is put behind, for the letter; without it none is written.

    Raises
    ------
    CannotGrant
        When the role is not one of that room or that side, a word is missing, or somebody is in
        that room already, or was asked in: then it is theirs to let others in.
    """
    room = to or by.room
    with change(by, GRANT) as said:
        side = str(room.kind) if room.kind in PRIVATE else access.side_of(by)
        _check(wanted, room, side)
        if room.id != by.room.id and access.looked_after(by, Kind(room.kind)) != room:
            raise CannotGrant(f"{room.title}: those who are in it let others in themselves.")
        if room.id != by.room.id and room.kind in PRIVATE and _is_awaited(room):
            # Whoever comes first lets in the others: nobody of another side may send in several.
            raise CannotGrant(
                f"{room.title}: somebody was asked in already. Wait, or withdraw that invitation."
            )
        secret = token_urlsafe(24)
        row = Invitation.objects.create(
            room=room,
            email=wanted.email.lower(),
            role=wanted.role,
            purpose=wanted.purpose.strip(),
            token_hash=_hash(secret),
            invited_by=by.name,
            side=side,
            ends_at=datetime.now(UTC) + timedelta(days=INVITATION_DAYS),
            grant_ends_at=wanted.until,
        )
        if address:
            title = ROLES[row.role].title
            link = f"{address}{secret}/"
            letters.invite(to=row.email, link=link, role=title, days=INVITATION_DAYS)
        said.that("person.invited", {"role": row.role, "room": str(room.kind)})
    return secret


def withdraw(*, by: Entered, invitation_id: str) -> Invitation:
    """Withdraw an invitation that nobody has accepted; its link works no more.

    Raises
    ------
    Http404
        When no such invitation waits, or another side sent it.
    """
    with change(by, GRANT) as said:
        rows = Invitation.objects.filter(pk=invitation_id, used_at=None).select_for_update()
        row = rows.filter(ends_at__gt=datetime.now(UTC)).first()
        if row is None or not _looks_after(by, row.room, row.side):
            raise Http404
        row.ends_at = datetime.now(UTC)
        row.save(update_fields=["ends_at"])
        said.that("invitation.withdrawn", {"role": row.role, "room": str(row.room.kind)})
    return row


def waiting(*, email: str, secret: str) -> Invitation | None:
    """Return the invitation behind a link, if it waits for this person; else None.

    Parameters
    ----------
    email
        Of who asks; empty where nobody signed in, then any invitation that waits is returned.
    secret
        From the link.
    """
    rows = Invitation.objects.filter(token_hash=_hash(secret), used_at=None)
    row = rows.filter(ends_at__gt=datetime.now(UTC)).select_related("room__party").first()
    return row if row is not None and email.lower() in {"", row.email} else None


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
        is_theirs = row is not None and email != "" and row.email == email.lower()
        if row is None or not is_theirs or row.used_at is not None or row.ends_at <= now:
            raise Http404
        row.used_at = now
        row.save(update_fields=["used_at"])
        terms = Terms(row.role, row.purpose, row.side, row.invited_by, row.grant_ends_at)
        rooms = [row.room]
        joint = Room.objects.filter(deal=row.room.deal_id, kind=Kind.JOINT).first()
        if joint and joint.id != row.room_id and Kind.JOINT in ROLES[row.role].rooms:
            rooms.append(joint)
        for room in rooms:
            _let_in(person, room, terms)
        actor = access.actor_for(person)
        with acting(actor):
            for room in rooms:
                with change(access.enter(actor, room.id), READ) as said:
                    said.that("person.let-in", {"role": row.role, "purpose": row.purpose})
        return row.room


def revoke(*, by: Entered, grant_id: str) -> Grant:
    """End a grant now; who leaves the room of their side leaves the joint room as well.

    Parameters
    ----------
    by
        The room as entered by one who may let others in.
    grant_id
        A grant of that room, or of one that is looked after from it.

    Raises
    ------
    Http404
        When there is no such grant.
    CannotGrant
        When another side let that person in, or nobody would be left who may let others in.
    """
    with change(by, GRANT) as said:
        row = Grant.objects.filter(pk=grant_id).select_for_update().first()
        if row is None or row.room.deal_id != by.room.deal_id:
            raise Http404
        if not _is_looked_after(by, row.room):
            raise Http404
        if not _looks_after(by, row.room, row.side):
            raise CannotGrant("Another side let this person in, and alone may let them out.")
        _end(row)
        said.that("person.let-out", {"role": row.role, "account": row.person_id})
    if by.room.kind in PRIVATE:
        _leave_joint(by, row)
    return row


def _leave_joint(by: Entered, left: Grant) -> None:
    """End what somebody holds in the joint room, unless their side's room still knows them."""
    joint = access.beside(by, Kind.JOINT)
    held = access.actor_for(left.person_id)
    if joint is None or not joint.may(GRANT) or held.may(by.room.id):
        return
    live = Grant.objects.filter(room=joint.room, person=left.person_id, revoked_at=None)
    for row in live.filter(side=left.side):
        with change(joint, GRANT) as said:
            _end(row)
            said.that("person.let-out", {"role": row.role, "account": row.person_id})


def _end(row: Grant) -> None:
    left = Grant.objects.filter(room=row.room_id, side=row.side, revoked_at=None, ends_at=None)
    others = left.exclude(pk=row.pk).filter(person__is_active=True)
    is_needed = GRANT in ROLES[row.role].may and row.revoked_at is None
    if is_needed and not any(GRANT in ROLES[one.role].may for one in others):
        raise CannotGrant(
            "Somebody of this side must be left who may let others in, and has no last day."
        )
    row.revoked_at = row.revoked_at or datetime.now(UTC)
    row.save(update_fields=["revoked_at"])


def _is_looked_after(by: Entered, room: Room) -> bool:
    is_joint = by.room.kind == Kind.JOINT
    return room.id == by.room.id or (is_joint and access.looked_after(by, Kind(room.kind)) == room)


def _looks_after(by: Entered, room: Room, side: str) -> bool:
    """Tell whether the actor may undo what a side did in a room."""
    if room.deal_id != by.room.deal_id or not _is_looked_after(by, room):
        return False
    return room.kind in PRIVATE or side == access.side_of(by)


def roles_for(room: Room, side: str) -> list[Role]:
    """Return the roles a side can give in a room; nobody speaks for the other side."""
    foreign = "owner" if side == Kind.PLAN else "plan-lead"
    return [one for one in ROLES.values() if room.kind in one.rooms and one.slug != foreign]


def _is_awaited(room: Room) -> bool:
    """Tell whether an invitation into a room waits for an answer."""
    rows = Invitation.objects.filter(room=room, used_at=None, ends_at__gt=datetime.now(UTC))
    return rows.exists()


def _check(wanted: Wanted, room: Room, side: str) -> None:
    if wanted.role not in {one.slug for one in roles_for(room, side)}:
        raise CannotGrant(f"{room.title} knows no such role. Choose one of the list.")
    try:
        validate_email(wanted.email)
    except ValidationError:
        raise CannotGrant(
            "The e-mail address is not complete. Write it like name@example.org."
        ) from None
    if not wanted.purpose.strip():
        raise CannotGrant("Say what for: a few words that others will understand later.")
    if wanted.until is not None and wanted.until <= datetime.now(UTC):
        raise CannotGrant("The last day has passed already. Choose a later one, or none.")


@dataclass(frozen=True)
class Terms:
    """As what somebody is let in: role, purpose, for which side, by whom, until when."""

    role: str
    purpose: str
    side: str
    by: str = ""
    until: datetime | None = None


def _let_in(person: str, room: Room, terms: Terms) -> Grant:
    return Grant.objects.create(
        person_id=person,
        room=room,
        role=terms.role,
        purpose=terms.purpose,
        starts_at=datetime.now(UTC),
        ends_at=terms.until,
        granted_by=terms.by or f"{terms.role}.{person}",
        side=terms.side,
    )


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
