"""What can be asked about: one of the trainings, or all of them at the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.reference.assessment import draw_final, score_final
from fairterms.reference.lesson import Lesson, lessons
from fairterms.reference.lesson_links import section_anchor
from fairterms.reference.quiz import Asked, Score, draw, score

FINAL = "final"
"""What the final assessment is called in rows and addresses."""


@dataclass(frozen=True)
class Subject:
    """What a quiz is about.

    Attributes
    ----------
    about
        The number of a training, or :data:`FINAL`.
    title
        As pages show it.
    trainings
        One, or all.
    """

    about: str
    title: str
    trainings: tuple[Lesson, ...]

    @property
    def hours(self) -> Decimal:
        """What it takes, in hours."""
        return sum((one.hours for one in self.trainings), Decimal(0))

    def drawn(self, seed: int) -> tuple[Asked, ...]:
        """Return its questions for a seed."""
        if self.about == FINAL:
            return draw_final(self.trainings, seed)
        return draw(self.trainings[0], seed)

    def score(self, asked: Sequence[Asked], given: Mapping[str, int]) -> Score:
        """Count the right answers."""
        if self.about == FINAL:
            return score_final(self.trainings, asked, given)
        return score(self.trainings[0], asked, given)

    def places_missed(
        self, asked: Sequence[Asked], given: Mapping[str, int]
    ) -> list[tuple[int, str, str]]:
        """Return the sections to read again: training, anchor and title, in their order."""
        missed = {one.question for one in asked if given.get(one.question.id) != one.right}
        found = {
            (lesson.number, one.section)
            for lesson in self.trainings
            for one in lesson.questions
            if one in missed
        }
        titles = {one.number: one.sections for one in self.trainings}
        return [
            (number, section_anchor(section), titles[number][section - 1])
            for number, section in sorted(found)
        ]


def subjects() -> dict[str, Subject]:
    """Return everything that can be asked about, in order."""
    every = lessons()
    each = {one.key: Subject(one.key, one.title, (one,)) for one in every}
    return {**each, FINAL: Subject(FINAL, "The final assessment", every)}
