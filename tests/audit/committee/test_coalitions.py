"""What coalitions of whole constituencies can do."""

from dataclasses import replace
from fractions import Fraction

from fairterms.audit.committee.coalitions import coalitions, sentences, tied_share_of_seats
from tests.audit.committee.slow_oracle import Mode, charter_of


def test_six_of_sixteen_bloc_patterns_tie() -> None:
    charter = charter_of(Mode())
    found = coalitions(charter, charter.motion_classes[0])
    assert (found.patterns, found.tied, found.tied_share) == (16, 6, 0.375)
    assert len(found.carrying) == 5
    assert all(len(coalition) >= 3 for coalition in found.carrying)
    assert all(found.can_be_outvoted(one) for one in "fagp")


def test_concurrence_protects_whom_it_names_and_nobody_else() -> None:
    charter = charter_of(Mode(share=Fraction(2, 3), is_chairs_tie=False, concurring="p"))
    found = coalitions(charter, charter.motion_classes[0])
    assert [found.can_be_outvoted(one) for one in "fagp"] == [True, True, True, False]
    assert found.tied == 0


def test_two_thirds_of_eight_let_three_pairs_outvote_the_fourth_and_seven_eighths_do_not() -> None:
    for share, is_open in ((Fraction(2, 3), True), (Fraction(7, 8), False)):
        charter = charter_of(Mode(share=share, is_chairs_tie=False))
        assert coalitions(charter, charter.motion_classes[0]).can_be_outvoted("p") is is_open


def test_a_chair_inside_the_eight_leaves_seven_votes_and_no_tie_of_all() -> None:
    assert tied_share_of_seats(7) == 0
    charter = charter_of(Mode())
    seven = replace(charter, seats=charter.seats[:7])
    assert coalitions(seven, charter.motion_classes[0]).tied == 0


def test_the_facts_are_told_with_their_shares() -> None:
    charter = charter_of(Mode("present"))
    assert sentences(charter, coalitions(charter, charter.motion_classes[0])) == (
        (
            "Motions: if each constituency votes as one, there are 16 patterns: 5 carried, 5 lost, "
            "6 tied, so that the chair decides 37.5 % of them (of patterns seat by seat, "
            "27.3 % tie)."
        ),
        "Motions: the others can outvote pair f; pair a; pair g; pair p.",
        (
            "Motions: whoever abstains counts in the base, so that most ties with abstentions are "
            "lost whatever the chair says."
        ),
    )
