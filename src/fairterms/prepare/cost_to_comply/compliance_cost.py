"""The cost to comply of one deal, as one value."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from fairterms.prepare.cost_to_comply.costed_duty import CostedDuty, OwnCost, Status
from fairterms.prepare.cost_to_comply.funding import Funding
from fairterms.prepare.cost_to_comply.incentive import Incentive, Revenue
from fairterms.prepare.cost_to_comply.mandates import Mandate
from fairterms.prepare.cost_to_comply.matching import hours_of
from fairterms.prepare.cost_to_comply.spread import Spread, total
from fairterms.prepare.cost_to_comply.workload import FULL_TIME_HOURS, Size
from fairterms.units.finding import Finding
from fairterms.units.period import Period
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class ComplianceCost:
    """What a contract asks of the group in one year, and what it pays for it.

    Attributes
    ----------
    period
        The year that was settled; None where nothing could be settled.
    duties
        Every duty with its workload; those of the text first, in its order.
    own
        The group's own costs, each beside the duties it holds.
    sizes
        How many clinicians, new patients and so on were reckoned with, by name.
    funding, mandates
        What the contract pays for work, and each sort of work less that pay.
    revenue, incentive
        Payments and gain of the expected scenario; None where nothing could be settled.
    member_months
        Of the expected scenario; None where it has none.
    growth
        What the review says of burdens, apart from the duties: duties that may grow, or that the
        text says are unpaid.
    missing
        Documents the contract rests on that are not at hand, and pages that could not be read.
    problems
        What is to be mended in ``duties.toml``.
    """

    duties: tuple[CostedDuty, ...]
    own: tuple[OwnCost, ...]
    sizes: dict[str, Size]
    funding: tuple[Funding, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    revenue: Revenue | None = None
    incentive: Incentive | None = None
    period: Period | None = None
    member_months: Decimal | None = None
    growth: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def missed(self) -> tuple[CostedDuty, ...]:
        """The duties the group's own costs leave out, the dearest first."""
        found = [one for one in self.duties if one.is_missed]
        return tuple(sorted(found, key=_likely, reverse=True))

    @cached_property
    def unknown(self) -> tuple[CostedDuty, ...]:
        """Missed duties whose workload cannot be told yet."""
        return tuple(one for one in self.missed if one.load is None)

    @property
    def not_ours(self) -> tuple[CostedDuty, ...]:
        """Duties the group says are not its work."""
        return tuple(one for one in self.duties if one.status is Status.NOT_OURS)

    @cached_property
    def own_dollars(self) -> Decimal:
        """The group's own estimate, in dollars a year."""
        return sum((one.cost.amount for one in self.own), Decimal(0))

    @cached_property
    def own_hours(self) -> Decimal:
        """Its hours a year, of the costs that were given in hours."""
        return sum((hours_of(one.cost) or Decimal(0) for one in self.own), Decimal(0))

    @cached_property
    def own_tools(self) -> Decimal:
        """Its costs that were given in dollars alone, a year."""
        bought = [one.cost.amount for one in self.own if hours_of(one.cost) is None]
        return sum(bought, Decimal(0))

    @cached_property
    def missed_dollars(self) -> Spread:
        """Dollars a year of the missed duties that could be costed."""
        return total(one.load.dollars for one in self.missed if one.load)

    @cached_property
    def missed_hours(self) -> Spread:
        """Hours a year of the missed duties that could be costed."""
        return total(one.load.hours for one in self.missed if one.load)

    @property
    def missed_tools(self) -> Spread:
        """Dollars a year of what the missed duties need bought."""
        return total(one.load.tools for one in self.missed if one.load)

    @property
    def dollars(self) -> Spread:
        """The cost to comply: the group's own estimate and the missed duties, a year."""
        return Spread.exact(self.own_dollars) + self.missed_dollars

    @property
    def hours(self) -> Spread:
        """Hours a year of both."""
        return Spread.exact(self.own_hours) + self.missed_hours

    @property
    def tools(self) -> Spread:
        """Dollars a year of both for what must be bought."""
        return Spread.exact(self.own_tools) + self.missed_tools

    @property
    def people(self) -> Spread:
        """The hours as full-time people of 2,080 hours a year."""
        return self.hours.over(FULL_TIME_HOURS)

    @property
    def per_member_month(self) -> Spread | None:
        """Dollars for each member-month; None where the scenario has none."""
        return self.dollars.over(self.member_months) if self.member_months else None

    @property
    def share_of_revenue(self) -> Spread | None:
        """The cost as a fraction of what the plan pays; None where that is not known."""
        return self.revenue.share(self.dollars) if self.revenue else None

    @property
    def unfunded(self) -> Spread:
        """Dollars a year of work that is asked for and not paid."""
        return total(one.unfunded for one in self.mandates)

    @property
    def paid_for_work(self) -> Decimal:
        """Dollars a year the contract pays for work."""
        return sum((one.amount for one in self.funding if one.is_pay), Decimal(0))


def _likely(one: CostedDuty) -> Decimal:
    return one.load.dollars.likely if one.load else Decimal(-1)
