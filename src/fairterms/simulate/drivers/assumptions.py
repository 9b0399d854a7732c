"""Changes of what a forecast assumes: a factor moved, a group of another size."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.performance_year import performance_years
from fairterms.contract.value import Formula, Row, show
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.figure_panel import named
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.forecast.planning import Sample, plan_year
from fairterms.units.quantity import MONEY, Kind, Quantity

SIZED = frozenset({"member-month", "member", "patient", "person", "visit", "discharge", "episode"})
"""What there is more of in a larger group, whether or not the forecast moves it."""


def shifted(declared: Declaration, factor: str, share: float) -> Declaration:
    """Return the forecast with the middle of one factor moved by a share: 0.05 is 5 % more."""
    centre = (1 + declared.factors[factor].centre) * (1 + share) - 1
    return declared.with_factor(factor, centre=centre)


def is_moved(declared: Declaration, factor: str) -> bool:
    """Say whether anything in the forecast moves with a factor."""
    weights: list[Mapping[str, float]] = []
    for patients in declared.patients:
        weights += [patients.moved_by if patients.cost else {}, {"attribution": 1.0}]
    for measure in declared.measures:
        weights += [measure.count_moves, measure.rate_moves]
    weights += [figure.moved_by for figure in declared.figures]
    return any(one.get(factor, 0.0) for one in weights)


def replanned(plan: Plan, declared: Declaration, past: Past = NOTHING_PAST) -> Plan:
    """Return the plan under another forecast, with tables of cost that reach as far as it needs.

    Parameters
    ----------
    plan
        Of the year.
    declared
        The changed forecast.
    past
        What the records say; needed where the law of cost comes from them.

    Raises
    ------
    Refusal
        When the law of cost is to come from the records and ``past`` has none.
    """
    period = performance_years(plan.contract)[plan.year]
    known = Past(past.cost, plan.known)
    sample = Sample(plan.seed, plan.number)
    return plan_year(plan.contract, declared, plan.expected, period, known, sample)


def scaled(plan: Plan, scale: float) -> Plan:
    """Return the plan of a group that is so many times as large.

    Parameters
    ----------
    plan
        Of the group as it is.
    scale
        2 is a group of twice the size.

    Notes
    -----
    People, months, visits, counts, dollars and payments of a fixed amount (a start-up payment)
    grow in proportion. Rates, prices and scores stay; so do all other terms, dollar caps and
    minimum counts among them. Which dollars grow is our choice.
    """
    patients = tuple(
        replace(one, roster=max(round(one.roster * scale), 1)) for one in plan.declared.patients
    )
    sized, by = sized_figures(plan), Decimal(repr(scale))
    values = {
        name: value.with_amount(value.amount * by)
        if name in sized and isinstance(value, Quantity)
        else value
        for name, value in plan.expected.values.items()
    }
    return replace(
        plan,
        declared=replace(plan.declared, patients=patients),
        expected=replace(plan.expected, values=values),
        contract=_with_fixed_payments(plan.contract, by),
    )


def sized_figures(plan: Plan) -> frozenset[str]:
    """Name the figures that are larger for a larger group."""
    declared, expected = plan.declared, plan.expected
    found = {name for one in declared.patients for name in (one.paid, one.above)}
    for measure in declared.measures:
        found |= {f"{measure.id}.{end}" for end in ("numerator", "denominator")}
    fixed: set[str] = set()
    for spec in declared.figures:
        (fixed if spec.chances else found).update(named(spec, expected))
    for name, value in expected.values.items():
        if not isinstance(value, Quantity) or value.unit.kind not in {Kind.COUNT, Kind.MONEY}:
            fixed.add(name)
        elif value.unit.noun in SIZED or value.unit == MONEY:
            found.add(name)
    return frozenset(found - fixed - {""})


def _with_fixed_payments(contract: Contract, by: Decimal) -> Contract:
    """Return the contract with payments multiplied that depend on no figure at all."""
    for clause in contract.clauses:
        rows = _fixed_steps(clause)
        if rows:
            contract = contract.replacing(
                clause.with_value("steps", tuple(_multiplied(row, by) for row in rows))
            )
    return contract


def _fixed_steps(clause: Clause) -> tuple[Row, ...]:
    """Return the steps of a formula that pays and reads nothing but its own steps; else none."""
    is_figure = "pays" in clause.terms and clause.terms["pays"].value is False
    if clause.model != "formula" or is_figure or "steps" not in clause.terms:
        return ()
    value = clause.terms["steps"].value
    items = value if isinstance(value, tuple) else (value,)
    rows = [row for row in items if isinstance(row, Row)]
    own = {show(row.cells["name"]) for row in rows}
    read = [row.cells["value"] for row in rows]
    is_fixed = all(
        isinstance(one, Quantity)
        or (isinstance(one, Formula) and set(re.findall(r"[a-z_]\w*", one.text)) <= own)
        for one in read
    )
    return tuple(rows) if is_fixed else ()


def _multiplied(row: Row, by: Decimal) -> Row:
    value = row.cells["value"]
    if not isinstance(value, Quantity) or value.unit != MONEY:
        return row
    return Row({**row.cells, "value": value.with_amount(value.amount * by)})
