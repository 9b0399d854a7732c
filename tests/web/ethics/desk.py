"""An open address for reports, and the people of the independent party who read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.test import Client
from django.urls import reverse

from fairterms.audit.ethics.case import Subject
from fairterms_web.ethics import form_token, letterbox
from fairterms_web.ethics.access import Seen, case_of, cases
from fairterms_web.ethics.actions import agree, take_in
from fairterms_web.ethics.intake import open_intake
from fairterms_web.ethics.letterbox import Box
from fairterms_web.ethics.models import Report
from fairterms_web.ethics.slip import Slip
from fairterms_web.people.models import Person
from fairterms_web.rooms import access
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant, Room
from fairterms_web.rooms.walls import acting, as_system
from tests.web.cast import DAY, NOW, Cast

TODAY = datetime.now(UTC).date()
YESTERDAY = TODAY - timedelta(days=1)
READERS = ("Ada Birch", "Ben Cole", "Cy Dunn")
PLAIN = Slip(Subject.MONEY)


@dataclass(frozen=True)
class Desk:
    """The address, and who sits behind it."""

    cast: Cast
    room: Room
    code: str
    people: Mapping[str, Person]

    @property
    def box(self) -> Box:
        """The letterbox."""
        found = letterbox.find(self.code)
        assert found is not None, "it was opened"
        return found

    def by(self, name: str = READERS[0]) -> Entered:
        """The room as a reader enters it now."""
        return access.enter(access.actor_for(self.people[name].id), self.room.id)

    def client(self, name: str = READERS[0]) -> Client:
        """The browser of a reader."""
        client = Client()
        client.force_login(self.people[name])
        return client

    def cases(self, name: str = READERS[0], on: date = TODAY) -> tuple[Seen, ...]:
        """The reports that a reader may know of."""
        by = self.by(name)
        with acting(by.actor):
            return cases(by, on)

    def case(self, report: str, name: str = READERS[0], on: date = TODAY) -> Seen:
        """One report, as a reader sees it."""
        by = self.by(name)
        with acting(by.actor):
            return case_of(by, report, on)

    def url(self, name: str, *more: str) -> str:
        """An address of the readers' room."""
        return reverse(f"ethics:{name}", args=[self.room.id, *more])

    def public(self, name: str = "speak-up") -> str:
        """An address for reporters."""
        return reverse(f"ethics:{name}", args=[self.code])

    def form(self, **told: object) -> dict[str, object]:
        """A form as the page for reporters sends it."""
        return {form_token.FIELD: form_token.token(self.code, TODAY), **told}

    def arrived(
        self, what: str = "They bill twice.", slip: Slip = PLAIN, on: date = YESTERDAY
    ) -> str:
        """A report came in on a day; return its passphrase."""
        return letterbox.put(self.box, slip, what, on)

    def taken_in(self, slip: Slip = PLAIN, what: str = "They bill twice.") -> str:
        """A report came in yesterday and was taken in; return its identifier."""
        self.arrived(what, slip)
        with acting(self.by().actor):
            take_in(by=self.by(), on=TODAY)
        with as_system():
            return str(Report.objects.of_every_room().latest("batch").id)

    def opened(self, slip: Slip = PLAIN, what: str = "They bill twice.") -> str:
        """A report was taken in and opened by two; return its identifier."""
        found = self.taken_in(slip, what)
        for name in READERS[:2]:
            with acting(self.by(name).actor):
                agree(by=self.by(name), report_id=found, on=TODAY)
        return found


def furnish(cast: Cast) -> Desk:
    """Open an address in the joint room of the cast, and let three people in behind it."""
    with cast.acting_in("joint") as by:
        intake = open_intake(by=by, party="Rowan Ombuds Office", on=date(2026, 1, 5))
    people = {
        name: Person(email=f"{name.split()[0].lower()}@rowan.example", name=name)
        for name in READERS
    }
    Person.objects.bulk_create(people.values())
    room = Room.objects.get(deal=cast.rooms["joint"].deal_id, kind="independent")
    for name, person in people.items():
        let_in(person, room, "owner" if name == READERS[0] else "analyst")
    return Desk(cast, room, intake.code, people)


def let_in(person: Person, room: Room, role: str, side: str = "independent") -> None:
    """Let somebody into a room since yesterday."""
    Grant.objects.create(
        person=person,
        room=room,
        role=role,
        purpose="made up",
        starts_at=NOW - DAY,
        granted_by="a test",
        side=side,
    )
