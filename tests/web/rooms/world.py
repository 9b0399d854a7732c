"""A world of rooms and grants drawn at random, and a plain twin that knows who may read what."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fairterms_web.people.models import Person
from fairterms_web.rooms.models import Deal, Grant, Party, Room, Workspace
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import Walled, as_system
from tests.web.cast import ALLOWED
from tests.web.rooms.planting import plant, walled

START = datetime(2026, 11, 1, tzinfo=UTC)
HOURS = 48
KINDS = (Kind.GROUP, Kind.PLAN, Kind.JOINT, Kind.AUDITOR)
Said = tuple[str, str, str, int, int | None, int | None]
"""Person, room, role; the hours at which a grant starts, ends, was revoked."""


@dataclass(frozen=True)
class World:
    """People, rooms, what they hold, and every grant as a plain tuple."""

    people: tuple[str, ...]
    rooms: tuple[str, ...]
    things: tuple[tuple[type[Walled], str, str], ...]
    grants: tuple[Said, ...]


def draw(chance: random.Random, *, deals: int = 2, people: int = 6) -> World:
    """Make a world in the database."""
    persons = [Person.objects.create_user(f"p{chance.random()}@example.org") for _ in range(people)]
    rooms = [room for number in range(deals) for room in _rooms(number)]
    with as_system():
        things = [
            (model, str(plant(model, room).pk), room.id) for room in rooms for model in walled()
        ]
    grants = [
        _grant(chance, person.id, room)
        for person in persons
        for room in rooms
        for _ in range(chance.choice([0, 0, 1, 1, 2]))
    ]
    Grant.objects.bulk_create([_row(one) for one in grants])
    return World(
        tuple(one.id for one in persons),
        tuple(one.id for one in rooms),
        tuple(things),
        tuple(grants),
    )


def _rooms(number: int) -> list[Room]:
    workspace = Workspace.objects.create(name=f"made up {number}")
    deal = Deal.objects.create(workspace=workspace, title=f"made up {number}")
    parties = {
        kind: Party.objects.create(workspace=workspace, kind=kind, name=str(kind))
        for kind in (Kind.GROUP, Kind.PLAN)
    }
    return [Room.objects.create(deal=deal, kind=kind, party=parties.get(kind)) for kind in KINDS]


def _grant(chance: random.Random, person: str, room: Room) -> Said:
    starts = chance.randrange(HOURS)
    ends = chance.choice([None, chance.randrange(HOURS)])
    revoked = chance.choice([None, None, chance.randrange(HOURS)])
    return person, room.id, chance.choice(list(ALLOWED)), starts, ends, revoked


def _row(said: Said) -> Grant:
    person, room, role, starts, ends, revoked = said
    return Grant(
        person_id=person,
        room_id=room,
        role=role,
        purpose="made up",
        granted_by="a test",
        starts_at=hour(starts),
        ends_at=None if ends is None else hour(ends),
        revoked_at=None if revoked is None else hour(revoked),
    )


def hour(number: int) -> datetime:
    """A moment of the world."""
    return START + timedelta(hours=number)


def may(grants: Sequence[Said], person: str, room: str, at: int) -> frozenset[str]:
    """The twin: what somebody may do in a room at an hour, grant by grant.

    A revoked grant counts for nothing from then on and, since nobody can go back, before as well.
    """
    found: frozenset[str] = frozenset()
    for who, where, role, starts, ends, revoked in grants:
        is_live = starts <= at and (ends is None or at < ends) and revoked is None
        if who == person and where == room and is_live:
            found |= ALLOWED[role]
    return found


def moments(chance: random.Random, world: World, count: int) -> Iterator[tuple[str, int]]:
    """Somebody at some hour; the very hours at which grants begin and end are among them."""
    hours = [hour for one in world.grants for hour in one[3:] if hour is not None]
    for _ in range(count):
        at = chance.choice(hours) if chance.random() < 0.5 else chance.randrange(HOURS)
        yield chance.choice([*world.people, ""]), at
