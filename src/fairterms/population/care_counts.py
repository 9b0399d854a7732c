"""What was counted of care given by the group and elsewhere; every part carries its people."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from fairterms.population.care_rules import People
from fairterms.population.member_months import MemberMonths
from fairterms.units.period import Period


@dataclass(frozen=True)
class Amount:
    """An amount and the people behind it.

    Attributes
    ----------
    amount
        Visits, or whole cents.
    people
        People with any such visit or bill.
    """

    amount: int
    people: int


NOTHING = Amount(0, 0)


@dataclass(frozen=True)
class Split:
    """An amount by who gave the care.

    Attributes
    ----------
    own, elsewhere
        By the group, and by others.
    not_named
        Where no provider is named: counted with neither.

    Examples
    --------
    >>> Split(Amount(30, 9), Amount(10, 4), NOTHING).share_own
    Fraction(3, 4)
    """

    own: Amount
    elsewhere: Amount
    not_named: Amount

    @property
    def amount(self) -> int:
        """All of it."""
        return self.own.amount + self.elsewhere.amount + self.not_named.amount

    @property
    def share_own(self) -> Fraction | None:
        """The share the group gave, of all; None where there is nothing to share."""
        return share(self.own.amount, self.amount)

    @property
    def share_elsewhere(self) -> Fraction | None:
        """The share others gave, of all; None likewise."""
        return share(self.elsewhere.amount, self.amount)


def share(part: int, whole: int) -> Fraction | None:
    """Return a share, or None where the whole is not above 0, as after more taken back than paid.

    Examples
    --------
    >>> share(1, 4), share(0, 0)
    (Fraction(1, 4), None)
    """
    return Fraction(part, whole) if whole > 0 else None


@dataclass(frozen=True)
class PartCost:
    """The cost of one sort of care.

    Attributes
    ----------
    name
        As declared.
    is_within_reach
        Whether good outpatient care can change it, as declared; None for what is not known.
    cost
        Whole cents and people.
    """

    name: str
    is_within_reach: bool | None
    cost: Amount


@dataclass(frozen=True)
class Continuity:
    """How far visits stay with one provider.

    Attributes
    ----------
    people
        People with enough visits whose provider is named.
    with_one_provider
        Those of them all of whose visits are with one provider.
    index
        The mean Bice-Boxerman index of these people; None where there are none.

    Notes
    -----
    COC = (Σⱼ nⱼ² − N) / (N (N − 1)), where nⱼ are a person's visits with provider j and N = Σⱼ nⱼ:
    1 when all visits are with one provider, 0 when each is with another.
    """

    people: int
    with_one_provider: int
    index: Fraction | None


@dataclass(frozen=True)
class Hospital:
    """Days in hospital.

    Attributes
    ----------
    people
        People with any day.
    stays
        Unbroken runs of days; a transfer on the same day goes on with the stay.
    days
        Nights, each once; a stay of one day counts as one.
    stays_without_end
        Stays whose last day nobody gave; their days are not in `days`.
    """

    people: int
    stays: int
    days: int
    stays_without_end: int


@dataclass(frozen=True)
class CareElsewhere:
    """What care the group gives to people, and what others give.

    Attributes
    ----------
    period, people_rule
        The days looked at, and whose care.
    members
        People and member months.
    seen_but_no_members
        Patients of the group in the period who are not on the plan's list; their care is not known.
    visits, cost
        By who gave them; cost in whole cents.
    parts
        Cost by sort, in the order declared.
    reach
        Cost by whether good outpatient care can change it.
    providers
        People by how many providers outside the group they visited, from none up.
    visits_without_provider
        Visits whose provider has no number; they count in none of `providers`.
    continuity
        How far visits stay with one provider.
    hospital
        Days in hospital.
    doubts
        What looks missing in the records, in sentences.
    """

    period: Period
    people_rule: People
    members: MemberMonths
    seen_but_no_members: int
    visits: Split
    cost: Split
    parts: tuple[PartCost, ...]
    reach: Mapping[bool | None, Amount]
    providers: Mapping[int, int]
    visits_without_provider: int
    continuity: Continuity
    hospital: Hospital
    doubts: tuple[str, ...]

    @property
    def people(self) -> int:
        """People who count."""
        return self.members.members

    @property
    def share_out_of_reach(self) -> Fraction | None:
        """The share of cost that no outpatient group can decide about, as declared."""
        return share(self.reach.get(False, NOTHING).amount, self.cost.amount)
