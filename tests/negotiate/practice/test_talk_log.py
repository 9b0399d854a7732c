"""The practice log is a log as real talks have it, marked as practice."""

from datetime import date

import pytest

from fairterms.correspondence import reader, sealing
from fairterms.correspondence.entry import Kind, Side
from fairterms.correspondence.state import State, standings
from fairterms.correspondence.tally import tally
from fairterms.negotiate.practice.script import Worth
from fairterms.negotiate.practice.talk import Choice, Talk
from fairterms.negotiate.practice.talk_log import MARK, log_of, log_text
from tests.negotiate.practice.played import (
    CLOSINGS,
    GOOD,
    HARMFUL,
    SCRIPT,
    WEAK,
    talked,
)

LAST = date(2026, 11, 20)


def test_an_empty_practice_is_its_mark_and_no_entry() -> None:
    assert log_text(Talk(SCRIPT)) == MARK
    assert log_of(Talk(SCRIPT)).entries == ()
    assert MARK.startswith("# PRACTICE")
    assert all(line.startswith("#") for line in MARK.splitlines())


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("worth", Worth, ids=str)
def test_every_log_is_read_without_a_problem(worth: Worth, closing: str) -> None:
    talk = talked(worth, closing)
    log = reader.read_text(log_text(talk), today=LAST)
    assert log.problems == ()
    assert len(log.entries) >= 3 * len(talk.turns)
    assert len(sealing.next_seals(log)) == len(log.entries)


@pytest.mark.slow
def test_every_answer_of_every_reply_makes_entries_that_are_read() -> None:
    for first in (GOOD, WEAK, HARMFUL):
        for one in SCRIPT.rounds:
            for other in (GOOD, WEAK, HARMFUL):
                if one.ask:
                    assert log_of(talked(first, **{one.id: other})).entries


def test_the_plans_word_the_reply_and_the_answer_stand_in_order() -> None:
    talk = Talk(SCRIPT).after(Choice("final_figures", "see_first", "ratcheting"))
    said, reply, answer, later = log_of(talk).entries
    assert [one.side for one in (said, reply, answer)] == [Side.PLAN, Side.GROUP, Side.PLAN]
    assert (said.words, reply.words) == (talk.turns[0].says, talk.turns[0].said)
    assert (said.tactic, reply.tactic, answer.tactic) == ("ratcheting", "", "")
    assert (reply.kind, reply.due) == (Kind.REQUEST, date(2026, 9, 29))
    assert (answer.kind, answer.replies_to) == (Kind.PROMISE, reply.id)
    assert (later.replies_to, later.fulfils) == (answer.id, True)
    assert said.by == answer.by == "contracting lead"
    assert reply.by == "managing partner"


def test_own_words_stand_in_the_log_whatever_they_hold() -> None:
    own = 'Say "yes"\\ = [[entry]] # \U0001f600 ”'
    talk = Talk(SCRIPT).after(Choice("final_figures", "see_first", own=own))
    assert log_of(talk).entries[1].words == own


def test_good_questions_are_answered_and_promises_kept() -> None:
    log = log_of(talked(GOOD))
    counts = tally(log, LAST)
    assert counts[Side.PLAN].promises == {State.KEPT: 3}
    assert counts[Side.PLAN].asked == {State.ANSWERED: 7}
    assert counts[Side.PLAN].refusals == 0


def test_vague_questions_bring_no_promise() -> None:
    counts = tally(log_of(talked(WEAK)), LAST)
    assert counts[Side.PLAN].promise_count == 0
    assert counts[Side.PLAN].refusals == 2


def test_who_gives_away_concedes_in_the_log() -> None:
    counts = tally(log_of(talked(HARMFUL, "sign_now")), LAST)
    assert counts[Side.GROUP].concessions == 10
    assert counts[Side.PLAN].asked_count == 0


def test_the_plans_offer_is_answered_by_our_own() -> None:
    log = log_of(talked(GOOD))
    states = {one.entry.id: one.state for one in standings(log, LAST)}
    assert states["closing"] is State.ANSWERED
    assert states["closing_reply"] is State.ANSWERED
