"""Answers as a page explains them, question by question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fairterms.reference.quiz import Asked


@dataclass(frozen=True)
class Answer:
    """One question with what was chosen.

    Attributes
    ----------
    ask
        The question.
    chosen
        What was chosen; empty where nothing was.
    right
        The right answer.
    because
        Why.
    """

    ask: str
    chosen: str
    right: str
    because: str

    @property
    def is_right(self) -> bool:
        """Whether the right answer was chosen."""
        return self.chosen == self.right


def explained(asked: Sequence[Asked], given: Mapping[str, int]) -> list[Answer]:
    """Return each question with the chosen answer and the reason, in their order."""
    return [
        Answer(
            one.question.ask,
            one.answers[given[one.question.id]] if one.question.id in given else "",
            one.question.right,
            one.question.because,
        )
        for one in asked
    ]
