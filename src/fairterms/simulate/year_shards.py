"""Simulated years summed on many machines: the same cents as on one, however they are shared out.

A year is drawn from its own number, so that it may be worked out anywhere. What comes back is one
whole number a year and never a mean: whole numbers put side by side are the same bytes as if
nothing had been shared out. Sharing out is worth it for very many years only.
"""

from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from fairterms.simulate.draws.words import FloatArray, IntArray, Words
from fairterms.simulate.patient_cost import sums
from fairterms.simulate.patient_cost.sums import PatientSums
from fairterms.simulate.patient_cost.table import CostTables

Shard = tuple[int, PatientSums]
"""The first year of a shard, and its sums."""


@dataclass(frozen=True, eq=False)
class Years:
    """Years to sum; see :func:`fairterms.simulate.patient_cost.sums.sums`.

    Attributes
    ----------
    tables
        Of one stratum's law.
    steps
        Which of the tables a year reads, shape (years,).
    keys
        Of the years in the stratum's stream, shape (years,).
    patients
        Places of each year's roster, shape (years,).
    present
        The chance that a patient of the roster is in the list, from 0 to 1, shape (years,).
    """

    tables: CostTables
    steps: IntArray
    keys: Words
    patients: IntArray
    present: FloatArray

    def __post_init__(self) -> None:
        arrays = (self.steps, self.keys, self.patients, self.present)
        assert all(one.shape == (len(self),) for one in arrays), "each array has one entry a year"

    def __len__(self) -> int:
        """Return the number of years."""
        return len(self.keys)

    def summed(self, first: int, last: int) -> PatientSums:
        """Sum the years from ``first`` up to and without ``last``, here."""
        cut = slice(first, last)
        return sums.sums(
            self.tables,
            self.steps[cut],
            self.keys[cut],
            self.patients[cut],
            self.present[cut],
        )


def sum_on_spark(session: Any, years: Years, shards: int) -> PatientSums:
    """Sum years on the workers of Spark.

    Parameters
    ----------
    session
        A session of Spark; its workers must have this package and run the same Python. See
        :func:`fairterms.records.engine.spark.session`.
    years
        What is summed.
    shards
        Into how many parts the years are shared out; no figure depends on it.

    Returns
    -------
    PatientSums
        In the order of the years, the same bytes as :meth:`Years.summed` for all of them.
    """
    assert shards >= 1, "somebody has to add up"
    edges = np.linspace(0, len(years), min(shards, max(len(years), 1)) + 1).astype(int).tolist()
    parts = list(pairwise(edges))
    context = session.sparkContext
    shared = context.broadcast(years)
    try:
        done = context.parallelize(parts, len(parts)).map(partial(_summed, shared)).collect()
    finally:
        shared.destroy()
    return together(done)


def _summed(shared: Any, part: tuple[int, int]) -> Shard:
    return part[0], shared.value.summed(*part)


def together(shards: list[Shard]) -> PatientSums:
    """Put shards side by side in the order of their years.

    Parameters
    ----------
    shards
        In any order; at least one.
    """
    found = [one for _, one in sorted(shards, key=lambda shard: shard[0])]
    above = [one.above for one in found if one.above is not None]
    assert len(above) in {0, len(found)}, "all shards read the same tables"
    return PatientSums(
        paid=np.concatenate([one.paid for one in found]),
        above=np.concatenate(above) if above else None,
        present=np.concatenate([one.present for one in found]),
    )
