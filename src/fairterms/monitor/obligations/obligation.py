"""An obligation: who owes what to whom, by which rule, and what follows when it is not kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.monitor.calendar.length import Length
from fairterms.monitor.calendar.rule import Rule


class Party(StrEnum):
    """Who owes, or is owed."""

    GROUP = "group"
    PLAN = "plan"
    BOTH = "both"

    @property
    def words(self) -> str:
        """As a sentence begins: "The group"."""
        return {"group": "The group", "plan": "The plan", "both": "Both sides"}[self.value]


@dataclass(frozen=True)
class Cure:
    """The time a party has to put right what is late.

    Attributes
    ----------
    length
        How long.
    is_from_notice
        Whether it runs from a notice (an event ``reminded``), and not from the day it was due.
    """

    length: Length
    is_from_notice: bool = False

    def __str__(self) -> str:
        return f"{self.length}{' after notice' if self.is_from_notice else ''}"


@dataclass(frozen=True)
class Citation:
    """Where the contract says so.

    Attributes
    ----------
    document, section
        The file and the place in it as one would cite it.
    quote
        Its words.
    page
        Counted from 1; None where nobody wrote it down.
    """

    document: str
    section: str
    quote: str
    page: int | None = None


@dataclass(frozen=True)
class Confirmed:
    """Who confirmed that the contract says so, by role, and on which day."""

    by: str
    on: date


@dataclass(frozen=True, kw_only=True)
class Obligation:
    """One duty of one side, or of both.

    Attributes
    ----------
    id
        Its name in ``obligations.toml``.
    line
        Where it stands there, counted from 1.
    owed_by, owed_to
        Who owes it to whom.
    what
        What is to be done, in a few words.
    rule
        When.
    calendar
        The calendar of its business days: a postal code, ``"US"`` or ``"weekdays"``.
    grace
        Time after the due day in which the contract does not call it late; None for none.
    cure
        Time to put right what is late; None where the contract gives none.
    consequence
        What the contract lets the other side do when it is late; empty where it says nothing.
    evidence
        What shows that it was done.
    cite
        Where the contract says so; None where nobody wrote it down.
    confirmed
        Who confirmed it; None for a proposal.
    starts, ends
        The first and the last day on which its rule runs; None for those of the contract.
    is_once
        Whether what it waits for happens only once, such as the signature.
    replaces
        The obligation it takes the place of, after an amendment; empty for none.
    """

    id: str
    line: int
    owed_by: Party
    owed_to: Party
    what: str
    rule: Rule
    calendar: str = "weekdays"
    grace: Length | None = None
    cure: Cure | None = None
    consequence: str = ""
    evidence: str = ""
    cite: Citation | None = None
    confirmed: Confirmed | None = None
    starts: date | None = None
    ends: date | None = None
    is_once: bool = False
    replaces: str = ""
