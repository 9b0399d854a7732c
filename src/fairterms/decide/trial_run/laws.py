"""Plans of few years that share one wide set of tables of what a person costs.

A moved factor asks for tables a little higher or lower, and making them takes longer than all the
rest of a first answer. One set that reaches as far as any single slider serves them all.
"""

from dataclasses import replace

from fairterms.contract.value import show
from fairterms.decide.trial_run.assumption_sliders import widest_spread
from fairterms.decide.trial_run.panels import FEW
from fairterms.decide.trial_run.prepared import Prepared
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.planning import Sample, plan_year
from fairterms.simulate.forecast.year_moves import moves_of, points_of


def plan_of(prepared: Prepared, number: int) -> Plan:
    """Put together the plan of so many years.

    Parameters
    ----------
    prepared
        The deal.
    number
        Up to :data:`~fairterms.decide.trial_run.panels.FEW` years share the wide tables; more have
        the report's own.

    Notes
    -----
    A row of the tables is the same in a wide set and in a narrow one. What differs is a year beyond
    4.5 standard deviations, which the narrow set cuts there.

    Raises
    ------
    Refusal
        As :func:`fairterms.simulate.forecast.planning.plan_year`.
    """
    if number > FEW or not any(one.cost for one in prepared.declared.patients):
        return _plan(prepared, prepared.declared, number)
    panels = prepared.panels
    panels.attachments = panels.attachments or attachments(prepared)
    if attachments(prepared) != panels.attachments:
        return _plan(prepared, prepared.declared, number)
    panels.widened = panels.widened or widened(prepared.declared)
    wide = replace(_plan(prepared, panels.widened, number), declared=prepared.declared)
    return wide if reaches(wide) else _plan(prepared, prepared.declared, number)


def widened(declared: Declaration) -> Declaration:
    """Return the forecast with the factor that moves cost most spread as far as its slider goes."""
    weights: dict[str, float] = {}
    for one in declared.patients:
        for name, weight in (one.moved_by if one.cost else {}).items():
            weights[name] = max(weights.get(name, 0.0), abs(weight))
    if not weights:
        return declared
    spreads = {name: float(widest_spread(declared.factors[name].spread)) for name in weights}
    most = max(weights, key=lambda name: weights[name] * spreads[name])
    return declared.with_factor(most, spread=spreads[most])


def attachments(prepared: Prepared) -> tuple[str, ...]:
    """Return, as text, the amounts above which cost is counted apart; "" where there is none."""
    return tuple(
        _written(prepared, one.attachment) for one in prepared.declared.patients if one.cost
    )


def reaches(plan: Plan) -> bool:
    """Say whether the tables of a plan reach every one of its years."""
    declared = plan.declared
    moves = moves_of(declared, points_of(declared, plan.seed, plan.number), plan.year)
    for one in declared.patients:
        law = plan.laws.get(one.id)
        if law is not None:
            levels, grid = moves.multiplier(one.moved_by), law.tables.factors
            if levels.min() < grid[0] or levels.max() > grid[-1]:
                return False
    return True


def _plan(prepared: Prepared, declared: Declaration, number: int) -> Plan:
    sample = Sample(prepared.seed, number)
    return plan_year(
        prepared.contract, declared, prepared.expected, prepared.period, prepared.past, sample
    )


def _written(prepared: Prepared, place: str) -> str:
    clause, _, term = place.partition(".")
    try:
        return show(prepared.contract.clause(clause).terms[term].value)
    except KeyError:
        return ""
