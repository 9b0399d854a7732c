"""What is put to the committee, who sits that day, and how each seat voted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.audit.committee.charter import Charter
from fairterms.units.refusal import Refusal

CHAIR = "chair"
DEPUTY = "deputy"


class Vote(StrEnum):
    """What became of one vote. To abstain is to be present; to be recused is to be out of it."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"
    RECUSED = "recused"


@dataclass(frozen=True)
class Ballot:
    """One vote. It is never changed: a second one for the same seat is refused.

    Attributes
    ----------
    seat
        The id of the seat, or "chair" or "deputy".
    vote
        The vote. A chair who is silent abstains.
    reasons
        The written reasons of whoever presides; a vote on a tie does not carry without them.
    """

    seat: str
    vote: Vote
    reasons: str = ""


@dataclass(frozen=True)
class Motion:
    """What is put to the vote.

    Attributes
    ----------
    title
        What is to be decided, in words.
    kind
        The id of its class in the charter.
    noticed_on, held_on
        The days of the notice and of the vote; None where they are not looked at.
    """

    title: str
    kind: str
    noticed_on: date | None = None
    held_on: date | None = None


@dataclass(frozen=True)
class Roster:
    """Who can vote that day.

    Attributes
    ----------
    filled
        Ids of the seats that a member or an alternate holds. A seat nobody holds is absent, and
        is still one of the entire committee.
    """

    filled: frozenset[str]


def full(charter: Charter) -> Roster:
    """Return the roster with every seat filled."""
    return Roster(frozenset(one.id for one in charter.seats))


def opened(charter: Charter, roster: Roster, ballots: Iterable[Ballot]) -> Mapping[str, Ballot]:
    """Lay out the ballots by seat.

    Parameters
    ----------
    charter, roster
        Which seats there are, and which are filled.
    ballots
        In any order. Who has none is absent.

    Returns
    -------
    Mapping
        The ballot of each seat that has one, of the chair, and of the deputy.

    Raises
    ------
    Refusal
        Where a ballot is of no seat, of an empty seat, or the second of its seat.
    """
    found: dict[str, Ballot] = {}
    for ballot in ballots:
        seat = ballot.seat
        if seat not in roster.filled and seat not in (CHAIR, DEPUTY):
            raise _stranger(charter, seat)
        if seat in found:
            what = f"“{seat}” has voted twice"
            why = "a ballot is never changed, and there are no proxies"
            raise Refusal(
                "ballots", what, why, "keep the first ballot; to vote again, put it again"
            )
        found[seat] = ballot
    return found


def _stranger(charter: Charter, seat: str) -> Refusal:
    if seat in charter.constituency_of:
        what, fix = f"the seat “{seat}” is empty", "fill the seat first, or take the ballot out"
    else:
        known = ", ".join(charter.constituency_of)
        what, fix = f"there is no seat “{seat}”", f"use one of: {known}"
    return Refusal("ballots", what, "only a filled seat votes", fix)
