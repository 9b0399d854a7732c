"""From a table of dated scores and facts at intake to courses.

What cannot be put in order is refused with row numbers or counts, never with a patient.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.expected_response.course import ALL, Courses
from fairterms.outcomes.patient_change.scores import Floats, Series, Whole
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal


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
