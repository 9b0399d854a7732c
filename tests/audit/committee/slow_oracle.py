"""An independent twin of the decision: people and fractions, no tallies, nothing of the core.

A vote is a letter: y yes, n no, a abstain, x absent, r recused. Eight votes stand in four pairs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from fairterms.audit.committee.ballot import Ballot, Vote
from fairterms.audit.committee.charter import (
    Basis,
    Chair,
    Charter,
    Constituency,
    MotionClass,
    Quorum,
    Seat,
    Tie,
)

PAIRS = "ffaaggpp"
"""The constituency of each of the eight votes."""
SEATS = tuple(f"{pair}{place}" for place, pair in enumerate(PAIRS))
VOTES = {
    "y": Vote.YES,
    "n": Vote.NO,
    "a": Vote.ABSTAIN,
    "x": Vote.ABSENT,
    "r": Vote.RECUSED,
}


@dataclass(frozen=True)
class Mode:
    """How a charter counts."""

    basis: str = "cast"
    share: Fraction = Fraction(1, 2)
    is_chairs_tie: bool = True
    concurring: str = ""
    is_waived: bool = True
    does_chair_count: bool = False
    do_recused_count: bool = True
    has_deputy: bool = True


def modes() -> Iterator[Mode]:
    """Name every mode of a committee of eight."""
    sorts = [
        (Fraction(1, 2), True),
        (Fraction(1, 2), False),
        (Fraction(2, 3), False),
        (Fraction(3, 4), False),
    ]
    for basis, (share, is_chairs), (who, is_waived), in_base, recused in product(
        ("cast", "present", "entire"),
        sorts,
        (("", True), ("p", True), ("p", False), ("fagp", True)),
        (False, True),
        (False, True),
    ):
        yield Mode(basis, share, is_chairs, who, is_waived, in_base, recused)


def charter_of(mode: Mode) -> Charter:
    """Write a mode as a charter with one class of motions, "m"."""
    kind = MotionClass(
        "m",
        "Motions",
        Basis(mode.basis),
        mode.share,
        tuple(mode.concurring),
        "waived" if mode.is_waived else "lost",
        Tie.CHAIR if mode.is_chairs_tie else Tie.LOST,
    )
    return Charter(
        1,
        None,
        tuple(Constituency(one, f"pair {one}") for one in "fagp"),
        tuple(Seat(seat, seat[0]) for seat in SEATS),
        Chair(
            deputy="somebody" if mode.has_deputy else "",
            deputy_for=("recused",),
            in_base=mode.does_chair_count,
        ),
        Quorum(6, 1, mode.do_recused_count),
        (kind,),
    )


_BALLOTS = {(seat, letter): Ballot(seat, VOTES[letter]) for seat in SEATS for letter in VOTES}


def ballots_of(votes: str) -> list[Ballot]:
    """Write eight letters as ballots."""
    return [_BALLOTS[seat, letter] for seat, letter in zip(SEATS, votes, strict=True)]


def outcome(mode: Mode, votes: str, chair: str, deputy: str = "x") -> str:
    """Work out what becomes of a motion; whoever presides and says yes gives reasons."""
    if not _is_quorate(mode, votes):
        return "not decided"
    if any(_withholds(mode, votes, pair) for pair in mode.concurring):
        return "lost"
    if _passes(mode, votes):
        return "carried"
    ranked = sorted(vote for vote in votes if vote in "yn")
    half = len(ranked) // 2
    is_even = bool(ranked) and ranked == ["n"] * half + ["y"] * half
    if not (
        is_even
        and _passes(mode, votes, "y")
        and mode.share == Fraction(1, 2)
        and mode.is_chairs_tie
    ):
        return "lost"
    voice = deputy if chair == "r" and mode.has_deputy else chair
    return "carried" if voice == "y" else "lost"


def _is_quorate(mode: Mode, votes: str) -> bool:
    gone = {"x"} if mode.do_recused_count else {"x", "r"}
    here = "".join(p for p, vote in zip(PAIRS, votes, strict=True) if vote not in gone)
    return len(here) > 5 and set(here) == set("fagp")


def _withholds(mode: Mode, votes: str, pair: str) -> bool:
    at = PAIRS.index(pair)
    two = votes[at : at + 2]
    return "y" not in two and not (two == "rr" and mode.is_waived)


def _passes(mode: Mode, votes: str, more: str = "") -> bool:
    """Whether the yes are enough, with some more that nobody is added to the base for."""
    left_out = {"cast": "axr", "present": "xr", "entire": "r"}[mode.basis]
    electors = [vote for vote in votes if vote not in left_out]
    if mode.does_chair_count and mode.basis != "cast":
        electors.append("chair")
    if not electors:
        return False
    share = Fraction(electors.count("y") + len(more), len(electors))
    return share > mode.share if mode.share == Fraction(1, 2) else share >= mode.share


def without_deputy(mode: Mode) -> Mode:
    """Return the mode with nobody to step in."""
    return replace(mode, has_deputy=False)
