"""The final assessment asks about every training, once, and names what to read again."""

from collections import Counter

import pytest

from fairterms.reference.assessment import LEAST_OF_EACH, QUESTIONS, draw_final, score_final
from fairterms.reference.lesson import lessons


@pytest.mark.parametrize("seed", range(20))
def test_no_training_is_left_out_and_no_question_asked_twice(seed: int) -> None:
    asked = draw_final(lessons(), seed)
    assert len({one.question.id for one in asked}) == QUESTIONS
    of_each = Counter(one.question.id[:2] for one in asked)
    assert set(of_each) == {"t1", "t2", "t3", "t4", "t5"}
    assert min(of_each.values()) >= LEAST_OF_EACH


def test_the_same_seed_draws_the_same_assessment() -> None:
    assert draw_final(lessons(), 3) == draw_final(lessons(), 3)
    assert draw_final(lessons(), 3) != draw_final(lessons(), 4)


def test_not_every_training_is_asked_the_same_number_of_questions() -> None:
    counts = {
        tuple(Counter(one.question.id[:2] for one in draw_final(lessons(), seed)).values())
        for seed in range(10)
    }
    assert len(counts) > 1


def test_questions_follow_the_trainings_and_their_sections() -> None:
    asked = draw_final(lessons(), 1)
    order = [(one.question.id[:2], one.question.section) for one in asked]
    assert order == sorted(order)


def test_what_was_missed_is_named_with_its_training() -> None:
    asked = draw_final(lessons(), 1)
    right = {one.question.id: one.right for one in asked}
    assert score_final(lessons(), asked, right).again == ()
    first, last = asked[0], asked[-1]
    given = {**right, first.question.id: (first.right + 1) % 4}
    del given[last.question.id]
    found = score_final(lessons(), asked, given)
    assert (found.right, found.asked) == (QUESTIONS - 2, QUESTIONS)
    titles = (
        lessons()[0].sections[first.question.section - 1],
        lessons()[4].sections[last.question.section - 1],
    )
    assert found.again == (f"1. {titles[0]}", f"5. {titles[1]}")


def test_three_quarters_pass() -> None:
    asked = draw_final(lessons(), 1)
    right = [(one.question.id, one.right) for one in asked]
    assert score_final(lessons(), asked, dict(right[:23])).is_passed
    assert not score_final(lessons(), asked, dict(right[:22])).is_passed
