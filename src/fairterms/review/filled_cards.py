"""The scorecards of one agreement, filled in, with their counts in a line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fairterms.review.adhesion import ADHESION
from fairterms.review.cards import GOOD_FAITH
from fairterms.review.concerns import CONCERNS
from fairterms.review.scorecard import Line, Material, Question, Reply, fill_in
from fairterms.review.talks import beside

_SEEN = {Reply.YES: "seen", Reply.NO: "not seen", Reply.UNCLEAR: "unclear"}


@dataclass(frozen=True)
class Filled:
    """A scorecard filled in.

    Attributes
    ----------
    title, anchor
        Of its section.
    things
        What it counts, as "questions" or "concerns".
    lines
        Its questions with their answers.
    is_of_signs
        Whether yes means that a sign is seen, rather than that a test is met.
    """

    title: str
    anchor: str
    things: str
    lines: tuple[Line, ...]
    is_of_signs: bool = False

    @property
    def summary(self) -> str:
        """The counts in a line: "Of 20 questions: 4 yes, 9 no, 7 unclear."."""
        counts = Counter(line.answer.reply for line in self.lines)
        said = ", ".join(f"{counts[reply]} {self.word(reply)}" for reply in Reply)
        return f"Of {len(self.lines)} {self.things}: {said}."

    def word(self, reply: Reply) -> str:
        """Return a reply as this card says it."""
        return _SEEN[reply] if self.is_of_signs else reply.value


def filled(material: Material) -> tuple[Filled, ...]:
    """Fill in the cards whose lines are questions: good faith, concerns, adhesion."""

    def card(questions: Iterable[Question]) -> tuple[Line, ...]:
        return fill_in(questions, material)

    good_faith = tuple(beside(material, line) for line in card(GOOD_FAITH.values()))
    return (
        Filled("Twenty good-faith questions", "good-faith", "questions", good_faith),
        Filled(
            "Concerns about the incentive", "concerns", "concerns", card(CONCERNS), is_of_signs=True
        ),
        Filled(
            "Signs of adhesion", "adhesion", "groups of signs", card(ADHESION), is_of_signs=True
        ),
    )


def summary(material: Material) -> str:
    """Return the counts of the twenty questions as one line; empty for other agreements."""
    if not material.reading.is_provider_agreement:
        return ""
    lines = fill_in(GOOD_FAITH.values(), material)
    return Filled("Twenty good-faith questions", "good-faith", "questions", lines).summary
