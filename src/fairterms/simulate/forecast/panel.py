"""The panel: figures for many years, drawn by the laws of ``forecast.toml``.

A year's figures depend on the seed, the year's number and nothing else: not on how many years are
drawn at once, nor on which thread or machine draws them.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.payment.book import Given
from fairterms.simulate.draws.year_points import YearPoints
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.figure_panel import figures_of_year
from fairterms.simulate.forecast.measure_panel import KnownRate, measure_counts
from fairterms.simulate.forecast.patient_panel import PatientLaw, Place, listed_patients
from fairterms.simulate.forecast.year_moves import BLOCKS, moves_of, points_of
from fairterms.simulate.years import FloatArray, Years
from fairterms.units.quantity import Quantity

YEARS = 16_384
"""Years simulated unless told otherwise: a power of two, which quasi-random points want."""

SHARD = 2_048
"""Years drawn at once, to keep memory small."""


@dataclass(frozen=True)
class Plan:
    """Everything that a simulation of one performance year needs.

    Attributes
    ----------
    declared
        What forecast.toml says, without problems.
    expected
        The expected scenario: the level of every figure.
    contract
        The terms in force in that year.
    year
        The performance year, counted from 0.
    laws
        Patients' id to what they cost.
    known
        Measure to the group's own past rate, where the forecast wants it.
    seed
        The same seed gives the same bytes.
    number
        How many years; a multiple of 32.
    """

    declared: Declaration
    expected: FigureSet
    contract: Contract
    year: int = 0
    laws: Mapping[str, PatientLaw] = field(default_factory=dict)
    known: Mapping[str, KnownRate] = field(default_factory=dict)
    seed: int = 2027
    number: int = YEARS

    def __post_init__(self) -> None:
        """Hold the number of years to what the points need."""
        assert self.number % BLOCKS == 0, f"the number of years is a multiple of {BLOCKS}"


def simulate(plan: Plan, threads: int = 1, shards: int = 0) -> Years:
    """Simulate all years of a plan.

    Parameters
    ----------
    plan
        What to simulate.
    threads
        How many shards are drawn side by side; the bytes are the same for any number.
    shards
        Into how many parts the years are cut; 0 chooses. The bytes are the same for any number.
    """
    size = -(-plan.number // shards) if shards else SHARD
    cuts = [(at, min(at + size, plan.number)) for at in range(0, plan.number, size)]
    with ThreadPoolExecutor(max_workers=threads) as pool:
        return joined(list(pool.map(lambda cut: shard(plan, *cut), cuts)))


def shard(plan: Plan, first: int, last: int) -> Years:
    """Simulate the years from ``first`` up to and without ``last``.

    Parameters
    ----------
    plan
        What to simulate.
    first, last
        Numbers of years, from 0 to ``plan.number``.

    Returns
    -------
    Years
        The same bytes as that part of the whole panel.
    """
    points = points_of(plan.declared, plan.seed, plan.number).part(first, last)
    return drawn(plan, points, first)


def drawn(plan: Plan, points: YearPoints, first: int) -> Years:
    """Draw the figures of years whose year-level points are given.

    Parameters
    ----------
    plan
        What to simulate.
    points
        What each year brings as a whole; of :func:`points_of`, or any others of as many dimensions.
    first
        The number of the first of these years, on which everything that is chance depends.
    """
    declared, expected = plan.declared, plan.expected
    moves = moves_of(declared, points, plan.year)
    place: Place = (plan.seed, f"year {plan.year}", first)
    lists = {
        one.id: listed_patients(one, plan.laws.get(one.id), moves, place)
        for one in declared.patients
    }
    found: dict[str, FloatArray] = {}
    for people in lists.values():
        for name, values in people.figures.items():
            found[name] = found.get(name, 0.0) + values
    for spec in declared.measures:
        known = plan.known.get(spec.id) if spec.from_records else None
        found |= measure_counts(spec, expected, moves, (lists, place), known)
    found |= figures_of_year(declared, expected, moves, lists, place)
    figures = {name: _given(expected, name, values) for name, values in found.items()}
    held = {
        name: _held(value, len(moves))
        for name, value in expected.values.items()
        if name not in figures
    }
    delivery = _delivery(plan, found, len(moves))
    return Years({**held, **figures}, points.block, moves.shares, delivery)


def joined(parts: Sequence[Years]) -> Years:
    """Join shards, in the order of their years, to one panel."""
    first = parts[0]
    return Years(
        {name: _joined([one.figures[name] for one in parts]) for name in first.figures},
        np.concatenate([one.blocks for one in parts]),
        {name: np.concatenate([one.factors[name] for one in parts]) for name in first.factors},
        np.concatenate([one.delivery for one in parts]),
    )


def fingerprint(years: Years) -> str:
    """Return one line of hex that two panels share exactly when all their bytes are the same."""
    digest = sha256()
    for name in sorted(years.figures):
        values = years.figures[name].values
        columns = values if isinstance(values, tuple) else (values,)
        digest.update(name.encode())
        for column in columns:
            digest.update(np.ascontiguousarray(column).tobytes())
    digest.update(years.delivery.tobytes())
    return f"sha256:{digest.hexdigest()}"


def held_figures(expected: FigureSet, years: Years) -> tuple[str, ...]:
    """Name the figures of the expected scenario that stay as they are in every simulated year."""
    return tuple(
        name
        for name, level in expected.values.items()
        if isinstance(level, tuple)
        or np.all(np.asarray(years.figures[name].values) == float(level.amount))
    )


def _given(expected: FigureSet, name: str, values: FloatArray) -> Given:
    level = expected.values[name]
    assert isinstance(level, Quantity), f"{name} is one quantity"
    return Given(values, level.unit)


def _held(value: Quantity | tuple[Quantity, ...], rows: int) -> Given:
    if isinstance(value, tuple):
        columns = tuple(np.full(rows, float(one.amount)) for one in value)
        return Given(columns, value[0].unit if value else None)
    return Given(np.full(rows, float(value.amount)), value.unit)


def _joined(parts: list[Given]) -> Given:
    if isinstance(parts[0].values, tuple):
        columns = zip(*(part.values for part in parts), strict=True)
        return Given(tuple(np.concatenate(column) for column in columns), parts[0].unit)
    return Given(np.concatenate([part.values for part in parts]), parts[0].unit)


def _delivery(plan: Plan, drawn: Mapping[str, FloatArray], rows: int) -> FloatArray:
    """Return what giving care costs above the expected year, in dollars."""
    extra = np.zeros(rows)
    for one in plan.declared.deliveries:
        level = plan.expected.values[one.figure]
        assert isinstance(level, Quantity), "the check of the plan found it"
        if one.figure in drawn:  # a figure that is held is as in the expected year
            extra += one.cost * (drawn[one.figure] - float(level.amount))
    return extra
