"""Who is in the room of the independent party, and whether they are as independent as it is."""

from dataclasses import dataclass
from datetime import datetime

from fairterms.audit.engagement.engagement import may_audit_from
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
    known = Grant.objects.filter(
        room__deal_id=room.deal_id, starts_at__lte=at, person__is_active=True
    )
    rows = list(known.select_related("person", "room"))
    of_a_side = {
        one.person_id
        for one in rows
        if (one.room.kind in SIDES or one.side in SIDES) and _still_tells(one, at)
    }
    inside = {
        one.person_id: str(one.person)
        for one in rows
        if one.room_id == room.id and _ended(one, at) is None and REMARK in ROLES[one.role].may
    }
    return tuple(
        NamedRecipient(Recipient(person, person in of_a_side), name)
        for person, name in sorted(inside.items(), key=lambda one: (one[1], one[0]))
    )


def _ended(one: Grant, at: datetime) -> datetime | None:
    """Return when a grant ended; None while it lasts."""
    ends = [end for end in (one.revoked_at, one.ends_at) if end is not None and end <= at]
    return min(ends, default=None)


def _still_tells(one: Grant, at: datetime) -> bool:
    """Tell whether who had a grant of a side is not independent of it yet: for 12 months after."""
    ended = _ended(one, at)
    return ended is None or may_audit_from(ended.date()) > at.date()
