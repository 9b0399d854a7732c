"""A vote is closed: it is counted, a tie asks the chair, and the minutes are sealed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fairterms.audit.committee.charter import Charter
from fairterms.audit.committee.minutes import Minutes as Written
from fairterms.audit.committee.minutes import markdown
from fairterms.ledger.canonical import Value
from fairterms.units.refusal import Refusal
from fairterms_web import identifiers
from fairterms_web.committee import access, charters, counting
from fairterms_web.committee.access import Put
from fairterms_web.committee.models import Ballot, Minutes, State
from fairterms_web.committee.refused import NotDone
from fairterms_web.committee.sealed import opened, seal
from fairterms_web.deals.actions import save_files
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import WRITE
from fairterms_web.vault.keyring import Keyring, keyring


@dataclass(frozen=True)
class Kept:
    """Minutes as they are kept.

    Attributes
    ----------
    row
        Outcome and hash.
    written
        What they say, with the pages that were added since.
    accounts
        The account that cast the vote of each seat.
    """

    row: Minutes
    written: Written
    accounts: Mapping[str, str]


def path_of(motion: Put) -> str:
    """Return the file of a motion's minutes."""
    return f"minutes/committee-{motion.row.number}.md"


def close(
    *, by: Entered, motion_id: str, on: date, seen: str = "", is_passed_over: bool = False
) -> State:
    """Close the vote: count, and either ask who breaks the tie or seal the decision.

    Parameters
    ----------
    by
        The room, as entered by its secretary.
    motion_id
        The motion.
    on
        The day on which the minutes are written.
    seen
        The state in which the secretary saw the motion; closing is refused if it stands elsewhere
        by now. Empty where it does not matter.
    is_passed_over
        Whether who is asked to break a tie did not answer, and is waited for no longer.

    Returns
    -------
    State
        Where the motion stands now.

    Raises
    ------
    Http404
        When there is no such motion.
    NotDone
        When it is not open, or waits for somebody's vote.
    """
    with change(by, WRITE) as said:
        motion, ring = access.motion_of(by, motion_id), keyring(by)
        _check_open(motion, seen)
        charter = charters.pinned(by, motion.row.charter)
        _check_asked(by, motion, is_passed_over=is_passed_over)
        written = _minutes(by, motion, charter, (on, ring))
        goes_to = counting.waits_for(written.decision, motion.state, is_passed_over=is_passed_over)
        motion.row.state = goes_to or State.DECIDED
        motion.row.save(update_fields=["state"])
        if goes_to is not None:
            said.that("motion.tied", {**motion.known, "asked": counting.ASKED[goes_to]})
        else:
            # Whether confidential data may leave by it is asked elsewhere in the workspace.
            reach = charter.motion_class(motion.row.kind).touches.value
            told = {**motion.known, "touches": reach, **_sealed(by, motion, written, ring)}
            said.that("motion.decided", told)
    return State(motion.row.state)


def _check_open(motion: Put, seen: str) -> None:
    if motion.state is State.DECIDED or (seen and seen != motion.state):
        raise NotDone("The motion stands elsewhere by now. Look again; nothing was changed.")
    if motion.state in (State.NOTICED, State.WITHDRAWN):
        raise NotDone("The vote is not open.")


def _check_asked(by: Entered, motion: Put, *, is_passed_over: bool) -> None:
    asked = counting.ASKED.get(motion.state)
    if asked and not is_passed_over and asked not in access.voted(by, motion):
        raise NotDone(
            f"The seats tie, and the {asked} has not voted. Wait, or say that the {asked} does "
            "not answer."
        )


def _minutes(by: Entered, motion: Put, charter: Charter, at: tuple[date, Keyring]) -> Written:
    on, ring = at
    sat = access.sat(by, motion, charter, counting.presiding(motion.state), ring)
    try:
        found = counting.decided(charter, motion, sat)
    except Refusal as refusal:
        raise NotDone(refusal.sentences) from None
    who = rooms.names({by.name})[by.name]
    return Written(motion.row.number, found, motion.text, sat, on, who)


def _sealed(by: Entered, motion: Put, written: Written, ring: Keyring) -> dict[str, Value]:
    """Store the minutes as a file, seal what they were written from, and say both."""
    text = markdown(written).encode()
    digest = hashlib.sha256(text).hexdigest()
    save_files(by=by, files={path_of(motion): text}, note=f"minutes of motion {written.number}")
    row = Minutes(
        id=identifiers.new(),
        room=by.room,
        motion=motion.row,
        outcome=written.decision.outcome.value,
        sha256=digest,
        sealed_by=by.name,
    )
    ballots = access.voted(by, motion)
    accounts = {seat: access.account_of(one.cast_by) for seat, one in ballots.items()}
    seal(ring, row, {**counting.record_of(written), "accounts": accounts})
    row.save(force_insert=True)
    return {
        "decision": written.id,
        "outcome": row.outcome,
        "minutes": digest,
        "path": path_of(motion),
        "ballots": [_shown(ballots[one], ring) for one in _in_order(written, ballots)],
    }


def _in_order(written: Written, ballots: Mapping[str, Ballot]) -> list[str]:
    return [one.seat for one in written.sat if one.seat in ballots]


def _shown(row: Ballot, ring: Keyring) -> dict[str, Value]:
    """Open a vote for everybody, with what its commitment can be checked by."""
    return {"seat": row.seat, "ballot": row.number, **opened(ring, row)}


def kept(by: Entered, motion: Put, charter: Charter, ring: Keyring) -> Kept | None:
    """Return the minutes of a motion with what was added to them; None before it is decided."""
    row = access.minutes_of(by, motion)
    if row is None:
        return None
    record = opened(ring, row)
    who = {one["seat"]: one["who"] for one in record["sat"]}
    dissents = access.dissents_of(by, motion, who, ring)
    written = counting.rebuilt(charter, motion, record, dissents)
    return Kept(row, written, record["accounts"])
