"""Everybody who may stand before a door: made-up people, one deal with four rooms, one deal apart.

Each room holds something of every kind that the pages of this workspace show.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.test import Client

from fairterms_web import identifiers
from fairterms_web.deals.access import listed
from fairterms_web.deals.actions import give, save_files
from fairterms_web.jobs import access as work
from fairterms_web.jobs.models import Job, Part, State
from fairterms_web.people.models import Person
from fairterms_web.read.access import key_of
from fairterms_web.read.actions import decide, remark
from fairterms_web.read.models import Decision
from fairterms_web.rooms import access
from fairterms_web.rooms.actions import Names, Wanted, invite, open_deal, open_room
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant, Room
from fairterms_web.rooms.roles import GRANT, Kind
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.keyring import keyring

ANONYMOUS = "anonymous"
INSIDE: dict[str, dict[str, str]] = {
    "owner": {"group": "owner", "joint": "owner"},
    "teammate": {"group": "contracting-lead", "joint": "contracting-lead"},
    "clinician": {"group": "clinician"},
    "viewer": {"group": "viewer"},
    "other party": {"plan": "plan-lead", "joint": "plan-lead"},
    "auditor": {"auditor": "auditor", "joint": "auditor"},
    "committee member": {"auditor": "committee-member"},
    "stranger": {"elsewhere": "owner"},
}
"""Who is in which room as what; nobody else of the cast is in any."""
OUTSIDE = ("expired", "revoked", "not yet begun", "closed account")
"""Who holds a grant of the group's room that counts for nothing now."""
EVERYBODY = (*INSIDE, *OUTSIDE, ANONYMOUS)
ROOMS = ("group", "plan", "joint", "auditor", "elsewhere")
NOW = datetime.now(UTC)
DAY = timedelta(days=1)
_TERMS = {
    "expired": {"starts_at": NOW - 9 * DAY, "ends_at": NOW - DAY},
    "revoked": {"starts_at": NOW - 9 * DAY, "revoked_at": NOW - DAY},
    "not yet begun": {"starts_at": NOW + DAY},
    "closed account": {"starts_at": NOW - 9 * DAY},
}


@dataclass(frozen=True)
class Cast:
    """The people and rooms, by their names above."""

    people: Mapping[str, Person]
    rooms: Mapping[str, Room]

    def client(self, name: str, *, enforce_csrf_checks: bool = False) -> Client:
        """A browser in which somebody has signed in; nobody has in that of "anonymous"."""
        client = Client(enforce_csrf_checks, raise_request_exception=False)
        if name != ANONYMOUS:
            client.force_login(self.people[name])
        return client

    def entered(self, name: str, room: str) -> Entered:
        """A room as somebody enters it now."""
        return access.enter(access.actor_for(self.people[name].id), self.rooms[room].id)

    def of(self, room: str) -> Entered:
        """A room as one who is in it enters it."""
        name = next(name for name, roles in INSIDE.items() if room in roles)
        return self.entered(name, room)

    @contextmanager
    def acting_in(self, room: str) -> Iterator[Entered]:
        """A room with everything open that its rows need."""
        entered = self.of(room)
        with acting(entered.actor):
            yield entered


def make() -> Cast:
    """Make the whole cast, with something to see in every room."""
    names = (*INSIDE, *OUTSIDE)
    people = {
        name: Person.objects.create_user(
            f"{name.replace(' ', '.')}@example.org", is_active=name != "closed account"
        )
        for name in names
    }
    rooms = rooms_for(people)
    cast = Cast(people, rooms)
    let_in(cast)
    for name in ROOMS:
        _furnish(cast, name)
    return cast


def rooms_for(people: Mapping[str, Person]) -> dict[str, Room]:
    names = Names(title="Larch 2027", group="Larch Group", plan="Tamarack Plan")
    own = open_deal(person=people["owner"].id, names=names)
    apart = Names(title="Fir 2027", group="Fir Group", plan="Tamarack Plan")
    elsewhere = open_deal(person=people["stranger"].id, names=apart)
    joint = access.beside(own, Kind.JOINT)
    assert joint is not None, "a deal has its joint room"
    with acting(joint.actor):
        plan = open_room(by=joint, kind=Kind.PLAN)
        auditor = open_room(by=joint, kind=Kind.AUDITOR)
    return {
        "group": own.room,
        "plan": plan,
        "joint": joint.room,
        "auditor": auditor,
        "elsewhere": elsewhere.room,
    }


def let_in(cast: Cast) -> None:
    grants = [
        Grant(
            person=cast.people[name],
            room=cast.rooms[room],
            role=role,
            purpose="made up",
            starts_at=NOW - DAY,
            granted_by="a test",
        )
        for name, roles in INSIDE.items()
        for room, role in roles.items()
        if (name, role) not in {("owner", "owner"), ("stranger", "owner")}
    ]
    grants += [
        Grant(
            person=cast.people[name],
            room=cast.rooms["group"],
            role="owner",
            purpose="made up",
            granted_by="a test",
            **_TERMS[name],
        )
        for name in OUTSIDE
    ]
    Grant.objects.bulk_create(grants)


def finding_of(room: str) -> dict[str, object]:
    """The one finding of a room, as a reading of its contract writes it."""
    return {
        "check": "notice",
        "severity": "high",
        "status": "finding",
        "evidence": {"kind": "quote", "document": "01.txt", "text": f"notice of the {room} room"},
        "html": f"<p>Notice is short in the {room} room.</p>",
    }


def _furnish(cast: Cast, room: str) -> None:
    with cast.acting_in(room) as by, transaction.atomic():
        files = {
            "contract/01-agreement.txt": f"The agreement of the {room} room.".encode(),
            "notes.txt": f"What the {room} room thinks.".encode(),
        }
        save_files(by=by, files=files, note="made up")
        _read_once(by, room)
        key = key_of(finding_of(room))
        decide(by=by, finding=key, decision=Decision.ACCEPTED)
        remark(by=by, finding=key, text=f"Said in the {room} room.")
        if room == "group":
            _give_a_copy(cast, by)
        if by.may(GRANT):
            role = next(iter(by.actor.held)).role
            invite(by=by, wanted=Wanted(f"asked.{room}@example.org", role, "made up"))


def _read_once(by: Entered, room: str) -> None:
    job = Job(
        room=by.room,
        kind="review",
        state=State.DONE,
        made_from=work.state_for(by, "review"),
        asked_by=by.actor.person,
    )
    job.save(force_insert=True)
    summary = {"findings": [finding_of(room)], "gaps": [], "cautions": [], "documents": []}
    parts = {
        "findings.json": json.dumps({**summary, "good_faith": {}}),
        "text.html": f"<p>The agreement of the {room} room.</p>",
        "scorecards.html": "<p>Made up.</p>",
        "clauses.html": "<p>Made up.</p>",
        "outside.html": "<p>Made up.</p>",
        "language.html": "<p>Made up.</p>",
        "questions.docx": "made up",
        "findings.csv": "made up",
    }
    ring = keyring(by)
    for name, text in parts.items():
        row = identifiers.new()
        body = work.sealed(row, ring, text.encode())
        Part(id=row, room=by.room, job=job, name=name, body=body).save(force_insert=True)


def _give_a_copy(cast: Cast, by: Entered) -> None:
    joint = access.beside(by, Kind.JOINT)
    assert joint is not None, "the owner is in both"
    seen = {one.path: one.sha256 for one in listed(by) if one.path == "notes.txt"}
    give(by=by, joint=joint, paths=seen, title="Our notes", why="to talk about them")


def may(name: str, room: str) -> frozenset[str]:
    """What somebody may do in a room, from the tables above and nothing else."""
    role = INSIDE.get(name, {}).get(room)
    return ALLOWED[role] if role else frozenset()


_ALL = frozenset({"read", "remark", "write", "share", "sign", "grant"})
ALLOWED = {
    "owner": _ALL,
    "contracting-lead": _ALL - {"grant"},
    "clinician": frozenset({"read", "remark"}),
    "analyst": frozenset({"read", "remark", "write"}),
    "counsel": frozenset({"read", "remark"}),
    "plan-lead": _ALL,
    "auditor": frozenset({"read", "remark", "write"}),
    "committee-member": frozenset({"read", "remark"}),
    "viewer": frozenset({"read"}),
}
"""What each role may do, written down a second time: the program's own table is on trial."""
