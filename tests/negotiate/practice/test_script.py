"""A script: its records are checked when they are built, and its words are filled in."""

from dataclasses import replace
from itertools import pairwise

import pytest

from fairterms.negotiate.practice.script import Answer, Reply, Result, Says, Script, Worth
from tests.negotiate.practice.played import GOOD, HARMFUL, SCRIPT, WEAK


def test_results_and_worths_have_an_order() -> None:
    ranks = [one.rank for one in Result]
    assert ranks == sorted(ranks)
    assert Result.GIVEN.rank < Result.OPEN.rank < Result.SAID.rank < Result.HALF.rank
    assert HARMFUL.rank < WEAK.rank < GOOD.rank
    assert [one for one in Result if one.is_kept] == [Result.HALF, Result.AGREED]


def test_a_reply_is_always_answered() -> None:
    first = SCRIPT.rounds[0].replies[0]
    with pytest.raises(AssertionError, match="is answered"):
        replace(first, answers=())
    with pytest.raises(AssertionError, match="fits always"):
        replace(first, answers=(replace(first.answers[0], asked=1),))


def test_the_plan_always_says_something() -> None:
    first = SCRIPT.rounds[0]
    with pytest.raises(AssertionError, match="fits always"):
        replace(first, says=(Says("Only if asked.", asked=1),))
    with pytest.raises(AssertionError, match="says something"):
        replace(first, says=())


def test_two_rounds_of_one_name_are_a_mistake() -> None:
    with pytest.raises(AssertionError, match="id of its own"):
        replace(SCRIPT, rounds=(SCRIPT.rounds[0], SCRIPT.rounds[0]))


def test_the_best_reply_is_the_good_one() -> None:
    assert all(one.best.worth is Worth.GOOD for one in SCRIPT.rounds)


def test_the_point_of_an_ask_is_that_of_its_first_round() -> None:
    assert SCRIPT.issue("platform-mandate").id == "portal"
    assert SCRIPT.rounds[0].reply("nothing") is None


def test_words_are_filled_in_wherever_they_stand() -> None:
    told = SCRIPT.told(lambda words, ask: f"{ask}: {words}")
    for one in told.rounds:
        said = [each.words for each in one.says]
        said += [text for reply in one.replies for text in (reply.words, reply.why)]
        said += [each.words for reply in one.replies for each in reply.answers]
        assert all(text.startswith(f"{one.ask}: ") for text in said)


def test_the_days_go_on_from_round_to_round() -> None:
    assert all(before.on < after.on for before, after in pairwise(SCRIPT.rounds))


def made(script: Script) -> list[tuple[Reply, Answer]]:
    return [
        (reply, each) for one in script.rounds for reply in one.replies for each in reply.answers
    ]


def test_only_the_last_round_leaves_no_result() -> None:
    for one in SCRIPT.rounds:
        for reply in one.replies:
            assert (reply.end is None) == bool(one.ask)
            assert all((each.result is None) == (not one.ask) for each in reply.answers)


def test_answers_come_in_falling_order_of_what_was_asked() -> None:
    for reply, _ in made(SCRIPT):
        asked = [each.asked for each in reply.answers]
        assert asked == sorted(asked, reverse=True)
