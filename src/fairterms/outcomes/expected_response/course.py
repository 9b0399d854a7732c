"""Courses: the dated scores of many patients, and what is known of each at intake.

A course is one patient's episode. A form that could not be scored is kept, because a report on
exceptions must say how complete the scores are.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.patient_change.change_declaration import sign_of
from fairterms.outcomes.patient_change.scores import Flags, Floats, Series, Whole
from fairterms.reference.instrument_facts import Direction

ALL = "all patients"
"""The name of the only group where severity is not told apart."""


class TimeCount(StrEnum):
    """What the time of a score is counted in."""

    DAYS = "days"
    SESSIONS = "sessions"


@dataclass(frozen=True)
class TimeScale:
    """How time enters a course: ln(1 + t / unit).

    Attributes
    ----------
    count
        Days since the first score, or sessions since the first (0, 1, 2 ...).
    unit
        How many of them make one step; 7 counts days in weeks.

    Examples
    --------
    >>> TimeScale(TimeCount.DAYS, 7).bend(np.array([0, 7])).round(3)
    array([0.   , 0.693])
    """

    count: TimeCount
    unit: float

    def __post_init__(self) -> None:
        assert self.unit > 0, "a step of time is longer than nothing"

    def bend(self, time: npt.ArrayLike) -> Floats:
        """Return ln(1 + t / unit); any shape."""
        return np.log1p(np.asarray(time, dtype=np.float64) / self.unit)


@dataclass(frozen=True, eq=False)
class Courses:
    """Many courses, their scores by patient and day.

    Attributes
    ----------
    ids
        Of the courses, each once; only the group may see them.
    series
        Scores in order; ``day`` counts from the start of the course; none is NaN.
    session
        Sessions since the first score; shape (rows,).
    group
        Position of the patient's severity group; shape (patients,).
    groups
        Names of the groups.
    facts
        Other facts at intake; shape (patients, k).
    fact_names
        One name a column.
    forms
        Forms handed out, scored or not; shape (patients,).
    start_day
        Day 0 of the course as the table counts days; shape (patients,).
    direction
        What a higher score means.
    """

    ids: tuple[str, ...]
    series: Series
    session: Whole
    group: Whole
    groups: tuple[str, ...]
    facts: Floats
    fact_names: tuple[str, ...]
    forms: Whole
    start_day: Whole
    direction: Direction

    def __post_init__(self) -> None:
        n = self.series.n_patients
        assert len(self.ids) == len(set(self.ids)) == n, "one course, one id"
        assert self.group.shape == self.forms.shape == (n,), "columns of one table"
        assert self.facts.shape == (n, len(self.fact_names)), "one fact a patient and name"
        assert self.session.shape == self.series.day.shape, "one session a score"
        steps = np.diff(self.series.patient)
        assert np.all(steps >= 0), "scores stand by patient"
        assert np.all((np.diff(self.series.day) >= 0) | (steps > 0)), "and by day"

    @property
    def n(self) -> int:
        """How many courses there are."""
        return self.series.n_patients

    @property
    def worse_sign(self) -> int:
        """+1 when a higher score is worse, −1 when it is better."""
        return -sign_of(self.direction)

    @property
    def counts(self) -> Whole:
        """How many scores each patient has; shape (patients,)."""
        return self.series.counts()

    @property
    def starts(self) -> Whole:
        """The row of each patient's first score, where there is one; shape (patients,)."""
        counts = self.counts
        return np.cumsum(counts) - counts

    @property
    def position(self) -> Whole:
        """0 for a patient's first score, 1 for the second; shape (rows,)."""
        return np.arange(self.series.score.size) - self.starts[self.series.patient]

    @property
    def is_last(self) -> Flags:
        """Which score is the last of its patient; shape (rows,)."""
        return np.asarray(self.position == self.counts[self.series.patient] - 1, dtype=np.bool_)

    def time(self, scale: TimeScale) -> Floats:
        """Return f of each score, ln(1 + t / unit); shape (rows,)."""
        return scale.bend(self.series.day if scale.count is TimeCount.DAYS else self.session)

    def take(self, patients: npt.ArrayLike) -> "Courses":
        """Return these patients, each once, in their old order.

        Parameters
        ----------
        patients
            Which to keep; flags of shape (patients,).
        """
        is_kept = np.asarray(patients, dtype=np.bool_)
        return self._keep(is_kept, is_kept[self.series.patient])

    def until_score(self, count: int) -> "Courses":
        """Return the same patients with their first scores only, at most this many."""
        return self._keep(np.ones(self.n, dtype=np.bool_), self.position < count)

    def _keep(self, is_kept: Flags, rows: npt.NDArray[np.bool_]) -> "Courses":
        old = self.series
        place = np.cumsum(is_kept) - 1
        return Courses(
            tuple(name for name, kept in zip(self.ids, is_kept.tolist(), strict=True) if kept),
            Series(place[old.patient[rows]], old.day[rows], old.score[rows], int(np.sum(is_kept))),
            self.session[rows],
            self.group[is_kept],
            self.groups,
            self.facts[is_kept],
            self.fact_names,
            self.forms[is_kept],
            self.start_day[is_kept],
            self.direction,
        )
