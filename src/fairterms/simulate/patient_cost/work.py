"""What an engine is given to sum, and where it writes: one entry a year in every array."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from fairterms.simulate.draws.keyed import presence_keys, substream
from fairterms.simulate.draws.words import LANES, IntArray, Words, increments
from fairterms.simulate.patient_cost.table import CostColumn, CostTables


@dataclass(frozen=True, eq=False)
class Work:
    """Years to sum, each on its own; whoever takes part of them writes to that part alone.

    Attributes
    ----------
    steps
        Which row of the columns a year reads, shape (years,).
    keys, increments
        Of the patients' costs, shape (years,).
    presence_keys, presence_increments
        Of who is in the list, shape (years,); empty, like the next, where each patient is drawn
        once: everyone is in the list and no column has a tail.
    tail_keys
        Of the second draw inside the last cell, shape (years,).
    patients
        Places of the year's roster, ascending within a step, shape (years,).
    limits
        Below which number a patient is in the list, 0 to 65,536, shape (years,).
    columns
        The amounts to sum.
    sums
        Cents, one array a column, shape (years,): written by the engine.
    present
        Patients in the list, shape (years,): written by the engine.
    """

    steps: IntArray
    keys: Words
    increments: Words
    presence_keys: Words
    presence_increments: Words
    tail_keys: Words
    patients: IntArray
    limits: IntArray
    columns: tuple[CostColumn, ...]
    sums: tuple[IntArray, ...]
    present: IntArray

    def __len__(self) -> int:
        """Return the number of years."""
        return len(self.keys)

    def part(self, first: int, last: int) -> "Work":
        """Return the years from ``first`` up to and without ``last``; results share memory."""
        cut = slice(first, last)
        return Work(
            steps=self.steps[cut],
            keys=self.keys[cut],
            increments=self.increments[cut],
            presence_keys=self.presence_keys[cut],
            presence_increments=self.presence_increments[cut],
            tail_keys=self.tail_keys[cut],
            patients=self.patients[cut],
            limits=self.limits[cut],
            columns=self.columns,
            sums=tuple(column[cut] for column in self.sums),
            present=self.present[cut],
        )

    @property
    def everyone_is_present(self) -> bool:
        """Whether nobody of any year's roster is left out."""
        return bool((self.limits == LANES).all())


def prepared(
    tables: CostTables, steps: IntArray, keys: Words, patients: IntArray, limits: IntArray
) -> Work:
    """Lay out years for an engine.

    Parameters
    ----------
    tables
        Whose columns are summed.
    steps
        Which of the tables a year reads, ascending, shape (years,).
    keys
        Of the years in the stratum's stream, shape (years,).
    patients
        Places of the year's roster, ascending within a step, shape (years,).
    limits
        Below which number a patient is in the list, 0 to 65,536, shape (years,).
    """
    columns = (tables.paid,) if tables.above is None else (tables.paid, tables.above)
    # Without a tail and with everyone present there is one draw a patient and no second.
    is_plain = bool((limits == LANES).all()) and all(column.tail is None for column in columns)
    presence = presence_keys(keys[:0] if is_plain else keys)
    return Work(
        steps=steps,
        keys=keys,
        increments=increments(keys),
        presence_keys=presence,
        presence_increments=increments(presence),
        tail_keys=substream(keys[:0] if is_plain else keys, "tail"),
        patients=patients,
        limits=limits,
        columns=columns,
        sums=tuple(np.zeros(len(keys), dtype=np.int64) for _ in columns),
        present=np.zeros(len(keys), dtype=np.int64),
    )


def by_step(steps: IntArray) -> list[tuple[int, int]]:
    """Cut years that are sorted by step where the step changes.

    Parameters
    ----------
    steps
        Ascending, shape (years,).

    Returns
    -------
    list of (int, int)
        First year of each piece, and the year after its last.
    """
    bounds: npt.NDArray[np.intp] = np.flatnonzero(np.diff(steps, prepend=-1, append=-1))
    return [(int(a), int(b)) for a, b in pairwise(bounds)]
