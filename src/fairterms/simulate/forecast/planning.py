"""Put together what a simulation needs, and refuse what would have to be guessed."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import performance_years, terms_in_force
from fairterms.simulate.forecast.declaration import (
    FILE,
    CostSpec,
    Declaration,
    FigureSpec,
    Patients,
)
from fairterms.simulate.forecast.figure_panel import named
from fairterms.simulate.forecast.panel import YEARS, Plan
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.forecast.patient_panel import PatientLaw
from fairterms.simulate.patient_cost.law import LognormalCost, ObservedCost, PatientCost
from fairterms.simulate.patient_cost.table import CostTables, scale_steps, tables
from fairterms.units.period import Period
from fairterms.units.quantity import Kind, Quantity
from fairterms.units.refusal import Refusal

STEP = 0.005
"""Between two cost tables: half a per cent of the year's level, far below any factor's spread."""

REACH = 4.5
"""Standard deviations of the year's level that the cost tables reach."""


@dataclass(frozen=True)
class Sample:
    """How much is simulated.

    Attributes
    ----------
    seed
        The same seed gives the same bytes.
    number
        Years; a multiple of 32.
    threads
        How many shards of years are drawn side by side; the bytes are the same for any number.
    shards
        Into how many parts the years are cut; 0 chooses. The bytes are the same for any number.
    """

    seed: int = 2027
    number: int = YEARS
    threads: int = 1
    shards: int = 0


USUAL = Sample()


def plan_year(
    contract: Contract,
    declared: Declaration,
    expected: FigureSet,
    period: Period,
    past: Past = NOTHING_PAST,
    sample: Sample = USUAL,
) -> Plan:
    """Put together the plan of one performance year.

    Parameters
    ----------
    contract
        The whole contract.
    declared
        The forecast, without problems.
    expected
        The expected scenario.
    period
        The performance year.
    past
        What the group's own records say.
    sample
        How many years, and from which seed.

    Raises
    ------
    Refusal
        When the forecast names a figure that the expected scenario does not give, or a number that
        the terms do not give.
    """
    assert not declared.problems, "a forecast with problems is not simulated"
    in_force = terms_in_force(contract, period)
    _check_figures(declared, expected)
    plan = Plan(
        declared,
        expected,
        in_force,
        performance_years(contract).index(period),
        known=past.rates,
        seed=sample.seed,
        number=sample.number,
    )
    laws = {
        one.id: _law(one, one.cost, plan, past.cost)
        for one in declared.patients
        if one.cost is not None
    }
    return replace(plan, laws=laws)


def _law(spec: Patients, cost: CostSpec, plan: Plan, observed: ObservedCost | None) -> PatientLaw:
    mean = cost.mean if cost.mean is not None else _level_mean(spec, plan)
    law: PatientCost
    if cost.is_observed:
        if observed is None or observed.mean <= 0:
            raise Refusal(
                f"cost of {spec.id}",
                "is to come from the records, and they hold no claims of a whole year",
                "a law of cost is not guessed",
                "add claims to the records, or declare no_cost, spread and mean",
            )
        law = observed.scaled(mean / observed.mean)
    else:
        assert cost.no_cost is not None and cost.spread is not None, "the reader held this"  # noqa: PT018
        law = LognormalCost(cost.no_cost, mean, cost.spread)
    return PatientLaw(_tables(law, _attachment(spec, plan.contract), _range(spec, plan)))


@lru_cache(maxsize=8)
def _tables(law: PatientCost, attachment: float | None, reach: tuple[float, float]) -> CostTables:
    steps = scale_steps(*reach, step=STEP)
    return tables(law, steps, attachment, above=attachment is not None)


def _range(spec: Patients, plan: Plan) -> tuple[float, float]:
    """Return the lowest and highest level a year's cost may have, against the expected one."""
    factors = plan.declared.factors
    width = np.sqrt(
        sum(weight**2 * factors[name].variance(plan.year) for name, weight in spec.moved_by.items())
    )
    middle = sum(
        weight * (np.log1p(factors[name].centre) + plan.year * np.log1p(factors[name].grows))
        for name, weight in spec.moved_by.items()
    )
    return float(np.exp(middle - REACH * width)), float(np.exp(middle + REACH * width))


def _level_mean(spec: Patients, plan: Plan) -> float:
    """Return the mean cost that gives the expected scenario's total in a usual year."""
    others = [one for one in plan.declared.patients if one.paid == spec.paid]
    if len(others) > 1:
        raise Refusal(
            f"cost of {spec.id}",
            f"has no mean, and {len(others)} kinds of patients share {spec.paid}",
            "the expected scenario gives only their sum",
            'give each a mean, like mean = "$1,956.00"',
        )
    total = plan.expected.values[spec.paid]
    assert isinstance(total, Quantity), "the check of the figures found it"
    if total.amount <= 0:
        raise Refusal(
            f"cost of {spec.id}",
            f"has no mean, and {spec.paid} is not above $0 in the expected scenario",
            "a person costs something, or nobody needs to simulate it",
            'give a mean, like mean = "$1,956.00", or mend the scenario',
        )
    return float(total.amount) / (spec.roster * spec.listed)


def _attachment(spec: Patients, contract: Contract) -> float | None:
    """Return the point above which cost is counted apart, in dollars, from the terms in force."""
    if not spec.above:
        return None
    clause, _, term = spec.attachment.partition(".")
    try:
        value = contract.clause(clause).terms[term].value
    except KeyError:
        value = None
    if isinstance(value, Quantity) and value.unit.kind in {Kind.MONEY, Kind.MONEY_PER}:
        return float(value.amount)
    raise Refusal(
        f"attachment of {spec.id}",
        f'"{spec.attachment}" is no amount in the terms of this year',
        f"{spec.above} is what one person costs above it",
        'name clause and term, like attachment = "stop_loss.attachment"',
    )


def _check_figures(declared: Declaration, expected: FigureSet) -> None:
    wanted = [(one.id, name) for one in declared.patients for name in (one.paid, one.above) if name]
    ends = ("numerator", "denominator")
    wanted += [(one.id, f"{one.id}.{end}") for one in declared.measures for end in ends]
    elsewhere = {name for _, name in wanted}
    wanted += [("delivery", one.figure) for one in declared.deliveries]
    for place, name in wanted:
        if not isinstance(expected.values.get(name), Quantity):
            raise _unknown_figure(place, name)
    for one in declared.measures:
        level = expected.values[f"{one.id}.denominator"]
        if isinstance(level, Quantity) and level.amount <= 0:
            raise Refusal(
                f"{FILE}, {one.id}",
                "counts no patient in the expected scenario",
                "its rate is that of the scenario, and its patients are as many",
                f"give {one.id} a denominator above 0 in the scenario",
            )
    for spec in declared.figures:
        names = named(spec, expected)
        if not names:
            raise _unknown_figure(spec.id, spec.id)
        if elsewhere & set(names):
            raise _drawn_twice(spec.id, min(elsewhere & set(names)))
        _check_units(spec, expected)


def _drawn_twice(place: str, name: str) -> Refusal:
    return Refusal(
        f"{FILE}, {place}",
        f"names {name}, which patients or a measure give already",
        "a figure comes out once a year",
        "name the other figures one by one, or take this block out",
    )


def _check_units(spec: FigureSpec, expected: FigureSet) -> None:
    """Refuse values taken by chance that are not in the figure's unit."""
    for name in named(spec, expected):
        level = expected.values[name]
        assert isinstance(level, Quantity), "only single numbers are named"
        for amount, _ in spec.chances:
            if amount.unit != level.unit:
                raise Refusal(
                    f"{FILE}, {spec.id}",
                    f"may take a value in {amount.unit}, and the scenario gives {level.unit}",
                    "a number in another unit is another number",
                    f"write the values of {name} in {level.unit}",
                )


def _unknown_figure(place: str, name: str) -> Refusal:
    return Refusal(
        f"{FILE}, {place}",
        f"the expected scenario gives no figure {name}",
        "the level of a figure is that of the expected scenario",
        f"add {name} to the scenario, or take it out of {FILE}",
    )
