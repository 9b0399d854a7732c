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
from fairterms.simulate.patient_cost.table import CELLS, TAIL_CELLS, CellArray, CostColumn
from fairterms.simulate.patient_cost.work import Work, by_step

BLOCK_PATIENTS = 98_304
"""Patients summed at once: their numbers, cells and cents take about 1.5 MB."""

Flags = npt.NDArray[np.bool_]

_RARE = 0.9
_SMALL_SUMS = 2**31 - 1
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
    blocks = _Blocks(work.columns, min(years, len(work)), places)
    for first, last in by_step(work.steps):
        for start in range(first, last, years):
            blocks.add_up(work.part(start, min(start + years, last)))


class _Blocks:
    """Memory for one block, and what is done with it."""

    def __init__(self, columns: tuple[CostColumn, ...], years: int, places: int) -> None:
        size = years * places
        self._room = Room(years, places)
        self._presence_room: Room | None = None
        self._years, self._places = years, places
        self._cells = np.empty(size, dtype=np.intp)
        self._cents = [np.empty(size, dtype=column.cells.dtype) for column in columns]

    def add_up(self, work: Work) -> None:
        """Sum a block of years that read the same row."""
        patients = int(work.patients.max())
        lanes = self._room.lanes(work.keys, work.increments, patients)
        listed = self._listed(work, patients)
        work.present[:] = patients if listed is None else _count(listed)
        cells: npt.NDArray[np.intp] | None = None
        for column, room, sums in zip(work.columns, self._cents, work.sums, strict=True):
            row = column.cells[int(work.steps[0])]
            first = int(np.searchsorted(row, 1))
            if first >= _RARE * CELLS:
                sums[:] = _rare_sums(row, lanes, first, listed)
                continue
            if cells is None:
                cells = self._cells[: lanes.size].reshape(lanes.shape)
                np.copyto(cells, lanes)
            cents = room[: lanes.size].reshape(lanes.shape)
            # Numbers never pass the last cell: "wrap" only spares the check for that.
            np.take(row, cells, out=cents, mode="wrap")
            if listed is not None:
                # Many times faster than writing zeros where nobody is.
                np.multiply(cents, listed, out=cents)
            sums[:] = row_sums(cents, int(row[-1]))
        if any(column.tail is not None for column in work.columns):
            _redraw_tail(work, lanes, listed)

    def _listed(self, work: Work, patients: int) -> Flags | None:
        """Tell who of the roster's places is in the list; None when everyone is."""
        listed: Flags | None = None
        if not work.everyone_is_present:
            if self._presence_room is None:
                self._presence_room = Room(self._years, self._places)
            drawn = self._presence_room.lanes(
                work.presence_keys, work.presence_increments, patients
            )
            listed = below(drawn, work.limits)
        if int(work.patients.min()) < patients:
            within = np.arange(patients) < work.patients[:, None]
            listed = within if listed is None else listed & within
        return listed


def _rare_sums(row: CellArray, lanes: Lanes, first: int, listed: Flags | None) -> IntArray:
    """Add up a column in which few cells hold anything, by looking for those alone.

    The ``first`` of them may lie past the last cell: then there is nothing to add.
    """
    total = np.zeros(len(lanes), dtype=np.int64)
    if first < CELLS:
        hit = lanes >= np.uint16(first)
        if listed is not None:
            hit &= listed
        years, places = np.nonzero(hit)
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
    Adding int32 to int32 is several times faster than widening each, so rows are cut into runs
    that cannot overflow.
    """
    run = _SMALL_SUMS // max(1, largest)
    if cents.dtype == np.int64 or run < _SHORTEST_RUN:
        return np.asarray(cents.sum(axis=1, dtype=np.int64))
    total = np.zeros(len(cents), dtype=np.int64)
    for first in range(0, cents.shape[1], run):
        total += cents[:, first : first + run].sum(axis=1, dtype=np.int32)
    return total


def _redraw_tail(work: Work, lanes: Lanes, listed: Flags | None) -> None:
    """Replace the mean of the last cell by a cell of its own table, for each patient in it."""
    in_tail = lanes == CELLS - 1
    if listed is not None:
        in_tail &= listed
    years, places = np.nonzero(in_tail)
    cells = single_lanes(work.tail_keys[years], places) // (LANES // TAIL_CELLS)
    step = int(work.steps[0])
    for column, sums in zip(work.columns, work.sums, strict=True):
        if column.tail is not None:
            np.add.at(sums, years, column.tail[step, cells] - int(column.cells[step, -1]))


def _count(flags: Flags) -> IntArray:
    # Eight answers a byte, then bits counted: many times faster than adding answers one by one.
    return np.asarray(np.bitwise_count(np.packbits(flags, axis=1)).sum(axis=1, dtype=np.int64))
