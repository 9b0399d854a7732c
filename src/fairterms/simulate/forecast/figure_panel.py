"""Every other figure of a year: counts, months, scores and dollars that move by simple laws."""

from collections.abc import Mapping
from fnmatch import fnmatchcase

import numpy as np

from fairterms.contract.figure_set import FigureSet
from fairterms.simulate.draws import keyed
from fairterms.simulate.forecast.declaration import Declaration, FigureSpec
from fairterms.simulate.forecast.measure_panel import poisson
from fairterms.simulate.forecast.patient_panel import Listed, Place
from fairterms.simulate.forecast.year_moves import YearMoves
from fairterms.simulate.years import FloatArray
from fairterms.units.quantity import Quantity


def figures_of_year(
    declared: Declaration,
    expected: FigureSet,
    moves: YearMoves,
    lists: Mapping[str, Listed],
    place: Place,
) -> dict[str, FloatArray]:
    """Draw the figures that are neither patients' cost nor a measure.

    Returns
    -------
    dict
        Figure to values on the figure's ticks, shape (years,).
    """
    found = {}
    for spec in declared.figures:
        for name in named(spec, expected):
            level = expected.values[name]
            assert isinstance(level, Quantity), "the check of the plan found it"
            found[name] = _drawn(spec, name, level, moves, (lists, place))
    return found


def named(spec: FigureSpec, expected: FigureSet) -> tuple[str, ...]:
    """Name the figures of a scenario that a specification is about."""
    return tuple(
        name
        for name, value in expected.values.items()
        if isinstance(value, Quantity) and fnmatchcase(name, spec.id)
    )


def _drawn(
    spec: FigureSpec,
    name: str,
    level: Quantity,
    moves: YearMoves,
    others: tuple[Mapping[str, Listed], Place],
) -> FloatArray:
    lists, (seed, stream, first) = others
    last = first + len(moves)
    if spec.chances:
        uniform = keyed.uniforms(seed, f"{stream}, value of {name}", first, last)[:, 0]
        amounts = np.array([float(amount.amount) for amount, _ in spec.chances])
        edges = np.cumsum([chance for _, chance in spec.chances])[:-1]
        return amounts[np.searchsorted(edges, uniform, side="right")]
    mean = float(level.amount) * moves.multiplier(spec.moved_by)
    if spec.follows:
        mean = mean * lists[spec.follows].ratio
    if spec.spread:
        scores = moves.scores[f"figure {spec.id}"]
        mean = mean * np.exp(spec.spread * scores - spec.spread**2 / 2)
    if spec.is_counted:
        uniform = keyed.uniforms(seed, f"{stream}, chance of {name}", first, last)[:, 0]
        mean = poisson(mean, uniform)
    tick = float(level.unit.tick)
    return np.round(np.round(mean / tick) * tick, 6)
