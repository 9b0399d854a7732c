"""A quiz is drawn by its seed, asks each question once, and tells what to read again."""

from decimal import Decimal

from fairterms.reference.lesson import FEWEST_QUESTIONS, Explains, Lesson, Question
from fairterms.reference.quiz import draw, score


def made_up(questions: int = 20) -> Lesson:
    sections = "\n".join(f"## {number}. Section {number}\n\nWords.\n" for number in range(1, 5))
    every = tuple(
        Question(f"q{n}", n % 4 + 1, f"Ask {n}?", "yes", ("no", "maybe", "never"), "Because.")
        for n in range(questions)
    )
    nothing = Explains({}, {}, {}, {})
    text = f"# A made-up one\n\n{sections}"
    return Lesson(1, "A made-up one", text, Decimal(1), (), every, nothing)


def test_the_same_seed_draws_the_same_quiz_and_another_draws_another() -> None:
    assert draw(made_up(), 7) == draw(made_up(), 7)
    assert draw(made_up(), 7) != draw(made_up(), 8)


def test_each_question_is_asked_once_in_the_order_of_the_sections() -> None:
    asked = draw(made_up(), 3)
    assert len({one.question.id for one in asked}) == FEWEST_QUESTIONS
    sections = [one.question.section for one in asked]
    assert sections == sorted(sections)
    assert all(one.answers[one.right] == "yes" for one in asked)


def test_the_right_answer_stands_in_every_place() -> None:
    places = {one.right for seed in range(10) for one in draw(made_up(), seed)}
    assert places == {0, 1, 2, 3}


def test_what_was_missed_is_named_by_its_section() -> None:
    lesson = made_up()
    asked = draw(lesson, 1)
    right = {one.question.id: one.right for one in asked}
    assert score(lesson, asked, right).again == ()
    assert score(lesson, asked, right).is_passed
    wrong = {**right, asked[0].question.id: (asked[0].right + 1) % 4}
    found = score(lesson, asked, wrong)
    assert (found.right, found.asked) == (FEWEST_QUESTIONS - 1, FEWEST_QUESTIONS)
    assert found.again == (f"Section {asked[0].question.section}",)


def test_three_quarters_are_enough_and_one_less_is_not() -> None:
    lesson = made_up()
    asked = draw(lesson, 1)
    right = [(one.question.id, one.right) for one in asked]
    assert score(lesson, asked, dict(right[:9])).is_passed
    assert not score(lesson, asked, dict(right[:8])).is_passed
