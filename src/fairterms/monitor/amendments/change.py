"""A change after signing: what it is, how it was told, who agreed, and what it adds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from fairterms.contract.value import Value
from fairterms.correspondence.entry import EvidenceFile


class Kind(StrEnum):
    """What sort of change it is."""

    AMENDMENT = "amendment"
    POLICY_NOTICE = "policy notice"
    BENEFIT_CHANGE = "benefit change"
    MEASURE_CHANGE = "measure change"


class Way(StrEnum):
    """How the group was told."""

    LETTER = "letter"
    EMAIL = "email"
    POSTING = "website posting"
    PORTAL = "portal"
    MEETING = "meeting"
    NONE = "not told"


PLAN, NOBODY = "plan", "nobody"
"""What stands for who agreed where no role of the group did."""


@dataclass(frozen=True)
class Burden:
    """Work that a change adds or takes away.

    Attributes
    ----------
    duties
        Each in a few words.
    hours
        Hours a year; None where nobody knows.
    dollars
        Dollars a year beside those hours; None where nobody knows.
    """

    duties: tuple[str, ...] = ()
    hours: Decimal | None = None
    dollars: Decimal | None = None


NO_BURDEN = Burden((), Decimal(0), Decimal(0))
"""What a change takes away that takes nothing away."""


@dataclass(frozen=True)
class TermChange:
    """One term of the payment terms, as it was and as it is now.

    Attributes
    ----------
    clause, term
        Which term of ``terms.toml``.
    old, new
        Its value before and after.
    """

    clause: str
    term: str
    old: Value
    new: Value

    @property
    def name(self) -> str:
        """``clause.term``."""
        return f"{self.clause}.{self.term}"


def _nothing() -> Mapping[str, Decimal]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Benefit:
    """What the plan changed in what members get or pay.

    Attributes
    ----------
    expected_cost
        By what share the plan's actuary expects the cost of care to change; None where not known.
    visits
        By what share the number of visits changes, such as -0.08; None where nobody says.
    figures
        Figure of the terms to the share by which it changes: ``{"paid_claims": 0.021}``.
    source
        Who says so.
    """

    expected_cost: Decimal | None
    visits: Decimal | None
    figures: Mapping[str, Decimal] = field(default_factory=_nothing)
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change after signing.

    Attributes
    ----------
    id
        Names it within the file.
    line
        Where it begins in the file, counted from 1.
    kind, summary
        What it is, in a few words.
    received
        The day the group was told, or found out.
    effective
        The first day it applies.
    how
        How the group was told.
    objection_days
        Calendar days the notice gave to object; None where it named none.
    agreed_by
        The role of the group that agreed; ``"plan"`` where the plan alone decided, ``"nobody"``
        where nobody was asked.
    agreed_on
        The day of that agreement; None where there was none.
    document
        What it is called: "Notice 27-04".
    evidence
        Its file; None where there is none.
    adds, removes
        What it adds to the work of the group, and takes away.
    terms
        What it changes in the payment terms.
    benefit
        What it changes for members; None where it changes nothing for them.
    """

    id: str
    line: int
    kind: Kind
    summary: str
    received: date
    effective: date
    how: Way
    agreed_by: str
    agreed_on: date | None = None
    objection_days: int | None = None
    document: str = ""
    evidence: EvidenceFile | None = None
    adds: Burden = field(default_factory=Burden)
    removes: Burden = NO_BURDEN
    terms: tuple[TermChange, ...] = ()
    benefit: Benefit | None = None

    @property
    def is_one_sided(self) -> bool:
        """Whether nobody of the group agreed."""
        return self.agreed_by in (PLAN, NOBODY)

    @property
    def notice_days(self) -> int:
        """Calendar days from being told to the first day; below 0 where it applies backwards."""
        return (self.effective - self.received).days

    @property
    def hours(self) -> Decimal | None:
        """Hours a year added, less those taken away; None where one of them is not known."""
        return _net(self.adds.hours, self.removes.hours)

    @property
    def dollars(self) -> Decimal | None:
        """Dollars a year added, less those taken away; None where one of them is not known."""
        return _net(self.adds.dollars, self.removes.dollars)


def _net(added: Decimal | None, removed: Decimal | None) -> Decimal | None:
    return None if added is None or removed is None else added - removed
