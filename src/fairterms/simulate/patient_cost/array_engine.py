"""The engine that needs NumPy alone: years of one step in blocks that stay near the processor."""

import numpy as np
import numpy.typing as npt

from fairterms.simulate.draws.keyed import below
from fairterms.simulate.draws.words import (
    LANES,
    PATIENTS_PER_WORD,
    IntArray,
    Lanes,
    Room,
    single_lanes,
)
from fairterms.simulate.patient_cost.table import CELLS, TAIL_CELLS, CellArray
from fairterms.simulate.patient_cost.work import Work, by_step

BLOCK_PATIENTS = 196_608
"""Patients summed at once: their numbers, cells and cents take about 3 MB."""

Flags = npt.NDArray[np.bool_]

_RARE_FROM = CELLS // 10 * 9
_SMALL_SUMS = 2**32 - 1
_SHORTEST_RUN = 256


def add_up(work: Work) -> None:
    """Sum the columns over each year's patients.

    Parameters
    ----------
    work
        Sorted by step; its ``sums`` and ``present`` are written.
    """
    most = int(work.patients.max(initial=0))
    if most == 0:
        work.present[:] = 0
        for column in work.sums:
            column[:] = 0
        return
    places = -(-most // PATIENTS_PER_WORD) * PATIENTS_PER_WORD
    years = max(1, BLOCK_PATIENTS // places)
    blocks = _Blocks(work, min(years, len(work)), places)
    for first, last in by_step(work.steps):
        for start in range(first, last, years):
            blocks.add_up(slice(start, min(start + years, last)))


class _Blocks:
    """Memory for one block, and what is done with it."""

    def __init__(self, work: Work, years: int, places: int) -> None:
        size = years * places
        self._work = work
        self._everyone = work.everyone_is_present
        self._room = Room(years, places)
        self._presence_room = None if self._everyone else Room(years, places)
        self._cells = np.empty(size, dtype=np.intp)
        self._cents = [np.empty(size, dtype=column.cells.dtype) for column in work.columns]
        self._has_tail = any(column.tail is not None for column in work.columns)

    def add_up(self, years: slice) -> None:
        """Sum a block of years that read the same row."""
        work = self._work
        patients = int(work.patients[years].max())
        lanes = self._room.lanes(work.keys[years], work.increments[years], patients)
        listed = self._listed(years, patients)
        work.present[years] = patients if listed is None else _count(listed)
        cells: npt.NDArray[np.intp] | None = None
        for column, room, sums in zip(work.columns, self._cents, work.sums, strict=True):
            row = column.cells[work.steps[years.start]]
            if row[_RARE_FROM] == 0:
                sums[years] = _rare_sums(row, lanes, listed)
                continue
            if cells is None:
                cells = self._cells[: lanes.size].reshape(lanes.shape)
                np.copyto(cells, lanes)
            cents = room[: lanes.size].reshape(lanes.shape)
            # Numbers never pass the last cell: "wrap" only spares the check for that.
            row.take(cells, out=cents, mode="wrap")
            if listed is not None:
                # Many times faster than writing zeros where nobody is.
                np.multiply(cents, listed, out=cents)
            sums[years] = row_sums(cents, int(row[-1]))
        if self._has_tail:
            _redraw_tail(work.part(years.start, years.stop), lanes, listed)

    def _listed(self, years: slice, patients: int) -> Flags | None:
        """Tell who of the roster's places is in the list; None when everyone is."""
        work, listed = self._work, None
        if self._presence_room is not None:
            drawn = self._presence_room.lanes(
                work.presence_keys[years], work.presence_increments[years], patients
            )
            listed = below(drawn, work.limits[years])
        # Years of one step stand from the smallest roster to the largest.
        if work.patients[years.start] < patients:
            within = np.arange(patients) < work.patients[years, None]
            listed = within if listed is None else listed & within
        return listed


def _rare_sums(row: CellArray, lanes: Lanes, listed: Flags | None) -> IntArray:
    """Add up a column in which few cells hold anything, by looking for those alone."""
    first = _RARE_FROM + int(np.count_nonzero(row[_RARE_FROM:] == 0))
    total = np.zeros(len(lanes), dtype=np.int64)
    if first < CELLS:
        hit = lanes >= np.uint16(first)
        if listed is not None:
            hit &= listed
        years, places = _where(hit)
        np.add.at(total, years, row[lanes[years, places]].astype(np.int64))
    return total


def row_sums(cents: CellArray, largest: int) -> IntArray:
    """Add up each row without ever passing what the cents' type holds.

    Parameters
    ----------
    cents
        int32 or int64 of shape (years, patients), from 0 to ``largest``.
    largest
        No entry is above it.

    Returns
    -------
    IntArray
        int64 of shape (years,).

    Notes
    -----
    Adding in 32 bits is several times faster than widening each cent, so rows are cut into runs
    that cannot overflow.
    """
    run = _SMALL_SUMS // max(1, largest)
    if cents.dtype == np.int64 or run < _SHORTEST_RUN:
        return np.asarray(cents.sum(axis=1, dtype=np.int64))
    total = np.zeros(len(cents), dtype=np.int64)
    unsigned = cents.view(np.uint32)
    for first in range(0, cents.shape[1], run):
        total += unsigned[:, first : first + run].sum(axis=1, dtype=np.uint32)
    return total


def _redraw_tail(work: Work, lanes: Lanes, listed: Flags | None) -> None:
    """Replace the mean of the last cell by a cell of its own table, for each patient in it."""
    in_tail = lanes == CELLS - 1
    if listed is not None:
        in_tail &= listed
    years, places = _where(in_tail)
    cells = single_lanes(work.tail_keys[years], places) // (LANES // TAIL_CELLS)
    step = int(work.steps[0])
    for column, sums in zip(work.columns, work.sums, strict=True):
        if column.tail is not None:
            np.add.at(sums, years, column.tail[step, cells] - int(column.cells[step, -1]))


def _where(flags: Flags) -> tuple[IntArray, IntArray]:
    """Find the year and the place of each patient flagged, year by year."""
    # Looked for in one long row, then cut: many times faster than NumPy's search in two.
    years, places = np.divmod(np.flatnonzero(flags), flags.shape[1])
    return years, places


def _count(flags: Flags) -> IntArray:
    # Eight answers a byte, then bits counted: many times faster than adding answers one by one.
    return np.asarray(np.bitwise_count(np.packbits(flags, axis=1)).sum(axis=1, dtype=np.int64))
