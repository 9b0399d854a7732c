"""What is done for those of an audit who do not act in the browser; in a process with Django."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from fairterms.audit.committee.ballot import Vote
from fairterms_web.committee import votes
from fairterms_web.committee.actions import Appointment, appoint
from fairterms_web.committee.votes import Cast
from fairterms_web.people import links
from fairterms_web.people.models import Person
from fairterms_web.rooms import access
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.walls import acting


def let_in(rooms: Sequence[str], role: str, people: Mapping[str, str]) -> dict[str, str]:
    """Let people into rooms; return by which link each comes in."""
    found = {}
    for email, name in people.items():
        person = Person(email=email, name=name)
        person.save(force_insert=True)
        for room in rooms:
            Grant.objects.create(
                person=person,
                room_id=room,
                role=role,
                purpose="made up",
                starts_at=datetime.now(UTC),
                granted_by="a test",
            )
        found[email] = links.make(person)
    return found


def seat(room: str, secretary: str, seats: Mapping[str, str]) -> dict[str, str]:
    """Write down who holds which seat, as the secretary."""
    by = _entered(secretary, room)
    with acting(by.actor):
        for one, email in seats.items():
            holder = Person.objects.get(email=email).id
            who = Appointment(one, holder, "the members", date(2027, 1, 19))
            appoint(by=by, who=who)
    return {}


def vote(room: str, motion: str, cast: Mapping[str, str]) -> dict[str, str]:
    """Let members vote, each as their own account."""
    for email, answer in cast.items():
        by = _entered(email, room)
        with acting(by.actor):
            votes.vote(by=by, motion_id=motion, cast=Cast(Vote(answer)))
    return {}


def _entered(email: str, room: str) -> Entered:
    return access.enter(access.actor_for(Person.objects.get(email=email).id), room)
