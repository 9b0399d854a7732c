"""A workspace with something in it: deals with their rooms, people in them, work that was done.

The sample deal is worked out once, by the workspace's own worker; its parts are copied into the
rooms of the other deals, sealed with the keys of each. Imported once Django is set up.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.core.management import call_command
from django.db import transaction
from django.test import Client

from fairterms_web import identifiers
from fairterms_web.deals.actions import save_files
from fairterms_web.deals.examples import examples
from fairterms_web.jobs import access as work
from fairterms_web.jobs.actions import ask
from fairterms_web.jobs.models import Job, Part, State
from fairterms_web.negotiate import talks
from fairterms_web.people.models import Person
from fairterms_web.read.access import key_of
from fairterms_web.rooms import access
from fairterms_web.rooms.actions import Names, open_deal
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant, Room
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.keyring import keyring

OWNER = "owner@example.org"
WORK = ("review", "decision")
ROLE = "contracting-lead"
SAMPLE = "cedar"
DEALS_OF_ONE = 2
"""Deals each person works on."""


Parts = Mapping[str, Mapping[str, bytes]]
"""The content of each part by its name, by the kind of work."""


@dataclass(frozen=True)
class Visit:
    """Where a person may go.

    Attributes
    ----------
    number
        Of the person.
    session
        The value of the session's cookie.
    rooms
        Of each deal the group's room and the joint room.
    findings
        The names of what the reading found, the same in every deal.
    """

    number: int
    session: str
    rooms: tuple[tuple[str, str], ...]
    findings: tuple[str, ...]


@dataclass(frozen=True)
class _Done:
    """What a deal holds: its files, and the parts of each piece of work."""

    files: Mapping[str, bytes]
    parts: Parts


def fill(deals: int, people: int, kept: Path | None = None) -> tuple[Visit, ...]:
    """Fill the workspace; return where each person may go.

    Parameters
    ----------
    deals, people
        How many.
    kept
        A folder in which what was worked out is kept from one run to the next; None keeps nothing.
    """
    owner = Person.objects.create_user(OWNER, name="Owner Example")
    files = _files()
    parts = _kept(kept) or _worked_out(owner.id, files)
    if kept is not None:
        _keep(kept, parts)
    done = _Done(files, parts)
    rooms = [_copy_of(done, owner.id, number) for number in range(deals)]
    pairs = [(one.room, _joint(one)) for one in rooms]
    records = json.loads(parts["review"]["findings.json"])["findings"]
    findings = tuple(key_of(one) for one in records)
    return tuple(_visit(number, pairs, findings) for number in range(people))


def entries_logged() -> int:
    """Count the entries in the logs of all joint rooms."""
    owner = Person.objects.get(email=OWNER)
    actor = access.actor_for(owner.id)
    with acting(actor):
        joint = [one for one in access.rooms_of(actor) if one.room.kind == Kind.JOINT]
        return sum(len(talks.read(one).log.written) for one in joint)


def _files() -> dict[str, bytes]:
    folder = examples() / SAMPLE
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def _worked_out(owner: str, files: Mapping[str, bytes]) -> Parts:
    by = open_deal(person=owner, names=Names("Worked out", "Cedar Group", "Juniper Plan"))
    with acting(by.actor):
        save_files(by=by, files=files, note="made up")
        for kind in WORK:
            ask(by=by, kind=kind)
    call_command("work", "--once")
    made: dict[str, dict[str, bytes]] = {}
    with acting(by.actor):
        for kind in WORK:
            job = work.standing(by, kind).shown
            assert job is not None, f"the sample's {kind} was done"
            made[kind] = work.parts_of(by, job, work.names_of(by, job))
    return made


def _kept(folder: Path | None) -> Parts:
    if folder is None or not folder.is_dir():
        return {}
    return {
        one.name: {part.name: part.read_bytes() for part in one.iterdir()}
        for one in folder.iterdir()
    }


def _keep(folder: Path, parts: Parts) -> None:
    for kind, made in parts.items():
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (folder / kind / name).write_bytes(content)


def _copy_of(done: _Done, owner: str, number: int) -> Entered:
    names = Names(f"Cedar {number}", f"Cedar Group {number}", f"Juniper Plan {number}")
    by = open_deal(person=owner, names=names)
    with acting(by.actor), transaction.atomic():
        save_files(by=by, files=done.files, note="made up")
        ring = keyring(by)
        for kind, parts in done.parts.items():
            job = Job(
                room=by.room,
                kind=kind,
                state=State.DONE,
                made_from=work.state_for(by, kind),
                asked_by=owner,
                ended_at=datetime.now(UTC),
            )
            job.save(force_insert=True)
            for name, content in parts.items():
                row = identifiers.new()
                body = work.sealed(row, ring, content)
                Part(id=row, room=by.room, job=job, name=name, body=body).save(force_insert=True)
    return by


def _joint(by: Entered) -> Room:
    found = access.beside(by, Kind.JOINT)
    assert found is not None, "the owner is in both"
    return found.room


def _visit(number: int, pairs: Sequence[tuple[Room, Room]], findings: tuple[str, ...]) -> Visit:
    person = Person.objects.create_user(f"person.{number}@example.org", name=f"Person {number}")
    own = [pairs[(number + 7 * at) % len(pairs)] for at in range(DEALS_OF_ONE)]
    Grant.objects.bulk_create(
        Grant(
            person=person,
            room=room,
            role=ROLE,
            side=Kind.GROUP,
            purpose="made up",
            starts_at=datetime.now(UTC),
            granted_by="a trial",
        )
        for pair in own
        for room in pair
    )
    client = Client()
    client.force_login(person)
    ids = tuple((group.id, joint.id) for group, joint in own)
    return Visit(number, client.cookies["sessionid"].value, ids, findings)
