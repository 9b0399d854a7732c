"""Missing adjusters: what a subgroup has that the contract's case mix has not, and what that costs.

The money is stated for one group: its own patients of the subgroup, at the subgroup's gap, priced
as its contract would price that change of its rate.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from fairterms.outcomes.exceptions.scan import Found
from fairterms.outcomes.exceptions.subgroup import require_intake
from fairterms.units.refusal import Refusal

Price: TypeAlias = Callable[[float], Decimal]
"""From a change of the group's measured rate, a fraction, to what the plan pays it more, dollars;
negative where the group loses."""

CENT = Decimal("0.01")


@dataclass(frozen=True)
class GroupShare:
    """How many of a group's patients in the measure belong to the subgroup.

    Attributes
    ----------
    patients
        The group's patients in the measure.
    members
        Those of the subgroup among them.
    """

    patients: int
    members: int

    def __post_init__(self) -> None:
        assert 0 <= self.members <= self.patients, "members are among the patients"
        assert self.patients > 0, "a group has patients"


@dataclass(frozen=True)
class MissingAdjuster:
    """A gap in the contract's case mix.

    Attributes
    ----------
    found
        The subgroup.
    in_case_mix, missing
        Facts it rests on that the contract adjusts for, and that it does not.
    share
        The group's patients.
    excess_patients
        The group's patients with the outcome beyond expectation, by the subgroup's gap; negative
        for fewer.
    rate_change
        What they change in the group's rate, a fraction.
    dollars
        What the plan pays the group more for it; negative where the group loses.
    """

    found: Found
    in_case_mix: tuple[str, ...]
    missing: tuple[str, ...]
    share: GroupShare
    excess_patients: float
    rate_change: float
    dollars: Decimal

    @property
    def verdict(self) -> str:
        """Whether the case mix has what the subgroup rests on, in a sentence."""
        if not self.missing:
            return (
                "The case mix has every fact of the subgroup, but not in this form: the gap is in "
                f"how it counts {_join(self.in_case_mix)}."
            )
        has = f" It has {_join(self.in_case_mix)}." if self.in_case_mix else ""
        return f"The case mix does not have {_join(self.missing)}.{has}"


def examine(
    found: Found, case_mix: Collection[str], share: GroupShare, price: Price
) -> MissingAdjuster:
    """Say what the case mix lacks for a subgroup, and what that costs a group.

    Parameters
    ----------
    found
        The subgroup, in the population it was found in.
    case_mix
        The facts the contract adjusts for, by name.
    share
        The group's patients, and those of the subgroup among them.
    price
        What a change of the group's rate changes in its pay. There is no default: see
        :func:`per_patient` for a declared amount a patient.

    Raises
    ------
    Refusal
        Where the subgroup is everybody, or rests on facts not known at intake.

    Examples
    --------
    >>> from fairterms.outcomes.exceptions.scan import Direction
    >>> from fairterms.outcomes.exceptions.subgroup import Attribute, KnownAt, choose
    >>> stay = Attribute("prior hospital stay", ("no", "yes"), KnownAt.INTAKE)
    >>> found = Found(choose({stay: ["yes"]}), Direction.MORE, 9, 10, 1.8, 400, 240, 200.0)
    >>> share = GroupShare(patients=500, members=60)
    >>> gap = examine(found, {"age"}, share, per_patient(Decimal(-150), 500))
    >>> gap.verdict, round(gap.excess_patients, 1), gap.dollars
    ('The case mix does not have prior hospital stay.', 6.0, Decimal('-900.00'))
    """
    if not found.subgroup.parts:
        raise Refusal(
            "subgroup",
            "it is all patients",
            "a gap of everybody is one of the target, not of the case mix",
            "look at the target and the years it comes from",
        )
    require_intake(found.subgroup)
    facts = dict.fromkeys(attribute.source_fact for attribute in found.subgroup.attributes)
    excess = found.rate_gap * share.members
    change = excess / share.patients
    return MissingAdjuster(
        found=found,
        in_case_mix=tuple(fact for fact in facts if fact in case_mix),
        missing=tuple(fact for fact in facts if fact not in case_mix),
        share=share,
        excess_patients=excess,
        rate_change=change,
        dollars=price(change),
    )


def per_patient(dollars: Decimal, patients: int) -> Price:
    """Price a change of the rate at a declared amount a patient.

    Parameters
    ----------
    dollars
        What the plan pays more for one more patient with the outcome; negative for a failure that
        costs the group.
    patients
        The group's patients in the measure.

    Examples
    --------
    >>> per_patient(Decimal(-200), 50)(0.1)
    Decimal('-1000.00')
    """

    def price(rate_change: float) -> Decimal:
        # An estimate: a millionth of a patient is more than the gap is known to.
        moved = Decimal(str(round(rate_change * patients, 6)))
        return (dollars * moved).quantize(CENT, ROUND_HALF_UP)

    return price


def _join(names: Collection[str]) -> str:
    return " and ".join(names)
