"""Scores as columns: the first and the last of each patient, or all of them with their days.

A missing score is NaN and stays NaN: what it counts as is a term of the contract, not of the table.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Series:
    """Every dated score of every patient, as three columns of one length.

    Attributes
    ----------
    patient
        Position of the patient, 0 to ``n_patients`` − 1; shape (rows,).
    day
        Day of the score, counted from any fixed day; shape (rows,).
    score
        In points; NaN when the form could not be scored; shape (rows,).
    n_patients
        How many patients there are, with those who have no score at all.
    """

    patient: Whole
    day: Whole
    score: Floats
    n_patients: int

    def __post_init__(self) -> None:
        shapes = {self.patient.shape, self.day.shape, self.score.shape}
        assert len(shapes) == 1, "columns of one table have one length"
        assert self.patient.ndim == 1, "a column has one dimension"
        if self.patient.size:
            assert self.patient.min() >= 0, "patients are counted from 0"
            assert self.patient.max() < self.n_patients, "a score of a patient who is not counted"

    def known(self) -> "Series":
        """Return the rows with a score."""
        return self.take(np.flatnonzero(~np.isnan(self.score)))

    def take(self, rows: Whole) -> "Series":
        """Return these rows, in this order."""
        return Series(self.patient[rows], self.day[rows], self.score[rows], self.n_patients)

    def in_order(self) -> "Series":
        """Return the rows by patient and day; scores of one day keep the order of the table."""
        return self.take(np.lexsort((self.day, self.patient)))

    def counts(self) -> Whole:
        """Return the number of rows of each patient; shape (patients,)."""
        return np.bincount(self.patient, minlength=self.n_patients).astype(np.int64)


@dataclass(frozen=True, eq=False)
class Scores:
    """The first and the last score of each patient, and the series when a method reads all.

    Attributes
    ----------
    first, last
        In points, NaN when missing; shape (patients,).
    series
        All scores of the same patients; only the methods that fit slopes read it.
    """

    first: Floats
    last: Floats
    series: Series | None = None

    def __post_init__(self) -> None:
        assert self.first.ndim == 1, "a column has one dimension"
        assert self.first.shape == self.last.shape, "columns of one table have one length"
        if self.series is not None:
            assert self.series.n_patients == self.first.size, "the series of the same patients"

    @property
    def is_paired(self) -> Flags:
        """Which patients have both scores; shape (patients,)."""
        return ~(np.isnan(self.first) | np.isnan(self.last))


def scores(first: npt.ArrayLike, last: npt.ArrayLike) -> Scores:
    """Return a table of first and last scores.

    Examples
    --------
    >>> scores([14, 12], [9, np.nan]).is_paired
    array([ True, False])
    """
    return Scores(np.asarray(first, dtype=np.float64), np.asarray(last, dtype=np.float64))


def series(
    patient: npt.ArrayLike, day: npt.ArrayLike, score: npt.ArrayLike, n_patients: int
) -> Series:
    """Return a table of dated scores.

    Examples
    --------
    >>> series([0, 0, 1], [0, 30, 0], [14, 9, 12], 3).counts()
    array([2, 1, 0])
    """
    return Series(
        np.asarray(patient, dtype=np.int64),
        np.asarray(day, dtype=np.int64),
        np.asarray(score, dtype=np.float64),
        n_patients,
    )
