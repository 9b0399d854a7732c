"""A committee that sits: made-up members with accounts, each in a seat, a chair and a deputy."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.test import Client

from fairterms.audit.committee.ballot import Vote
from fairterms_web.committee import closing, votes
from fairterms_web.committee.actions import Appointment, Notice, appoint, notice, open_vote
from fairterms_web.committee.models import State
from fairterms_web.committee.votes import Cast as CastVote
from fairterms_web.deals.actions import save_files
from fairterms_web.ledgers import access as ledger
from fairterms_web.ledgers.store import content_of
from fairterms_web.people.models import Person
from fairterms_web.rooms import access
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.keyring import keyring
from tests.web.cast import DAY, NOW, Cast
from tests.web.jobs.light_cast import make_light
from tests.web.journeys.workspace import ROOT

CHARTER = (ROOT / "examples" / "juniper" / "charter.toml").read_bytes()
SEATS = (
    "fee_1",
    "fee_2",
    "alternative_1",
    "alternative_2",
    "group_1",
    "group_2",
    "plan_1",
    "plan_2",
)
CHAIRS = ("chair", "deputy")
NOTICED, HELD, WRITTEN = date(2027, 4, 1), date(2027, 4, 19), date(2027, 4, 20)
GIVEN = Notice("Open the audit of the lists", "audit", "Look at the lists.", NOTICED, HELD)
LETTERS = {"y": Vote.YES, "n": Vote.NO, "a": Vote.ABSTAIN, "r": Vote.RECUSED}


@dataclass(frozen=True)
class Hall:
    """The cast, and who holds which seat."""

    cast: Cast
    people: Mapping[str, Person]

    @property
    def secretary(self) -> Entered:
        """The room as the auditor enters it."""
        return self.cast.entered("auditor", "auditor")

    def member(self, seat: str) -> Entered:
        """The room as who holds a seat enters it."""
        actor = access.actor_for(self.people[seat].id)
        return access.enter(actor, self.cast.rooms["auditor"].id)

    def client(self, name: str) -> Client:
        """The browser of who holds a seat, or of one of the cast."""
        if name not in self.people:
            return self.cast.client(name)
        client = Client(raise_request_exception=False)
        client.force_login(self.people[name])
        return client

    def announce(self, given: Notice = GIVEN, *, is_open: bool = True) -> str:
        """Announce a motion, and open the vote."""
        with acting(self.secretary.actor):
            row = notice(by=self.secretary, given=given)
            if is_open:
                open_vote(by=self.secretary, motion_id=row.id)
        return row.id

    def vote(self, motion: str, letters: str) -> None:
        """Let each seat vote as its letter says; "x" stays away."""
        for seat, letter in zip(SEATS, letters, strict=True):
            if letter != "x":
                self.vote_of(seat, motion, LETTERS[letter])

    def vote_of(self, seat: str, motion: str, vote: Vote, reasons: str = "") -> None:
        """Let one vote."""
        by = self.member(seat)
        with acting(by.actor):
            votes.vote(by=by, motion_id=motion, cast=CastVote(vote, reasons))

    def close(self, motion: str, *, without: bool = False) -> State:
        """Close the vote as the secretary."""
        by = self.secretary
        with acting(by.actor):
            return closing.close(by=by, motion_id=motion, on=WRITTEN, is_passed_over=without)

    def entries(self) -> list[tuple[str, dict[str, object]]]:
        """Every entry of the room, the oldest first, opened."""
        by = self.secretary
        with acting(by.actor):
            ring = keyring(by)
            rows = ledger.rows(by).order_by("sequence")
            return [(one.kind, content_of(one, ring)) for one in rows]


def make_hall() -> Hall:
    """Make the light cast, ten members, and the charter of the sample with every seat held."""
    cast = make_light()
    names = (*SEATS, *CHAIRS)
    people = {
        one: Person(email=f"{one}@example.org", name=f"{one.replace('_', ' ').title()} Example")
        for one in names
    }
    Person.objects.bulk_create(people.values())
    room = cast.rooms["auditor"]
    Grant.objects.bulk_create(
        Grant(
            person=one,
            room=room,
            role="committee-member",
            purpose="made up",
            starts_at=NOW - DAY,
            granted_by="a test",
        )
        for one in people.values()
    )
    hall = Hall(cast, people)
    by = hall.secretary
    with acting(by.actor):
        save_files(by=by, files={"charter.toml": CHARTER})
        for seat, one in people.items():
            appoint(by=by, who=Appointment(seat, one.id, "the members", date(2027, 1, 19)))
    return hall
