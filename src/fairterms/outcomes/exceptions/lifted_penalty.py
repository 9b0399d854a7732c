"""Lifted penalties: a group's settlement with and without a risk category, side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from fairterms.outcomes.exceptions.risk_category import RiskCategory, own_rate
from fairterms.outcomes.exceptions.standing import Standing, report
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal

Pay: TypeAlias = Callable[[float], Decimal]
"""From the group's measured rate, a fraction, to what the plan pays it, dollars; negative where the
group owes."""


@dataclass(frozen=True, kw_only=True)
class GroupResult:
    """A group's result in the measure.

    Attributes
    ----------
    period
        The period to be settled.
    patients, reached
        Patients in the measure, and those who reached the outcome.
    members, members_reached
        Those of the category among them, admitted before their results were known.
    members_expected
        How many members the contract expects to reach it *without* the category: the sum of the
        case mix's expectations, or members times the rate expected of all.
    """

    period: Period
    patients: int
    reached: int
    members: int
    members_reached: int
    members_expected: float

    def __post_init__(self) -> None:
        assert 0 <= self.reached <= self.patients, "those who reached it are patients"
        assert 0 <= self.members_reached <= self.members <= self.patients, "members are patients"
        assert self.members_reached <= self.reached, "members who reached it are among all who did"
        assert 0 <= self.members_expected <= self.members, "no more are expected than there are"


@dataclass(frozen=True)
class LiftedPenalty:
    """What a category changes for a group.

    Attributes
    ----------
    standing
        What the category does in the period.
    members, counted_members
        The group's members, and how many of them count within the cap.
    rate_without, rate_with
        The group's measured rate, fractions.
    pay_without, pay_with
        What the plan pays the group, dollars; negative where the group owes.
    is_held
        Whether the shadow period held the pay back: without it the category would have earned a
        bonus.
    """

    standing: Standing
    members: int
    counted_members: float
    rate_without: float
    rate_with: float
    pay_without: Decimal
    pay_with: Decimal
    is_held: bool

    @property
    def lifted(self) -> Decimal:
        """What the group gets more with the category, dollars."""
        return self.pay_with - self.pay_without

    @property
    def is_over_cap(self) -> bool:
        """Whether more members were admitted than the cap lets count."""
        return self.counted_members < self.members


def lift(category: RiskCategory, result: GroupResult, pay: Pay) -> LiftedPenalty:
    """Settle a measure with and without a category.

    Parameters
    ----------
    category
        With what is known of it before the period.
    result
        The group's result.
    pay
        The contract's price of a rate. There is no default.

    Raises
    ------
    Refusal
        Where the group has no patient in the measure.

    Notes
    -----
    Proposed: nothing changes. Shadow: members leave the measure; should that turn a penalty into a
    bonus, the pay is held at nothing, for a shadow lifts and does not earn. In force: the rate
    is moved by what the case mix expects too little or too much of members, (own rate·members −
    expected)/patients, so members still count, against their own rate. Beyond the cap members count
    as the rest: an even share of each number is taken.
    """
    if not result.patients:
        raise Refusal(
            category.name,
            "the group has no patient in the measure",
            "a rate of nobody is neither good nor bad",
            "leave the measure out of the settlement for this period",
        )
    standing = report(category, result.period).standing
    counted = min(float(result.members), category.limits.most_share * result.patients)
    without = result.reached / result.patients
    rate = {
        Standing.PROPOSED: lambda: without,
        Standing.SHADOW: lambda: _rate_of_others(result, counted),
        Standing.IN_FORCE: lambda: _rate_by_own(category, result, counted),
    }[standing]()
    plain, with_category = pay(without), pay(rate)
    ceiling = max(plain, Decimal(0))
    is_held = standing is Standing.SHADOW and with_category > ceiling
    return LiftedPenalty(
        standing=standing,
        members=result.members,
        counted_members=counted,
        rate_without=without,
        rate_with=rate,
        pay_without=plain,
        pay_with=ceiling if is_held else with_category,
        is_held=is_held,
    )


def _rate_of_others(result: GroupResult, counted: float) -> float:
    """Return the rate without the members that count."""
    part = counted / result.members if result.members else 0.0
    return (result.reached - part * result.members_reached) / (result.patients - counted)


def _rate_by_own(category: RiskCategory, result: GroupResult, counted: float) -> float:
    """Return the rate after members' own expectation has replaced the case mix's."""
    part = counted / result.members if result.members else 0.0
    own = own_rate(category, result.period).rate
    moved = own * counted - part * result.members_expected
    return (result.reached - moved) / result.patients
