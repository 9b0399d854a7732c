"""Who is in the room of the independent party, and whether they are as independent as it is."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from fairterms.audit.ethics.routing import Recipient
from fairterms_web.rooms.models import Grant, Room
from fairterms_web.rooms.roles import REMARK, ROLES, Kind

SIDES = frozenset({Kind.GROUP, Kind.PLAN})


@dataclass(frozen=True)
class NamedRecipient:
    """A recipient, as pages name them.

    Attributes
    ----------
    recipient
        As the core knows them.
    name
        What reporters and colleagues read.
    """

    recipient: Recipient
    name: str


def recipients(room: Room, at: datetime) -> tuple[NamedRecipient, ...]:
    """Return everybody who may act in the room of the independent party now, by name.

    Parameters
    ----------
    room
        That room.
    at
        The moment.
    """
    has_not_ended = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    live = Grant.objects.filter(
        has_not_ended,
        room__deal_id=room.deal_id,
        revoked_at__isnull=True,
        starts_at__lte=at,
        person__is_active=True,
    )
    rows = list(live.select_related("person", "room"))
    of_a_side = {one.person_id for one in rows if one.room.kind in SIDES or one.side in SIDES}
    inside = {
        one.person_id: str(one.person)
        for one in rows
        if one.room_id == room.id and REMARK in ROLES[one.role].may
    }
    return tuple(
        NamedRecipient(Recipient(person, person in of_a_side), name)
        for person, name in sorted(inside.items(), key=lambda one: (one[1], one[0]))
    )
