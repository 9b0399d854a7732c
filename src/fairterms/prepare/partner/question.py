"""A question about the plan, and the group's reply to it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.units.catalogue import Catalogue


class Theme(StrEnum):
    """What a question is about."""

    FIT = "fit"
    WILLINGNESS = "willingness to share the risk of outcomes"
    DILIGENCE = "due diligence"
    GOALS = "goals and limits"
    OPENNESS = "openness"


class Weighs(StrEnum):
    """What the group makes of the plan's answer."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


@dataclass(frozen=True)
class Reply:
    """What the group knows about one question.

    Attributes
    ----------
    answer
        In the group's own words.
    weighs
        For the plan as a partner, against it, or still open.
    evidence
        What shows it: a document, a date, a named person. Empty where nothing does.
    on
        The day of that evidence.
    source
        Where the reply is written: ``"readiness.toml, line 90"``.
    """

    answer: str
    weighs: Weighs
    evidence: str = ""
    on: date | None = None
    source: str = "readiness.toml"

    @property
    def where(self) -> str:
        """The source with what shows it and of which day."""
        shown = f"{self.source}: {self.evidence}" if self.evidence else self.source
        return f"{shown}, {self.on}" if self.on else shown


@dataclass(frozen=True)
class Question:
    """One question about the plan.

    Attributes
    ----------
    name
        Its module's name, and its key under ``[partner]``.
    title
        In a few words.
    text
        As one would ask it.
    why
        Why it matters, in plain words.
    theme
        What it is about.
    requirements
        What of the project's requirements it serves.
    good, warning
        What a good answer looks like, and a warning sign.
    evidence
        What to ask for, one thing each.
    checks
        Checks of the contract's text whose findings answer the question with a warning.
    hints
        Checks whose findings only stand beside the answer: something to ask about.
    models
        Payment models; a clause of one in the terms speaks for a good answer.
    """

    name: str
    title: str
    text: str
    why: str
    theme: Theme
    requirements: tuple[str, ...]
    good: str
    warning: str
    evidence: tuple[str, ...]
    checks: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    models: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        assert self.text.endswith("?"), f"{self.name}: a question ends with a question mark"
        assert self.evidence, f"{self.name}: a question names what would answer it"
        assert self.requirements, f"{self.name}: a question serves a requirement"


QUESTIONS = Catalogue("fairterms.prepare.partner.questions", "QUESTION", Question)
"""Every question about the plan, by name."""
