"""What the secretary writes down: the charter, who holds which seat, motions, and their votes."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max

from fairterms.audit.committee.charter import Charter
from fairterms.audit.committee.charter_reader import FILE, CharterReading
from fairterms.audit.committee.lint import lint
from fairterms.ledger.canonical import Value
from fairterms_web import identifiers
from fairterms_web.committee import access, charters
from fairterms_web.committee.models import Motion, Seat, State
from fairterms_web.committee.refused import NotDone
from fairterms_web.committee.sealed import seal
from fairterms_web.deals.actions import save_files
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import WRITE
from fairterms_web.vault.keyring import keyring

UNDER_WAY = (State.OPEN, State.CHAIR, State.DEPUTY)
"""States in which who may vote stays as it is."""


@dataclass(frozen=True)
class Appointment:
    """Who is to hold a seat.

    Attributes
    ----------
    seat
        The id of the seat, or "chair" or "deputy".
    holder
        The account of a member; empty for nobody.
    by, on
        Who appointed them, in words, and when.
    """

    seat: str
    holder: str
    by: str
    on: date


@dataclass(frozen=True)
class Notice:
    """A motion as it is announced.

    Attributes
    ----------
    title, text
        What is to be decided.
    kind
        The id of its class in the charter.
    noticed_on, held_on
        The day of the notice, and of the vote.
    """

    title: str
    kind: str
    text: str
    noticed_on: date
    held_on: date


def take_charter(*, by: Entered, source: str) -> None:
    """Take a charter into the room, as its newest version.

    Raises
    ------
    Http404
        When there is no such source.
    """
    note = "the charter, from the " + ("joint room" if source == charters.JOINT else "sample")
    save_files(by=by, files={FILE: charters.content_from(by, source)}, note=note)


def appoint(*, by: Entered, who: Appointment) -> Seat:
    """Write down who holds a seat from now on.

    Raises
    ------
    NotDone
        When the charter has no such seat, the person is no member or has another seat, or a vote
        is under way.
    """
    with change(by, WRITE) as said:
        _check_appointment(by, who)
        rows = Seat.objects.within(by).filter(seat=who.seat)
        row = Seat(
            id=identifiers.new(),
            room=by.room,
            seat=who.seat,
            number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
            holder=who.holder,
            appointed_on=who.on,
            recorded_by=by.name,
        )
        seal(keyring(by), row, {"by": who.by})
        row.save(force_insert=True)
        told: dict[str, Value] = {"seat": who.seat, "holder": who.holder, "number": row.number}
        said.that("seat.recorded", {**told, "by": who.by, "on": who.on.isoformat()})
    return row


def _check_appointment(by: Entered, who: Appointment) -> None:
    places = access.places(_charter(charters.reading(by)))
    if who.seat not in places:
        raise NotDone("The charter has no such seat. Choose one of the list.")
    if Motion.objects.within(by).filter(state__in=UNDER_WAY).exists():
        raise NotDone(
            "A vote is under way. Close it first: until then, who may vote stays as it is."
        )
    if not who.holder:
        return
    if who.holder not in access.members(by)[0]:
        raise NotDone("That person is no committee member of this room now.")
    # A seat that only an earlier charter had keeps nobody from another: no page could free it.
    holders = access.holders(by)
    held = {holders[seat]: seat for seat in places if seat in holders and seat != who.seat}
    if who.holder in held:
        seat = held[who.holder]
        raise NotDone(f"That person holds “{seat}” already. Nobody holds two; free that one first.")


def notice(*, by: Entered, given: Notice) -> Motion:
    """Announce a motion; it is voted on under the charter as it is now.

    Raises
    ------
    NotDone
        When there is no charter, it was changed under its old number or leaves something open, or
        the days do not fit it.
    """
    with change(by, WRITE) as said:
        newest = charters.newest(by)
        charter = _charter(newest[1] if newest else None)
        assert newest is not None, "there is a charter"
        _check_notice(charter, given)
        _check_number(by, newest[0], charter)
        rows = Motion.objects.within(by)
        row = Motion(
            id=identifiers.new(),
            room=by.room,
            number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
            kind=given.kind,
            charter=newest[0],
            noticed_on=given.noticed_on,
            held_on=given.held_on,
            noticed_by=by.name,
        )
        seal(keyring(by), row, {"title": given.title, "text": given.text})
        row.save(force_insert=True)
        known = access.Put(row, given.title, given.text).known
        days = {"noticed": given.noticed_on.isoformat(), "held": given.held_on.isoformat()}
        rules = {"class": given.kind, "charter": newest[0], "text": given.text}
        said.that("motion.noticed", {**known, **days, **rules})
    return row


def _check_notice(charter: Charter, given: Notice) -> None:
    if given.kind not in {one.id for one in charter.motion_classes}:
        raise NotDone("The charter has no such class of motions. Choose one of the list.")
    if open_ends(charter):
        raise NotDone("The charter leaves open what a vote can turn on. Mend that first.")
    first = first_day(charter, given.noticed_on)
    if given.held_on < first:
        raise NotDone(
            f"The vote would be too early. Under the charter its first day is {first.isoformat()}."
        )


def _check_number(by: Entered, version_id: str, charter: Charter) -> None:
    """Refuse two texts under one number: members and minutes know a charter by its number."""
    used = Motion.objects.within(by).values_list("charter", flat=True).distinct()
    if any(charters.has_same_number(by, one, version_id) for one in used):
        raise NotDone(
            f"The charter was changed since a motion was announced under it, and still says "
            f"version {charter.version}. Give it the next version first."
        )


def first_day(charter: Charter, noticed_on: date) -> date:
    """Return the first day on which a motion may be voted on."""
    days = [noticed_on + timedelta(charter.deadlines.notice_days or 0)]
    return max([*days, *([charter.effective_from] if charter.effective_from else [])])


def open_ends(charter: Charter) -> bool:
    """Tell whether a charter leaves open what a vote can turn on."""
    return any(one.code.endswith("-open") for one in lint(charter).problems)


def open_vote(*, by: Entered, motion_id: str) -> None:
    """Open a motion for votes.

    Raises
    ------
    Http404
        When there is no such motion.
    NotDone
        When it was opened already, or withdrawn.
    """
    with change(by, WRITE) as said:
        motion = _noticed(by, motion_id)
        motion.row.state = State.OPEN
        motion.row.save(update_fields=["state"])
        said.that("motion.opened", motion.known)


def withdraw(*, by: Entered, motion_id: str, why: str) -> None:
    """Withdraw a motion before its vote; it keeps its number, and everybody can read why.

    Raises
    ------
    Http404
        When there is no such motion.
    NotDone
        When it was opened already, or withdrawn.
    """
    with change(by, WRITE) as said:
        motion = _noticed(by, motion_id)
        motion.row.state = State.WITHDRAWN
        motion.row.save(update_fields=["state"])
        said.that(access.WITHDRAWN, {**motion.known, "why": why})


def _noticed(by: Entered, motion_id: str) -> access.Put:
    motion = access.motion_of(by, motion_id)
    if motion.state is State.WITHDRAWN:
        raise NotDone("This motion was withdrawn. Announce it anew, if it is wanted after all.")
    if motion.state is not State.NOTICED:
        raise NotDone("This motion was opened already.")
    return motion


def _charter(found: CharterReading | None) -> Charter:
    if found is None or found.charter is None:
        raise NotDone("There is no charter that can be read. Take one, or mend charter.toml.")
    return found.charter
