"""What both sides keep of their meetings: who met, what was decided, what is being improved."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.correspondence.entry import EvidenceFile
from fairterms.units.quantity import Quantity


class Every(StrEnum):
    """How often a meeting is due: once in each of these parts of a year."""

    QUARTER = "quarter"
    FOUR_MONTHS = "four months"
    HALF_YEAR = "half-year"

    @property
    def months(self) -> int:
        """How many months the part has."""
        return {Every.QUARTER: 3, Every.FOUR_MONTHS: 4, Every.HALF_YEAR: 6}[self]


@dataclass(frozen=True)
class MeetingRule:
    """How often the two sides meet, and where that is said.

    Attributes
    ----------
    every
        Once in each such part of the calendar year.
    document, section, quote
        Where the contract says so; empty for the practice we take where it says nothing.
    line
        Where it stands in its file; 0 where it does not.
    """

    every: Every
    document: str = ""
    section: str = ""
    quote: str = ""
    line: int = 0

    @property
    def is_declared(self) -> bool:
        """Whether the contract says so."""
        return bool(self.quote)


USUAL_RULE = MeetingRule(Every.HALF_YEAR)
"""Two meetings a year are the least of the two to four that are usual."""


@dataclass(frozen=True)
class Meeting:
    """A joint meeting.

    Attributes
    ----------
    id
        Names it within the file.
    on, kind
        When, and what sort: "Joint Operating Committee".
    group, plan
        Roles that were present, of each side.
    items
        What was spoken of.
    line
        Where it begins in the file.
    """

    id: str
    on: date
    kind: str
    group: tuple[str, ...]
    plan: tuple[str, ...]
    items: tuple[str, ...] = ()
    line: int = 0

    @property
    def is_joint(self) -> bool:
        """Whether both sides were present."""
        return bool(self.group and self.plan)


@dataclass(frozen=True)
class Minutes:
    """The minutes of a meeting: their file with its hash, and the day both sides had them."""

    meeting: str
    on: date
    file: EvidenceFile


@dataclass(frozen=True)
class Decision:
    """What a meeting decided.

    Attributes
    ----------
    id, meeting
        Its own name, and that of the meeting.
    what
        As a sentence.
    agreed_by
        Roles that agreed.
    owner, due
        Who does it, by when; None where no day was set.
    line
        Where it begins in the file.
    """

    id: str
    meeting: str
    what: str
    agreed_by: tuple[str, ...]
    owner: str
    due: date | None = None
    line: int = 0


@dataclass(frozen=True)
class Done:
    """That a decision was carried out: when, and what shows it."""

    decision: str
    on: date
    shown_by: str


@dataclass(frozen=True)
class Initiative:
    """Something both sides try to improve.

    Attributes
    ----------
    id
        Names it within the file.
    aim, measure, change
        What is to get better, how that is seen, and what is done otherwise.
    owner
        A role.
    start, review
        From when, and when it is looked at.
    baseline, target
        Where the measure stood, and where it is to stand; None where nobody said.
    line
        Where it begins in the file.
    """

    id: str
    aim: str
    measure: str
    change: str
    owner: str
    start: date
    review: date
    baseline: Quantity | None = None
    target: Quantity | None = None
    line: int = 0


@dataclass(frozen=True)
class ReportDuty:
    """A report one side gives the other, with who prepares it and whom to ask.

    Attributes
    ----------
    id, what
        Its name, and what it is.
    owed_by
        "group" or "plan".
    reporter, contact
        Who prepares it, and who answers questions about it; empty where nobody is named.
    every
        How often, in words.
    fields
        What it holds, so that reports of several contracts can be compared.
    hours_a_year
        What it takes; None where nobody knows.
    section
        Where the contract asks for it.
    """

    id: str
    what: str
    owed_by: str
    reporter: str
    contact: str
    every: str = ""
    fields: tuple[str, ...] = ()
    hours_a_year: Quantity | None = None
    section: str = ""
