"""The people on the plan's list in each year, and what they cost."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import bdtrik

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
    """What one person may cost: tables of the cost law, one for each step of the year's level.

    Attributes
    ----------
    paid
        Without an attachment point.
    """

    paid: CostTables


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
    chance = np.clip(spec.listed * moves.multiplier({"attribution": 1.0}), 0.0, 1.0)
    usual = spec.roster * spec.listed
    if law is None:
        uniform = keyed.uniforms(seed, f"{stream}, listed {spec.id}", first, last)[:, 0]
        # The inverse of the binomial law; its continuous value is rounded up to the next count.
        drawn = np.ceil(bdtrik(uniform, spec.roster, np.minimum(chance, 1 - 1e-12)) - 1e-9)
        return Listed(np.maximum(drawn, 0).astype(np.int64), usual, {}, "")
    name = f"{stream}, cost {spec.id}"
    drawn_sums = sums(
        law.paid,
        law.paid.steps_of(moves.multiplier(spec.moved_by)),
        keyed.year_keys(seed, name, first, last),
        spec.roster,
        chance,
    )
    figures = {spec.paid: drawn_sums.paid / 100.0}
    if spec.above:
        figures[spec.above] = drawn_sums.above / 100.0
        figures[spec.paid] = figures[spec.paid] + figures[spec.above]
    return Listed(drawn_sums.present, usual, figures, name)
