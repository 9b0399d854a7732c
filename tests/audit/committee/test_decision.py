"""A decision: every ballot against an independent twin, what must always hold, and each rule."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product

import pytest

from fairterms.audit.committee import tally as tallies
from fairterms.audit.committee.ballot import Ballot, Motion, Roster, Vote, full
from fairterms.audit.committee.charter import Charter, Deadlines, MotionClass
from fairterms.audit.committee.decision import Decision, decide
from fairterms.audit.committee.ground import Ground, Outcome
from fairterms.audit.committee.tally import Tally
from fairterms.units.refusal import Refusal
from tests.audit.committee.slow_oracle import (
    PAIRS,
    VOTES,
    Mode,
    ballots_of,
    charter_of,
    modes,
    outcome,
    without_deputy,
)

MOTION = Motion("a motion", "m")
SIMPLE, MAJOR, SHARP = Fraction(1, 2), Fraction(2, 3), Fraction(3, 4)
SHIPPED = (
    Mode("cast"),
    Mode("present"),
    Mode("present", MAJOR, is_chairs_tie=False, concurring="gp"),
    Mode("entire", SHARP, is_chairs_tie=False, concurring="fagp", does_chair_count=True),
)
"""Modes like the classes of the shipped charter."""


def decided(mode: Mode, votes: str, chair: str = "a", deputy: str = "a") -> Decision:
    charter = charter_of(mode)
    return decide(charter, full(charter), MOTION, [*ballots_of(votes), *presiding(chair, deputy)])


def presiding(chair: str, deputy: str = "a") -> list[Ballot]:
    return [Ballot("chair", VOTES[chair], "why"), Ballot("deputy", VOTES[deputy], "why")]


def differing(mode: Mode, letters: str, chairs: Iterable[str] = "y") -> Iterator[str]:
    """Name the states in which decision and twin differ."""
    charter = charter_of(mode)
    roster = full(charter)
    presides = {chair: presiding(chair) for chair in chairs}
    for pattern in product(letters, repeat=8):
        votes = "".join(pattern)
        ballots = ballots_of(votes)
        for chair, casting in presides.items():
            ours = decide(charter, roster, MOTION, [*ballots, *casting])
            if ours.outcome.value != outcome(mode, votes, chair, "a"):
                yield f"{votes} {chair}"


def test_every_yes_no_and_abstention_of_eight_is_decided_as_by_the_slow_twin() -> None:
    assert list(differing(SHIPPED[0], "yna")) == []


@pytest.mark.slow
@pytest.mark.parametrize("mode", [one for one in modes() if one.do_recused_count and one.is_waived])
def test_every_yes_no_and_abstention_is_decided_alike_in_every_mode(mode: Mode) -> None:
    assert list(differing(mode, "yna", "yn" if mode.is_chairs_tie else "y")) == []


@pytest.mark.slow
@pytest.mark.parametrize("mode", SHIPPED)
def test_every_state_of_eight_seats_is_decided_as_by_the_slow_twin(mode: Mode) -> None:
    assert list(differing(mode, "ynaxr")) == []


def test_drawn_states_are_decided_alike_in_every_mode_whoever_presides() -> None:
    draw = random.Random(4)  # noqa: S311 - votes, not keys
    for mode in modes():
        for one in (mode, without_deputy(mode)):
            for _ in range(3):
                votes = "".join(draw.choices("ynaxr", (6, 6, 2, 1, 1), k=8))
                chair, deputy = draw.choices("ynaxr", k=2)
                ours = decided(one, votes, chair, deputy).outcome.value
                assert ours == outcome(one, votes, chair, deputy), (one, votes, chair, deputy)


def test_a_planted_fault_is_seen_by_the_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_abstentions(_charter: Charter, _kind: MotionClass, tally: Tally) -> int:
        return tally.yes + tally.no + tally.abstain

    monkeypatch.setattr(tallies, "base", with_abstentions)
    assert next(differing(Mode("cast"), "yna")) == "yyyynnna y"


def test_of_all_yes_no_and_abstain_patterns_1107_have_as_many_yes_as_no() -> None:
    charter = charter_of(Mode())
    found = []
    for pattern in product("yna", repeat=8):
        laid = {one.seat: one for one in ballots_of("".join(pattern))}
        found.append(tallies.count(charter, laid))
    assert sum(one.yes == one.no for one in found) == 1107
    assert sum(one.is_tied for one in found) == 1106, "silence of all is no tie"


def test_with_all_eight_voting_27_3_per_cent_of_patterns_tie() -> None:
    found = [decided(Mode(), "".join(one)).tally.is_tied for one in product("yn", repeat=8)]
    assert sum(found) == 70
    assert round(sum(found) / len(found), 3) == 0.273


SEEDED = random.Random(9)  # noqa: S311 - votes, not keys
DRAWN = tuple((mode, "".join(SEEDED.choices("ynaxr", (6, 6, 2, 1, 1), k=8))) for mode in modes())


def test_a_motion_and_its_opposite_are_never_both_carried() -> None:
    both = str.maketrans("yn", "ny")
    for mode, votes in DRAWN:
        turned = decided(mode, votes.translate(both), "n").outcome
        assert not (decided(mode, votes, "y").outcome is turned is Outcome.CARRIED)


def test_without_a_tie_a_simple_majority_of_votes_cast_favours_neither_side() -> None:
    both = str.maketrans("yn", "ny")
    for pattern in product("yn", repeat=8):
        votes = "".join(pattern)
        if votes.count("y") != 4:
            outcomes = {decided(Mode(), one).outcome for one in (votes, votes.translate(both))}
            assert outcomes == {Outcome.CARRIED, Outcome.LOST}


@pytest.mark.parametrize("was", ["n", "a"])
@pytest.mark.parametrize("chair", ["y", "n"])
def test_one_yes_more_never_loses_a_motion(was: str, chair: str) -> None:
    for mode, votes in DRAWN:
        if decided(mode, votes, chair).outcome is Outcome.CARRIED and was in votes:
            more = votes.replace(was, "y", 1)
            assert decided(mode, more, chair).outcome is Outcome.CARRIED, (mode, votes)


def test_members_of_one_constituency_are_alike() -> None:
    for mode, votes in DRAWN:
        swapped = "".join(votes[at : at + 2][::-1] for at in range(0, 8, 2))
        assert decided(mode, swapped).ground is decided(mode, votes).ground


def test_without_concurrence_all_seats_are_alike_in_a_quorum() -> None:
    for mode, votes in DRAWN:
        if not mode.concurring and "x" not in votes and "r" not in votes:
            assert decided(mode, votes[::-1]).ground is decided(mode, votes).ground


def test_the_chair_matters_only_at_a_tie() -> None:
    for mode, votes in DRAWN:
        outcomes = {decided(mode, votes, chair, "n").outcome for chair in "ynaxr"}
        is_tied = votes.count("y") == votes.count("n") > 0
        assert len(outcomes) == 1 or (is_tied and mode.is_chairs_tie)


TIE = "yynnyynn"


@pytest.mark.parametrize(
    ("chair", "deputy", "ground"),
    [
        ("y", "n", Ground.CHAIR_YES),
        ("n", "y", Ground.CHAIR_NO),
        ("a", "y", Ground.CHAIR_SILENT),
        ("x", "y", Ground.CHAIR_SILENT),
        ("r", "y", Ground.CHAIR_YES),
        ("r", "n", Ground.CHAIR_NO),
        ("r", "a", Ground.CHAIR_SILENT),
        ("r", "r", Ground.NOBODY_PRESIDES),
    ],
)
def test_a_tie_is_for_whoever_presides(chair: str, deputy: str, ground: Ground) -> None:
    assert decided(Mode(), TIE, chair, deputy).ground is ground


def test_a_tie_with_the_chair_recused_and_no_deputy_is_lost() -> None:
    found = decided(Mode(has_deputy=False), TIE, "r", "y")
    assert found.ground is Ground.NOBODY_PRESIDES
    assert found.outcome is Outcome.LOST
    assert found.casting is None


def test_a_deputy_steps_in_for_an_absent_chair_only_where_the_charter_says_so() -> None:
    charter = charter_of(Mode())
    wider = replace(charter, chair=replace(charter.chair, deputy_for=("recused", "absent")))
    ballots = [*ballots_of(TIE), Ballot("deputy", Vote.YES, "why")]
    grounds = [decide(one, full(one), MOTION, ballots).ground for one in (charter, wider)]
    assert grounds == [Ground.CHAIR_SILENT, Ground.CHAIR_YES]


def test_a_yes_without_written_reasons_does_not_carry() -> None:
    charter = charter_of(Mode())
    ballots = [*ballots_of(TIE), Ballot("chair", Vote.YES, " ")]
    found = decide(charter, full(charter), MOTION, ballots)
    assert found.ground is Ground.NO_REASONS
    assert found.outcome is Outcome.LOST


def test_silence_of_all_is_no_tie() -> None:
    assert decided(Mode(), "aaaaaaaa", "y").ground is Ground.NOBODY_VOTED


def test_the_chair_never_makes_a_tie() -> None:
    assert decided(Mode(), "yyynnnna", "y").outcome is Outcome.LOST


@pytest.mark.parametrize(
    ("mode", "votes", "ground"),
    [
        (Mode("present"), "yyyynnna", Ground.THRESHOLD),
        (Mode("cast"), "yyyynnna", Ground.MAJORITY),
        (Mode("present"), "yyynnnaa", Ground.TIE_SHORT),
        (Mode("present"), "yyynnnar", Ground.CHAIR_SILENT),
        (Mode("entire"), "yyynnnxa", Ground.TIE_SHORT),
        (Mode("entire", does_chair_count=True), TIE, Ground.CHAIR_SILENT),
        (Mode("entire"), "yyyynnxa", Ground.THRESHOLD),
        (Mode("entire"), "yyyynnra", Ground.MAJORITY),
        (Mode("present", MAJOR, is_chairs_tie=False), "yyyynnrr", Ground.MAJORITY),
        (Mode("present", MAJOR, is_chairs_tie=False), "yyyynnaa", Ground.THRESHOLD),
        (Mode("cast", MAJOR, is_chairs_tie=False), "yyynnnaa", Ground.THRESHOLD),
        (Mode("cast", is_chairs_tie=False), TIE, Ground.TIE_LOST),
        (Mode("cast", concurring="p"), "yyyyyynn", Ground.CONCURRENCE),
        (Mode("cast", concurring="p"), "yyyyyyrr", Ground.MAJORITY),
        (Mode("cast", concurring="p", is_waived=False), "yyyyyyrr", Ground.CONCURRENCE),
        (Mode("cast", concurring="p"), "yyyynnnn", Ground.CONCURRENCE),
        (Mode("entire", SHARP, is_chairs_tie=False), "yyyyyynn", Ground.MAJORITY),
        (
            Mode("entire", SHARP, is_chairs_tie=False, does_chair_count=True),
            "yyyyyynn",
            Ground.THRESHOLD,
        ),
        (Mode(do_recused_count=False), "yyyyyrrr", Ground.QUORUM),
        (Mode(do_recused_count=True), "yyyyyrrr", Ground.MAJORITY),
        (Mode(), "yyyyyyxx", Ground.QUORUM),
        (Mode(), "yyyyyxyx", Ground.MAJORITY),
        (Mode(), "yyyyaxax", Ground.MAJORITY),
    ],
)
def test_each_rule_settles_what_it_is_for(mode: Mode, votes: str, ground: Ground) -> None:
    assert decided(mode, votes).ground is ground


def test_who_has_no_ballot_is_absent() -> None:
    charter = charter_of(Mode())
    found = decide(charter, full(charter), MOTION, ballots_of("yyyyyyyy")[:5])
    assert (found.tally.absent, found.ground) == (3, Ground.QUORUM)


def test_an_empty_seat_is_one_of_the_entire_committee() -> None:
    charter = charter_of(Mode("entire"))
    roster = Roster(full(charter).filled - {"f0"})
    found = decide(charter, roster, MOTION, ballots_of("yyyyynnn")[1:])
    assert (found.base, found.needed, found.outcome) == (8, 5, Outcome.LOST)


def test_a_vote_before_the_notice_has_run_decides_nothing() -> None:
    deadlines = Deadlines(notice_days=10, reconsideration_days=30, minutes_due_days=14)
    charter = replace(charter_of(Mode()), deadlines=deadlines)
    early, due = date(2027, 4, 10), date(2027, 4, 11)
    found = [
        decide(charter, full(charter), Motion("a", "m", date(2027, 4, 1), day), ballots_of("y" * 8))
        for day in (early, due)
    ]
    assert [one.ground for one in found] == [Ground.NOTICE, Ground.MAJORITY]
    assert found[1].minutes_due_on == date(2027, 4, 25)
    assert found[1].reconsidered_until == date(2027, 5, 11)
    assert decided(Mode(), "y" * 8).minutes_due_on is None


def test_a_charter_that_is_silent_about_a_recused_constituency_is_refused() -> None:
    charter = charter_of(Mode(concurring="p"))
    kind = replace(charter.motion_classes[0], concurrence_if_recused="")
    silent = replace(charter, motion_classes=(kind,))
    with pytest.raises(Refusal, match="wholly recused"):
        decide(silent, full(silent), MOTION, ballots_of("yyyyyyrr"))
    assert decide(silent, full(silent), MOTION, ballots_of("yyyyyyry")).ground is Ground.MAJORITY


def test_the_pairs_of_the_twin_are_those_of_the_charter() -> None:
    assert "".join(charter_of(Mode()).constituency_of.values()) == PAIRS
