"""What a group says of itself in ``readiness.toml``; every fact may be missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from fairterms.prepare.partner.question import Reply
from fairterms.prepare.stated import Stated
from fairterms.units.problem import Problem


class Cover(StrEnum):
    """Who does a kind of work for the group."""

    IN_HOUSE = "in house"
    BOUGHT = "bought"
    PLANNED = "planned"
    NONE = "none"

    @property
    def is_there(self) -> bool:
        """Whether somebody does it today."""
        return self in (Cover.IN_HOUSE, Cover.BOUGHT)


@dataclass(frozen=True)
class Held:
    """A kind of work, and who does it.

    Attributes
    ----------
    by
        In house, bought, planned or none.
    who
        The person or firm, by role or name; empty when it is not said.
    """

    by: Cover
    who: str = ""

    def __str__(self) -> str:
        return f"{self.by.value} ({self.who})" if self.who else self.by.value


Amount = Stated[Decimal] | None
"""A count, dollars, or a fraction from 0 to 1, as its key says."""
Words = Stated[str] | None
Flag = Stated[bool] | None
Names = Stated[tuple[str, ...]] | None
Work = Stated[Held] | None


@dataclass(frozen=True)
class People:
    """Who treats: heads, unless said otherwise.

    Attributes
    ----------
    clinicians, full_time_equivalents
        Licensed clinicians as heads, and as full-time work.
    w2, contractors_1099
        Employees and independent contractors among them.
    contractors_held
        Contractors whose own agreement lets the group measure them and set targets.
    left_last_year
        Clinicians who left in the last twelve months.
    patients_per_week
        Patients one clinician sees in a usual week.
    records_are_a_sample
        Whether the records in the deal folder hold only some of the clinicians.
    """

    clinicians: Amount = None
    full_time_equivalents: Amount = None
    w2: Amount = None
    contractors_1099: Amount = None
    contractors_held: Amount = None
    left_last_year: Amount = None
    patients_per_week: Amount = None
    records_are_a_sample: Flag = None


@dataclass(frozen=True)
class Care:
    """How care is measured: full years, questionnaires, the share of patients asked again."""

    years_measured: Amount = None
    instruments: Names = None
    other_instruments: Names = None
    followed_up: Amount = None


@dataclass(frozen=True)
class Staff:
    """Full-time people for the contract, and what keeps clinicians informed and trained."""

    full_time: Amount = None
    online_communication: Flag = None
    training: Flag = None
    administration: Flag = None


@dataclass(frozen=True)
class Roles:
    """Who coordinates."""

    care_coordinator: Work = None
    compliance_officer: Work = None
    multidisciplinary_team: Work = None
    community_partners: Work = None


@dataclass(frozen=True)
class Technology:
    """What the group works with.

    Attributes
    ----------
    record_system, measurement_software
        Where care is written down, and where questionnaires are given and scored.
    plan_files
        What reads the plan's lists of members and bills.
    workflows
        Written steps for measuring, reporting and following up.
    """

    record_system: Work = None
    measurement_software: Work = None
    plan_files: Work = None
    workflows: Work = None


@dataclass(frozen=True)
class Expertise:
    """Who knows what the contract takes."""

    legal: Work = None
    financial: Work = None
    contracting: Work = None
    analytics: Work = None
    auditing: Work = None


@dataclass(frozen=True)
class Reserves:
    """What carries the group through a bad year.

    Attributes
    ----------
    cash, credit
        Dollars at hand, and dollars it may borrow, today.
    other_revenue
        Dollars a year that do not come from this plan.
    forecast
        The group's own cash forecast, in words.
    accepted_chance_of_loss
        The chance of a year with a loss that the group accepts, as a fraction.
    accepted_chance_of_luck
        The chance that luck alone fails a target, likewise.
    """

    cash: Amount = None
    credit: Amount = None
    other_revenue: Amount = None
    forecast: Words = None
    accepted_chance_of_loss: Amount = None
    accepted_chance_of_luck: Amount = None


@dataclass(frozen=True)
class Dependence:
    """How much of the group's revenue is this plan's, and how much it accepts; fractions."""

    share_of_revenue: Amount = None
    largest_share_accepted: Amount = None
    plans: Amount = None


@dataclass(frozen=True)
class Investors:
    """Outside money.

    Attributes
    ----------
    outside_owners, offers
        Whether anyone who does not treat owns a part, or has offered to buy one.
    clinicians_decide
        Whether clinical decisions are the clinicians' by a written rule.
    stable_years
        Full years of steady earnings.
    plan_contracts
        Contracts with health plans.
    """

    outside_owners: Flag = None
    offers: Flag = None
    clinicians_decide: Flag = None
    stable_years: Amount = None
    plan_contracts: Amount = None


@dataclass(frozen=True)
class Population:
    """What can change for these patients, and who else treats them.

    Attributes
    ----------
    cost_can_change, quality_can_change, access_can_change
        The group's own view; the evidence says why.
    care_elsewhere
        The share of these patients' cost that others' care makes up.
    shared_care
        Whether there are agreements with those others.
    """

    cost_can_change: Flag = None
    quality_can_change: Flag = None
    access_can_change: Flag = None
    care_elsewhere: Amount = None
    shared_care: Flag = None


@dataclass(frozen=True)
class Budget:
    """The group's own money for carrying the contract out, in dollars a year, and for how long."""

    gross_revenue: Amount = None
    per_year: Amount = None
    years: Amount = None
    tools_exist: Flag = None


@dataclass(frozen=True)
class Experiment:
    """How the group finds out whether the deal works, in words: pilot, stop rule, review."""

    pilot: Words = None
    stop_rule: Words = None
    review: Words = None


@dataclass(frozen=True)
class Administration:
    """What the plan would run for the group, and whether the group can take it back."""

    by_plan: Names = None
    can_take_back: Flag = None
    own_copy: Flag = None


@dataclass(frozen=True)
class State:
    """What the contract gives beside the state's own goals; fractions."""

    cost_growth_target: Amount = None
    benchmark_trend: Amount = None
    value_payment_goal: Amount = None
    value_payment_share: Amount = None


@dataclass(frozen=True)
class Leverage:
    """What the group can bring to the table, and whether it can leave it."""

    able_to_decline: Flag = None
    alternatives: Words = None
    outcomes: Words = None
    costs_known: Flag = None
    reputation: Words = None


def _no_replies() -> Mapping[str, Reply]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Declaration:
    """Everything ``readiness.toml`` says.

    Attributes
    ----------
    partner
        The group's answers to the questions about the plan, by the question's name.
    problems
        What is wrong with the file.
    """

    people: People = field(default_factory=People)
    care: Care = field(default_factory=Care)
    staff: Staff = field(default_factory=Staff)
    roles: Roles = field(default_factory=Roles)
    technology: Technology = field(default_factory=Technology)
    expertise: Expertise = field(default_factory=Expertise)
    reserves: Reserves = field(default_factory=Reserves)
    dependence: Dependence = field(default_factory=Dependence)
    investors: Investors = field(default_factory=Investors)
    population: Population = field(default_factory=Population)
    budget: Budget = field(default_factory=Budget)
    experiment: Experiment = field(default_factory=Experiment)
    administration: Administration = field(default_factory=Administration)
    state: State = field(default_factory=State)
    leverage: Leverage = field(default_factory=Leverage)
    partner: Mapping[str, Reply] = field(default_factory=_no_replies)
    problems: tuple[Problem, ...] = ()
