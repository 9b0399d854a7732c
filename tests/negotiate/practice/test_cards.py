"""The scorecards are the real ones, with the practice log beside the contract."""

import pytest

from fairterms.correspondence.entry import Side
from fairterms.negotiate.practice.cards import Cards, cards, material
from fairterms.negotiate.practice.talk import Talk
from fairterms.negotiate.practice.talk_log import log_of
from fairterms.review import talks
from fairterms.review.filled_cards import filled
from fairterms.units.finding import TACTICS
from tests.negotiate.practice.played import CEDAR, GOOD, HARMFUL, WEAK, talked


def filled_in(talk: Talk) -> Cards:
    return cards(material(CEDAR, log_of(talk)))


@pytest.mark.slow
def test_the_log_is_seen_by_the_scorecards() -> None:
    found = filled_in(talked(GOOD))
    assert {one.tactic for one in found.signs} == TACTICS.keys()
    assert all(len(one.said) == 1 for one in found.signs)
    assert [line.question.id for line in found.heard] == ["gf_q02", "gf_q05", "gf_q09", "gf_q11"]
    assert found.summary.startswith("Of 20 questions: ")
    (honesty,) = [one for one in found.elements if one.name == "Honesty"]
    assert "the plan made 3 promises (3 kept" in honesty.remark


@pytest.mark.slow
def test_a_refused_question_is_a_sign_by_the_rule_of_the_log() -> None:
    signs = {one.tactic: len(one.said) for one in filled_in(talked(WEAK)).signs}
    assert signs["take_it_or_leave_it"] == 3
    assert signs["ratcheting"] == 3


@pytest.mark.slow
def test_where_nothing_is_asked_the_questions_hear_nothing() -> None:
    assert filled_in(talked(HARMFUL)).heard == ()


@pytest.mark.slow
def test_they_are_what_the_review_fills_in() -> None:
    log = log_of(talked(WEAK))
    seen = material(CEDAR, log)
    assert seen.log is log
    assert cards(seen).summary == filled(seen)[0].summary
    side = talks.of_side(seen, Side.PLAN)
    assert side is not None
    assert side.refusals == 2


@pytest.mark.slow
def test_the_contract_is_read_once() -> None:
    one, two = (material(CEDAR, log_of(talked(worth))) for worth in (GOOD, WEAK))
    assert one.reading is two.reading
    assert one.log is not two.log
