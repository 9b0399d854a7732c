"""Sums over the patients of each year, in whole cents: the same bytes from every engine."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

from fairterms.simulate.draws.keyed import thresholds
from fairterms.simulate.draws.words import IntArray, Words
from fairterms.simulate.patient_cost import array_engine, compiled_engine
from fairterms.simulate.patient_cost.table import CostTables
from fairterms.simulate.patient_cost.work import Work, prepared
from fairterms.units.refusal import Refusal

Engine = Literal["numpy", "numba"]

_ENGINES: dict[Engine, Callable[[Work], None]] = {
    "numpy": array_engine.add_up,
    "numba": compiled_engine.add_up,
}


@dataclass(frozen=True, eq=False)
class PatientSums:
    """What the patients of each year cost together.

    Attributes
    ----------
    paid
        Cents that count, each patient up to the attachment; int64 of shape (years,).
    above
        Cents above the attachment, int64 of shape (years,); None when the tables lack them.
    present
        Patients in the list, int64 of shape (years,).
    """

    paid: IntArray
    above: IntArray | None
    present: IntArray


def sums(  # noqa: PLR0913 -- engine and threads change nothing but the time it takes
    tables: CostTables,
    step_of_year: IntArray,
    keys: Words,
    patients: npt.ArrayLike,
    present: npt.ArrayLike = 1.0,
    *,
    engine: Engine | None = None,
    threads: int = 1,
) -> PatientSums:
    """Sum the cost of each year's patients.

    Parameters
    ----------
    tables
        Of one stratum's law; several strata are several calls, each with a stream of its own.
    step_of_year
        Which of the tables a year reads (``tables.steps_of``), shape (years,).
    keys
        Of the years in the stratum's stream (``keyed.year_keys``), shape (years,).
    patients
        Places in the roster: one number, or shape (years,).
    present
        The chance, from 0 to 1, that a patient of the roster is in the list: one number, or shape
        (years,). Raising it adds patients and changes none who were there.
    engine
        "numba" is three to four times as fast where it is installed; the figures are the same
        bytes. None takes the fastest there is.
    threads
        How many parts of the years are summed at once.

    Returns
    -------
    PatientSums
        In the order of the years. A shard of the years gives the same cents as all of them.

    Raises
    ------
    Refusal
        When numba is asked for and is not installed.
    """
    years = len(keys)
    assert step_of_year.shape == (years,), "each year has a step and a key"
    assert bool(((step_of_year >= 0) & (step_of_year < len(tables))).all()), "a step has a table"
    assert threads >= 1, "somebody has to add up"
    roster = np.broadcast_to(np.asarray(patients, dtype=np.int64), (years,))
    assert bool((roster >= 0).all()), "a roster has 0 patients or more"
    # Years of one step stand together, so that a table is fetched once.
    order = np.lexsort((roster, step_of_year))
    work = prepared(
        tables, step_of_year[order], keys[order], roster[order], thresholds(present, years)[order]
    )
    _run(_ENGINES[_chosen(engine)], work, threads)
    back = np.empty_like(order)
    back[order] = np.arange(years)
    return PatientSums(
        paid=work.sums[0][back],
        above=work.sums[1][back] if tables.above is not None else None,
        present=work.present[back],
    )


def _run(add_up: Callable[[Work], None], work: Work, threads: int) -> None:
    if threads == 1:
        add_up(work)
        return
    bounds = np.linspace(0, len(work), threads + 1).astype(int)
    parts = [work.part(int(a), int(b)) for a, b in pairwise(bounds)]
    with ThreadPoolExecutor(threads) as pool:
        for _ in pool.map(add_up, parts):
            pass


def _chosen(engine: Engine | None) -> Engine:
    if engine is None:
        return "numba" if compiled_engine.is_installed() else "numpy"
    if engine == "numba" and not compiled_engine.is_installed():
        raise Refusal(
            subject="the engine numba",
            what="is not installed",
            why="it is an extra that not everybody needs",
            fix="install fairterms[fast], or leave the engine out: the figures are the same",
        )
    return engine
