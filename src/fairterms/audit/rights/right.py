"""A right to audit, as the contract's clause gives it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from fairterms.reference.measure_logic.working_days import DayCount
from fairterms.units.period import Period

_T = TypeVar("_T")


@dataclass(frozen=True)
class Citation:
    """Where the contract gives the right.

    Attributes
    ----------
    document, section, quote
        The file, the part of it, and its words.
    """

    document: str
    section: str
    quote: str


@dataclass(frozen=True)
class NotStated:
    """Something the clause should say and does not.

    Attributes
    ----------
    name
        What is missing, as the file calls it: ``"response_days"``.
    section
        The part of the contract that should say it.
    ask
        What to ask for.
    """

    name: str
    section: str
    ask: str

    def __str__(self) -> str:
        return f"Section {self.section} does not give {TERMS[self.name]}. {self.ask}."


@dataclass(frozen=True)
class Stated(Generic[_T]):
    """Something the clause says."""

    value: _T


Term = Stated[_T] | NotStated


class Holder(StrEnum):
    """Who may audit."""

    GROUP = "group"
    PLAN = "plan"
    EITHER = "either"


TERMS = {
    "notice_days": "the days between the notice and the first access",
    "response_days": "the days within which the other side must answer",
    "look_back_years": "how far back an audit may look",
    "yearly_cap": "how many audits a year are allowed",
    "cost_bearer": "who pays for the audit",
    "survival": "how long the right lasts after the contract ends",
}
"""Every term a right needs, with what it is."""
ASK = {
    "notice_days": "Ask for a number of days, such as 30, after which access must be given",
    "response_days": "Ask for a number of days, such as 10, within which a notice must be answered",
    "look_back_years": "Ask for the years an audit may cover, such as 3",
    "yearly_cap": "Ask for a number of audits a year, or for words that set no limit",
    "cost_bearer": "Ask that each side bears its own cost, and the plan all of it after an error",
    "survival": "Ask that the right lasts as long as the other side may claim money back",
}
"""What to ask for where the file does not say it; our suggestions."""
UNLIMITED = 0
"""A yearly cap that the clause says is none: ``yearly_cap = 0``."""


@dataclass(frozen=True)
class RightToAudit:
    """One right.

    Attributes
    ----------
    id, holder, of
        Its id, who has it, and what may be audited, in words.
    cite
        Where the contract gives it.
    notice_days, response_days, look_back_years, yearly_cap
        Numbers of the clause.
    cost_bearer, survival
        Words of the clause.
    counted
        How its days are counted: calendar days, or Monday to Friday without the holidays listed.
    blackouts
        When no access need be given.
    scope_limits, records_owed
        What it is limited to, and what must be shown.
    stops_when
        The clause's own words on when the clock stops; empty where it does not say so, and then it
        never does.
    """

    id: str
    holder: Holder
    of: str
    cite: Citation
    notice_days: Term[int]
    response_days: Term[int]
    look_back_years: Term[int]
    yearly_cap: Term[int]
    cost_bearer: Term[str]
    survival: Term[str]
    counted: DayCount
    blackouts: tuple[Period, ...] = ()
    scope_limits: tuple[str, ...] = ()
    records_owed: tuple[str, ...] = ()
    stops_when: str = ""

    @property
    def gaps(self) -> tuple[NotStated, ...]:
        """What the clause should say and does not, in the order of :data:`TERMS`."""
        found = (getattr(self, name) for name in TERMS)
        return tuple(one for one in found if isinstance(one, NotStated))


@dataclass(frozen=True)
class Stop:
    """A time during which one side says that the clock stood still.

    Attributes
    ----------
    during, why
        From when to when, and why.
    """

    during: Period
    why: str


@dataclass(frozen=True)
class AuditRequest:
    """One use of a right.

    Attributes
    ----------
    id, right
        Its id, and that of the right.
    noticed
        The day the notice was delivered.
    covers
        The period it asks about.
    scope
        What it asks to see.
    acknowledged, granted, escalated
        The days on which it was answered, access was given, and it went up a step; None before.
    stops
        When the clock is said to have stood still.
    """

    id: str
    right: str
    noticed: date
    covers: Period
    scope: str
    acknowledged: date | None = None
    granted: date | None = None
    escalated: date | None = None
    stops: tuple[Stop, ...] = ()
