"""An engagement: one piece of audit work, its team, and that the team may be trusted with it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fairterms.audit.engagement.scope import Level
from fairterms.units.period import Period


class Kind(StrEnum):
    """What sort of work it is."""

    ASSURANCE = "assurance"
    CONSULTING = "consulting"
    DUE_DILIGENCE = "due_diligence"
    FOLLOW_UP = "follow_up"
    BENCHMARK_SETTING = "benchmark_setting"

    @property
    def words(self) -> str:
        """The kind as a page says it."""
        return {
            Kind.ASSURANCE: "assurance: is it as it should be?",
            Kind.CONSULTING: "advice",
            Kind.DUE_DILIGENCE: "due diligence on a partner",
            Kind.FOLLOW_UP: "follow-up of earlier findings",
            Kind.BENCHMARK_SETTING: "setting a benchmark",
        }[self]


@dataclass(frozen=True)
class Clause:
    """The words of the contract that allow the work or say how it is to be.

    Attributes
    ----------
    document, section, quote
        The file, the section and its words, letter for letter.
    line
        Where that stands in the file.
    """

    document: str
    section: str
    quote: str
    line: int = 0


@dataclass(frozen=True)
class Engagement:
    """One piece of audit work.

    Attributes
    ----------
    id, title
        Its id, and what it is called.
    kind, level
        What sort of work, and how deep it looks.
    criteria
        What it is held against.
    period
        From the first day of work to the last.
    team
        Who does it.
    decision
        The id of the committee's decision to begin it; empty in the copy both sides have.
    budget_hours
        Hours set aside; None in the copy both sides have.
    clause
        The words of the contract it rests on; None where there are none.
    line
        Where it stands in the file.
    """

    id: str
    title: str
    kind: Kind
    level: Level
    criteria: tuple[str, ...]
    period: Period
    team: tuple[str, ...] = ()
    decision: str = ""
    budget_hours: Decimal | None = None
    clause: Clause | None = None
    line: int = 0


@dataclass(frozen=True)
class Independence:
    """What a member of a team declares before an engagement.

    Attributes
    ----------
    engagement, member
        For which work, and who.
    on
        The day of the declaration.
    interests
        What could sway them, in words; "none" where there is nothing.
    own_work_ended
        The last day on which they did work that is audited now; None where they never did.
    fee
        How they are paid.
    is_fee_free
        Whether the fee is the same whatever is found.
    line
        Where it stands in the file.
    """

    engagement: str
    member: str
    on: date
    interests: str
    fee: str
    own_work_ended: date | None = None
    is_fee_free: bool = False
    line: int = 0


def may_audit_from(own_work_ended: date) -> date:
    """Return the first day on which somebody may audit what they did themselves: 12 months later.

    Examples
    --------
    >>> may_audit_from(date(2027, 3, 31)), may_audit_from(date(2028, 2, 29))
    (datetime.date(2028, 3, 31), datetime.date(2029, 3, 1))
    """
    try:
        return own_work_ended.replace(year=own_work_ended.year + 1)
    except ValueError:  # 29 February has no day of that name a year later.
        return date(own_work_ended.year + 1, 3, 1)
