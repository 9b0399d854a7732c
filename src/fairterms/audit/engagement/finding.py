"""What an audit found, what each side answers, and whether it was put right."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.correspondence.entry import EvidenceFile


class Significance(StrEnum):
    """How much a finding matters; the order is from little to much."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Party(StrEnum):
    """A side of the deal."""

    GROUP = "group"
    PLAN = "plan"


class Answer(StrEnum):
    """What a side says to a finding."""

    AGREE = "agree"
    PARTLY = "partly"
    DISAGREE = "disagree"


class Result(StrEnum):
    """What a follow-up came to."""

    CLOSED = "closed"
    OPEN = "open"
    RISK_ACCEPTED = "risk_accepted"


ELEMENTS = ("criteria", "condition", "cause", "effect", "recommendation")
"""What a finding says before it may be issued: how it should be, how it is, why, what follows from
it, and what to do."""


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be.

    Attributes
    ----------
    id, engagement
        Its own id, and that of the work it comes from.
    title
        In a few words.
    on
        The day it was written.
    about
        The sides that answer it.
    criteria, condition, cause, effect, recommendation
        How it should be, how it is, why, what follows, what to do. A draft may lack some.
    significance
        How much it matters; None in a draft that does not say.
    observations
        Ids of what was seen.
    risks
        Ids of risks.toml.
    replaces
        The id of the draft this one stands in place of; empty for none.
    line
        Where it stands in the file.
    """

    id: str
    engagement: str
    title: str
    on: date
    about: tuple[Party, ...] = ()
    criteria: str = ""
    condition: str = ""
    cause: str = ""
    effect: str = ""
    recommendation: str = ""
    significance: Significance | None = None
    observations: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    replaces: str = ""
    line: int = 0

    @property
    def missing(self) -> tuple[str, ...]:
        """What it still lacks before it may be issued."""
        asked = (*ELEMENTS, "significance", "observations", "about")
        return tuple(one for one in asked if not getattr(self, one))


@dataclass(frozen=True)
class Issue:
    """That a finding was told to both sides: when, and by whom."""

    finding: str
    on: date
    by: str


@dataclass(frozen=True)
class Response:
    """What a side answers to a finding, printed as it was written.

    Attributes
    ----------
    finding, party
        To what, and which side.
    by, on
        Who wrote it, and when.
    answer
        Agree, partly or disagree.
    reason
        Why; needed unless it agrees.
    plan, owner, due
        What will be done, by whom, until when; needed unless it disagrees.
    line
        Where it stands in the file.
    """

    finding: str
    party: Party
    by: str
    on: date
    answer: Answer
    reason: str = ""
    plan: str = ""
    owner: str = ""
    due: date | None = None
    line: int = 0


@dataclass(frozen=True)
class FollowUp:
    """That somebody looked whether a finding was put right.

    Attributes
    ----------
    finding
        Of what.
    verified_by, on
        Who looked, and when; never the owner of a response.
    test
        What they did to find out.
    result
        Closed, still open, or the risk accepted.
    reason
        Why the risk is accepted, and by whom; empty otherwise.
    evidence
        The files that show it.
    line
        Where it stands in the file.
    """

    finding: str
    verified_by: str
    on: date
    test: str
    result: Result
    reason: str = ""
    evidence: tuple[EvidenceFile, ...] = ()
    line: int = 0
