"""Courses: the dated scores of many patients, and what is known of each at intake.

A course is one patient's episode. A form that could not be scored is kept, because a report on
exceptions must say how complete the scores are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.patient_change.change_declaration import sign_of
from fairterms.outcomes.patient_change.scores import Flags, Floats, Series, Whole
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal

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


@dataclass(frozen=True)
class Intake:
    """What was known of each patient before the first session; nothing later belongs here.

    Attributes
    ----------
    groups
        Names of the severity groups; the first is the one others are compared with.
    severity
        The group of each patient, by the patient's course id.
    fact_names, facts
        Other facts as numbers, by course id; each patient has one of each name.
    """

    groups: tuple[str, ...]
    severity: Mapping[str, str]
    fact_names: tuple[str, ...] = ()
    facts: Mapping[str, Sequence[float]] | None = None


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


@dataclass(frozen=True, eq=False)
class ScoreRows:
    """Scores as a table gives them, in any order; all columns of shape (rows,).

    Attributes
    ----------
    ids
        The course of each score.
    day
        Whole days, counted from any fixed day.
    score
        In points; NaN when the form could not be scored.
    session
        Number of the session; None numbers a patient's scores 0, 1, 2 ... by day.
    start
        Day 0 of each course, such as the day of intake, by course id; None starts every course
        at its first score.
    """

    ids: Sequence[str]
    day: npt.ArrayLike
    score: npt.ArrayLike
    session: npt.ArrayLike | None = None
    start: Mapping[str, int] | None = None


def gather(rows: ScoreRows, direction: Direction, intake: Intake | None = None) -> Courses:
    """Return the courses of all patients.

    Parameters
    ----------
    rows
        Dated scores; scores of one day keep the order of the table.
    direction
        What a higher score means.
    intake
        Facts at intake; None treats all patients as one group.

    Raises
    ------
    Refusal
        When columns differ in length, a day or a fact is missing, a group is not declared, or a
        score lies before the start of its course.

    Examples
    --------
    >>> rows = ScoreRows(["b", "a", "b"], [30, 5, 2], [9, 14, 12])
    >>> found = gather(rows, Direction.HIGHER_IS_WORSE)
    >>> found.ids, found.series.day.tolist(), found.series.score.tolist()
    (('b', 'a'), [0, 28, 0], [12.0, 9.0, 14.0])
    """
    day, score, session = _columns(rows)
    names = tuple(dict.fromkeys(rows.ids))
    place = {name: at for at, name in enumerate(names)}
    patient = np.array([place[name] for name in rows.ids], dtype=np.int64)
    forms = np.bincount(patient, minlength=len(names)).astype(np.int64)
    order = np.lexsort((day, patient))
    order = order[~np.isnan(score[order])]
    patient, day, score = patient[order], day[order], score[order]
    counts = np.bincount(patient, minlength=len(names)).astype(np.int64)
    starts = (np.cumsum(counts) - counts)[patient]
    number = np.arange(patient.size) if session is None else session[order]
    begun = _start_days(names, day, counts, rows.start)
    group, facts = _intake(names, intake)
    return Courses(
        names,
        Series(patient, _since(day, begun[patient]), score, len(names)),
        number - number[starts],
        group,
        (ALL,) if intake is None else intake.groups,
        facts,
        () if intake is None else intake.fact_names,
        forms,
        begun,
        direction,
    )


def _start_days(
    names: tuple[str, ...], day: Whole, counts: Whole, declared: Mapping[str, int] | None
) -> Whole:
    has_scores = counts > 0
    found = np.zeros(counts.size, dtype=np.int64)
    found[has_scores] = day[(np.cumsum(counts) - counts)[has_scores]]
    if declared is None:
        return found
    missing = sum(name not in declared for name in names)
    if missing:
        raise Refusal(
            "start of courses",
            f"missing for {missing} of {len(names)}",
            "days since intake cannot be counted without the day of intake",
            "give every course its day, or count all from the first score",
        )
    return np.array([declared[name] for name in names], dtype=np.int64)


def _since(day: Whole, begun: Whole) -> Whole:
    since = np.asarray(day - begun, dtype=np.int64)
    early = int((since < 0).sum())
    if early:
        raise Refusal(
            "scores",
            f"{early} lie before the start of their course",
            "a course begins with its first day",
            "correct the start, or set these scores aside and say how many",
        )
    return since


def _columns(rows: ScoreRows) -> tuple[Whole, Floats, Whole | None]:
    day, score = np.asarray(rows.day), np.asarray(rows.score, dtype=np.float64)
    session = None if rows.session is None else np.asarray(rows.session)
    lengths = {len(rows.ids), day.size, score.size, score.size if session is None else session.size}
    if len(lengths) > 1:
        raise Refusal(
            "scores",
            f"columns of {', '.join(map(str, sorted(lengths)))} rows",
            "each score needs its course and its day",
            "give columns of one length",
        )
    return _whole(day, "days"), score, None if session is None else _whole(session, "sessions")


def _whole(values: npt.NDArray[np.generic], name: str) -> Whole:
    numbers = values.astype(np.float64)
    bad = np.flatnonzero(~np.isfinite(numbers) | (numbers != np.round(numbers)))
    if bad.size:
        raise Refusal(
            name,
            f"row {bad[0] + 1} is not a whole number" + _and_more(bad.size - 1),
            "a course is put in order by whole days or sessions",
            "correct these rows, or set them aside and say how many",
        )
    return numbers.astype(np.int64)


def _and_more(count: int) -> str:
    return f", and {count} more rows" if count else ""


def _intake(names: tuple[str, ...], intake: Intake | None) -> tuple[Whole, Floats]:
    if intake is None:
        return np.zeros(len(names), dtype=np.int64), np.empty((len(names), 0))
    place = {group: at for at, group in enumerate(intake.groups)}
    group = np.array([place.get(intake.severity.get(name, ""), -1) for name in names], np.int64)
    known = intake.facts or {}
    width = len(intake.fact_names)
    nothing = [np.nan] * width
    table = [known.get(name, nothing) for name in names]
    is_whole = [len(row) == width and bool(np.isfinite(row).all()) for row in table]
    lacking = int((group < 0).sum()) + is_whole.count(False)
    if lacking:
        raise Refusal(
            "intake",
            f"{int((group < 0).sum())} courses without a declared severity group, "
            f"{is_whole.count(False)} with missing facts",
            "leaving them out silently would change who is judged",
            "fill the facts in, or declare a group for courses where they are not known",
        )
    return group, np.array(table, dtype=np.float64).reshape(len(names), width)
