"""The people on the plan's list in each year, and what they cost."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import bdtrik  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.draws import keyed
from fairterms.simulate.forecast.declaration import Patients
from fairterms.simulate.forecast.year_moves import YearMoves
from fairterms.simulate.patient_cost.sums import sums
from fairterms.simulate.patient_cost.table import CostTables
from fairterms.simulate.years import FloatArray, IntArray

Place = tuple[int, str, int]
"""Seed, stream and first year of a shard."""


@dataclass(frozen=True)
class PatientLaw:
    """What one person may cost.

    Attributes
    ----------
    tables
        Tables of the cost law, one for each step of the year's level.
    """

    tables: CostTables

    def steps_of(self, levels: FloatArray) -> IntArray:
        """Return the table of each year; a level beyond the outermost table takes that one."""
        grid = self.tables.factors
        return self.tables.steps_of(np.clip(levels, grid[0], grid[-1]))


@dataclass(frozen=True)
class Listed:
    """One kind of people in each year of a shard.

    Attributes
    ----------
    present
        How many are on the list, shape (years,).
    usual
        How many are on it in a usual year.
    figures
        What they cost, by the name of the figure, in dollars of shape (years,).
    cost_stream
        The stream their costs are drawn from; empty without cost.
    """

    present: IntArray
    usual: float
    figures: Mapping[str, FloatArray]
    cost_stream: str

    @property
    def ratio(self) -> FloatArray:
        """How many are on the list against a usual year, shape (years,)."""
        return self.present / self.usual


def listed_patients(
    spec: Patients, law: PatientLaw | None, moves: YearMoves, place: Place
) -> Listed:
    """Draw who is on the list, and what they cost.

    Parameters
    ----------
    spec
        The people.
    law
        What one of them costs; None where the contract does not look at cost.
    moves
        What the years bring.
    place
        Seed, stream and first year.
    """
    seed, stream, first = place
    last = first + len(moves)
    usual = spec.roster * spec.listed
    present = _present(spec, moves, place)
    if law is None:
        return Listed(present, usual, {}, "")
    name = f"{stream}, cost {spec.id}"
    # Whoever is listed stands first in the roster: one patient more or less moves nobody's draw.
    found = sums(
        law.tables,
        law.steps_of(moves.multiplier(spec.moved_by)),
        keyed.year_keys(seed, name, first, last),
        present,
    )
    if found.above is None:
        return Listed(present, usual, {spec.paid: found.paid / 100}, name)
    # The contract's figure is all that was paid; the part above the attachment stands beside it.
    figures = {spec.paid: (found.paid + found.above) / 100, spec.above: found.above / 100}
    return Listed(present, usual, figures, name)


def _present(spec: Patients, moves: YearMoves, place: Place) -> IntArray:
    """Draw how many are on the list in each year, shape (years,)."""
    seed, stream, first = place
    chance = np.clip(spec.listed * moves.multiplier({"attribution": 1.0}), 0.0, 1 - 1e-12)
    uniform = keyed.uniforms(seed, f"{stream}, listed {spec.id}", first, first + len(moves))[:, 0]
    # The inverse of the binomial law is continuous in the count; the next whole one is the count.
    drawn = np.ceil(bdtrik(uniform, spec.roster, chance) - 1e-9)
    counts: IntArray = np.clip(np.nan_to_num(drawn), 0, spec.roster).astype(np.int64)
    return counts
