"""Trajectories: the expected curve of each severity group with its limits, for a chart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.expected_course import ExpectedCourse, Origin
from fairterms.outcomes.expected_response.prediction import condition
from fairterms.outcomes.patient_change.scores import Floats, Series
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal

SHARES = (0.50, 0.80, 0.95)
"""Limits a chart shows."""


@dataclass(frozen=True, eq=False)
class Trajectory:
    """What to expect of one kind of patient.

    Attributes
    ----------
    group
        Severity group.
    first_score
        The first score it starts from; None when no score is given.
    time
        Days or sessions since the first score, as the course counts them; shape (times,).
    expected
        In points; shape (times,).
    shares
        Of the limits.
    limits
        One-sided, on the worse side, in points; shape (limits, times).
    """

    group: str
    first_score: float | None
    time: Floats
    expected: Floats
    shares: tuple[float, ...]
    limits: Floats


@dataclass(frozen=True)
class Start:
    """Where a trajectory starts.

    Attributes
    ----------
    group
        Severity group.
    first_score
        In points; None when the course is expected from intake facts alone.
    facts
        Other facts at intake, in the order of the course's names.
    """

    group: str
    first_score: float | None
    facts: tuple[float, ...] = ()


def draw(
    expected: ExpectedCourse,
    starts: Sequence[Start],
    time: npt.ArrayLike,
    direction: Direction,
    shares: tuple[float, ...] = SHARES,
) -> tuple[Trajectory, ...]:
    """Return one trajectory for each start.

    Parameters
    ----------
    expected
        One course, learned from a sample; not a cross-fitting, which has many.
    starts
        A severity group and a first score each.
    time
        Days or sessions since the first score, as the course counts them; shape (times,).
    direction
        What a higher score means.
    shares
        Of the limits.

    Raises
    ------
    Refusal
        When the course is a cross-fitting, a group is not one of its groups, or a first score is
        missing or too much.
    """
    _check(expected, starts)
    model, of_it = expected.models[0], expected.tails[0]
    table = _courses(model.groups, model.fact_names, starts, direction)
    lines = condition(model, table, np.ones(table.series.score.size, dtype=np.bool_))
    times = np.asarray(time, dtype=np.float64)
    mean, sd = lines.at(np.arange(len(starts))[:, None], model.time_scale.bend(times)[None, :])
    reach = table.worse_sign * np.array([of_it.multiplier(share) for share in shares])
    return tuple(
        Trajectory(
            start.group,
            start.first_score,
            times,
            mean[at],
            shares,
            mean[at] + reach[:, None] * sd[at],
        )
        for at, start in enumerate(starts)
    )


def _check(expected: ExpectedCourse, starts: Sequence[Start]) -> None:
    if expected.origin is Origin.CROSS_FITTED:
        raise Refusal(
            "trajectories",
            "a cross-fitted course has one curve a fold",
            "a chart shows one",
            "learn one course from the whole sample for the chart",
        )
    first = expected.form.first
    is_met = first <= 1 and all((one.first_score is not None) == (first == 1) for one in starts)
    if not is_met:
        raise Refusal(
            "trajectories",
            f"the course is expected from {first} first scores, and the starts give others",
            "limits are those of a course expected from exactly so many",
            "give a first score with a course from one score, none with a course from none",
        )
    names = expected.models[0].groups
    strange = sorted({one.group for one in starts} - set(names))
    if strange:
        raise Refusal(
            "trajectories",
            f"{', '.join(strange)} is no severity group of the course",
            "nothing is known about it",
            f"give one of: {', '.join(names)}",
        )


def _courses(
    groups: tuple[str, ...],
    fact_names: tuple[str, ...],
    starts: Sequence[Start],
    direction: Direction,
) -> Courses:
    """Return one made-up course a start, with its first score alone."""
    place = {name: at for at, name in enumerate(groups)}
    n = len(starts)
    known = [(at, one.first_score) for at, one in enumerate(starts) if one.first_score is not None]
    zeros = np.zeros(len(known), dtype=np.int64)
    patient = np.array([at for at, _ in known], dtype=np.int64)
    score = np.array([value for _, value in known], dtype=np.float64)
    return Courses(
        tuple(map(str, range(n))),
        Series(patient, zeros, score, n),
        zeros,
        np.array([place[one.group] for one in starts], dtype=np.int64),
        groups,
        np.array([one.facts for one in starts], dtype=np.float64).reshape(n, len(fact_names)),
        fact_names,
        np.bincount(patient, minlength=n).astype(np.int64),
        np.zeros(n, dtype=np.int64),
        direction,
    )
