"""Made-up groups whose truth is known, what each would know of it, and its forecast.

A group's truth is drawn: its people, the law of what one costs, its rate, and how far each factor
moves a year. Four years follow from the truth by NumPy's own generator, person by person, without
any part of the forecast. Three are the group's past; the fourth is held back. Years are drawn by
the laws that the forecast assumes, with numbers that it does not know: what is tried is whether the
errors are counted in full, not whether life keeps to such laws.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Cost, Deal, Party, WithoutDeal
from fairterms.contract.figure_set import read_toml
from fairterms.contract.reader import read_text
from fairterms.outcomes.group_results.assessment import MeasureYear, assess
from fairterms.outcomes.group_results.declaration import Measured
from fairterms.payment.book import Given
from fairterms.simulate.forecast.declaration import (
    Declaration,
    Delivery,
    FigureSpec,
    MeasureSpec,
    Patients,
)
from fairterms.simulate.forecast.factors import MEANINGS, Factor
from fairterms.simulate.forecast.known_level import widened
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.forecast.panel import Plan, simulate
from fairterms.simulate.forecast.past import known_rates
from fairterms.simulate.forecast.patient_panel import PatientLaw
from fairterms.simulate.patient_cost.law import LognormalCost
from fairterms.simulate.patient_cost.table import scale_steps, tables
from fairterms.simulate.results.settled_years import SettledYears, settle_years
from fairterms.simulate.years import Years

PAST = 3
"""Years that the group knows."""

MEAN, ATTACHMENT = 1_800.0, 10_000.0
"""Dollars a person costs in a year, about, and where the stop-loss begins."""

SHAPES = ((0.15, 1.2), (0.4, 1.8))
"""Laws of cost: share of people without any, spread of the others."""

PER_VISIT, WORK = 60.0, 5_000
"""Dollars that a visit costs to give, and a year's work for the contract."""

RANGES = {
    "trend": (0.02, 0.06),
    "acuity": (0.01, 0.04),
    "attribution": (0.02, 0.06),
    "completion": (0.03, 0.10),
    "staffing": (0.03, 0.08),
}
"""From where to where a group's true spread of each factor lies; the other factors do not move."""

CLAUSES = """
[contract]
name = "A contract for a benchmark"
starts = 2027-01-01
ends = 2027-12-31
rounding = "to the cent, half up, once at the end"

[[measure]]
id = "response"
direction = "higher is better"

[[clause]]
id = "fees"
model = "fee_schedule"
fees = [{{ code = "CPT 90837", fee = "$100.00 per visit" }}]

[[clause]]
id = "stop_loss"
model = "stop_loss"
attachment = "${attachment:,.2f} per member-year"
credit_share = "100 %"
excess_from = "one total"
reads = {{ cost_above_attachment = "above" }}

[[clause]]
id = "result"
model = "shared_savings"
benchmark = "${benchmark:,.2f} PMPM"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
minimum_loss_rate = "0 %"
loss_rate = "50 %"
loss_cap = "10 % of benchmark"
reads = {{ cost = "stop_loss" }}

[[clause]]
id = "quality"
model = "pay_for_performance"
budget = "$2.00 PMPM"
measures = [
  {{ measure = "response", direction = "higher is better", weight = "100 %", tiers = [
    {{ at = "{low:.1f} %", share = "50 %" }}, {{ at = "{high:.1f} %", share = "100 %" }},
  ] }},
]
"""

EXPECTED = """
title = "Expected"
role = "expected"
[given]
member_months = "{months:,} member-months"
cost = "${cost:,.2f}"
above = "$0.00"
response = {{ numerator = "{reached:,} patients", denominator = "{counted:,} patients" }}
visits.90837 = "{visits:,} visits"
"""


@dataclass(frozen=True)
class Truth:
    """What nobody knows of a group.

    Attributes
    ----------
    roster, listed
        People who could be on the list, and the chance of each.
    cost
        The law of a person's year.
    rate, dearer
        The measure's rate in a usual year, and how much more often the dearer half reach it.
    rate_spread
        How far the rate moves by itself from year to year.
    measured, visits
        The share of people listed who count for the measure, and visits of each.
    spreads
        Factor to its spread.
    generosity
        The contract's benchmark over the group's past cost.
    together
        Correlation of trend and acuity; the forecast takes it for 0.
    """

    roster: int
    listed: float
    cost: LognormalCost
    rate: float
    dearer: float
    rate_spread: float
    measured: float
    visits: float
    spreads: Mapping[str, float]
    generosity: float
    together: float = 0.0


@dataclass(frozen=True)
class Year:
    """What came in one year: counts, dollars, and the spread of people's cost over their mean."""

    present: int
    paid: float
    above: float
    reached: int
    counted: int
    visits: int
    dispersion: float


@dataclass(frozen=True)
class Known:
    """What a group knows, or believes.

    Attributes
    ----------
    listed, cost, measured, visits
        Means of the past years: share of the roster listed, dollars a person, share of them who
        count for the measure, visits a person.
    rate
        The measure's rate, as its records give it.
    spreads, rate_spread
        How far factors and rate move.
    noise
        Chance in a year's cost a person, as a share.
    """

    listed: float
    cost: float
    measured: float
    visits: float
    rate: KnownRate
    spreads: Mapping[str, float]
    rate_spread: float
    noise: float


@dataclass(frozen=True)
class Group:
    """One made-up group: its truth, its past, and the year held back."""

    number: int
    truth: Truth
    past: tuple[Year, ...]
    held_back: Year


def make_up(number: int, together: float = 0.0) -> Group:
    """Make up a group; its number is its seed."""
    draws = np.random.default_rng([2027, number])
    no_cost, spread = SHAPES[number % len(SHAPES)]
    truth = Truth(
        roster=int(draws.choice([300, 600, 1_200])),
        listed=draws.uniform(0.7, 0.9),
        cost=LognormalCost(no_cost, MEAN * draws.uniform(0.92, 1.08), spread),
        rate=draws.uniform(0.35, 0.65),
        dearer=-draws.uniform(0.0, 0.2),
        rate_spread=draws.uniform(0.01, 0.05),
        measured=draws.uniform(0.15, 0.4),
        visits=draws.uniform(1.0, 2.0),
        spreads={name: draws.uniform(*ends) for name, ends in RANGES.items()},
        generosity=draws.uniform(0.97, 1.03),
        together=together,
    )
    years = [_draw(truth, draws) for _ in range(PAST + 1)]
    return Group(number, truth, tuple(years[:PAST]), years[PAST])


def _draw(truth: Truth, draws: np.random.Generator) -> Year:
    scores = {name: draws.normal() for name in RANGES}
    apart = np.sqrt(1 - truth.together**2)
    scores["acuity"] = truth.together * scores["trend"] + apart * scores["acuity"]
    level = {name: _lift(truth.spreads[name], score) for name, score in scores.items()}
    present = int(draws.binomial(truth.roster, min(truth.listed * level["attribution"], 1.0)))
    share = draws.random(present)
    costs = truth.cost.quantile(share) * level["trend"] * level["acuity"]
    counted = min(int(draws.poisson(truth.measured * present * level["completion"])), present)
    acuity = _lift(-0.5 * truth.spreads["acuity"], scores["acuity"])
    rate = truth.rate * acuity + truth.rate_spread * draws.normal()
    chances = rate + np.where(share[:counted] > 0.5, 0.5, -0.5) * truth.dearer
    reached = int((draws.random(counted) < np.clip(chances, 0.001, 0.999)).sum())
    return Year(
        present,
        float(costs.sum()),
        float(np.maximum(costs - ATTACHMENT, 0).sum()),
        reached,
        counted,
        int(draws.poisson(truth.visits * present * level["staffing"])),
        float(costs.std() / costs.mean()),
    )


def _lift(spread: float, score: float) -> float:
    return float(np.exp(spread * score - spread**2 / 2))


def knowledge(group: Group) -> Known:
    """Return what a group knows that looks at its three years and is told how far years move."""
    truth, past = group.truth, group.past
    people = float(np.mean([one.present for one in past]))
    return Known(
        people / truth.roster,
        float(np.mean([one.paid / one.present for one in past])),
        float(np.mean([one.counted / one.present for one in past])),
        float(np.mean([one.visits / one.present for one in past])),
        _past_rate(past),
        truth.spreads,
        truth.rate_spread,
        float(np.mean([one.dispersion for one in past]) / np.sqrt(people)),
    )


def _past_rate(past: Sequence[Year]) -> KnownRate:
    counts = [MeasureYear(at, one.reached, one.counted) for at, one in enumerate(past, 2024)]
    measured = Measured("response", "remission_or_response", {})
    return known_rates([assess(measured, counts, [])])["response"]


def counting_level_error(known: Known) -> Known:
    """Join the error of levels that rest on few years to the spreads."""
    spreads = {name: widened(value, 0.0, PAST) for name, value in known.spreads.items()}
    spreads["trend"] = widened(known.spreads["trend"], known.noise, PAST)
    return replace(known, spreads=spreads, rate_spread=widened(known.rate_spread, 0.0, PAST))


def guessing_spreads(known: Known, group: Group) -> Known:
    """Take the spreads from the three years alone, as a group must that is told nothing."""
    past = group.past
    rates = np.array([one.reached / one.counted for one in past])
    chance = float(
        np.mean([rate * (1 - rate) / one.counted for rate, one in zip(rates, past, strict=True)])
    )
    seen: dict[str, list[float]] = {
        "trend": [one.paid / one.present for one in past],
        "attribution": [one.present for one in past],
        "completion": [one.counted / one.present for one in past],
        "staffing": [one.visits / one.present for one in past],
    }
    spreads = {name: float(np.std(np.log(values), ddof=1)) for name, values in seen.items()}
    # Chance between patients is in the scatter already: what it explains is no factor.
    spreads["trend"] = float(np.sqrt(max(spreads["trend"] ** 2 - known.noise**2, 0.0)))
    moves = float(np.sqrt(max(rates.var(ddof=1) - chance, 0.0)))
    return replace(known, spreads={"acuity": 0.0, **spreads}, rate_spread=moves)


def patient_noise_alone(known: Known) -> Known:
    """Believe that years differ by chance between patients alone, and every level is known."""
    rate = replace(known.rate, error=0.0)
    return replace(known, spreads=dict.fromkeys(RANGES, 0.0), rate_spread=0.0, rate=rate)


def without(known: Known, name: str) -> Known:
    """Leave out one factor, or ``rate``: that the true rate moves and is not known exactly."""
    if name == "rate":
        return replace(known, rate_spread=0.0, rate=replace(known.rate, error=0.0))
    return replace(known, spreads={**known.spreads, name: 0.0})


def forecast(group: Group, known: Known, number: int, step: float = 0.01) -> tuple[Plan, Years]:
    """Simulate the year to come by the panel, from what the group knows.

    Parameters
    ----------
    group
        The group; only its size, contract and the shape of its cost law are looked at.
    known
        What it knows.
    number
        Years; a multiple of 32.
    step
        Between two tables of cost.
    """
    plan = _plan(group, known, number, step)
    return plan, simulate(plan)


def _plan(group: Group, known: Known, number: int, step: float) -> Plan:
    truth = group.truth
    people = known.listed * truth.roster
    counted = round(known.measured * people)
    text = EXPECTED.format(
        months=round(12 * people),
        cost=known.cost * people,
        reached=round(known.rate.rate * counted),
        counted=counted,
        visits=round(known.visits * people),
    )
    law = PatientLaw(_tables(truth.cost.no_cost, truth.cost.spread, step))
    return Plan(
        _declared(truth, known),
        read_toml(text, "expected.toml"),
        _contract(group),
        laws={"members": law},
        known={"response": known.rate},
        seed=group.number,
        number=number,
    )


def _declared(truth: Truth, known: Known) -> Declaration:
    factors = {name: Factor(name, known.spreads.get(name, 0.0)) for name in MEANINGS}
    # All groups share the tables of one law: its level is moved by the middle of the trend.
    factors["trend"] = replace(factors["trend"], centre=known.cost / MEAN - 1)
    return Declaration(
        factors,
        (
            Patients(
                "members",
                truth.roster,
                known.listed,
                paid="cost",
                above="above",
                moved_by={"trend": 1.0, "acuity": 1.0},
            ),
        ),
        (
            MeasureSpec(
                "response",
                "members",
                from_records=True,
                spread=known.rate_spread,
                dearer=truth.dearer,
                count_moves={"completion": 1.0},
                rate_moves={"acuity": -0.5},
            ),
        ),
        (
            FigureSpec("member_months", follows="members"),
            FigureSpec("visits.*", moved_by={"staffing": 1.0}, follows="members", is_counted=True),
        ),
        (Delivery("visits.90837", PER_VISIT),),
    )


@lru_cache(maxsize=4)
def _tables(no_cost: float, spread: float, step: float):  # type: ignore[no-untyped-def]
    law = LognormalCost(no_cost, MEAN, spread)
    return tables(law, scale_steps(0.6, 1.6, step=step), ATTACHMENT, above=True)


def _contract(group: Group) -> Contract:
    known, generosity = knowledge(group), group.truth.generosity
    middle = 100 * known.rate.rate
    reading = read_text(
        CLAUSES.format(
            attachment=ATTACHMENT,
            benchmark=known.cost / 12 * generosity,
            low=middle - 4,
            high=middle + 3,
        )
    )
    assert reading.contract is not None, reading.problems
    return reading.contract


def settled(contract: Contract, years: Years) -> SettledYears:
    """Settle years; fees are paid without the deal too."""
    deal = Deal(
        Path("made-up"),
        "A deal for a benchmark",
        Party("Group"),
        Party("Plan"),
        None,
        WithoutDeal(("fees",)),
        (Cost("work", "work", Decimal(WORK), ""),),
        (),
        (),
        (),
    )
    return settle_years(deal, contract, years)


def as_it_came(plan: Plan, years: Years, came: Year) -> Years:
    """Return the year held back as a panel of one year, in the units of the forecast."""
    level = plan.expected.values["visits.90837"]
    actual = {
        "member_months": 12.0 * came.present,
        "cost": came.paid,
        "above": came.above,
        "response.numerator": float(came.reached),
        "response.denominator": float(came.counted),
        "visits.90837": float(came.visits),
    }
    figures = {
        name: Given(np.array([actual[name]]), given.unit) for name, given in years.figures.items()
    }
    expected = float(level.amount)  # type: ignore[union-attr]
    delivery = np.array([PER_VISIT * (came.visits - expected)])
    return replace(years.part(0, 1), figures=figures, delivery=delivery)
