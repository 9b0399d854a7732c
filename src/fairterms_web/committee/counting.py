"""From the rows of a motion to its decision and its minutes; and who is asked at a tie."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from fairterms.audit.committee.ballot import CHAIR, DEPUTY, Ballot, Roster, Vote
from fairterms.audit.committee.ballot import Motion as PutMotion
from fairterms.audit.committee.charter import Charter
from fairterms.audit.committee.decision import Decision, decide
from fairterms.audit.committee.ground import Ground
from fairterms.audit.committee.minutes import Dissent, Minutes, Sitting
from fairterms_web.committee.access import Put
from fairterms_web.committee.models import State

ASKED = {State.CHAIR: CHAIR, State.DEPUTY: DEPUTY}
"""Who breaks a tie, by the state of the motion."""
_PRESIDING = {State.CHAIR: (CHAIR,), State.DEPUTY: (CHAIR, DEPUTY)}


def presiding(state: State) -> tuple[str, ...]:
    """Name those who were asked to break a tie so far."""
    return _PRESIDING.get(state, ())


def decided(charter: Charter, motion: Put, sat: Iterable[Sitting]) -> Decision:
    """Work out what became of a motion from what was sealed of it, and nothing else."""
    told = tuple(sat)
    roster = Roster(frozenset(one.seat for one in told if one.who) - {CHAIR, DEPUTY})
    ballots = [
        Ballot(one.seat, one.vote, one.reasons) for one in told if one.vote is not Vote.ABSENT
    ]
    row = motion.row
    put = PutMotion(motion.title, row.kind, row.noticed_on, row.held_on)
    return decide(charter, roster, put, ballots)


def waits_for(found: Decision, state: State, *, is_passed_over: bool) -> State | None:
    """Say what state a motion goes into before its decision can be final; None where it is.

    Parameters
    ----------
    found
        The decision as the votes make it now.
    state
        Where the motion stands.
    is_passed_over
        Whether the secretary says that who is asked does not answer.
    """
    if found.ground not in (Ground.CHAIR_SILENT, Ground.NOBODY_PRESIDES):
        return None
    if state is State.OPEN:
        return State.CHAIR
    steps_in = Vote.ABSENT in found.charter.chair.deputy_for and bool(found.charter.chair.deputy)
    # A chair who stepped aside was not silent: a deputy for absence alone would be asked in vain.
    is_silent = found.ground is Ground.CHAIR_SILENT and state is State.CHAIR
    return State.DEPUTY if is_silent and is_passed_over and steps_in else None


def after_recusal(charter: Charter, state: State) -> State:
    """Say what state a tied motion goes into when who is asked steps aside."""
    is_asked = state is State.CHAIR and bool(charter.chair.deputy)
    steps_in = Vote.RECUSED in charter.chair.deputy_for
    return State.DEPUTY if is_asked and steps_in else state


def record_of(minutes: Minutes) -> dict[str, Any]:
    """Return what minutes are written from, beside the charter and the motion, as a table."""
    sat = [
        {"seat": one.seat, "who": one.who, "vote": one.vote.value, "reasons": one.reasons}
        for one in minutes.sat
    ]
    return {"sat": sat, "on": minutes.written_on.isoformat(), "by": minutes.written_by}


def rebuilt(
    charter: Charter, motion: Put, record: dict[str, Any], dissents: tuple[Dissent, ...] = ()
) -> Minutes:
    """Write minutes anew from what was sealed of them."""
    sat = tuple(
        Sitting(one["seat"], one["who"], Vote(one["vote"]), one["reasons"]) for one in record["sat"]
    )
    return Minutes(
        motion.row.number,
        decided(charter, motion, sat),
        motion.text,
        sat,
        date.fromisoformat(record["on"]),
        record["by"],
        dissents,
    )
