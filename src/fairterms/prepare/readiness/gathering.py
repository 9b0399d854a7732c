"""Gather what other rooms know into a situation; whatever is not given stays not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from duckdb import DuckDBPyConnection

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.population.care_look import Look
from fairterms.population.impactability import Impact
from fairterms.prepare.readiness.own_records import clinicians_on_record, years_on_record
from fairterms.prepare.readiness.situation import Change, Situation, SizePoint
from fairterms.prepare.stated import Stated
from fairterms.reference.law import Setting, register
from fairterms.review.features import Features
from fairterms.units import quantity
from fairterms.units.finding import Finding
from fairterms.units.quantity import FRACTION

TOTAL_COST_MODELS = frozenset(
    {
        "shared_savings",
        "risk_corridor",
        "global_payment",
        "capitation",
        "episode",
        "medical_loss_ratio_savings",
        "utilization_incentive",
    }
)
"""Payment models by which a group answers for care that others give."""
_COST_GROWTH, _VALUE_PAYMENT = "cost-growth", "value-payment"


@dataclass(frozen=True)
class Records:
    """The group's own records.

    Attributes
    ----------
    connection
        The store's.
    reached
        The last day the records reach.
    look
        Care given elsewhere and what could change; None where it was not counted.
    """

    connection: DuckDBPyConnection
    reached: date
    look: Look | None = None


@dataclass(frozen=True)
class Forecast:
    """What a forecast of the contract says; each value None where it does not.

    Attributes
    ----------
    by_size
        The chance of a loss, by size.
    loss_means
        What it calls a loss, after "the chance of".
    reserve_needed, worst_year
        As in :class:`fairterms.prepare.readiness.situation.Situation`; dollars.
    net_impact
        Dollars a year left to the group after the work, when care changes as declared.
    """

    by_size: tuple[SizePoint, ...] = ()
    loss_means: str = "a year in which the group loses money"
    reserve_needed: Decimal | None = None
    worst_year: Decimal | None = None
    net_impact: Decimal | None = None


_NO_FORECAST = Forecast()


def gather(
    deal: Deal,
    contract: Contract,
    features: Features,
    findings: Sequence[Finding] | None = None,
    records: Records | None = None,
    forecast: Forecast = _NO_FORECAST,
) -> Situation:
    """Gather a situation.

    Parameters
    ----------
    deal, contract
        The deal and its terms.
    features
        What kind of deal the terms describe.
    findings
        What the review of the text saw; None where no text was reviewed.
    records
        The group's own records, while they are open; None where there are none.
    forecast
        What the forecast says.

    Notes
    -----
    Full-time people needed are left out: the room that costs the contract's duties knows them. Add
    them with :func:`dataclasses.replace`.
    """
    look = records.look if records else None
    setting = Setting(
        contract.jurisdiction, contract.line_of_business, contract.starts, contract.ends
    )
    return Situation(
        has_targets=features.has_incentive,
        has_downside=features.has_downside,
        counts_total_cost=counts_total_cost(contract),
        clinicians_on_record=(
            clinicians_on_record(records.connection, records.reached) if records else None
        ),
        years_on_record=years_on_record(records.connection, records.reached) if records else None,
        loss_by_size=forecast.by_size,
        loss_means=forecast.loss_means,
        changes=changes_of(look.impact) if look else None,
        net_impact=_forecast(forecast.net_impact),
        reserve_needed=_forecast(forecast.reserve_needed),
        worst_year=_forecast(forecast.worst_year),
        cost_to_comply=_work(deal),
        share_elsewhere=_elsewhere(look),
        share_out_of_reach=_out_of_reach(look),
        cost_growth_target=_goal(setting, _COST_GROWTH, "target"),
        value_payment_goal=_goal(setting, _VALUE_PAYMENT, "goal"),
        findings=None if findings is None else tuple(findings),
    )


def counts_total_cost(contract: Contract) -> bool:
    """Tell whether a clause holds the group to account for the cost of care that others give."""
    return any(clause.model in TOTAL_COST_MODELS for clause in contract.clauses)


def changes_of(impact: Impact) -> tuple[Change, ...]:
    """Return the declared changes, each weighed against chance; a fall of cost in all cost."""
    costs = [
        Change(one.change.name, one.in_total.chance_of_seeing, one.in_total.is_seen)
        for one in impact.costs
    ]
    rates = [
        Change(one.change.name, one.seen.chance_of_seeing, one.seen.is_seen) for one in impact.rates
    ]
    return (*costs, *rates)


def _forecast(amount: Decimal | None) -> Stated[Decimal] | None:
    return None if amount is None else Stated(amount, "the forecast of this contract", "simulated")


def _work(deal: Deal) -> Stated[Decimal] | None:
    if not deal.costs:
        return None
    parts = f"{len(deal.costs)} costs"
    return Stated(deal.cost_to_comply, "deal.toml", f"the sum of {parts}")


def _elsewhere(look: Look | None) -> Stated[Decimal] | None:
    part = look.found.cost.share_elsewhere if look else None
    if look is None or part is None or (part == 0 and look.found.doubts):
        return None  # bills of others that were not sent are no care of the group's own
    period = f"bills of {look.found.period.first} to {look.found.period.last}"
    return Stated(
        Decimal(part.numerator) / Decimal(part.denominator), "the group's records", period
    )


def _out_of_reach(look: Look | None) -> Stated[Decimal] | None:
    if look is None or look.found.share_out_of_reach is None:
        return None
    part = look.found.share_out_of_reach
    period = f"bills of {look.found.period.first} to {look.found.period.last}"
    return Stated(
        Decimal(part.numerator) / Decimal(part.denominator), "the group's records", period
    )


def _goal(setting: Setting, topic: str, figure: str) -> Stated[Decimal] | None:
    """Return the latest recorded figure of the contract's own state on a topic."""
    found = [
        law
        for law in register(setting)
        if topic in law.topics and law.jurisdiction == setting.state and figure in law.figures
    ]
    for law in sorted(found, key=lambda law: law.since or date.min, reverse=True):
        value = quantity.parse(law.figures[figure])
        if value.unit == FRACTION:
            return Stated(value.amount, "the register of laws", f"{law.title}, {law.locator}")
    return None
