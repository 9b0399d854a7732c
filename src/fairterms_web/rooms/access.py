"""To fetch is to authorise: rooms and grants come from here, for an actor, or not at all."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db.models import Q, QuerySet
from django.http import Http404

from fairterms_web.rooms.actor import Actor, Held
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant, Room
from fairterms_web.rooms.roles import GRANT, READ, Capability, Kind


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


def grants_of(entered: Entered) -> QuerySet[Grant]:
    """Return who was let into a room, live or not; for those who may let others in.

    Raises
    ------
    NotAllowed
        When the actor may not let others in.
    """
    if not entered.may(GRANT):
        raise NotAllowed(GRANT)
    rows = Grant.objects.filter(room=entered.room).select_related("person")
    return rows.order_by("starts_at", "id")


def _live(at: datetime) -> QuerySet[Grant]:
    has_not_ended = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    return Grant.objects.filter(
        has_not_ended, revoked_at__isnull=True, starts_at__lte=at, person__is_active=True
    )
