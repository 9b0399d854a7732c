"""Ballots are of filled seats, once each."""

import pytest

from fairterms.audit.committee.ballot import Ballot, Roster, Vote, full, opened
from fairterms.units.refusal import Refusal
from tests.audit.committee.slow_oracle import SEATS, Mode, charter_of

CHARTER = charter_of(Mode())


def test_ballots_are_laid_out_by_seat_with_the_chair_s() -> None:
    ballots = [Ballot("f0", Vote.YES), Ballot("chair", Vote.NO, "why")]
    assert opened(CHARTER, full(CHARTER), ballots) == {"f0": ballots[0], "chair": ballots[1]}


@pytest.mark.parametrize("seat", ["f0", "chair"])
def test_a_second_ballot_is_refused(seat: str) -> None:
    twice = [Ballot(seat, Vote.YES), Ballot(seat, Vote.YES)]
    with pytest.raises(Refusal, match=f"“{seat}” has voted twice"):
        opened(CHARTER, full(CHARTER), twice)


def test_a_ballot_of_no_seat_or_of_an_empty_one_is_refused() -> None:
    with pytest.raises(Refusal, match="there is no seat “guest”"):
        opened(CHARTER, full(CHARTER), [Ballot("guest", Vote.YES)])
    with pytest.raises(Refusal, match="the seat “f0” is empty"):
        opened(CHARTER, Roster(frozenset(SEATS[1:])), [Ballot("f0", Vote.YES)])
