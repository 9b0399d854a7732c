"""A criterion of readiness: a question, a pure function of what is known, and its judgement."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.stated import Proof, Stated
from fairterms.units.catalogue import Catalogue

T = TypeVar("T")


class Standing(StrEnum):
    """How a criterion stands."""

    READY = "ready"
    WATCH = "watch"
    UNKNOWN = "not known"
    NOT_YET = "not yet"


class When(StrEnum):
    """By when a criterion should be ready."""

    SIGNING = "before signing"
    RISK = "before money depends on results"
    RUNNING = "while the contract runs"


@dataclass(frozen=True)
class Judgement:
    """What a criterion says.

    Attributes
    ----------
    standing
        Ready, watch, not known, not yet.
    because
        Why, in a sentence or two.
    evidence
        What was found, each with its source.
    missing
        What was not found, or is said and not shown.
    first
        What to do first; empty only where the group is ready.
    """

    standing: Standing
    because: str
    evidence: tuple[Proof, ...] = ()
    missing: tuple[str, ...] = ()
    first: str = ""

    def __post_init__(self) -> None:
        assert self.because.endswith("."), "a reason is a sentence"
        is_ready = self.standing is Standing.READY
        assert is_ready != bool(self.first), "what is not ready says what to do first"


Judge = Callable[[Declaration, Situation], Judgement]


@dataclass(frozen=True)
class Criterion:
    """One thing to look at before a contract.

    Attributes
    ----------
    name
        Its module's name.
    title, question
        In a few words, and as one would ask it.
    why
        Why it matters, in plain words.
    requirements
        What of the project's requirements it serves.
    when
        By when it should be ready.
    judge
        A pure function of what the group says and what other rooms know.
    """

    name: str
    title: str
    question: str
    why: str
    requirements: tuple[str, ...]
    when: When
    judge: Judge

    def __post_init__(self) -> None:
        assert self.question.endswith("?"), f"{self.name}: a question ends with a question mark"
        assert self.requirements, f"{self.name}: a criterion serves a requirement"


def _always(_value: object) -> bool:
    return True


class Case:
    """Gathers the evidence of one judgement while it is weighed.

    What is heard counts for the judgement: where nobody said it, or nothing shows it, that is
    missing. What is noted only stands beside it.
    """

    def __init__(self) -> None:
        self._evidence: list[Proof] = []
        self._missing: list[str] = []
        self._not_shown: list[str] = []

    def hear(
        self,
        stated: Stated[T] | None,
        asks: str,
        say: Callable[[T], str],
        claims: Callable[[T], bool] = _always,
    ) -> T | None:
        """Return a value that counts, and keep it as evidence.

        Parameters
        ----------
        stated
            The value; None where nobody said it.
        asks
            What it is, in small letters: ``"how many clinicians the group has"``.
        say
            Turns the value into a sentence without its full stop.
        claims
            Whether the value is one that must be shown; that there is none of something need not.
        """
        if stated is None:
            self._missing.append(f"Nobody said {asks}.")
            return None
        if not stated.is_shown and claims(stated.value):
            self._not_shown.append(asks)
        return self.note(stated, say)

    def note(self, stated: Stated[T] | None, say: Callable[[T], str]) -> T | None:
        """Return a value that only stands beside the others; it may be missing."""
        if stated is None:
            return None
        self._evidence.append(stated.proof(say))
        return stated.value

    def add(self, words: str, source: str) -> None:
        """Keep a sentence of evidence that is no single value."""
        self._evidence.append(Proof(words, source))

    def lack(self, words: str) -> None:
        """Keep a sentence about evidence that is missing."""
        self._missing.append(words)

    def judged(self, standing: Standing, because: str, first: str = "") -> Judgement:
        """Return the judgement.

        Notes
        -----
        Nobody is ready on their own word: where nothing shows what a judgement rests on, it is one
        to watch, and what to do first is to name what shows it.
        """
        shown = tuple(f"Said, but nothing shows it: {asks}." for asks in self._not_shown)
        missing = (*self._missing, *shown)
        if standing is Standing.READY and self._not_shown:
            standing = Standing.WATCH
            because = f"{because} The group says so; nothing named shows it."
            first = f"Name in readiness.toml what shows {self._not_shown[0]}."
        return Judgement(standing, because, tuple(self._evidence), missing, first)

    def unknown(self, because: str, first: str) -> Judgement:
        """Return that it cannot be told."""
        return self.judged(Standing.UNKNOWN, because, first)


CRITERIA = Catalogue("fairterms.prepare.readiness.criteria", "CRITERION", Criterion)
"""Every criterion, by name."""
