"""A deal with its two sides, and the steps by which people come into its rooms."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.test import Client

from fairterms_web.people.models import Person
from fairterms_web.rooms import access
from fairterms_web.rooms.actions import Names, Wanted, accept, invite, open_deal, open_room
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant, Room
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import acting, as_system


@dataclass(frozen=True)
class Table:
    """The owner of the group's side, and the lead of the plan's."""

    owner: Person
    lead: Person
    group: Room
    joint: Room
    plan: Room

    def as_owner(self, room: Room) -> Entered:
        """A room as the owner enters it now."""
        return entered(self.owner, room)

    def as_lead(self, room: Room) -> Entered:
        """A room as the plan's lead enters it now."""
        return entered(self.lead, room)


def lay() -> Table:
    """Open a deal, and let the plan's lead in as the pages do."""
    owner, lead = person("owner"), person("lead")
    names = Names(title="Larch 2027", group="Larch Group", plan="Tamarack Plan")
    own = open_deal(person=owner.id, names=names)
    joint = access.beside(own, Kind.JOINT)
    assert joint is not None
    with acting(joint.actor):
        plan = open_room(by=joint, kind=Kind.PLAN)
        secret = invite(by=joint, wanted=wanted("lead", "plan-lead"), to=plan)
    accept(person=lead.id, email=lead.email, secret=secret)
    return Table(owner, lead, own.room, joint.room, plan)


def person(name: str) -> Person:
    return Person.objects.create_user(f"{name}@example.org", name=name.title())


def wanted(name: str, role: str, until: datetime | None = None) -> Wanted:
    return Wanted(f"{name}@example.org", role, "made up", until)


def entered(who: Person, room: Room) -> Entered:
    return access.enter(access.actor_for(who.id), room.id)


def let_in(by: Entered, who: Person, role: str, until: datetime | None = None) -> Grant:
    """Invite somebody, and accept for them; return their grant of that room."""
    asked = Wanted(who.email, role, "made up", until)
    with acting(by.actor):
        secret = invite(by=by, wanted=asked)
    accept(person=who.id, email=who.email, secret=secret)
    return Grant.objects.get(person=who, room=by.room, role=role)


def may_enter(who: Person, room: Room) -> bool:
    return access.actor_for(who.id).may(room.id)


def kinds(room: Room) -> list[str]:
    """What a room's ledger tells of, in order."""
    from fairterms_web.ledgers.models import LedgerEntry  # noqa: PLC0415 - needs Django set up

    with as_system():
        rows = LedgerEntry.objects.of_every_room().filter(room=room).order_by("sequence")
        return list(rows.values_list("kind", flat=True))


def browser(who: Person | None = None) -> Client:
    client = Client()
    if who is not None:
        client.force_login(who)
    return client


def link_in(text: str) -> str:
    """The path of the invitation that a page shows."""
    found = re.search(r'value="http://testserver(/invitations/[^"]+/)"', text)
    assert found is not None, "the page shows a link"
    return found[1]
