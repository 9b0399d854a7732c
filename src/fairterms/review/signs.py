"""A sign: something seen that speaks for a concern. Yes means seen; it never means intended."""

from collections.abc import Callable
from dataclasses import dataclass

from fairterms.review.safeguard import Safeguard
from fairterms.review.scorecard import Answer, Material, Question, Reply, evidence_of
from fairterms.review.weighing import NO_RESULTS, absent, by_results, does_not_apply
from fairterms.units.finding import Evidence

Apply = Callable[[Material], bool]
Caution = Callable[[Material], str]
Talks = Callable[[Material], tuple[tuple[Evidence, ...], tuple[Evidence, ...]]]


def always(_material: Material) -> bool:
    """Apply to every agreement."""
    return True


@dataclass(frozen=True)
class Sign:
    """What to look for.

    Attributes
    ----------
    id, text
        As in :class:`fairterms.review.scorecard.Question`.
    checks
        Whose plain findings are the sign.
    sound
        What a text without the sign says.
    words
        Wording that is the sign by itself.
    applies
        On which agreements it makes sense.
    caution
        What a reader should know about every answer: words, or what says them.
    talks
        Returns what the log of the talks shows: the sign, and the contrary.
    """

    id: str
    text: str
    checks: tuple[str, ...]
    sound: tuple[Safeguard, ...] = ()
    words: tuple[Safeguard, ...] = ()
    applies: Apply = by_results
    caution: str | Caution = ""
    talks: Talks | None = None

    @property
    def question(self) -> Question:
        """The sign as a line of a scorecard."""
        return Question(self.id, self.text, self._rule, self.checks, self.answer)

    @property
    def _rule(self) -> str:
        seen = (
            [f"one of these checks has a finding: {', '.join(self.checks)}"] if self.checks else []
        )
        seen += [f"the text shows {one.words}" for one in self.words]
        sound = [f"the text shows {one.words}" for one in self.sound]
        none = ["nothing of the kind is in a text that was read whole"]
        return (
            f"Yes when {' or '.join(seen)}. No when {' or '.join([*sound, *none])}; else unclear."
        )

    def answer(self, material: Material) -> Answer:
        """Say whether the sign is seen."""
        if not self.applies(material):
            return does_not_apply(NO_RESULTS)
        seen = evidence_of(material.plain(*self.checks))
        said = tuple(q for one in self.words for q in one.seen(material.reading))
        sound = tuple(q for one in self.sound for q in one.seen(material.reading))
        in_talks, against = self.talks(material) if self.talks else ((), ())
        found, contrary = (*seen, *said, *in_talks), (*sound, *against)
        if found:
            why = self._because(material, _counted(len(found)))
            return Answer(Reply.YES, why, found, contrary)
        if sound:
            words = "Looked for and not seen; the text has a safeguard against it"
            return Answer(Reply.NO, self._because(material, words), (), contrary)
        return self._untold(material)

    def _untold(self, material: Material) -> Answer:
        """Answer where neither the sign nor its contrary stands."""
        doubts = evidence_of(material.unclear(*self.checks))
        silent: tuple[Evidence, ...] = ()
        if not doubts:
            looked = (*(one.words for one in self.words), *self.checks)
            silent = absent(material, *looked)
        if silent:
            named = f": {', '.join(self.checks)}" if self.checks else ""
            why = f"All was read, and what looks for it stayed silent{named}"
            return Answer(Reply.NO, self._because(material, why), (), silent)
        gaps = "; ".join(material.reading.gaps) or "the checks could not tell"
        why = self._because(material, f"Not seen in what was read ({gaps})")
        return Answer(Reply.UNCLEAR, why, (), doubts)

    def _because(self, material: Material, why: str) -> str:
        caution = self.caution(material) if callable(self.caution) else self.caution
        return f"{why}. {caution}".strip()


def _counted(number: int) -> str:
    return f"Seen in {number} place{'s' if number > 1 else ''}"
