"""A vote is cast, and committed to in the ledger.

Until a motion is decided the ledger holds a commitment to each vote and not the vote: a page of the
ledger must not tell what no page of the committee does. With the decision the votes that counted
are opened, each with its salt, so that everybody can compare.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fairterms.audit.committee.ballot import CHAIR, DEPUTY, Vote
from fairterms.audit.committee.charter import Charter
from fairterms.ledger import commitment
from fairterms.ledger.canonical import Value
from fairterms_web import identifiers
from fairterms_web.committee import access, charters, counting
from fairterms_web.committee.access import Put
from fairterms_web.committee.models import Ballot, State
from fairterms_web.committee.refused import NotDone
from fairterms_web.committee.sealed import seal
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import REMARK
from fairterms_web.vault.keyring import keyring

DOMAIN = "committee.ballot"
"""What a commitment to a vote is a commitment of."""
SEATS_MAY = (Vote.YES, Vote.NO, Vote.ABSTAIN, Vote.RECUSED)
CHAIRS_MAY = (Vote.YES, Vote.NO, Vote.RECUSED)
NOT_ASKED = "You are not asked to vote on this motion now. Nothing was changed."


@dataclass(frozen=True)
class Cast:
    """A vote as it is cast."""

    vote: Vote
    reasons: str = ""


def may_vote(state: State, seat: str) -> tuple[Vote, ...]:
    """Return the votes that are open to who holds a seat, as a motion stands; none for nobody."""
    if seat in (CHAIR, DEPUTY):
        return CHAIRS_MAY if counting.ASKED.get(state) == seat else ()
    return SEATS_MAY if seat and state is State.OPEN else ()


def vote(*, by: Entered, motion_id: str, cast: Cast) -> Ballot:
    """Cast the vote of the seat one holds; until the vote is closed a later one counts instead.

    Raises
    ------
    Http404
        When there is no such motion.
    NotDone
        When the person holds no seat that is asked now, or reasons are lacking.
    """
    with change(by, REMARK) as said:
        motion = access.motion_of(by, motion_id)
        charter = charters.pinned(by, motion.row.charter)
        seat = access.seat_of(by, access.holders(by), charter)
        _check_vote(motion, seat, cast)
        rows = Ballot.objects.within(by).filter(motion=motion.row, seat=seat)
        row = Ballot(
            id=identifiers.new(),
            room=by.room,
            motion=motion.row,
            seat=seat,
            number=rows.count() + 1,
            cast_by=by.name,
        )
        salt = commitment.new_salt()
        told = {"vote": cast.vote.value, "reasons": cast.reasons}
        row.commitment = commitment.commit(DOMAIN, _committed(row, told), salt)
        seal(keyring(by), row, {**told, "salt": salt.hex()})
        row.save(force_insert=True)
        _step_aside(motion, cast, charter)
        told_of: dict[str, Value] = {"seat": seat, "ballot": row.number}
        said.that("ballot.cast", {**motion.known, **told_of, "commitment": row.commitment})
    return row


def _check_vote(motion: Put, seat: str, cast: Cast) -> None:
    may = may_vote(motion.state, seat)
    if not may:
        raise NotDone(NOT_ASKED)
    if cast.vote not in may:
        raise NotDone("Choose one of the answers of the list.")
    if seat in (CHAIR, DEPUTY) and cast.vote is not Vote.RECUSED and not cast.reasons.strip():
        raise NotDone("Write your reasons: whoever breaks a tie says why.")


def _step_aside(motion: Put, cast: Cast, charter: Charter) -> None:
    """Go on to the deputy when the chair steps aside, and the charter has one for that."""
    if cast.vote is not Vote.RECUSED or motion.state not in counting.ASKED:
        return
    motion.row.state = counting.after_recusal(charter, motion.state)
    motion.row.save(update_fields=["state"])


def _committed(row: Ballot, told: Mapping[str, str]) -> dict[str, Value]:
    return {"motion": row.motion_id, "seat": row.seat, "ballot": row.number, **told}


def is_as_committed(row: Ballot, told: Mapping[str, str]) -> bool:
    """Tell whether a vote with its salt is what was committed to when it was cast."""
    plain = {name: told[name] for name in ("vote", "reasons")}
    salt = bytes.fromhex(told["salt"])
    return commitment.opens(row.commitment, DOMAIN, _committed(row, plain), salt)
