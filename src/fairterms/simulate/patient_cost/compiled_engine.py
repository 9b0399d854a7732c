"""The engine that numba compiles: one loop over years and patients, the same bytes as NumPy's.

The loop is plain Python on NumPy's whole numbers, so that it can also be run uncompiled, slowly,
beside the other engine. Every constant is an unsigned word: compiled, a signed number beside an
unsigned one would turn both into floats. Whoever changes a constant in another module must touch
this one: the kept machine code is made anew only when this file changes.
"""

import importlib.util
from collections.abc import Callable
from functools import cache

import numpy as np

from fairterms.simulate.draws.words import (
    FIRST_FACTOR,
    FIRST_SHIFT,
    LANES,
    PATIENTS_PER_WORD,
    SECOND_FACTOR,
    SECOND_SHIFT,
    THIRD_SHIFT,
    IntArray,
    Words,
    increments,
)
from fairterms.simulate.patient_cost.table import TAIL_CELLS, CellArray
from fairterms.simulate.patient_cost.work import Work

Loop = Callable[..., None]

_LANE = np.uint64(LANES - 1)
_ONE_LANE = np.uint64(16)
_TWO_LANES = np.uint64(32)
_THREE_LANES = np.uint64(48)
_TAIL_SHIFT = np.uint64((LANES // TAIL_CELLS).bit_length() - 1)


def is_installed() -> bool:
    """Tell whether numba can be imported, without importing it."""
    return importlib.util.find_spec("numba") is not None


def add_up(work: Work) -> None:
    """Sum the columns over each year's patients.

    Parameters
    ----------
    work
        Sorted by step; its ``sums`` and ``present`` are written.
    """
    add_up_by(compiled(), work)


def add_up_by(loop: Loop, work: Work) -> None:
    """Sum the columns with the loop compiled or as it stands.

    Parameters
    ----------
    loop
        ``compiled()``, or ``sum_years`` itself.
    work
        Sorted by step; its ``sums`` and ``present`` are written.
    """
    tail_steps = increments(work.tail_keys)
    for column, sums in zip(work.columns, work.sums, strict=True):
        tail = np.empty((0, 0), dtype=np.int64) if column.tail is None else column.tail
        loop(
            column.cells,
            tail,
            work.steps,
            np.column_stack((work.keys, work.increments)),
            np.column_stack((work.presence_keys, work.presence_increments)),
            np.column_stack((work.tail_keys, tail_steps)),
            work.patients,
            work.limits,
            sums,
            work.present,
        )


@cache
def compiled() -> Loop:
    """Compile the loop; the machine code is kept for the next start.

    Returns
    -------
    Loop
        ``sum_years``, which lets other threads run meanwhile.
    """
    # Heavy and optional: half a second that nobody pays who does not simulate.
    import numba  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415
    from numba.extending import (  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415
        register_jitable,
    )

    for part in (_mixed, _lane, _sum_all, _sum_present):
        register_jitable(part)
    loop: Loop = numba.njit(nogil=True, cache=True)(sum_years)
    return loop


def sum_years(  # noqa: PLR0913, PLR0917 -- a compiled loop takes arrays, not records
    cells: CellArray,
    tail: IntArray,
    steps: IntArray,
    draws: Words,
    presence: Words,
    tail_draws: Words,
    patients: IntArray,
    limits: IntArray,
    sums: IntArray,
    present: IntArray,
) -> None:
    """Sum one column over each year's patients.

    Parameters
    ----------
    cells
        Cents, shape (steps, CELLS).
    tail
        Cents within the last cell, shape (steps, TAIL_CELLS), or nothing of shape (0, 0).
    steps
        Which row a year reads, shape (years,).
    draws, presence, tail_draws
        Key and increment of each year for the patients' costs, for who is in the list, and for
        the second draw, uint64 of shape (years, 2).
    patients
        Places of the year's roster, shape (years,).
    limits
        Below which number a patient is in the list, 0 to 65,536, shape (years,).
    sums, present
        Cents and patients, int64 of shape (years,): written.
    """
    has_tail = len(tail) > 0
    for year in range(len(steps)):
        row = cells[steps[year]]
        if limits[year] == LANES and not has_tail:
            sums[year] = _sum_all(row, draws[year], patients[year])
            present[year] = patients[year]
        else:
            finer = tail[steps[year]] if has_tail else tail[0:1].ravel()
            sums[year], present[year] = _sum_present(
                row,
                finer,
                draws[year],
                presence[year],
                tail_draws[year],
                patients[year],
                limits[year],
            )


def _sum_all(row: IntArray, draw: Words, patients: int) -> np.int64:
    increment = draw[1]
    state = draw[0] + increment
    word = _mixed(state)
    total = np.int64(0)
    for _ in range(patients // PATIENTS_PER_WORD):
        state += increment
        # Mixed while this word's cells are still on their way: a tenth to a sixth less time.
        following = _mixed(state)
        total += row[word & _LANE]
        total += row[(word >> _ONE_LANE) & _LANE]
        total += row[(word >> _TWO_LANES) & _LANE]
        total += row[word >> _THREE_LANES]
        word = following
    for _ in range(patients % PATIENTS_PER_WORD):
        total += row[word & _LANE]
        word >>= _ONE_LANE
    return total


def _sum_present(  # noqa: PLR0913, PLR0917 -- as above
    row: IntArray,
    finer: IntArray,
    draw: Words,
    presence: Words,
    tail_draw: Words,
    patients: int,
    limit: int,
) -> tuple[np.int64, np.int64]:
    total, found = np.int64(0), np.int64(0)
    state, other = draw[0], presence[0]
    for first in range(0, patients, PATIENTS_PER_WORD):
        state += draw[1]
        other += presence[1]
        word, listed = _mixed(state), _mixed(other)
        for place in range(first, min(first + PATIENTS_PER_WORD, patients)):
            # Multiplied, not branched on: the processor cannot guess who is in the list.
            is_listed = np.int64(np.int64(listed & _LANE) < limit)
            found += is_listed
            lane = word & _LANE
            amount = np.int64(row[lane])
            if lane == _LANE and len(finer) > 0:
                amount = finer[_lane(tail_draw, place) >> _TAIL_SHIFT]
            total += amount * is_listed
            word >>= _ONE_LANE
            listed >>= _ONE_LANE
    return total, found


def _lane(draw: Words, place: int) -> np.uint64:
    """Draw the number of one place, as ``single_lanes`` does."""
    word = _mixed(draw[0] + np.uint64(place // PATIENTS_PER_WORD + 1) * draw[1])
    return (word >> np.uint64(place % PATIENTS_PER_WORD * 16)) & _LANE


def _mixed(state: np.uint64) -> np.uint64:
    word = (state ^ (state >> FIRST_SHIFT)) * FIRST_FACTOR
    word = (word ^ (word >> SECOND_SHIFT)) * SECOND_FACTOR
    return word ^ (word >> THIRD_SHIFT)
