"""What must be declared before care elsewhere is counted: whose care, whose bills, which sorts.

Each rule becomes a condition in SQL; :mod:`fairterms.population.care_settings` puts them together.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from fairterms.population.selection import listed
from fairterms.records.staged import literal
from fairterms.units.period import Period

NOT_KNOWN = "not known"
"""The sort of a bill whose deciding fields are empty."""


class People(Enum):
    """Whose care is looked at."""

    ATTRIBUTED = "members the plan's list gives to the group"
    PATIENTS = "members the group saw"
    MEMBERS = "all members on the plan's list"


class OwnBy(Enum):
    """Which field makes a bill the group's own; the value is the columns of ``claims``."""

    RENDERING = ("rendering_npi",)
    BILLING = ("billing_npi",)
    EITHER = ("rendering_npi", "billing_npi")


class Side(Enum):
    """Who gave the care of a bill; the value is the word in SQL."""

    OWN = "own"
    ELSEWHERE = "elsewhere"
    NOT_NAMED = "not named"


@dataclass(frozen=True)
class Setting:
    """Where care was given, by what a bill says; any one of the named marks is enough.

    Attributes
    ----------
    claim_types
        Such as ``("institutional",)``; upper and lower case are the same.
    place_codes
        Places of service, such as ``("21", "51")``.
    bill_types
        How the type of bill begins, such as ``("11",)``; leading zeros do not count.

    Examples
    --------
    >>> Setting(place_codes=("21",)).condition
    "coalesce(c.place_code IN ('21'), FALSE)"
    >>> Setting().is_empty
    True
    """

    claim_types: tuple[str, ...] = ()
    place_codes: tuple[str, ...] = ()
    bill_types: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is named."""
        return not (self.claim_types or self.place_codes or self.bill_types)

    @property
    def condition(self) -> str:
        """SQL on the alias ``c`` of ``claims``; never NULL."""
        parts = []
        if self.claim_types:
            words = listed([word.lower() for word in self.claim_types])
            parts.append(f"coalesce(lower(c.claim_type) IN {words}, FALSE)")
        if self.place_codes:
            parts.append(f"coalesce(c.place_code IN {listed(self.place_codes)}, FALSE)")
        for start in self.bill_types:
            begins = literal(start.lstrip("0"))
            parts.append(f"coalesce(starts_with(ltrim(c.bill_type_code, '0'), {begins}), FALSE)")
        return " OR ".join(parts) or "FALSE"


@dataclass(frozen=True)
class Part:
    """One sort of care, and whether an outpatient group can decide about it.

    Attributes
    ----------
    name
        In plain words, such as ``"medical hospital stays"``.
    setting
        Where; empty for anywhere.
    diagnoses
        How the first diagnosis begins, such as ``("F",)``; empty for any.
    is_within_reach
        Whether good outpatient care can change this cost: a judgement that the deal declares.
    """

    name: str
    setting: Setting
    diagnoses: tuple[str, ...]
    is_within_reach: bool

    def __post_init__(self) -> None:
        assert self.name not in ("", NOT_KNOWN), "a part has a name of its own"
        assert self.diagnoses or not self.setting.is_empty, "a part names what belongs to it"

    @property
    def cases(self) -> str:
        """The arms of a CASE in SQL; an empty diagnosis where one decides is not guessed."""
        place = "TRUE" if self.setting.is_empty else f"({self.setting.condition})"
        if not self.diagnoses:
            return f"WHEN {place} THEN {literal(self.name)}"
        starts = [literal(one.replace(".", "").upper()) for one in self.diagnoses]
        fits = " OR ".join(f"starts_with(upper(c.diagnosis_code), {one})" for one in starts)
        return (
            f"WHEN {place} AND c.diagnosis_code IS NULL THEN {literal(NOT_KNOWN)} "
            f"WHEN {place} AND ({fits}) THEN {literal(self.name)}"
        )


@dataclass(frozen=True)
class Parts:
    """How all cost is parted: the first part that fits takes the bill, the rest has a name too.

    Attributes
    ----------
    parts
        In the order in which they are asked.
    rest
        What everything else is called.
    is_rest_within_reach
        Whether good outpatient care can change the rest.
    """

    parts: tuple[Part, ...]
    rest: str
    is_rest_within_reach: bool

    def __post_init__(self) -> None:
        assert len(set(self.names)) == len(self.names), "each part has a name of its own"

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the rest and what is not known last."""
        return (*(part.name for part in self.parts), self.rest, NOT_KNOWN)

    def reach(self, name: str) -> bool | None:
        """Tell whether a part is within reach; None for what is not known."""
        within = {part.name: part.is_within_reach for part in self.parts}
        return {**within, self.rest: self.is_rest_within_reach}.get(name)

    @property
    def case(self) -> str:
        """SQL that names the part of a bill on the alias ``c``."""
        empty = "c.claim_type IS NULL AND c.place_code IS NULL AND c.bill_type_code IS NULL"
        arms = " ".join(part.cases for part in self.parts)
        if any(not part.setting.is_empty for part in self.parts):
            arms = f"WHEN {empty} THEN {literal(NOT_KNOWN)} {arms}"
        rest = literal(self.rest)
        return f"CASE {arms} ELSE {rest} END" if arms else rest


@dataclass(frozen=True)
class VisitRule:
    """Which bills are visits: everything with one provider on one day is one.

    Attributes
    ----------
    claim_types
        Types of bills that count, such as ``("professional",)``; empty counts all.
    service_codes
        How the codes that count begin, such as ``("908", "992")``; empty counts all.
    provider
        The column that names the provider of a visit.
    group_is_one
        Whether all the group's clinicians are one provider when continuity is worked out.
    least_visits
        From how many visits on a person's continuity counts; 2 at least.
    """

    claim_types: tuple[str, ...]
    service_codes: tuple[str, ...]
    provider: OwnBy
    group_is_one: bool
    least_visits: int

    def __post_init__(self) -> None:
        assert self.provider is not OwnBy.EITHER, "one column names the provider"
        assert self.least_visits >= 2, "one visit has no continuity"

    @property
    def condition(self) -> str:
        """SQL on the alias ``c`` of ``claims``; never NULL."""
        parts = []
        if self.claim_types:
            parts.append(Setting(claim_types=self.claim_types).condition)
        starts = [
            f"starts_with(upper(c.service_code), {literal(code.upper())})"
            for code in self.service_codes
        ]
        if starts:
            parts.append(f"coalesce({' OR '.join(starts)}, FALSE)")
        return " AND ".join(f"({part})" for part in parts) or "TRUE"


@dataclass(frozen=True)
class CostChange:
    """A change of cost thought possible.

    Attributes
    ----------
    name
        In plain words.
    part
        The sort of care that would cost less.
    avoidable
        The share of that cost thought avoidable at all.
    falls_by
        The share of the avoidable cost that would go.
    source
        Who says so; a thought of one's own is a source too, if it says so.
    is_for_dearest
        Whether the people are chosen because they cost much.
    """

    name: str
    part: str
    avoidable: Fraction
    falls_by: Fraction
    source: str
    is_for_dearest: bool

    def __post_init__(self) -> None:
        assert 0 < self.avoidable <= 1, "a share"
        assert 0 < self.falls_by <= 1, "a share"


@dataclass(frozen=True)
class RateChange:
    """A change of a rate of quality or access thought possible.

    Attributes
    ----------
    name
        In plain words.
    now, then
        The rate today and the rate hoped for, between 0 and 1.
    people
        People counted in one year.
    source
        Who says so.
    """

    name: str
    now: float
    then: float
    people: int
    source: str

    def __post_init__(self) -> None:
        assert 0 < self.now < 1, "a rate"
        assert 0 < self.then < 1, "a rate"
        assert self.now != self.then, "a change"
        assert self.people > 0, "somebody is counted"


@dataclass(frozen=True)
class Proof:
    """How sure a change must be before it counts as seen.

    Attributes
    ----------
    false_alarm
        How often chance alone, up or down, may pass for a change, such as 0.05.
    power
        How often a real change of the declared size must be seen, such as 0.80.
    """

    false_alarm: float
    power: float

    def __post_init__(self) -> None:
        assert 0 < self.false_alarm < 1, "a chance"
        assert self.false_alarm < self.power < 1, "seen oftener than chance alone would be"


@dataclass(frozen=True)
class Dearest:
    """People chosen for high cost, followed to show what falls without anyone's doing.

    Attributes
    ----------
    share
        The share of people chosen, such as 1/20.
    earlier
        The period, in whole months, whose cost they are chosen by.
    """

    share: Fraction
    earlier: Period

    def __post_init__(self) -> None:
        assert 0 < self.share < 1, "a share"
