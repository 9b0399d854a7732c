"""The talks: they follow from the choices, always end, and show every tactic on the way."""

from collections import Counter

import pytest

from fairterms.negotiate.practice.script import End, Result, Worth
from fairterms.negotiate.practice.talk import LONGEST, Choice, Talk, play
from fairterms.units.finding import TACTICS
from tests.negotiate.practice.played import (
    CLOSINGS,
    GOOD,
    HARMFUL,
    MAIN,
    SCRIPT,
    WEAK,
    every_talk,
    reply_of,
    talked,
)


def test_the_talks_begin_with_the_first_round_and_every_point_open() -> None:
    talk = Talk(SCRIPT)
    assert talk.next is SCRIPT.rounds[0]
    assert talk.says == SCRIPT.rounds[0].says[-1].words
    assert set(talk.standing.values()) == {Result.OPEN}
    assert talk.end is None


def test_good_replies_lead_through_the_main_rounds_alone() -> None:
    talk = talked(GOOD)
    assert tuple(one.round.id for one in talk.turns) == MAIN
    assert set(talk.standing.values()) == {Result.AGREED}
    assert (talk.asked_well, talk.given_away) == (len(MAIN), 0)


@pytest.mark.parametrize("worth", [WEAK, HARMFUL], ids=str)
def test_the_plan_comes_back_where_it_was_not_answered_well(worth: Worth) -> None:
    talk = talked(worth)
    assert [one.round.id for one in talk.turns] == [one.id for one in SCRIPT.rounds]


def test_what_is_given_away_stands_as_given() -> None:
    assert set(talked(HARMFUL).standing.values()) == {Result.GIVEN}


def test_what_was_asked_vaguely_is_said_or_stays_open() -> None:
    assert Counter(talked(WEAK).standing.values()) == {Result.SAID: 3, Result.OPEN: 4}


def test_the_plan_gives_way_fully_only_to_who_asked_well_before() -> None:
    late = talked(GOOD, final_figures=WEAK, benchmarks=WEAK, limit=WEAK, portal=GOOD)
    assert late.standing["platform-mandate"] is Result.HALF
    assert talked(GOOD, final_figures=WEAK).standing["platform-mandate"] is Result.AGREED


def test_a_late_objection_wins_the_second_best_at_most() -> None:
    talk = talked(GOOD, portal=HARMFUL, portal_again=GOOD)
    assert talk.standing["platform-mandate"] is Result.HALF
    alone = talked(HARMFUL, changes_again=GOOD)
    assert alone.standing["amend-unilateral"] is Result.OPEN


def test_the_plan_takes_the_next_step_where_the_first_was_not_questioned() -> None:
    talk = talked(GOOD, portal=WEAK, portal_again=WEAK)
    (again,) = [one for one in talk.turns if one.round.id == "portal_again"]
    assert again.round.tactic == "ratcheting"


def test_what_the_plan_says_depends_on_what_came_before() -> None:
    pressed = talked(HARMFUL).turns
    calm = talked(GOOD).turns
    said = {one.round.id: one.says for one in calm}
    assert [one.round.id for one in pressed if one.says != said.get(one.round.id, one.says)] == [
        "benchmarks",
        "portal",
        "changes",
        "withhold",
    ]


def test_each_closing_ends_the_talks_in_its_way() -> None:
    ends = {one: talked(GOOD, closing=one).end for one in CLOSINGS}
    assert ends == {
        "sign_now": End.AGREED,
        "sign_in_writing": End.AGREED,
        "defer": End.DEFERRED,
        "walk_away": End.WALKED_AWAY,
    }
    ended = talked(GOOD)
    assert ended.next is None
    assert ended.says == ""
    with pytest.raises(AssertionError, match="the talks have ended"):
        ended.after(Choice("closing", "defer"))


def test_the_same_choices_give_the_same_talks() -> None:
    talk = talked(WEAK)
    again = play(SCRIPT, [one.choice for one in talk.turns])
    assert again == talk
    assert again.turns == talk.turns


def test_what_does_not_fit_is_left_out_with_all_that_follows() -> None:
    first = Choice("final_figures", "see_first")
    for wrong in (Choice("limit", "leave_it"), Choice("benchmarks", "nothing")):
        talk = play(SCRIPT, [first, wrong, Choice("benchmarks", "one_case")])
        assert len(talk.turns) == 1
        assert not talk.takes(wrong)


def test_a_choice_of_another_round_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="a reply of the round"):
        Talk(SCRIPT).after(Choice("limit", "leave_it"))


def test_own_words_stand_in_place_of_the_scripts() -> None:
    choice = Choice("final_figures", "see_first", own="  Show us\nthe data. ")
    talk = Talk(SCRIPT).after(choice)
    assert talk.turns[0].said == "Show us the data."
    assert Talk(SCRIPT).after(Choice("final_figures", "see_first")).turns[0].said.startswith("How")


def test_own_words_are_cut_and_hold_nothing_that_cannot_be_printed() -> None:
    assert len(Choice("a", "b", own="x" * 9_000).words) == LONGEST
    assert Choice("a", "b", own="a\x00\x1b\ud800b\u2028c").words == "ab c"


def test_any_sign_of_a_round_counts_as_seen_and_no_other() -> None:
    reply = reply_of("portal", GOOD)
    before = talked(GOOD).turns[:3]
    talk = Talk(SCRIPT, before)
    seen = {
        one: talk.after(Choice("portal", reply, one)).turns[-1].is_recognised for one in TACTICS
    }
    assert [one for one, is_seen in seen.items() if is_seen] == [
        "take_it_or_leave_it",
        "unfunded_mandates",
    ]
    assert not talk.after(Choice("portal", reply)).turns[-1].is_recognised


@pytest.mark.slow
def test_every_way_ends_and_shows_every_tactic() -> None:
    count, ends = 0, Counter[End | None]()
    for talk in every_talk(Talk(SCRIPT)):
        count += 1
        ends[talk.end] += 1
        assert {one.round.tactic for one in talk.turns} - {""} == TACTICS.keys()
        assert len(talk.turns) <= len(SCRIPT.rounds)
    # Four rounds with 3 replies; three with 1 good, or 2 others and 3 more; 4 ways to end.
    assert count == 3**4 * (1 + 2 * 3) ** 3 * 4
    assert ends == {
        End.AGREED: count // 2,
        End.DEFERRED: count // 4,
        End.WALKED_AWAY: count // 4,
    }
