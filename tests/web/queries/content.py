"""More of everything a page lists, a helping at a time."""

import json
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from fairterms_web import identifiers
from fairterms_web.api.actions import Wanted as WantedToken
from fairterms_web.api.actions import make as make_token
from fairterms_web.deals.access import listed
from fairterms_web.deals.actions import give, save_files
from fairterms_web.jobs import access as work
from fairterms_web.jobs.models import Job, Part, State
from fairterms_web.jobs.worker import FILES
from fairterms_web.ledgers.checkpoints import sign
from fairterms_web.negotiate.actions import write
from fairterms_web.people.models import Person
from fairterms_web.read.access import key_of
from fairterms_web.read.actions import decide, remark
from fairterms_web.read.models import Decision
from fairterms_web.rooms import access
from fairterms_web.rooms.actions import Names, Wanted, invite, open_deal
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.roles import GRANT, READ, WRITE, Kind
from fairterms_web.vault.keyring import keyring
from tests.web.cast import DAY, NOW, ROOMS, Cast, finding_of

A_HELPING = 2
"""Things of each kind in a helping."""


def help_to(cast: Cast, number: int, rooms: Iterable[str] = ROOMS) -> None:
    """Put one more helping into rooms; helpings are numbered from 1."""
    people = [f"helping.{number}.{at}@example.org" for at in range(A_HELPING)]
    persons = Person.objects.bulk_create(Person(email=one, name=one) for one in people)
    names = Names(f"Alder {number}", f"Alder Group {number}", f"Rowan Plan {number}")
    open_deal(person=cast.people["owner"].id, names=names)
    for room in rooms:
        with cast.acting_in(room) as by, transaction.atomic():
            _let_in(by, persons)
            _write_into(by, number)
            _work_in(by, room, number)
        sign(cast.rooms[room].id)
    with cast.acting_in("group") as by:
        _give(by, number)
    _make_tokens(cast, number)


def _let_in(by: Entered, persons: list[Person]) -> None:
    role = next(iter(by.actor.held)).role
    side = access.side_of(by)
    Grant.objects.bulk_create(
        Grant(
            person=one,
            room=by.room,
            role=role,
            side=side,
            purpose="made up",
            starts_at=NOW - DAY,
            granted_by=f"{role}.{one.id}",
        )
        for one in persons
    )
    if by.may(GRANT):
        for one in persons:
            invite(by=by, wanted=Wanted(f"asked.{one.email}", role, "made up"))


def _write_into(by: Entered, number: int) -> None:
    files = {
        path: f"# Helping {number}.\n".encode()
        for at in range(A_HELPING)
        for path in (
            f"contract/{number}-{at}.txt",
            f"offers/offer-{number}-{at}.toml",
            f"scripts/script-{number}-{at}.toml",
            f"scenarios/scenario-{number}-{at}.toml",
            f"statements/statement-{number}-{at}.csv",
        )
    }
    for at in range(A_HELPING):
        files["notes.txt"] = f"Thought {number} {at}.".encode()
        files["terms.toml"] = f"# Thought {number} {at}.\n".encode()
        if by.may(WRITE):
            save_files(by=by, files=files, note="a helping")
            _say(by, f"{number}{at}")


def _say(by: Entered, number: str) -> None:
    fields: dict[str, str | date] = {
        "on": NOW.date(),
        "kind": "request",
        "side": "group",
        "by": "contracting lead",
        "to": "plan lead",
        "quote": f"Please send page {number}.",
    }
    write(by=by, fields=fields)


def _work_in(by: Entered, room: str, number: int) -> None:
    checks = ("notice", *(f"clause_{at}" for at in range(A_HELPING * number)))
    findings = [{**finding_of(room), "check": one} for one in checks]
    summary = {"findings": findings, "gaps": [], "cautions": [], "documents": [], "good_faith": {}}
    review = {"findings.json": json.dumps(summary), "text.html": "<p>Made up.</p>"}
    parts = ("scorecards", "clauses", "outside", "language")
    review |= {f"{one}.html": "<p>Made up.</p>" for one in parts}
    review |= {"questions.docx": "made up", "findings.csv": "made up"}
    for one in findings:
        decide(by=by, finding=key_of(one), decision=Decision.ACCEPTED)
        for at in range(A_HELPING):
            remark(by=by, finding=key_of(one), text=f"Said {number} {at}.")
    for at in range(A_HELPING):
        _done(by, "review", review, f"{number}{at}")
        _done(by, "decision", _decision(f"{number}{at}"), f"{number}{at}")
        _done(by, "years", {"years.html": "<p>Made up.</p>"}, f"{number}{at}")
        _done(by, "monitoring", _monitored(number), f"{number}{at}")
        _done(by, "reconciliation", _reconciled(), f"{number}{at}")


def _decision(number: str) -> dict[str, str]:
    pages = ("negotiate", "trades", "decide", "forecast", "risks", "outcomes", "outcomes-outside")
    taken = ("brief", "report", "forecast", "risks", "outcomes", "outcomes-outside")
    answer = {
        "answer": "wait",
        "title": f"Wait {number}",
        "reasons": ["made up"],
        "figures": [["Leaves", number, ""]],
    }
    proposed = [
        {"id": f"risk_{at}", "title": "Made up", "is_certain": True, "toml": ""}
        for at in range(A_HELPING * int(number[0]))
    ]
    return {
        **{f"{one}.html": "<p>Made up.</p>" for one in pages},
        **{f"{one}.{form}": "made up" for one in taken for form in ("pdf", "docx", "xlsx")},
        "answer.json": json.dumps(answer),
        "decision.json": "{}",
        "outcomes.json": "{}",
        "risks.json": json.dumps({"has_register": True, "problems": [], "proposed": proposed}),
    }


def _monitored(number: int) -> dict[str, str]:
    ahead = [
        {"obligation": "made_up", "key": f"{number}-{at}", "name": "Made up", "due": "2027-01-01"}
        for at in range(A_HELPING * number)
    ]
    proposed = [
        {
            "id": f"made_up_{at}",
            "what": "Made up",
            "owed_by": "plan",
            "owed_to": "group",
            "due": "made up",
            "rule": "",
            "section": "1",
            "quote": {"document": "01.txt", "page": 1, "start": 0, "end": 1, "text": "made up"},
        }
        for at in range(A_HELPING * number)
    ]
    problems = [{"where": "a.toml", "what": "made up", "why": "", "fix": ""}] * A_HELPING * number
    state = {"on": "2027-07-31", "proposals": proposed, "open": ahead, "problems": problems}
    return {
        "monitor.html": "<p>Made up.</p>",
        "monitor.json": json.dumps(state),
        "obligations.ics": "made up",
        "agenda.docx": "made up",
        "after-signing.pdf": "made up",
        "after-signing.xlsx": "made up",
    }


def _reconciled() -> dict[str, str]:
    files = ("letter.docx", "worksheet.xlsx", "reconciliation.pdf", "our-settlement.json")
    return {"reconciliation.html": "<p>Made up.</p>", **dict.fromkeys(files, "made up")}


def _done(by: Entered, kind: str, parts: dict[str, str], number: str) -> None:
    hashes = {one.path: one.sha256 for one in listed(by)}
    told = {"years": "32000", "year": "2027"} if kind == "years" else {}
    job = Job(
        room=by.room,
        kind=kind,
        state=State.DONE,
        made_from=number,
        arguments=told,
        asked_by=by.actor.person,
        ended_at=NOW,
    )
    job.save(force_insert=True)
    ring = keyring(by)
    for name, text in {**parts, FILES: json.dumps(hashes)}.items():
        row = identifiers.new()
        body = work.sealed(row, ring, text.encode())
        Part(id=row, room=by.room, job=job, name=name, body=body).save(force_insert=True)


def _give(by: Entered, number: int) -> None:
    joint = access.beside(by, Kind.JOINT)
    assert joint is not None, "the owner is in both"
    seen = {one.path: one.sha256 for one in listed(by) if one.path == "notes.txt"}
    for at in range(A_HELPING):
        give(by=by, joint=joint, paths=seen, title=f"Notes {number} {at}", why="to talk")


def _make_tokens(cast: Cast, number: int) -> None:
    rooms = frozenset({cast.rooms["group"].id, cast.rooms["joint"].id})
    for at in range(A_HELPING):
        wanted = WantedToken(f"helping {number} {at}", rooms, frozenset({READ}), NOW + DAY)
        make_token(person=cast.people["owner"].id, wanted=wanted)
