"""Hiding: the small counts, and as few others as it takes that nobody can work them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.small_cells.attack import (
    Domain,
    Exposure,
    Marks,
    derivable,
    domain,
    everything,
    extreme,
    minimise,
    reach,
)
from fairterms.outcomes.small_cells.audience import LARGEST_SMALL, NOT_SHOWN, SMALL, Audience
from fairterms.outcomes.small_cells.system import Flags, System, Whole
from fairterms.outcomes.small_cells.table import Table
from fairterms.units.refusal import Refusal


@dataclass(frozen=True, eq=False)
class Hiding:
    """Which counts of a system are hidden, and what stands in their place.

    Attributes
    ----------
    system
        The counts and their sums.
    is_hidden
        Shape (n,).
    marks
        Two marks, or one where two would tell too much.
    """

    system: System
    is_hidden: Flags
    marks: Marks

    def texts(self, audience: Audience) -> tuple[str, ...]:
        """Return each count as the audience may read it, n texts."""
        is_told = self.marks is Marks.BY_KIND
        return tuple(
            (SMALL if is_small and is_told else NOT_SHOWN)
            if is_hidden and audience is Audience.OUTSIDE
            else f"{count:,}"
            for count, is_hidden, is_small in zip(
                self.system.counts.tolist(), self.is_hidden, self.system.is_small, strict=True
            )
        )

    def exposures(self) -> tuple[Exposure, ...]:
        """Return what an outsider can work out all the same; empty is the proof of safety."""
        return derivable(self.system, self.is_hidden, self.marks)


@dataclass(frozen=True, eq=False)
class Protected:
    """A table that may leave the group's room.

    Attributes
    ----------
    table
        The true counts.
    hiding
        What is hidden of it, margins included.
    """

    table: Table
    hiding: Hiding

    @property
    def is_hidden(self) -> Flags:
        """Which counts are hidden, margins last, shape (rows + 1,) or (rows + 1, columns + 1)."""
        return self.hiding.is_hidden.reshape(self.table.with_margins().shape)

    def grid(self, audience: Audience) -> tuple[tuple[str, ...], ...]:
        """Return the rows of the table as texts, margins last; one text a row if it is one-way."""
        texts = self.hiding.texts(audience)
        width = len(self.table.columns) + 1 if self.table.columns else 1
        return tuple(texts[at : at + width] for at in range(0, len(texts), width))


def protect(table: Table, marks: Marks = Marks.BY_KIND) -> Protected:
    """Hide the small counts of a table, and what would give them away.

    Parameters
    ----------
    table
        One-way or two-way.
    marks
        Two marks by default; where two would tell too much, one is used and recorded.

    Raises
    ------
    Refusal
        Where it cannot be proved that no small count can be worked out.

    Examples
    --------
    The 4 is hidden because it is small; a second count of its row, and two of another row, because
    the margins would give it back.

    >>> table = Table("visits", ("a", "b"), ("x", "y"), np.array([[4, 30], [60, 90]]))
    >>> for row in protect(table).grid(Audience.OUTSIDE):
    ...     print(*row, sep=" | ")
    1 to 10 | not shown | 34
    not shown | not shown | 150
    64 | 120 | 184
    """
    return Protected(table, hide(table.system(), marks))


def hide(
    system: System,
    marks: Marks = Marks.BY_KIND,
    printed: Flags | None = None,
    withheld: Flags | None = None,
) -> Hiding:
    """Choose what to hide of a system, and prove it.

    Parameters
    ----------
    system
        The counts and their sums.
    marks
        As in :func:`protect`; kept as they are where something is already printed.
    printed, withheld
        Counts somebody has already shown, and has already hidden; shapes (n,). Neither is changed.

    Raises
    ------
    Refusal
        Where no choice is safe; then nothing is released.
    """
    none = np.zeros(len(system.names), np.bool_)
    printed = none if printed is None else printed
    withheld = none if withheld is None else withheld
    used, aims = _aims(system, marks, printed, withheld)
    is_hidden = (system.is_small & ~printed) | system.is_never_printed | withheld
    witnesses = {}
    for aim in aims:
        witnesses[aim] = _pattern(system, is_hidden, printed, (*aim, aims[aim]), used)
        is_hidden = is_hidden | (witnesses[aim] != system.counts)
    found = Hiding(system, _tidy(system, is_hidden, withheld, used, witnesses), used)
    exposed = found.exposures()
    if exposed:
        raise Refusal(
            exposed[0].name,
            "a count of 1 to 10 people could be worked out or narrowed down",
            "what was shown before, or is shown beside it, cannot be hidden any more",
            "release it with larger groups, or only together with the next period",
        )
    return found


def _aims(
    system: System, marks: Marks, printed: Flags, withheld: Flags
) -> tuple[Marks, dict[tuple[int, int], int]]:
    """Return the marks to use, and how low and how high each small count can be at best.

    Notes
    -----
    Two marks can tell all: ten counts of one person each under a total marked "1 to 10" must each
    be 1. Then one mark is used, unless something is printed already.
    """
    small = np.flatnonzero(system.is_small & ~printed).tolist()
    is_first = not (printed | withheld).any()
    for used in dict.fromkeys((marks, Marks.ONE)):
        free = domain(system, everything(system) & ~printed, used)
        aims = {(at, way): reach(system, free, at, way) for at in small for way in (-1, 1)}
        if not is_first or all(aims[at, -1] < aims[at, 1] for at in small):
            break
    return used, aims


def _pattern(
    system: System, is_hidden: Flags, printed: Flags, aim: tuple[int, int, int], marks: Marks
) -> Whole:
    """Return other counts in which one count is at its aim; few that are shown are changed.

    Notes
    -----
    Counts that keep all sums and bring the one to its aim are a second table an outsider must think
    possible. Each shown count they change must be hidden, so the change z is chosen with the least
    Σ weight·|z| over the shown ones.
    """
    at, _, target = aim
    free = domain(system, everything(system) & ~printed, marks)
    low, high = free.low - system.counts, free.high - system.counts
    low[at] = high[at] = target - system.counts[at]
    price = np.where(is_hidden, 0.0, system.weights)
    places = np.flatnonzero((low < 0) | (high > 0))
    found = system.counts.copy()
    if not len(places):
        return found
    sums, low, high = system.sums[:, places], low[places], high[places]
    up = np.column_stack([np.maximum(low, 0), np.maximum(high, 0)])
    down = np.column_stack([np.maximum(-high, 0), np.maximum(-low, 0)])
    moves = minimise(
        np.concatenate([price[places], price[places]]),
        np.concatenate([sums, -sums], axis=1),
        np.zeros(len(sums), np.int64),
        np.concatenate([up, down]),
    )
    found[places] += moves[: len(places)] - moves[len(places) :]
    return found


def _tidy(
    system: System,
    is_hidden: Flags,
    withheld: Flags,
    marks: Marks,
    witnesses: dict[tuple[int, int], Whole],
) -> Flags:
    """Show again, the dearest first, each count that need not be hidden.

    Notes
    -----
    For the least and the most of each small count there is a witness: counts that obey all sums and
    agree with everything shown. Showing one more count asks anew only for the witnesses it spoils.
    """
    kept = is_hidden.copy()
    spare = is_hidden & ~system.is_small & ~system.is_never_printed & ~withheld
    for at in sorted(np.flatnonzero(spare).tolist(), key=lambda place: -system.weights[place]):
        kept[at] = False
        spoilt = {
            aim: int(found[aim[0]])
            for aim, found in witnesses.items()
            if found[at] != system.counts[at]
        }
        fresh = _witnesses(system, kept, marks, spoilt)
        kept[at] = fresh is None
        witnesses = {**witnesses, **(fresh or {})}
    return kept


def _witnesses(
    system: System, is_hidden: Flags, marks: Marks, aims: Mapping[tuple[int, int], int]
) -> dict[tuple[int, int], Whole] | None:
    """Return counts that reach each aim, or None where one cannot be reached."""
    known = domain(system, is_hidden, marks)
    found = {}
    for (at, way), aim in aims.items():
        high = known.high.copy()
        high[at] = min(high[at], LARGEST_SMALL)
        found[at, way] = extreme(system, Domain(known.low, high), at, way)
        if found[at, way][at] != aim:
            return None
    return found
