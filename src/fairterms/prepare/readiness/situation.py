"""What other rooms know that bears on readiness: records, terms, forecast, text; all optional."""

from dataclasses import dataclass
from decimal import Decimal

from fairterms.prepare.stated import Stated
from fairterms.units.finding import Finding


@dataclass(frozen=True)
class Chance:
    """A chance worked out by a forecast.

    Attributes
    ----------
    value
        From 0 to 1.
    error
        Its standard error, from the number of years drawn; 0 for an exact one.

    Examples
    --------
    >>> str(Chance(0.312, 0.0046)), str(Chance(0.042)), str(Chance(0.0004, 0.0001))
    ('31 % (± 0.5)', '4.2 %', 'below 0.1 %')
    """

    value: float
    error: float = 0.0

    def __post_init__(self) -> None:
        assert 0 <= self.value <= 1, "a chance lies between 0 and 1"
        assert 0 <= self.error <= 1, "an error is no less than 0"

    def __str__(self) -> str:
        percent = 100 * self.value
        if 0 < percent < 0.1:
            return "below 0.1 %"
        shown = f"{percent:.1f} %" if percent < 10 else f"{percent:.0f} %"
        return f"{shown} (± {100 * self.error:.1g})" if self.error else shown


@dataclass(frozen=True)
class SizePoint:
    """What a forecast says of this contract for a group of some size.

    Attributes
    ----------
    clinicians
        The size, in clinicians.
    loss
        The chance of a year with a loss, as :attr:`Situation.loss_means` says.
    luck
        The chance that luck alone fails a target the group truly meets; None where no target is
        forecast.
    members
        People of the plan such a group has; None where it is not known.
    """

    clinicians: int
    loss: Chance
    luck: Chance | None = None
    members: int | None = None

    def __post_init__(self) -> None:
        assert self.clinicians > 0, "a size is of at least one clinician"


@dataclass(frozen=True)
class Change:
    """Something that could change for these patients, and whether anyone would see it.

    Attributes
    ----------
    what
        In a few words: ``"stays fall by 10 %"``.
    chance_of_seeing
        The chance that one year tells it from chance, from 0 to 1.
    is_visible
        Whether one year is large enough by the proof that was declared.
    """

    what: str
    chance_of_seeing: float
    is_visible: bool


@dataclass(frozen=True)
class Situation:
    """Values from other rooms, each None where that room was not asked.

    Attributes
    ----------
    has_targets, has_downside, counts_total_cost
        Whether pay depends on results, whether the group may owe money, and whether the contract
        holds the group to account for the cost of care that others give.
    clinicians_on_record
        Clinicians in the group's records on the last day they reach.
    years_on_record
        Full years up to that day with enough patients asked more than once.
    loss_by_size
        What the forecast says, by size.
    loss_means
        What that forecast calls a loss.
    changes
        What could change, weighed against chance.
    net_impact
        Dollars a year that those changes are worth to the group, after the cost of the work.
    reserve_needed, worst_year
        Dollars the group should have at hand, and what the worst 5 % of years cost it on average;
        both above zero when money is lost.
    cost_to_comply
        Dollars a year that the contract's work costs.
    full_time_needed
        Full-time people that work takes.
    share_elsewhere, share_out_of_reach
        Of the cost of care: given by others, and beyond what any outpatient group decides.
    cost_growth_target, value_payment_goal
        The state's, as fractions.
    findings
        What the review of the text saw.
    """

    has_targets: bool | None = None
    has_downside: bool | None = None
    counts_total_cost: bool | None = None
    clinicians_on_record: Stated[int] | None = None
    years_on_record: Stated[int] | None = None
    loss_by_size: tuple[SizePoint, ...] = ()
    loss_means: str = "a year in which the group loses money"
    changes: tuple[Change, ...] | None = None
    net_impact: Stated[Decimal] | None = None
    reserve_needed: Stated[Decimal] | None = None
    worst_year: Stated[Decimal] | None = None
    cost_to_comply: Stated[Decimal] | None = None
    full_time_needed: Stated[Decimal] | None = None
    share_elsewhere: Stated[Decimal] | None = None
    share_out_of_reach: Stated[Decimal] | None = None
    cost_growth_target: Stated[Decimal] | None = None
    value_payment_goal: Stated[Decimal] | None = None
    findings: tuple[Finding, ...] | None = None

    def seen(self, *checks: str) -> tuple[Finding, ...]:
        """Return the findings of some checks, the unclear ones included."""
        return tuple(one for one in self.findings or () if one.check in checks)
