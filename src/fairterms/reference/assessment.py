"""The final assessment: questions drawn over all trainings, and what to read again."""

import random
from collections.abc import Mapping, Sequence

from fairterms.reference.lesson import Lesson
from fairterms.reference.quiz import Asked, Score, score, shuffled

QUESTIONS = 30
"""What the final assessment asks (our choice)."""
LEAST_OF_EACH = 4
"""Of each training at least so many, so that none can be left out (our choice)."""


def draw_final(trainings: Sequence[Lesson], seed: int) -> tuple[Asked, ...]:
    """Draw the final assessment; the same seed gives the same one.

    Parameters
    ----------
    trainings
        All of them.
    seed
        Any number.

    Returns
    -------
    tuple of Asked
        :data:`QUESTIONS` of them, at least :data:`LEAST_OF_EACH` of each training, in the order of
        the trainings and their sections.
    """
    chance = random.Random(f"final {seed}")  # noqa: S311 - no secret hangs on it
    certain = {
        one.id
        for lesson in trainings
        for one in chance.sample(lesson.questions, min(LEAST_OF_EACH, len(lesson.questions)))
    }
    others = [one.id for lesson in trainings for one in lesson.questions if one.id not in certain]
    more = min(max(QUESTIONS - len(certain), 0), len(others))
    chosen = {*certain, *chance.sample(others, more)}
    return tuple(
        shuffled(chance, one)
        for lesson in trainings
        for one in sorted(lesson.questions, key=lambda one: one.section)
        if one.id in chosen
    )


def score_final(
    trainings: Sequence[Lesson], asked: Sequence[Asked], given: Mapping[str, int]
) -> Score:
    """Count the right answers of a final assessment.

    Parameters
    ----------
    trainings
        All of them.
    asked
        The assessment as drawn.
    given
        The place of the chosen answer, by the question's id; one that is missing is not right.

    Returns
    -------
    Score
        What to read again is named with its training.
    """
    parts = [
        (lesson, score(lesson, [one for one in asked if one.question in lesson.questions], given))
        for lesson in trainings
    ]
    again = tuple(f"{lesson.number}. {title}" for lesson, part in parts for title in part.again)
    return Score(sum(part.right for _, part in parts), len(asked), again)
