"""The committee of a room, for those who entered it: seats, motions, votes and minutes.

How others voted is given to nobody before the motion is decided: :func:`own_vote` opens the votes
of the one who asks, and :func:`sat` is for counting alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404

from fairterms.audit.committee.ballot import CHAIR, DEPUTY, Vote
from fairterms.audit.committee.charter import Charter
from fairterms.audit.committee.minutes import Dissent as AddedDissent
from fairterms.audit.committee.minutes import Sitting, decision_id, seat_words
from fairterms.ledger.canonical import Value
from fairterms_web.committee.models import Ballot, Dissent, Minutes, Motion, Seat, State
from fairterms_web.committee.sealed import opened
from fairterms_web.ledgers import access as ledger
from fairterms_web.ledgers.store import content_of
from fairterms_web.rooms import access
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.roles import ROLES, WRITE
from fairterms_web.vault.keyring import Keyring, keyring

MEMBER = "committee-member"
WITHDRAWN = "motion.withdrawn"
"""The kind of the entry that tells why a motion was withdrawn."""


@dataclass(frozen=True)
class Held:
    """Who holds a seat, as it was written down.

    Attributes
    ----------
    seat
        The id of the seat, or "chair" or "deputy".
    holder, who
        The account, and what the person is called; empty where nobody holds it.
    appointed_by, appointed_on
        By whom they were appointed, in words, and when.
    recorded_at
        When that was written down.
    """

    seat: str
    holder: str
    who: str
    appointed_by: str
    appointed_on: date
    recorded_at: datetime


@dataclass(frozen=True)
class Put:
    """A motion as it was put.

    Attributes
    ----------
    row
        Its dates, class and state.
    title, text
        What is to be decided.
    """

    row: Motion
    title: str
    text: str

    @property
    def state(self) -> State:
        """Where it stands."""
        return State(self.row.state)

    @property
    def known(self) -> dict[str, Value]:
        """What every entry of the ledger about it begins with."""
        return {"motion": self.row.id, "number": self.row.number, "title": self.title}

    @property
    def decision(self) -> str:
        """By which name an audit cites what was decided."""
        return decision_id(self.row.number)


@dataclass(frozen=True)
class OwnVote:
    """The last vote of the one who asks."""

    seat: str
    vote: Vote
    reasons: str
    cast_at: datetime


def seats(by: Entered, names: Mapping[str, str], ring: Keyring) -> tuple[Held, ...]:
    """Return everything that was written down about seats, the newest first."""
    rows = Seat.objects.within(by).order_by("-number", "seat")
    return tuple(
        Held(
            one.seat,
            one.holder,
            names.get(one.holder, "somebody") if one.holder else "",
            opened(ring, one)["by"],
            one.appointed_on,
            one.recorded_at,
        )
        for one in rows
    )


def holders(by: Entered) -> dict[str, str]:
    """Return the account that holds each seat now; seats nobody holds are left out."""
    rows = Seat.objects.within(by).order_by("number").values_list("seat", "holder")
    return {seat: holder for seat, holder in dict(rows).items() if holder}


def seat_of(by: Entered, held: Mapping[str, str], charter: Charter) -> str:
    """Return the seat of a charter by which the actor may vote, of those held now; empty for none.

    The secretary has none, though they were seated before they became it. A seat that only another
    charter has is not counted under this one, so nobody votes by it.
    """
    if by.may(WRITE):
        return ""
    return next((seat for seat in places(charter) if held.get(seat) == by.actor.person), "")


def members(by: Entered) -> tuple[dict[str, str], dict[str, str]]:
    """Return what members of the committee are called, by account: those of now, and all of ever.

    A member who may also change files of the room is its secretary, and holds no seat.
    """
    rows = Grant.objects.filter(room=by.room).select_related("person").order_by("person__email")
    ever, now, secretaries = {}, {}, set()
    for one in rows:
        ever[one.person_id] = str(one.person)
        if not _is_live(one, by.actor.at):
            continue
        if WRITE in ROLES[one.role].may:
            secretaries.add(one.person_id)
        if one.role == MEMBER:
            now[one.person_id] = str(one.person)
    return {one: name for one, name in now.items() if one not in secretaries}, ever


def motions(by: Entered, ring: Keyring) -> tuple[Put, ...]:
    """Return the motions of the room, the newest first."""
    return tuple(_put(ring, one) for one in Motion.objects.within(by).order_by("-number"))


def motion_of(by: Entered, motion_id: str, ring: Keyring | None = None) -> Put:
    """Return a motion.

    Raises
    ------
    Http404
        When the room has none of that identifier.
    """
    row = Motion.objects.within(by).filter(pk=motion_id).first()
    if row is None:
        raise Http404
    return _put(ring or keyring(by), row)


def why_withdrawn(by: Entered, motion: Put, ring: Keyring) -> str:
    """Return why a motion was withdrawn, as the room's history tells it; empty for others."""
    if motion.state is not State.WITHDRAWN:
        return ""
    told = [content_of(one, ring) for one in ledger.rows(by).filter(kind=WITHDRAWN)]
    return next(str(one["why"]) for one in told if one["motion"] == motion.row.id)


def voted(by: Entered, motion: Put) -> dict[str, Ballot]:
    """Return the last ballot of each seat, unopened."""
    rows = Ballot.objects.within(by).filter(motion=motion.row).order_by("number")
    return {one.seat: one for one in rows}


def own_vote(by: Entered, ballots: Mapping[str, Ballot], ring: Keyring) -> OwnVote | None:
    """Open the vote of the one who asks; None where there is none."""
    for seat, row in ballots.items():
        if account_of(row.cast_by) == by.actor.person:
            told = opened(ring, row)
            return OwnVote(seat, Vote(told["vote"]), told["reasons"], row.cast_at)
    return None


def sat(
    by: Entered, motion: Put, charter: Charter, presiding: Iterable[str], ring: Keyring
) -> tuple[Sitting, ...]:
    """Open every vote, to count them: each seat, then those who were asked to break a tie."""
    ballots, held = voted(by, motion), holders(by)
    accounts = {seat: account_of(row.cast_by) for seat, row in ballots.items()}
    named = access.names({f".{one}" for one in (*held.values(), *accounts.values())})
    found = []
    for seat in (*charter.constituency_of, *presiding):
        row, account = ballots.get(seat), accounts.get(seat) or held.get(seat, "")
        told = opened(ring, row) if row else {"vote": Vote.ABSENT.value, "reasons": ""}
        who = named[f".{account}"] if account else ""
        found.append(Sitting(seat, who, Vote(told["vote"]), told["reasons"]))
    return tuple(found)


def minutes_of(by: Entered, motion: Put) -> Minutes | None:
    """Return the row of a motion's minutes; None before it is decided."""
    return Minutes.objects.within(by).filter(motion=motion.row).first()


def dissents_of(
    by: Entered, motion: Put, who: Mapping[str, str], ring: Keyring
) -> tuple[AddedDissent, ...]:
    """Return the pages that were added to a motion's minutes, the oldest first."""
    rows = Dissent.objects.within(by).filter(motion=motion.row).order_by("written_at", "seat")
    return tuple(
        AddedDissent(one.seat, who.get(one.seat, ""), one.written_on, opened(ring, one)["text"])
        for one in rows
    )


def account_of(name: str) -> str:
    """Return the account of one whom the ledger calls by role and account.

    Examples
    --------
    >>> account_of("committee-member.0f3a")
    '0f3a'
    """
    return name.rpartition(".")[2]


def places(charter: Charter) -> dict[str, str]:
    """Name every seat of a charter in words, and who presides."""
    chairs = (CHAIR, DEPUTY) if charter.chair.deputy else (CHAIR,)
    return {one: seat_words(charter, one) for one in (*charter.constituency_of, *chairs)}


def _put(ring: Keyring, row: Motion) -> Put:
    told: Mapping[str, Any] = opened(ring, row)
    return Put(row, told["title"], told["text"])


def _is_live(row: Grant, at: datetime) -> bool:
    has_begun = row.starts_at <= at and row.person.is_active
    return has_begun and row.revoked_at is None and (row.ends_at is None or row.ends_at > at)
