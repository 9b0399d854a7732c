"""To fetch is to authorise: rooms and grants come from here, for an actor, or not at all."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.http import Http404

from fairterms_web.rooms.actor import Actor, Held
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant, Invitation, Room
from fairterms_web.rooms.roles import GRANT, PRIVATE, READ, ROLES, Capability, Kind


class NotAllowed(Exception):
    """The actor may be in the room, but may not do this in it."""

    def __init__(self, needs: Capability) -> None:
        super().__init__(needs.value)
        self.needs = needs


def actor_for(person: str, at: datetime | None = None) -> Actor:
    """Say who somebody is now: their live grants, in one query.

    Parameters
    ----------
    person
        Their identifier; empty for a stranger, who may enter nothing.
    at
        The moment; now where none is named.
    """
    moment = at or datetime.now(UTC)
    if not person:
        return Actor("", (), moment)
    rows = _live(moment).filter(person_id=person).values_list("room_id", "role")
    return Actor(person, tuple(Held(room, role) for room, role in rows), moment)


def enter(actor: Actor, room_id: str, needs: Capability = READ) -> Entered:
    """Enter a room.

    Raises
    ------
    Http404
        When the actor may not read it, or when there is no such room: nobody can tell which.
    NotAllowed
        When the actor may read it, and may not do what is needed.
    """
    if not actor.may(room_id):
        raise Http404
    room = Room.objects.select_related("deal__workspace", "party").get(pk=room_id)
    if not actor.may(room_id, needs):
        raise NotAllowed(needs)
    return Entered(room, actor)


def rooms_of(actor: Actor) -> Sequence[Entered]:
    """Return the rooms an actor may read, by deal and kind."""
    rows = Room.objects.filter(pk__in=actor.rooms()).select_related("deal__workspace", "party")
    return [Entered(one, actor) for one in rows.order_by("deal__title", "deal_id", "kind")]


def beside(entered: Entered, kind: Kind) -> Entered | None:
    """Return another room of the same deal, if the actor may read it."""
    found = [
        one
        for one in Room.objects.filter(deal_id=entered.room.deal_id, kind=kind).select_related(
            "deal__workspace", "party"
        )
        if entered.actor.may(one.id)
    ]
    return Entered(found[0], entered.actor) if found else None


def rooms_beside(entered: Entered) -> Sequence[Entered]:
    """Return the rooms of a deal that the actor may read, the one they are in among them."""
    rows = Room.objects.filter(deal_id=entered.room.deal_id, pk__in=entered.actor.rooms())
    return [
        Entered(one, entered.actor)
        for one in rows.select_related("deal__workspace", "party").order_by("kind")
    ]


def side_of(entered: Entered) -> str:
    """Return the kind of the party for which the actor lets people in; empty where for none."""
    if entered.room.kind in PRIVATE:
        return str(entered.room.kind)
    rows = _live(entered.actor.at).filter(person_id=entered.actor.person, room=entered.room)
    return next((one.side for one in rows if GRANT in ROLES[one.role].may), "")


def sides_with(entered: Entered, needs: Capability) -> frozenset[Kind]:
    """Return the parties for whom the actor may do something in the joint room.

    Parameters
    ----------
    entered
        The joint room.
    needs
        What they want to do for a party.

    Returns
    -------
    frozenset of Kind
        By the side that let them in, and by the rooms of parties in which they may do the same.
        One who holds both sides' word can speak for neither: see that there is but one.
    """
    assert entered.room.kind == Kind.JOINT, "parties meet in the joint room"
    rows = _live(entered.actor.at).filter(
        person_id=entered.actor.person, room__deal_id=entered.room.deal_id
    )
    held = [one for one in rows.select_related("room") if needs in ROLES[one.role].may]
    joint = {one.side for one in held if one.room_id == entered.room.id}
    own = {one.room.kind for one in held if one.room.kind in PRIVATE}
    is_here = bool(joint) and entered.may(needs)
    return frozenset(Kind(one) for one in joint | own if one) if is_here else frozenset()


def looked_after(entered: Entered, kind: Kind) -> Room | None:
    """Return a room that is looked after from the joint room: the auditor's, or an empty one.

    Parameters
    ----------
    entered
        The joint room, as entered by one who may let others in.
    kind
        The kind of the other room.

    Returns
    -------
    Room or None
        None where the deal has none, or where those who are in it look after it themselves.

    Raises
    ------
    NotAllowed
        When the actor may not let others in.
    """
    _may_grant(entered)
    assert entered.room.kind == Kind.JOINT, "other rooms are looked after from the joint room"
    room = Room.objects.filter(deal_id=entered.room.deal_id, kind=kind).first()
    if room is None or kind == Kind.AUDITOR:
        return room
    return None if Grant.objects.filter(room=room).exists() else room


def grants_of(entered: Entered, of: Room | None = None) -> QuerySet[Grant]:
    """Return who was let into a room, live or not; for those who may let others in.

    Parameters
    ----------
    entered
        The room as entered.
    of
        Another room that is looked after from it (:func:`looked_after`).

    Raises
    ------
    NotAllowed
        When the actor may not let others in.
    """
    _may_grant(entered)
    rows = Grant.objects.filter(room=of or entered.room).select_related("person", "room")
    return rows.order_by("starts_at", "id")


def invitations_of(entered: Entered, of: Room | None = None) -> QuerySet[Invitation]:
    """Return the invitations into a room that still wait; for those who may let others in.

    Raises
    ------
    NotAllowed
        When the actor may not let others in.
    """
    _may_grant(entered)
    rows = Invitation.objects.filter(room=of or entered.room, used_at=None)
    return rows.filter(ends_at__gt=entered.actor.at).order_by("ends_at", "id")


def names(slugs: Iterable[str]) -> dict[str, str]:
    """Return how pages call those whom a room's rows call by role and account.

    Parameters
    ----------
    slugs
        Such as ``owner.`` and an account, taken from rows of a room that was entered.
    """
    wanted = {one: one.rpartition(".") for one in slugs}
    people = get_user_model().objects.in_bulk({account for _, _, account in wanted.values()})
    return {
        slug: f"{people.get(account, 'somebody')}{_as_role(role)}"
        for slug, (role, _, account) in wanted.items()
    }


def _as_role(slug: str) -> str:
    return f" ({ROLES[slug].title})" if slug in ROLES else ""


def _may_grant(entered: Entered) -> None:
    if not entered.may(GRANT):
        raise NotAllowed(GRANT)


def _live(at: datetime) -> QuerySet[Grant]:
    has_not_ended = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    return Grant.objects.filter(
        has_not_ended, revoked_at__isnull=True, starts_at__lte=at, person__is_active=True
    )
