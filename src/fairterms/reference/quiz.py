"""A quiz of a training: questions drawn at random, answers in random order, and what was right."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from fairterms.reference.lesson import FEWEST_QUESTIONS, Question

PASSED = 0.75
"""The share of right answers with which a training counts as understood."""


class Taught(Protocol):
    """What a quiz is about: a training, or a group's own course."""

    @property
    def key(self) -> str:
        """By which the quiz knows it."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that can be asked."""

    @property
    def sections(self) -> tuple[str, ...]:
        """The titles of its sections."""


@dataclass(frozen=True)
class Asked:
    """One question as it is asked.

    Attributes
    ----------
    question
        The question.
    answers
        The right answer and the others, in the order shown.
    """

    question: Question
    answers: tuple[str, ...]

    @property
    def right(self) -> int:
        """The place of the right answer, counted from 0."""
        return self.answers.index(self.question.right)


@dataclass(frozen=True)
class Score:
    """How a quiz went.

    Attributes
    ----------
    right, asked
        Right answers, and questions.
    again
        Titles of the sections to read again, in their order.
    """

    right: int
    asked: int
    again: tuple[str, ...]

    @property
    def is_passed(self) -> bool:
        """Whether enough answers were right."""
        return self.right >= PASSED * self.asked


def draw(lesson: Taught, seed: int, number: int = FEWEST_QUESTIONS) -> tuple[Asked, ...]:
    """Draw a quiz; the same seed gives the same one.

    Parameters
    ----------
    lesson
        The training.
    seed
        Any number.
    number
        How many questions; no more than the training has.
    """
    chance = random.Random(f"{lesson.key} {seed}")  # noqa: S311 - no secret hangs on it
    drawn = chance.sample(lesson.questions, min(number, len(lesson.questions)))
    in_order = sorted(drawn, key=lambda one: one.section)
    return tuple(shuffled(chance, one) for one in in_order)


def shuffled(chance: random.Random, question: Question) -> Asked:
    """Ask a question with its answers in random order."""
    answers = [question.right, *question.wrong]
    chance.shuffle(answers)
    return Asked(question, tuple(answers))


def score(lesson: Taught, asked: Sequence[Asked], given: Mapping[str, int]) -> Score:
    """Count the right answers.

    Parameters
    ----------
    lesson
        The training.
    asked
        The quiz as drawn.
    given
        The place of the chosen answer, by the question's id; one that is missing is not right.
    """
    missed = [one for one in asked if given.get(one.question.id) != one.right]
    sections = sorted({one.question.section for one in missed})
    return Score(
        len(asked) - len(missed),
        len(asked),
        tuple(lesson.sections[number - 1] for number in sections),
    )
